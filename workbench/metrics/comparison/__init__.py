"""Honest comparison: what of a difference is real, and what it is made of."""
