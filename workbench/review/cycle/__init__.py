"""A review cycle: what is asked, what is written, how far each review is."""
