"""Feedback in the page: offered to the own team by name, to all of the cycle by id, read by one.

Cy leads Ana and Bo, Ed leads Di.
"""

import pytest

from workbench.review.cycle.desk import open_desk
from workbench.review.cycle.opening import begin
from workbench.store import Actor
from workbench.store.inbox import colleagues, inbox_of
from workbench.widgets.steps import Steps

OPS, HR, NAME = Actor("O", "sales_ops"), Actor("H", "hr"), "2026-Q3:quarterly"
ANA, BO, DI = (Actor(name, "rep") for name in ("ana", "bo", "di"))
CY, ED = Actor("cy", "manager"), Actor("ed", "manager")
REPS = """
rep_id,name,manager_id
ana,Ana,cy
bo,Bo,cy
di,Di,ed
cy,Cy,
ed,Ed,
"""


@pytest.fixture
def desk(company):
    made = company(reps=REPS)
    made.freeze()
    opened = open_desk(made.workspace, "en")
    begin(opened, OPS, "2026-Q3", reps=["ana", "bo", "di"], is_ahead=True)
    yield opened
    opened.store.engine.dispose()


def give(desk, actor, rep_id, to, words):
    page = Steps(desk, actor, NAME, rep_id)
    if to is not None:
        page.giving.to.value = to
    page.giving.words.value = words
    page._do(page.giving.give)
    return page


def read(desk, actor):
    return [each.text for each in inbox_of(desk.store, actor) if each.owner == actor.person_id]


def test_it_goes_to_whom_it_is_addressed_and_to_nobody_else(desk):
    page = give(desk, ANA, "ana", "Bo (bo)", "calm with the <customer>")
    assert "It is with bo, to be answered by" in page.said.value
    assert "calm with the &lt;customer&gt;" in page.inbox.table.value
    assert page.giving.words.value == ""
    give(desk, ANA, "ana", "Cy (cy), who leads my review", "clear targets")
    give(desk, CY, "bo", None, "well prepared")  # on the page of Bo: to Bo
    give(desk, ANA, "ana", "di", "joined my call")  # of another team, by the id

    assert {who.person_id: read(desk, who) for who in (ANA, BO, CY, DI, ED)} == {
        "ana": [], "bo": ["calm with the <customer>", "well prepared"], "cy": ["clear targets"],
        "di": ["joined my call"], "ed": [],
    }  # fmt: skip
    assert "calm" not in Steps(desk, CY, NAME, "bo").inbox.table.value
    assert "calm" in Steps(desk, BO, NAME, "bo").inbox.table.value


def test_a_rep_is_offered_the_own_team_alone_and_an_office_everybody(desk):
    offered = {who: Steps(desk, who, NAME, "ana").giving.to.options for who in (ANA, CY, HR)}

    assert offered[ANA] == ("Cy (cy), who leads my review", "Bo (bo)")
    assert offered[CY] == ("Ana (ana)", "Bo (bo)")
    assert offered[HR] == ("Ana (ana)", "Bo (bo)", "Di (di)")
    assert colleagues(desk.store, Actor("eve", "rep"), NAME) == []
    assert colleagues(desk.store, Actor("F", "finance"), NAME) == []


@pytest.mark.parametrize("to", ["bob", "Di", "ed"])
def test_a_name_that_is_none_is_told_without_naming_who_is_near(desk, to):
    page = give(desk, ANA, "ana", to, "thanks")

    assert f"is called “{to}”." in page.said.value
    assert "Did you mean" not in page.said.value
    assert page.giving.words.value == "thanks"


def test_nobody_named_and_nothing_said_are_refused_and_the_words_stay(desk):
    assert "Say for whom" in give(desk, ANA, "ana", " ", "thanks").said.value
    assert "Nothing is asked" in give(desk, ANA, "ana", "Bo (bo)", " ").said.value
    assert read(desk, BO) == []
