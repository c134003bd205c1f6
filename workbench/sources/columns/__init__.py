"""What the texts of a column mean: one form for all its cells, decided over all of them."""
