"""Notebooks in front of people: as web pages through Voilà, or in JupyterLab."""
