"""Stores to test on: a SQLite file, and a database of a PostgreSQL server."""

import sys
from pathlib import Path

import pytest

from workbench.store import open_store

sys.path.insert(0, str(Path(__file__).parent))  # the people the tests of this room share


@pytest.fixture
def store(url):
    opened = open_store(url)
    yield opened
    opened.engine.dispose()
