"""The page of tables: not stale, nothing without a meaning, and true about what it says."""

import tomllib

import pytest

from workbench.metrics.catalogue import CATALOGUE
from workbench.model.tables import TABLES
from workbench.review.mapping.dependence import (
    QUOTA_FIGURES,
    READ,
    figures_spoiled,
    figures_without,
)
from workbench.review.mapping.document import PAGE, page
from workbench.review.mapping.options import parts
from workbench.review.mapping.tables import WITHOUT
from workbench.sources.workspace_file import WorkspaceFile

COLUMNS = [(table, column) for table in TABLES.values() for column in table.columns]
OPTIONS = [
    (head, each.alias or name, each)
    for head, part in parts()
    for name, each in part.model_fields.items()
]


def chapter(head):
    return page().partition(f"\n{head}\n")[2].partition("\n### ")[0]


def test_the_page_of_tables_is_not_stale():
    assert PAGE.read_text(encoding="utf-8") == page(), "Run: make docs"


def test_every_table_and_column_is_in_it_with_a_meaning():
    assert [table.name for table in TABLES.values() if not table.meaning] == []
    assert [
        (table.name, column.name)
        for table, column in COLUMNS
        if not column.meaning
        or not any(
            line.startswith(f"| `{column.name}` |") and column.meaning in line
            for line in chapter(f"### {table.name}").splitlines()
        )
    ] == []


def test_every_option_is_in_it_with_a_meaning():
    assert {"workspace", "limits", "files", "tables"} <= set(WorkspaceFile.model_fields)
    assert len({head for head, *_ in OPTIONS}) == len(WorkspaceFile.model_fields)
    assert [
        (head, name)
        for head, name, field in OPTIONS
        if not field.description or f"| `{name}` |" not in page() or field.description not in page()
    ] == []


@pytest.mark.parametrize(
    ("head", "name", "field"), [pytest.param(*each, id=f"{each[0]}{each[1]}") for each in OPTIONS]
)
def test_every_example_can_be_pasted(head, name, field):
    (line,) = field.examples
    table = "reps" if name == "from" else "deals"  # nothing but reps is taken from elsewhere
    told = tomllib.loads(f"{head.replace('NAME', table)}\n{line}\n")
    part = told[head.strip("[]").partition(".")[0]]
    given = part[table] if "NAME" in head else part
    origin = {} if "NAME" not in head or name in ("file", "sql", "from") else {"file": "x_*.csv"}
    whole = {"reps": {"file": "r.csv"}, "deals": {"file": "d.csv"}}
    own = {table: {**origin, **given}} if "NAME" in head else given
    room = head.strip("[]").partition(".")[0]
    told = {"tables": {**whole, **own}} if room == "tables" else {"tables": whole, room: own}

    assert name in given
    WorkspaceFile.model_validate(told)


def test_what_is_absent_without_quotas_is_what_the_page_says(company):
    deals = "deal_id,rep_id,amount,is_closed,is_won,close_on\nd,ana,9,true,true,2026-08-01\n"
    rows = company(deals).facts().facts.to_pylist()
    absent = {row["metric"] for row in rows if row["reason"] == "no_quotas_table"}

    assert absent == set(QUOTA_FIGURES)


def test_each_table_says_what_is_lost_without_it():
    assert {name for name in TABLES if not figures_without(name)} == set(WITHOUT)


def test_figures_hang_on_the_columns_the_catalogue_names():
    assert figures_spoiled("leads", "first_touch_at") == (
        "lead_response_hours", "lead_response_within_1h",
    )  # fmt: skip
    assert "won_revenue" in figures_spoiled("deals", "amount")
    assert "won_deals" not in figures_spoiled("deals", "amount")
    assert figures_spoiled("deals", "name") == ()
    assert "stage_conversion" in figures_spoiled("deal_history", "stage")
    assert figures_spoiled("reps", "rep_id") == tuple(CATALOGUE)
    assert figures_spoiled("deals", "is_won") == figures_without("deals")
    assert figures_spoiled("absences", "factor") == tuple(
        key for key in CATALOGUE if key in QUOTA_FIGURES or key.startswith("projection_")
    )
    assert "calls" not in figures_spoiled("fx_rates", "rate")
    assert "won_revenue" in figures_spoiled("fx_rates", "rate")


def test_columns_read_where_they_are_there_are_columns_and_move_a_figure():
    names = {f"{table.name}.{column.name}" for table, column in COLUMNS}

    assert set(READ) <= names
    assert [name for name in READ if not figures_spoiled(*name.split("."))] == []


def test_a_column_that_is_read_where_it_is_there_moves_its_figures(company):
    rows = "deal_id,rep_id,is_closed,is_won,close_on,is_excluded\nd,ana,true,true,2026-08-01,{}\n"

    assert "won_deals" in figures_spoiled("deals", "is_excluded")
    assert company(rows.format("true")).value("won_deals") == 0
    assert company(rows.format("false")).value("won_deals") == 1
