"""What is wrong with the data, what it does to figures, what to do: for a page and for `check`."""
