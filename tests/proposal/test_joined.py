"""Tasks beside events: lists of one table become one, each by its own columns and values."""

from types import SimpleNamespace

import duckdb
import pytest

from tests.proposal.conftest import value
from tests.proposal.test_tables import DEALS
from workbench.proposal.draft import Draft, Source
from workbench.proposal.joined import join_parts
from workbench.proposal.write import write_proposal
from workbench.snapshots import current_snapshot
from workbench.sources.workspace import open_workspace

TASKS = """
Id,OwnerId,WhatId,Subject,Type,Status,ActivityDate
00T1,005A,006A,Call one,Call,Completed,2026-01-02
00T2,005B,006B,Mail,Email,Completed,2026-01-03
"""
EVENTS = """
Id,OwnerId,WhatId,Subject,Type,StartDateTime,EndDateTime
00U1,005A,006A,Talk,Meeting,2026-01-04T01:00:00Z,2026-01-04T02:00:00Z
"""


def frozen(found, place):
    write_proposal(found, place, "en")
    return current_snapshot(open_workspace(place)).table("activities").to_pylist()


def test_lists_of_one_table_are_one(proposed, tmp_path):
    found = proposed({"Opportunity.csv": DEALS, "Task.csv": TASKS, "Event.csv": EVENTS})

    assert found.questions == ()
    assert found.passed_over == {}
    files = {value(found, f"files.{line.path[1]}.file") for line in found.lines
             if line.path[0] == "files"}  # fmt: skip
    assert files >= {"../exports/Task.csv", "../exports/Event.csv"}
    rows = frozen(found, tmp_path / "space")
    assert {(row["activity_id"], row["rep_id"], row["kind"], str(row["on"])) for row in rows} == {
        ("00T1", "005A", "call", "2026-01-02"),
        ("00T2", "005B", "email", "2026-01-03"),
        ("00U1", "005A", "meeting", "2026-01-04"),
    }


def test_lists_that_number_their_rows_alike_keep_them_apart(proposed, tmp_path):
    tasks, events = TASKS.replace("00T1", "1"), EVENTS.replace("00U1", "1")
    found = proposed({"Opportunity.csv": DEALS, "Task.csv": tasks, "Event.csv": events})

    rows = frozen(found, tmp_path / "space")
    assert len(rows) == len({row["activity_id"] for row in rows}) == 3


def kept_apart(table, name, ids, kind):
    """Draft a list of things of one kind, which no column of it says."""
    export = SimpleNamespace(file=f"{name}.csv", headers=("Id",), values=lambda _header: ids)
    columns = {"activity_id": Source("Id", "name")}
    return Draft(table, export, columns, constants={"kind": kind}, alias=name)


@pytest.mark.parametrize(
    ("calls", "rows"),
    [
        (["1"], [("1", "call"), ("2", "meeting")]),
        (["2"], [("calls:2", "call"), ("meetings:2", "meeting")]),
    ],
)
def test_what_a_list_is_of_stays_with_its_rows(calls, rows):
    drafts = {
        "calls": kept_apart("activities", "calls", calls, "call"),
        "meetings": kept_apart("activities", "meetings", ["2"], "meeting"),
    }
    join_parts(drafts)

    (whole,) = drafts.values()
    with duckdb.connect() as connection:
        for name, ids in (("calls", calls), ("meetings", ["2"])):
            connection.execute(f"CREATE TABLE {name} AS SELECT unnest(?) AS Id", [ids])
        assert sorted(connection.execute(whole.sql).fetchall()) == rows
    assert {column: (each.header, each.how) for column, each in whole.columns.items()} == {
        "activity_id": ("activity_id", "name"), "kind": ("kind", "profile")
    }  # fmt: skip


def test_lists_of_other_tables_and_one_alone_stay_as_they_are():
    drafts = {
        "calls": kept_apart("activities", "calls", ["1"], "call"),
        "old": kept_apart("deals", "old", ["1"], "x"),
        "new": kept_apart("deals", "new", ["2"], "x"),
    }
    before = dict(drafts)
    join_parts(drafts)

    assert drafts == before
