"""Executed notebook to script-free HTML; the index pages."""
