"""One file per section; each is a function from the review to its finding and body."""
