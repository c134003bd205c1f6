"""What changed between two reviews of one rep: figures, words, and data recorded since."""
