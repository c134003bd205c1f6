"""Sections, templates and the review itself."""
