"""A figure answers for the source as it is now, or says that it does not."""

import ast
import logging
import os
import shutil
import subprocess
import sys
import time
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from importlib import import_module
from importlib.resources import files
from pathlib import Path

import pytest

from workbench.errors import SnapshotError, SourceError
from workbench.model.rules import Rules
from workbench.program import code_digest, engine_versions
from workbench.snapshots import current_snapshot, open_snapshot
from workbench.snapshots.facts import facts_folder, period_facts, rules_of
from workbench.snapshots.freeze import READER
from workbench.snapshots.open import ONLY_KEPT
from workbench.snapshots.source_record import FileMark, read_record, write_record

DEALS = """
deal_id,rep_id,amount,is_closed,is_won,close_on
D1,ana,100,true,true,2026-08-01
"""
UNITS = '[tables.deals]\nfile = "deals.csv"\nunits.amount = {}\n'
OWN_DAY = '[workspace]\ndefault_period = "2026-Q3"\n'  # the clock says which day it is


def won(made, **asked):
    workspace = made.workspace
    snapshot = current_snapshot(workspace, **asked)
    facts = period_facts(snapshot, workspace, workspace.calendar.period("2026-Q3"), "ana").facts
    rows = facts.to_pylist()
    return next(row["value"] for row in rows if row["metric"] == "won_revenue" and not row["by"])


def edit(made, file, old, new):
    path = made.folder / file
    path.write_text(path.read_text().replace(old, new))


@pytest.fixture
def said(caplog):
    caplog.set_level(logging.INFO, "workbench")
    return lambda: [record.getMessage() for record in caplog.records]


def test_an_edited_file_is_read_anew_and_named(company, said):
    made = company(DEALS)
    before = won(made)
    edit(made, "deals.csv", "100", "999")

    assert (before, won(made)) == (100, 999)
    assert said()[-1].startswith("deals.csv changed since the snapshot of ")


@pytest.mark.parametrize("minutes", [0, 60 * 24 * 365])
def test_an_edit_of_the_same_length_with_its_old_time_is_seen(company, minutes):
    made = company(DEALS)
    path = made.folder / "deals.csv"
    long_ago = time.time_ns() - minutes * 60 * 10**9
    os.utime(path, ns=(long_ago, long_ago))
    current_snapshot(made.workspace)
    edit(made, "deals.csv", "100", "200")
    os.utime(path, ns=(long_ago, long_ago))

    assert won(made) == 200


@pytest.mark.parametrize(("seconds", "read"), [(1, 200), (3, 100)])
def test_what_changed_within_two_seconds_of_being_read_is_read_again(company, seconds, read):
    # As on a disk whose clock is coarse: the file was written again, and its outside is as noted
    made = company(DEALS)
    folder = current_snapshot(made.workspace).folder
    edit(made, "deals.csv", "100", "200")
    record, stat = read_record(folder), (made.folder / "deals.csv").stat()
    outside = (stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino)
    content = record.files["deals.csv"].sha256
    seen = FileMark(*outside, content, stat.st_ctime_ns + seconds * 10**9)
    write_record(folder, replace(record, files={**record.files, "deals.csv": seen}))

    assert won(made) == read


def test_an_edited_unit_is_read_anew_and_named(company, said):
    made = company(DEALS, toml=UNITS.format(10))
    before = won(made)
    edit(made, "workbench.toml", "units.amount = 10", "units.amount = 1000")

    assert (before, won(made)) == (1_000, 100_000)
    told = "[tables.deals] units.amount of workbench.toml changed since the snapshot of "
    assert said()[-1].startswith(told)


def test_an_edited_day_is_frozen_and_answers(company):
    made = company(DEALS)
    before = won(made)
    edit(made, "workbench.toml", "as_of = 2026-09-30", "as_of = 2026-07-31")

    assert (before, won(made)) == (100, 0)  # on 31 July the deal is open
    assert current_snapshot(made.workspace).as_of == date(2026, 7, 31)


def test_an_edited_rule_of_figures_needs_no_snapshot(company):
    made = company(
        "deal_id,rep_id,amount,acv,is_closed,is_won,close_on\nD1,ana,100,40,true,true,2026-08-01\n"
    )
    snapshot = current_snapshot(made.workspace)
    before = won(made)
    edit(made, "workbench.toml", "[tables.reps]", '[money]\nbasis = "acv"\n[tables.reps]')

    assert (before, won(made)) == (100, 40)
    assert current_snapshot(made.workspace).hash == snapshot.hash


def test_a_touched_file_is_the_same_file(company, said):
    made = company(DEALS)
    first = current_snapshot(made.workspace)
    (made.folder / "deals.csv").touch()
    n = len(said())

    assert current_snapshot(made.workspace).hash == first.hash
    assert said()[n:] == []


def test_what_was_seen_unchanged_is_not_read_again(company):
    made = company(DEALS)
    folder = current_snapshot(made.workspace).folder
    long_ago = time.time_ns() - 60 * 10**9
    os.utime(made.folder / "deals.csv", ns=(long_ago, long_ago))
    current_snapshot(made.workspace)

    mark = read_record(folder).files["deals.csv"]
    assert mark.mtime_ns == long_ago


def test_a_copied_workspace_is_compared_by_content(company, tmp_path, said):
    made = company(DEALS)
    first = current_snapshot(made.workspace)
    there = tmp_path / "elsewhere"
    shutil.copytree(made.folder, there, ignore=shutil.ignore_patterns("elsewhere"))
    n = len(said())
    copied = type(made)(there)

    assert current_snapshot(copied.workspace).hash == first.hash
    assert said()[n:] == []


def test_a_source_that_goes_back_is_the_snapshot_it_was(company):
    made = company(DEALS)
    first = current_snapshot(made.workspace)
    edit(made, "deals.csv", "100", "999")
    current_snapshot(made.workspace)
    edit(made, "deals.csv", "999", "100")

    assert current_snapshot(made.workspace).folder == first.folder
    assert open_snapshot(made.workspace).folder == first.folder


def test_an_unreadable_source_names_the_way_out(company):
    made = company(DEALS)
    before = won(made)
    (made.folder / "deals.csv").unlink()

    with pytest.raises(SourceError, match=r"There is no file .*deals\.csv.* add --frozen"):
        current_snapshot(made.workspace)
    assert won(made, is_frozen=True) == before


def test_of_files_that_are_gone_the_very_one_is_named(company, said):
    made = company(DEALS)
    current_snapshot(made.workspace)
    (made.folder / "deals.csv").unlink()

    open_snapshot(made.workspace)
    assert said()[-1].startswith("deals.csv changed since the snapshot of ")


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"deal_id\nD1\n", None])
def test_whatever_makes_a_source_unreadable_the_way_out_is_named(company, content):
    made = company(DEALS)
    before = won(made)
    file = made.folder / "deals.csv"
    file.unlink()
    if content is None:
        file.mkdir()
    else:
        file.write_bytes(content)

    with pytest.raises(SourceError, match="add --frozen to answer from it"):
        current_snapshot(made.workspace)
    assert won(made, is_frozen=True) == before


def test_frozen_without_a_snapshot_says_which_there_are(company):
    made = company(DEALS)
    current_snapshot(made.workspace)

    with pytest.raises(SnapshotError, match=r"2026-08-31\. There are: 2026-09-30\."):
        current_snapshot(made.workspace, date(2026, 8, 31), is_frozen=True)


def test_a_notebook_reads_what_is_frozen_and_says_that_the_source_moved_on(company, said):
    made = company(DEALS)
    first = current_snapshot(made.workspace)
    edit(made, "deals.csv", "100", "999")

    assert open_snapshot(made.workspace).hash == first.hash
    assert open_snapshot(made.workspace).hash == first.hash
    told = [line for line in said() if "run `workbench snapshot`" in line]
    assert len(told) == 1


def test_a_very_snapshot_is_never_compared(company, said):
    made = company(DEALS)
    first = current_snapshot(made.workspace)
    n = len(said())
    edit(made, "deals.csv", "100", "999")

    assert open_snapshot(made.workspace, first.as_of, first.hash[:8]).hash == first.hash
    assert said()[n:] == []


def test_a_new_day_alone_freezes_nothing(company, said):
    made = company(DEALS, head=OWN_DAY)
    first = current_snapshot(made.workspace)
    yesterday = first.as_of - timedelta(days=1)
    first.folder.parent.rename(first.folder.parent.with_name(yesterday.isoformat()))

    assert not (made.folder / "snapshots" / first.as_of.isoformat()).exists()
    current_snapshot(made.workspace)
    assert not (made.folder / "snapshots" / first.as_of.isoformat()).exists()
    told = f"The data are of {yesterday}, a day ago; nothing in the source has changed since."
    assert said()[-1] == told


def test_another_reader_reads_anew_and_keeps_the_pin(company, said):
    made = company(DEALS)
    first = current_snapshot(made.workspace)
    record = read_record(first.folder)
    write_record(first.folder, type(record)(**{**vars(record), "reader": "of an earlier version"}))

    assert current_snapshot(made.workspace).hash == first.hash
    assert said()[-1].startswith("The program changed since the snapshot of ")


def test_a_snapshot_of_an_earlier_version_is_frozen_anew(company):
    made = company(DEALS)
    first = current_snapshot(made.workspace)
    (first.folder / "source.json").unlink()

    again = current_snapshot(made.workspace)
    assert again.hash == first.hash
    assert read_record(again.folder) is not None


def test_a_file_that_changes_while_it_is_read_is_refused(company, monkeypatch):
    # Somebody saves the file once more just when all tables have been read
    made = company(DEALS)
    room = import_module("workbench.snapshots.checking.tables")
    read = room.checked_tables

    def slowly(scratch, workspace):
        found = read(scratch, workspace)
        edit(made, "deals.csv", "100", "999")
        return found

    monkeypatch.setattr(room, "checked_tables", slowly)

    with pytest.raises(SourceError, match=r"deals\.csv changed while it was read"):
        made.freeze()
    assert list((made.folder / "snapshots").glob("*/[!.]*")) == []


def test_behind_a_served_page_nothing_is_frozen(company, monkeypatch):
    made = company(DEALS)
    current_snapshot(made.workspace)
    monkeypatch.setenv(ONLY_KEPT, "1")

    with pytest.raises(SnapshotError, match="There are: 2026-09-30"):
        open_snapshot(made.workspace, date(2026, 8, 31))


def test_every_rule_of_figures_is_part_of_their_key(company):
    # Each rule changed alone gives another place for the facts
    toml = {
        "currency": '[money]\ncurrency = "EUR"\n',
        "amount_basis": '[money]\nbasis = "acv"\n',
        "deals_kind": '[deals]\nkind = "orders"\n',
        "prorate_quotas": "[quotas]\nprorate = true\n",
        "manager_scope": '[reviews]\nmanager_scope = "own"\n',
        "age_edges": "[deals]\nage_edges = [7, 99]\n",
        "calendar": "fiscal_year_start = 4\n",
    }
    assert set(toml) == set(Rules.__dataclass_fields__)

    made = company(DEALS)
    snapshot = made.freeze()
    text = (made.folder / "workbench.toml").read_text()
    places = {facts_of(made, snapshot)}
    for more in toml.values():
        at = text.index("[tables.reps]")
        (made.folder / "workbench.toml").write_text(text[:at] + more + text[at:])
        places.add(facts_of(made, snapshot))

    assert len(places) == 1 + len(toml)


def test_any_line_of_code_is_part_of_the_key_of_kept_facts(company, tmp_path):
    # Not only of the metrics: snapshots/sightings.py decides figures as well
    package = tmp_path / "workbench"
    shutil.copytree(Path(str(files("workbench"))), package, ignore=shutil.ignore_patterns("*.pyc"))
    ask = "from workbench.program import code_digest; print(code_digest())"

    def digest():
        told = subprocess.run(
            [sys.executable, "-c", ask], cwd=tmp_path, check=True, capture_output=True, text=True,
            env={**os.environ, "PYTHONPATH": str(tmp_path)},
        )  # fmt: skip
        return told.stdout

    made = company(DEALS)
    assert code_digest() in rules_of(made.freeze(), made.workspace)
    assert engine_versions() in rules_of(made.freeze(), made.workspace)
    before = digest()
    with (package / "snapshots" / "sightings.py").open("a") as code:
        code.write("# another line\n")
    assert digest() != before


def facts_of(made, snapshot):
    workspace = made.workspace
    return facts_folder(snapshot, workspace, workspace.calendar.period("2026-Q3"))


def test_the_reader_is_all_code_that_shapes_tables():
    # What the modules that read, map and check import is hashed with them, or shapes nothing
    shapes_nothing = {
        "errors.py", "sources/calendar_rules.py", "sources/changes.py", "sources/headers.py",
        "sources/source_folder.py", "sources/publish_rules.py",
        "sources/likeliest.py", "sources/periods.py", "sources/unforeseen.py",
        "sources/workspace.py", "sources/workspace_file.py", "sources/workspace_parts.py",
        "snapshots/manifest.py", "snapshots/source_record.py", "snapshots/snapshot.py",
        "snapshots/kept.py", "snapshots/held.py", "snapshots/mapped.py", "snapshots/index.py",
        "snapshots/parquet.py",
        "private.py", "program.py", "sources/channels.py",
    }  # fmt: skip
    package = Path(str(files("workbench")))
    reached, waiting = set(), [package / "snapshots" / "freeze.py"]
    while waiting:
        file = waiting.pop()
        reached.add(file.relative_to(package).as_posix())
        waiting += [
            each for each in imported(file, package) if within(package, each) not in reached
        ]

    # A room of READER is hashed whole
    hashed = {place: key for place in reached for key in READER if is_in(place, key)}
    assert reached - set(hashed) == shapes_nothing & reached
    assert set(READER) == set(hashed.values())


def is_in(place, key):
    return place == key or place.startswith(f"{key}/")


def within(package, file):
    return file.relative_to(package).as_posix()


def imported(file, package):
    for node in ast.walk(ast.parse(file.read_text())):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("workbench."):
            place = package.joinpath(*node.module.split(".")[1:])
            named = [place / f"{each.name}.py" for each in node.names]
            found = [each for each in [place.with_suffix(".py"), *named] if each.is_file()]
            yield from found


def test_moments_are_told_in_the_companys_zone(company, said):
    made = company(DEALS, toml='[calendar]\nzone = "Asia/Shanghai"\n', head=OWN_DAY)
    snapshot = current_snapshot(made.workspace)
    record = read_record(snapshot.folder)
    then = datetime(2026, 9, 30, 20, 14, tzinfo=UTC)
    write_record(snapshot.folder, type(record)(**{**vars(record), "last_at": then}))
    edit(made, "deals.csv", "100", "999")

    current_snapshot(made.workspace)
    assert said()[-1] == "deals.csv changed since the snapshot of 2026-10-01 04:14: frozen anew."


def test_files_that_are_the_same_are_not_read_again(company, monkeypatch):
    made = company(DEALS)
    first = made.freeze()
    room = import_module("workbench.snapshots.checking.tables")

    def unread(_scratch, _workspace):
        raise AssertionError("it was read")

    monkeypatch.setattr(room, "checked_tables", unread)
    assert made.freeze().hash == first.hash
    edit(made, "deals.csv", "100", "999")
    with pytest.raises(AssertionError, match="it was read"):
        made.freeze()
