"""Rows that are sound in form and likely wrong: they count, and a person is asked about them."""
