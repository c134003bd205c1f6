"""A store that cannot be read says so, and how to come back; its files are their owner's alone."""

import os
import sqlite3
import stat

import pytest
from desk import ANA, CYCLE, HR, OPS, begin
from sqlalchemy import text

from workbench.errors import StoreError
from workbench.store import open_store
from workbench.store.cycles import list_cycles
from workbench.store.entries import Place, save_entry
from workbench.store.exchange import backup
from workbench.store.standing import standings

PLACE = Place(CYCLE, "ana", "problems", "problems", "rep")
WAY_BACK = r"workbench store backup .*workbench store import FILE"


@pytest.fixture
def file(tmp_path):
    """A store of one cycle that nobody has open."""
    store = open_store(f"sqlite:///{tmp_path / 'store.db'}")
    begin(store)
    store.engine.dispose()
    return tmp_path / "store.db"


def spoil(file):
    """Overwrite all but the first page, as a broken copy does."""
    sound = file.read_bytes()
    file.write_bytes(sound[:4096] + b"\xa5" * (len(sound) - 4096))


def mode(file):
    return stat.S_IMODE(file.stat().st_mode)


def test_a_damaged_file_could_not_be_read_and_the_way_back_is_named(file):
    spoil(file)

    with pytest.raises(StoreError, match=f"damaged.* could not be read .*{WAY_BACK}"):
        open_store(f"sqlite:///{file}")


def test_a_file_damaged_meanwhile_tells_a_read_from_a_write(file):
    store = open_store(f"sqlite:///{file}")
    list_cycles(store)
    store.engine.dispose()
    spoil(file)
    with pytest.raises(StoreError, match="could not be read") as read:
        standings(store, ANA, CYCLE)
    with pytest.raises(StoreError, match="nothing was saved"):
        save_entry(store, ANA, PLACE, "mine", 0)
    store.engine.dispose()

    assert "saved" not in str(read.value)


def test_no_tables_are_made_in_the_file_of_something_else(tmp_path):
    file = tmp_path / "crm.db"
    with sqlite3.connect(file) as other:
        other.execute("CREATE TABLE customers (name TEXT)")
    other.close()
    with pytest.raises(StoreError, match=r"could not be read: it is no store, it holds customers"):
        open_store(f"sqlite:///{file}")

    with sqlite3.connect(file) as other:
        names = [row[0] for row in other.execute("SELECT name FROM sqlite_master")]
    other.close()
    assert names == ["customers"]


def test_a_table_that_went_away_is_said_by_whoever_reads_it(store):
    begin(store)
    with store.writing() as connection:
        connection.execute(text("DROP TABLE signature"))

    with pytest.raises(
        StoreError, match=r"not the tables .* could not be read .*store import FILE"
    ):
        standings(store, ANA, CYCLE)


def test_a_store_that_is_gone_was_not_read(file):
    store = open_store(f"sqlite:///{file}")
    file.rename(file.with_name("elsewhere.db"))
    with pytest.raises(StoreError, match="is gone: it could not be read"):
        list_cycles(store)
    with pytest.raises(StoreError, match="is gone: nothing was saved"):
        save_entry(store, ANA, PLACE, "mine", 0)
    store.engine.dispose()


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o277])
def test_a_new_store_all_beside_it_and_its_backup_are_their_owners_alone(tmp_path, umask):
    before = os.umask(umask)
    try:
        store = open_store(f"sqlite:///{tmp_path / 'store.db'}")
        begin(store)
        backup(store, OPS, tmp_path / "copy.db")
        found = {each.name: mode(each) for each in tmp_path.iterdir()}
        store.engine.dispose()
    finally:
        os.umask(before)

    assert found == dict.fromkeys(("store.db", "store.db-wal", "store.db-shm", "copy.db"), 0o600)


def test_a_looser_store_is_left_as_somebody_made_it(file):
    file.chmod(0o640)
    open_store(f"sqlite:///{file}").engine.dispose()

    assert mode(file) == 0o640


def test_a_read_changes_nothing(store):
    begin(store)
    with pytest.raises(StoreError, match="could not be read"), store.reading() as connection:
        connection.execute(text("UPDATE review SET stage = 'closed'"))
    save_entry(store, ANA, PLACE, "written right after", 0)

    assert {each.subject.stage for each in standings(store, HR, CYCLE)} == {"data_check"}
