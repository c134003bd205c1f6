"""Totals alone are the totals of the whole set of facts, and cost no comparison."""

import gc
import shutil

import pyarrow.compute as pc
import pytest

from workbench.review.quality.effect import default_effect
from workbench.snapshots.engine import computed
from workbench.snapshots.facts import facts_folder, period_facts
from workbench.snapshots.totals import period_totals

DEALS = """
deal_id,rep_id,amount,is_closed,is_won,created_on,close_on,stage
d1,ana,10,true,true,2026-07-01,2026-08-01,4
d2,bo,20,true,false,2026-07-01,2026-08-01,3
d3,bo,,true,true,2026-07-01,2026-08-01,4
d4,ana,40,false,false,2026-07-01,2026-09-01,2
d5,bo,60,false,false,2026-07-01,2026-09-02,2
d6,bo,,false,false,2026-07-01,2026-09-03,1
"""
HISTORY = """
deal_id,at,stage,amount,close_on
d1,2026-07-01T01:00:00Z,1,9,2026-08-01
d1,2026-07-20T01:00:00Z,2,10,2026-09-01
d5,2026-07-01T01:00:00Z,2,60,2026-09-02
"""


@pytest.fixture
def made(company):
    reps = "rep_id,name,manager_id\nmia,Mia,\nana,Ana,mia\nbo,Bo,mia\n"
    return company(DEALS, reps=reps, deal_history=HISTORY)


@pytest.fixture
def asked(made):
    return made.freeze(), made.workspace, made.workspace.calendar.period("2026-Q3")


def test_totals_are_those_of_the_whole_set(asked):
    alone = period_totals(*asked)
    assert not facts_folder(*asked).exists()

    whole = period_facts(*asked)
    shutil.rmtree(facts_folder(*asked).with_name(f"{facts_folder(*asked).name}-totals"))
    from_whole = period_totals(*asked)
    assert not list(facts_folder(*asked).parent.glob("*-totals"))

    totals = whole.facts.filter(pc.equal(whole.facts["by"], "")).to_pylist()
    assert alone.facts.to_pylist() == from_whole.facts.to_pylist() == totals
    assert (
        alone.left_out.to_pylist() == from_whole.left_out.to_pylist() == whole.left_out.to_pylist()
    )


def test_what_is_past_its_date_is_told_with_its_amount(asked):
    rows = period_totals(*asked).left_out.to_pylist()

    past = {row["rep_id"]: row for row in rows if row["reason"] == "past_due"}
    assert {rep: (row["n"], row["amount"]) for rep, row in past.items()} == {
        "ana": (1, 40), "bo": (2, 60), "mia": (3, 100),
    }  # fmt: skip
    assert all(row["amount"] is None for row in rows if row["reason"] != "past_due")


def test_faults_are_told_alike_whether_documents_were_made_or_not(asked):
    snapshot, workspace, _period = asked
    before = default_effect(snapshot, workspace)

    period_facts(*asked)
    shutil.rmtree(next(workspace.folder.glob("facts/*/*-totals")))

    assert default_effect(snapshot, workspace) == before


def test_the_collector_is_held_while_figures_are_made_and_then_as_it_was(asked):
    assert computed(asked[0], lambda _tables: gc.isenabled()) is False
    assert gc.isenabled()

    gc.disable()
    try:
        computed(asked[0], len)
        assert not gc.isenabled()
    finally:
        gc.enable()
