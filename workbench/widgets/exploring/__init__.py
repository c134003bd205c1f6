"""The page of an exploration: its controls, its deals, and what looks closer."""
