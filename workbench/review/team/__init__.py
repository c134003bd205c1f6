"""A team in its meeting: figures of five or more, what was learned, what blocks, who is thanked."""
