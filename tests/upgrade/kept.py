"""The kept workspaces, unpacked where no earlier version was, and what they told then."""

import csv
import io
import json
import lzma
import sqlite3
import tarfile
import uuid
from contextlib import closing
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent


def unpacked(name, to):
    """Unpack one workspace, its times of change with it; give its folder."""
    with tarfile.open(HERE / "workspaces.tar.xz") as packed:
        members = [each for each in packed if each.name.split("/")[0] == name]
        packed.extractall(to, members, filter="data")
    return to / name


def with_sqlite(folder):
    """Fill the store's file from its dump."""
    with closing(sqlite3.connect(folder / "store.db")) as opened:
        opened.executescript((folder / "store.sqlite.sql").read_text(encoding="utf-8"))
    return folder


def with_postgresql(folder, server):
    """Restore the dump into a database of its own and name it in workbench.toml."""
    name = f"kept_{uuid.uuid4().hex}"
    server.psql(f"CREATE DATABASE {name};")
    dump = (folder / "store.postgresql.sql").read_text(encoding="utf-8")
    server.psql(f"\\set ON_ERROR_STOP on\n\\c {name}\n{dump}")
    url = server.get_uri(database=name).replace("postgresql://", "postgresql+psycopg://")
    with (folder / "workbench.toml").open("a", encoding="utf-8") as file:
        file.write(f'\n[store]\nurl = "{url}"\n')
    return folder


@cache
def index():
    """Give commit, snapshots (hashes by day, the first frozen first) and signed files."""
    return json.loads((HERE / "expected" / "index.json").read_text(encoding="utf-8"))


@cache
def told_json(name):
    """Read `statements` or `reviews` as they were told then."""
    return json.loads(_opened(f"{name}.json.xz"))


@cache
def told_figures(name):
    """Give the figures of a workspace as told then: rows by snapshot (day/hash) and period."""
    found = {}
    for row in csv.DictReader(io.StringIO(_opened("figures.csv.xz"))):
        if row.pop("workspace") == name:
            found.setdefault((row.pop("snapshot"), row["period"]), []).append(row)
    return found


def _opened(name):
    return lzma.decompress((HERE / "expected" / name).read_bytes()).decode()
