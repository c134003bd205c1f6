"""Sections written for slides as one PowerPoint file, its charts and tables to be changed there."""
