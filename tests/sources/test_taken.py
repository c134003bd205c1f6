"""Reps taken from the deals: each who is named there, once, and nobody else."""

import pytest

from workbench.errors import WorkspaceError

TAKEN = """
[tables.reps]
from = "deals"
{more}
[tables.deals]
file = "deals.csv"
columns.deal_id = "id"
columns.rep_id = "Owner Id"
columns.is_closed = "c"
columns.is_won = "w"
columns.amount = "a"
columns.close_on = "d"
values.rep_id = {{ U2b = "U2" }}
"""
DEALS = """
id,Owner Id,Owner,c,w,a,d
D1,U1,Ana,true,true,10,2026-08-01
D2,U2,Bo,true,true,20,2026-08-01
D3,U1,Ana,true,true,30,2026-08-01
D4,U2b,Bo,true,false,40,2026-08-01
D5,U1,Ana,false,false,50,2026-08-01
"""


def reps_of(made):
    rows = made.freeze().table("reps").to_pylist()
    return [(row["rep_id"], row["name"]) for row in rows]


def test_each_rep_stands_once_with_the_name_beside_the_id(company):
    made = company(DEALS, toml=TAKEN.format(more='columns.name = "Owner"'))

    # U2b is U2, as the deals map it; that people stand in many rows is no fault
    assert reps_of(made) == [("U1", "Ana"), ("U2", "Bo")]
    assert [note.table for note in made.freeze().notes] == []
    assert made.value("won_revenue", "U1") == 40


def test_without_a_column_of_names_the_id_is_the_name(company):
    assert reps_of(company(DEALS, toml=TAKEN.format(more=""))) == [("U1", "U1"), ("U2", "U2")]


def test_a_deal_of_nobody_makes_no_rep(company):
    rows = "".join(f"E{n},U1,Ana,true,true,1,2026-08-01\n" for n in range(40))
    made = company(f"{DEALS}{rows}D9,,,true,true,5,2026-08-01\n", toml=TAKEN.format(more=""))

    assert [rep for rep, _ in reps_of(made)] == ["U1", "U2"]
    assert made.freeze().rejected("deals")["reason"].to_pylist() == ["required_missing"]


@pytest.mark.parametrize(("table", "other"), [("reps", "quotas"), ("accounts", "deals")])
def test_only_reps_are_taken_and_only_from_the_deals(company, table, other):
    made = company(DEALS, toml=f'[tables.{table}]\nfrom = "{other}"\n')

    with pytest.raises(WorkspaceError, match=f'from = "{other}" cannot be: only reps'):
        made.freeze()
