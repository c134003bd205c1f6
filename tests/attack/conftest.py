"""A company in Shared mode and a desk, served for real and attacked from outside."""

import shutil
import sys
import uuid
from pathlib import Path

import pytest
import sqlalchemy as sa

sys.path.insert(0, str(Path(__file__).parent))  # the people and tools the tests of this room share

from attacked_company import SHARED
from attacked_cycle import make_company
from hostile import Visitor
from looking import kernels_of


@pytest.fixture(scope="session")
def town(server, tmp_path_factory):
    """The company everybody attacks, in a database of its own."""
    name = f"town_{uuid.uuid4().hex}"
    server.psql(f"CREATE DATABASE {name};")
    url = server.get_uri(database=name).replace("postgresql://", "postgresql+psycopg://")
    return make_company(tmp_path_factory.mktemp("town") / "w", url)


@pytest.fixture(scope="session")
def town_with(town, tmp_path_factory):
    """Give the same company under another [serve]."""

    def copied(serving_rules):
        folder = tmp_path_factory.mktemp("town") / "w"
        shutil.copytree(town.folder, folder)
        file = folder / "workbench.toml"
        rules = file.read_text(encoding="utf-8").replace(SHARED, serving_rules)
        file.write_text(rules, encoding="utf-8")
        return folder

    return copied


@pytest.fixture(scope="session")
def shared(town, serving):
    """Its server, with room for everybody."""
    return serving("serve", "--workspace", town.folder, "--port", 0, "--warm", 0, "--sessions", 80)


@pytest.fixture(scope="session")
def as_(shared):
    """Give a visitor of the shared server by name; None has none."""
    return lambda who=None: Visitor(shared.base, who)


@pytest.fixture(scope="session")
def kernels(shared):
    """Count the kernels the shared server runs now."""
    return lambda: len(kernels_of(shared.process.pid))


@pytest.fixture(scope="session")
def told(town):
    """Ask the store's database something."""
    engine = sa.create_engine(town.store_url)

    def ask(query, **values):
        with engine.connect() as connection:
            return connection.execute(sa.text(query), values).all()

    yield ask
    engine.dispose()
