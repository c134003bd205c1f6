"""A store that is hit: killed, locked, on a full disk, edited by many at once."""

import os
import signal
import sqlite3
import subprocess
import sys
import textwrap

import pytest
from desk import ANA, CYCLE, begin

import workbench.store.store as store_module
from benchmarks.editing_sessions import run
from workbench.errors import StoreError
from workbench.store import open_store
from workbench.store.entries import Place, read_entries, save_entry

PLACE = Place(CYCLE, "ana", "problems", "problems", "rep")
WRITER = """
    import sys
    from workbench.store import Actor, open_store
    from workbench.store.entries import Place, save_entry
    store = open_store(sys.argv[1])
    place = Place({cycle!r}, "ana", "problems", "problems", "rep")
    version = 0
    while True:
        version = save_entry(store, Actor("ana", "rep"), place, "x" * version, version).version
        print(version, flush=True)
"""


@pytest.fixture
def address(tmp_path):
    url = f"sqlite:///{tmp_path / 'store.db'}"
    store = open_store(url)
    begin(store)
    store.engine.dispose()
    return url


@pytest.mark.parametrize("after", [1, 7, 40])
def test_a_killed_writer_leaves_the_store_whole_and_what_it_was_told_saved(address, after):
    code = textwrap.dedent(WRITER).format(cycle=CYCLE)
    writer = subprocess.Popen([sys.executable, "-c", code, address], stdout=subprocess.PIPE)
    told = [int(writer.stdout.readline()) for _ in range(after)][-1]
    os.kill(writer.pid, signal.SIGKILL)
    writer.wait()
    writer.stdout.close()
    store = open_store(address)
    kept = read_entries(store, ANA, CYCLE, "ana")["problems", "problems", "rep"]
    with store.reading() as connection:
        sound = connection.exec_driver_sql("PRAGMA integrity_check").scalar_one()
    store.engine.dispose()

    assert sound == "ok"
    assert kept.version >= told
    assert len(kept.value) == kept.version - 1


def test_a_locked_store_is_waited_for_then_said(address, monkeypatch):
    monkeypatch.setattr(store_module, "BUSY_SECONDS", 1)
    store = open_store(address)
    other = sqlite3.connect(address.removeprefix("sqlite:///"), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreError, match="stayed locked for 1 s: nothing was saved"):
        save_entry(store, ANA, PLACE, "mine", 0)
    other.execute("COMMIT")
    other.close()
    saved = save_entry(store, ANA, PLACE, "mine", 0)
    store.engine.dispose()

    assert saved.value == "mine"


def test_a_full_disk_is_said_and_nothing_is_half_saved(address):
    store = open_store(address)
    with store.reading() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages + 1}")
    with pytest.raises(StoreError, match=r"disk of .* is full: nothing was saved"):
        save_entry(store, ANA, PLACE, "x" * 200_000, 0)
    kept = read_entries(store, ANA, CYCLE, "ana")
    store.engine.dispose()

    assert kept == {}


def test_a_file_that_is_no_database_is_said(tmp_path):
    (tmp_path / "store.db").write_text("Rep,Amount\nAna,1\n" * 100, encoding="utf-8")

    with pytest.raises(
        StoreError, match=r"no store: it could not be read \(file is not a database\)"
    ):
        open_store(f"sqlite:///{tmp_path / 'store.db'}")


def test_many_sessions_lose_nothing(url):
    """A short run of `python -m benchmarks.editing_sessions`."""
    sessions, connections = (40, 20) if url.startswith("postgresql") else (12, 8)
    found = run(url, sessions, connections, seconds=3)

    assert found.saved > 0
    assert (found.lost, found.untold, found.failed) == (0, 0, ())
