"""A coaching session from end to end: the page, the note it leaves, the next date."""
