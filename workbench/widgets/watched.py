"""Whether a person looks on; loads nothing, since a batch asks it too."""

import os


def is_served() -> bool:
    """Whether this kernel stands behind a served page."""
    return os.environ.get("SERVER_SOFTWARE", "").startswith("voila/")


def is_live() -> bool:
    """Whether a person looks on: a notebook in JupyterLab, or a served page."""
    return is_served() or bool(os.environ.get("JPY_SESSION_NAME"))
