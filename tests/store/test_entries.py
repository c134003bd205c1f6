"""What people write comes back byte for byte, and nobody overwrites anybody silently."""

from pathlib import Path

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory
from desk import ANA, BO, CYCLE, HR, MIA, OPS, begin
from sqlalchemy import func, select, text

from workbench.errors import ConflictError, RefusedError, StoreError, UnknownNameError
from workbench.store import Actor, migrate, open_store
from workbench.store.entries import Place, read_entries, save_entry
from workbench.store.schema import audit, metadata

CASES = Place(CYCLE, "ana", "highlights", "cases", "rep")
NASTY = [
    "'\"; DROP TABLE entry; --",
    "line one\r\nline two\n\n\ttabbed \\ ",
    "<script>alert(1)</script>&amp;<!--",
    "👩‍👩‍👧 🇨🇳 ✅",
    "汉字、标点“”——与 ASCII 混排",
    "مرحبا \u200fשלום\u200e",  # right to left, with its marks
    "x" * 100_000,
    "",
    [["签下 A 公司", "won_revenue", "2026-12-31"], ["", "", ""]],
    {"situation": "D-1", "is_opinion": True, "n": 3},
]


@pytest.fixture
def opened(store):
    begin(store)
    return store


@pytest.mark.parametrize("value", NASTY, ids=range(len(NASTY)))
def test_text_comes_back_byte_for_byte(opened, value):
    save_entry(opened, ANA, CASES, value, 0)

    assert read_entries(opened, ANA, CYCLE, "ana")["highlights", "cases", "rep"].value == value


def test_the_second_of_two_editors_gets_a_choice(opened):
    first = save_entry(opened, ANA, CASES, "one", 0)
    save_entry(opened, ANA, CASES, "two", first.version)

    with pytest.raises(ConflictError, match="ana saved other words here") as caught:
        save_entry(opened, ANA, CASES, "three", first.version)

    assert caught.value.theirs == "two"
    kept = save_entry(opened, ANA, CASES, "three", caught.value.version)
    assert kept.value == "three"


def test_two_who_begin_the_same_entry_conflict_too(opened):
    save_entry(opened, ANA, CASES, "one", 0)

    with pytest.raises(ConflictError):
        save_entry(opened, ANA, CASES, "other", 0)


def test_saving_the_same_again_changes_nothing(opened):
    saved = save_entry(opened, ANA, CASES, "one", 0)

    assert save_entry(opened, ANA, CASES, "one", 0) == saved


def test_every_change_is_in_the_trail_with_before_and_after(opened):
    saved = save_entry(opened, ANA, CASES, "一", 0)
    save_entry(opened, ANA, CASES, "二", saved.version)
    with opened.reading() as connection:
        rows = connection.execute(
            select(audit.c.person_id, audit.c.before, audit.c.after).where(audit.c.verb == "write")
        ).all()

    assert [tuple(row) for row in rows] == [("ana", None, '"一"'), ("ana", '"一"', '"二"')]


@pytest.mark.parametrize("statement", ["UPDATE audit SET person_id = 'x'", "DELETE FROM audit"])
def test_the_trail_cannot_be_changed(opened, statement):
    with pytest.raises(StoreError, match="append-only"), opened.writing() as connection:
        connection.execute(text(statement))

    with opened.reading() as connection:
        assert connection.execute(select(func.count()).select_from(audit)).scalar_one() == 1


@pytest.mark.parametrize(
    ("actor", "rep_id", "side"),
    [
        (BO, "ana", "rep"),  # another rep
        (ANA, "bo", "rep"),
        (ANA, "ana", "manager"),  # the rep on the manager's side
        (MIA, "ana", "manager"),  # too early
        (MIA, "ana", "rep"),
        (Actor("max", "manager"), "ana", "manager"),  # another team's manager
        (Actor("mia", "rep"), "ana", "rep"),  # the right person in the wrong role
        (Actor("", "manager"), "ana", "manager"),
        (HR, "ana", "rep"),  # HR edits no text
        (OPS, "ana", "rep"),
    ],
)
def test_who_may_not_write_is_refused_and_nothing_changes(opened, actor, rep_id, side):
    with pytest.raises(RefusedError):
        save_entry(opened, actor, Place(CYCLE, rep_id, "highlights", "cases", side), "x", 0)

    assert read_entries(opened, Actor(rep_id, "rep"), CYCLE, rep_id) == {}


@pytest.mark.parametrize("actor", [BO, Actor("max", "manager"), Actor("", "rep")])
def test_strangers_read_nothing(opened, actor):
    save_entry(opened, ANA, CASES, "mine", 0)

    with pytest.raises(RefusedError):
        read_entries(opened, actor, CYCLE, "ana")


@pytest.mark.parametrize("actor", [MIA, HR, OPS])
def test_a_draft_is_the_reps_alone(opened, actor):
    save_entry(opened, ANA, CASES, "draft", 0)

    assert read_entries(opened, actor, CYCLE, "ana") == {}


def test_an_unknown_review_offers_the_nearest(opened):
    with pytest.raises(UnknownNameError, match="'ana'"):
        read_entries(opened, ANA, CYCLE, "anna")


def test_opening_twice_migrates_once_and_the_schema_is_the_migrations(new_url):
    first = open_store(new_url)
    begin(first)
    second = open_store(new_url)
    from alembic.autogenerate import compare_metadata  # noqa: PLC0415
    from alembic.migration import MigrationContext  # noqa: PLC0415

    with second.reading() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
    first.engine.dispose()
    second.engine.dispose()


def test_the_latest_migration_is_the_one_named():
    config = Config()
    config.set_main_option("script_location", str(Path(migrate.__file__).parent / "migrations"))

    assert ScriptDirectory.from_config(config).get_current_head() == migrate.HEAD


def test_a_newer_store_is_not_touched(url):
    store = open_store(url)
    with store.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    store.engine.dispose()

    with pytest.raises(
        StoreError, match=r"could not be read: a newer workbench.* \(revision 9999.*store import"
    ):
        open_store(url)
