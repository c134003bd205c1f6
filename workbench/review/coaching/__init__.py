"""The coaching session: its agenda, what it looks at, how it ends."""
