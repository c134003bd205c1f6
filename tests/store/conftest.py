"""Stores to test on: SQLite in a file, and a PostgreSQL server that is started here."""

import sys
import uuid
from pathlib import Path

import pytest

from workbench.store import open_store

sys.path.insert(0, str(Path(__file__).parent))  # the people the tests of this room share


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request, tmp_path):
    """Address an empty database of each kind."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'store.db'}"
    running = request.getfixturevalue("server")
    name = f"store_{uuid.uuid4().hex}"
    running.psql(f"CREATE DATABASE {name};")
    return running.get_uri(database=name).replace("postgresql://", "postgresql+psycopg://")


@pytest.fixture
def store(url):
    opened = open_store(url)
    yield opened
    opened.engine.dispose()
