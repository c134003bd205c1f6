"""Folders of exports small enough to check by eye."""

from textwrap import dedent

import pytest

from workbench.proposal.propose import propose


@pytest.fixture
def folder(tmp_path):
    """Write files by name, as text or as bytes; gives their folder."""

    def write(files):
        place = tmp_path / "exports"
        place.mkdir(exist_ok=True)
        for name, content in files.items():
            data = content if isinstance(content, bytes) else dedent(content).lstrip().encode()
            (place / name).write_bytes(data)
        return place

    return write


@pytest.fixture
def proposed(folder, tmp_path):
    """Propose a workspace for files; answers by the path of their line."""

    def run(files, answers=None, lang="en"):
        return propose(folder(files), tmp_path / "space", lang, answers or {})

    return run


def value(proposal, path):
    """Give the value of a line; None where it is not proposed."""
    keys = tuple(path.split("."))
    return next((line.value for line in proposal.lines if line.path == keys), None)
