"""Targets side by side become rows: a month, a quarter, a year each."""

import pytest

from workbench.proposal.export import read_export
from workbench.proposal.spans import _span, wide_quotas
from workbench.sources.scratch import scratch


@pytest.mark.parametrize(
    ("header", "span"),
    [
        ("Jan", (0, 1, 1)),
        ("December 2025", (2025, 12, 1)),
        ("März", (0, 3, 1)),
        ("août", (0, 8, 1)),
        ("1月", (0, 1, 1)),
        ("2026年12月", (2026, 12, 1)),
        ("十一月", (0, 11, 1)),
        ("十月", (0, 10, 1)),
        ("M03", (0, 3, 1)),
        ("2026-07", (2026, 7, 1)),
        ("Q4 2026", (2026, 10, 3)),
        ("第一季度", (0, 1, 3)),
        ("2025", (2025, 1, 12)),
        ("2025年", (2025, 1, 12)),
    ],
)
def test_a_header_names_its_year_its_first_month_and_how_many(header, span):
    assert _span(header) == span


@pytest.mark.parametrize("header", ["Name", "Marge", "13", "2026-13", "Total", "Region", "全年"])
def test_a_word_that_only_begins_like_a_month_is_none(header):
    assert _span(header) is None


def rows(folder, text, name="targets.csv"):
    """Give the rows made of a file, sorted; None where it is no such file."""
    place = folder({name: text})
    with scratch() as room:
        export = read_export(room, place / name, {}, "1")
        draft = wide_quotas(export)
        if draft is None:
            return None
        room.connection.execute(f"CREATE VIEW quotas AS FROM {export.view()}")
        return sorted(room.connection.execute(draft.select()).fetchall())


def test_each_column_of_a_month_is_a_row_of_each_person_and_the_year_their_sum(folder):
    assert rows(folder, "Owner,Nov 2026,Dec 2026,2026\nAna,10,20,30\nBo,1,2,3\n") == [
        ("Ana", "2026-11-01", "2026-12-01", "10"),
        ("Ana", "2026-12-01", "2027-01-01", "20"),
        ("Bo", "2026-11-01", "2026-12-01", "1"),
        ("Bo", "2026-12-01", "2027-01-01", "2"),
    ]


def test_years_side_by_side_are_no_sum_of_each_other(folder):
    assert rows(folder, "Owner,2025,2026\nAna,10,20\n") == [
        ("Ana", "2025-01-01", "2026-01-01", "10"),
        ("Ana", "2026-01-01", "2027-01-01", "20"),
    ]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("targets.csv", "Owner,Q1 2026,Q4 2026\nAna,10,20\n"),
        ("targets.csv", "Owner,Year,Q1,Q4\nAna,FY 2026,10,20\n"),
        ("targets 2026.csv", "Owner,Q1,Q4\nAna,10,20\n"),
    ],
    ids=["in the header", "in a column", "in the file's name"],
)
def test_the_year_is_where_it_is_told(folder, name, text):
    assert rows(folder, text, name) == [
        ("Ana", "2026-01-01", "2026-04-01", "10"),
        ("Ana", "2026-10-01", "2027-01-01", "20"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Owner,Jan,Feb\nAna,10,20\n",  # of which year is told nowhere
        "Owner,Jan 2026,Amount\nAna,10,20\n",  # one month alone
        "Thing,Jan 2026,Feb 2026\nAna,10,20\n",  # whose targets, nobody knows
    ],
)
def test_what_leaves_year_person_or_span_open_is_no_such_file(folder, text):
    assert rows(folder, text) is None


def test_rows_side_by_side_ask_for_their_people_by_the_column_that_names_them(folder):
    place = folder({"targets.csv": "Owner,Jan 2026,Feb 2026\nAna,10,20\n"})
    with scratch() as room:
        draft = wide_quotas(read_export(room, place / "targets.csv", {}, "1"))

    assert draft.table == "quotas"
    assert draft.offered == {"rep_id": ["Owner"]}
    assert {column: (each.header, each.how) for column, each in draft.columns.items()} == {
        column: (column, "content") for column in ("rep_id", "start_on", "end_on", "target")
    }
