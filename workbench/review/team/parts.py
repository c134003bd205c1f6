"""The parts of a team's page, as its address and its buttons name them."""

PARTS = ("meeting", "recognition", "growth", "calibration", "boxes", "fairness", "upward")
