"""Whose end was typed as the last day ends the day after."""

from types import SimpleNamespace

import pytest

from tests.proposal.conftest import value
from tests.proposal.test_propose import REPORT
from workbench.proposal.draft import Draft, Source
from workbench.proposal.ends import settle_ends

HEAD = "Opportunity Owner,Start Date,End Date,Quota\n"


@pytest.mark.parametrize(
    ("rows", "form"),
    [
        ("Ana,2026-01-01,2026-03-31,10\nBo,2026-04-01,2026-06-30,20\n", "%Y-%m-%d"),
        ("Ana,01/01/2026,31/03/2026,10\nBo,01/04/2026,30/06/2026,20\n", "%d/%m/%Y"),
        ("Ana,2026-01-01,2026-04-01,10\nBo,2026-04-01,2026-07-01,20\n", ""),
        ("Ana,2026-01-01,2026-03-31,10\nBo,2026-04-01,2026-07-01,20\n", ""),  # both kinds
        ("Ana,2026-01-15,2026-03-31,10\nBo,2026-04-01,2026-06-30,20\n", ""),  # no whole months
    ],
)
def test_spans_from_first_to_last_days_end_a_day_later(proposed, rows, form):
    found = proposed({"report.csv": REPORT, "quotas.csv": HEAD + rows})

    sql = value(found, "tables.quotas.sql") or ""
    assert value(found, "tables.quotas.columns.start_on") == "Start Date"
    assert bool(sql) == bool(form)
    assert not form or f"'{form}') + INTERVAL 1 DAY" in sql


@pytest.mark.parametrize(
    ("table", "columns", "is_moved"),
    [
        ("quotas", ("start_on", "end_on"), True),
        ("contracts", ("start_on", "end_on"), False),  # as the file has them
        ("quotas", ("end_on",), False),
    ],
)
def test_an_end_is_moved_only_of_spans_with_a_first_day(table, columns, is_moved):
    texts = {"start_on": ["2026-01-01"], "end_on": ["2026-03-31"]}
    export = SimpleNamespace(headers=("start_on", "end_on"), values=texts.__getitem__)
    draft = Draft(table, export, {column: Source(column, "name") for column in columns})
    settle_ends(draft)

    assert (draft.columns["end_on"].header, list(draft.derived)) == (
        ("end_on_made", ["end_on"]) if is_moved else ("end_on", [])
    )
