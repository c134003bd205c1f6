"""What page one says of a period: every candidate the figures give, the weightiest first."""
