"""Exploring a period: the view a person builds, what it shows, and what leaves it."""
