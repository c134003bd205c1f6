"""Who is above the manager of record looks on: opened from the list of reps, and asked nothing.

Cy leads Ana, Dee leads Cy, and Eva leads Dee; the list of reps goes round from Eva to Cy.
"""

from datetime import date

import pytest

from workbench.errors import RefusedError
from workbench.review.cycle.desk import open_desk
from workbench.review.cycle.opening import begin
from workbench.review.cycle.todo import todo
from workbench.review.growing.members import members_of
from workbench.store import Actor
from workbench.store.entries import Place, read_entries, save_entry
from workbench.store.moves import advance
from workbench.store.promises import Promise, keep_promise, promises_of

NAME = "2026-Q3:quarterly"
ANA, HR = Actor("ana", "rep"), Actor("H1", "hr")
CY, DEE, EVA = (Actor(name, "manager") for name in ("cy", "dee", "eva"))
REPS = """
rep_id,name,email,manager_id,hired_on,left_on
ana,Ana,ana@x.cn,cy,2020-01-01,
cy,Cy,cy@x.cn,dee,2020-01-01,
dee,Dee,dee@x.cn,eva,2020-01-01,
eva,Eva,eva@x.cn,cy,2020-01-01,
"""
DEALS = """
deal_id,rep_id,amount,is_closed,is_won,created_on,close_on
D1,ana,46,true,true,2026-07-01,2026-07-10
D2,ana,20,false,false,2026-07-01,2026-09-30
D3,cy,46,true,true,2026-07-01,2026-07-10
"""
# A manager is reviewed who has targets
QUOTAS = """
rep_id,metric,start_on,end_on,target,weight
cy,won_revenue,2026-07-01,2026-10-01,184,1
"""


@pytest.fixture
def desk(company):
    opened = open_desk(company(DEALS, reps=REPS, quotas=QUOTAS).workspace, "en")
    begin(opened, HR, "2026-Q3", reps=["ana", "cy"])
    yield opened
    opened.store.engine.dispose()


def above(desk):
    return {each.rep_id: each.standing.subject.above for each in desk.status(HR, NAME)}


def test_the_list_of_reps_tells_who_is_above_and_nobody_is_above_themselves(desk):
    assert above(desk) == {"ana": ("dee", "eva"), "cy": ("eva",)}


def test_they_see_that_a_review_stands_and_read_it_once_the_manager_has_handed_in(desk):
    save_entry(desk.store, ANA, Place(NAME, "ana", "problems", "stuck", "rep"), "mine", 0)
    found = {}
    for actor in (ANA, ANA, CY):
        stands = [each.rep_id for each in desk.status(EVA, NAME)]
        assert stands == ["ana", "cy"]
        found[desk.status(EVA, NAME)[0].standing.subject.stage] = words(desk)
        advance(desk.store, actor, NAME, "ana")
    found["calibration"] = words(desk)

    assert found == {
        "data_check": set(), "self_review": set(), "manager_review": set(), "calibration": {"mine"},
    }  # fmt: skip


def words(desk):
    read = read_entries(desk.store, EVA, NAME, "ana").values()
    return {each.value for each in read if not each.is_proposed}


def test_nothing_of_it_is_theirs_to_do(desk):
    with desk.store.writing() as connection:
        kept = Promise(cycle=NAME, rep_id="ana", owner_id="ana", what="call",
                       due_on=date(2026, 11, 1))  # fmt: skip
        keep_promise(desk.store, connection, ANA, kept)
    for actor in (ANA, ANA, CY):
        advance(desk.store, actor, NAME, "ana")

    assert [each.what for each in promises_of(desk.store, EVA, NAME, "ana")] == ["call"]
    assert todo(desk, EVA) == []
    with pytest.raises(RefusedError, match="does not move"):
        desk.advance(EVA, NAME, "ana")


def test_who_leads_somebody_directly_is_that_ones_manager_and_no_others(desk):
    span = desk.workspace.calendar.period("2026-Q3")

    assert members_of(desk, DEE, span)[1] == ("cy",)
    assert members_of(desk, EVA, span)[1] == ()
    assert [each.rep_id for each in todo(desk, CY)] == []
    advance(desk.store, Actor("cy", "rep"), NAME, "cy")
    advance(desk.store, Actor("cy", "rep"), NAME, "cy")
    assert [each.rep_id for each in todo(desk, DEE)] == ["cy"]
