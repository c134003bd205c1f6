"""What was issued, frozen; and what the data say differently since, as adjustments; pure."""
