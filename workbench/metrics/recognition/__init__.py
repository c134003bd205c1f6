"""Recognition by a stated rule: figures luck on few deals does not win, and who helped whom."""
