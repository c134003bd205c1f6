"""Coaching sessions: numbered talks of a rep and a manager, and what is written in them."""
