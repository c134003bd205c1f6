"""Pay: statements of a review, issued runs, adjustments and disputes, in words and files."""
