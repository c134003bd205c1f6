"""Rules that need no store: who is addressed, who reads a mentor's line, who sees the whole."""

from dataclasses import replace

import pytest
from desk import ANA, BO, CYCLE, HR, MIA, OPS, begin

from workbench.errors import RefusedError
from workbench.i18n import told
from workbench.store import Actor
from workbench.store.goal_rules import may_read_goal, require_set_goal
from workbench.store.goals import Goal, goals_of, save_goal
from workbench.store.inbox_rules import addresses, answerer, may_answer, works_with
from workbench.store.line import Line
from workbench.store.register_rules import may_end, may_read_line, require_add, require_end
from workbench.store.rules import Subject, require_whole
from workbench.store.subjects import delegate

KIM = Actor("kim", "manager")
OF_ANA = Subject(CYCLE, "ana", "mia", "", "self_review")
MINE = Goal(period="2026-Q3", level="rep", owner_id="ana", what="My part", metric="won_revenue",
            baseline="900", target="1000")  # fmt: skip


@pytest.mark.parametrize(
    ("actor", "found"),
    [
        (ANA, ["ana", "rep"]),
        (Actor("hr", "rep"), ["rep"]),  # called like a role: not addressed as the role
        (Actor("", "program"), ["program"]),
    ],
)
def test_people_are_addressed_by_id_and_role_but_never_as_a_role_they_are_not(actor, found):
    assert addresses(actor) == found
    assert [may_answer(actor, owner) for owner in ("ana", "hr", actor.role)] == [
        owner in found for owner in ("ana", "hr", actor.role)
    ]


@pytest.mark.parametrize(
    ("actor", "kind", "delegate_id", "owner"),
    [
        (ANA, "question", "", "sales_ops"),
        (ANA, "appeal", "", "hr"),
        (ANA, "support", "", "mia"),
        (ANA, "support", "kim", "kim"),
        (ANA, "feedback", "", "mia"),  # of the rep to who leads
        (ANA, "feedback", "kim", "kim"),
        (BO, "feedback", "", "ana"),  # of anybody else to the rep
        (MIA, "feedback", "", "ana"),
    ],
)
def test_what_is_asked_goes_to_whom_it_is_for(actor, kind, delegate_id, owner):
    assert answerer(actor, Subject(CYCLE, "ana", "mia", delegate_id, "self_review"), kind) == owner


@pytest.mark.parametrize(("kind", "owner"), [("support", "sales_ops"), ("feedback", "hr")])
def test_where_nobody_leads_an_office_answers(kind, owner):
    assert answerer(ANA, Subject(CYCLE, "ana", "", "", "self_review"), kind) == owner


def test_colleagues_have_the_same_manager_and_no_manager_is_no_team():
    of_bo, of_cyd = (Subject(CYCLE, rep, lead, "", "self_review")
                     for rep, lead in (("bo", "mia"), ("cyd", "kim")))  # fmt: skip
    alone = [Subject(CYCLE, rep, "", "", "self_review") for rep in ("ana", "bo")]

    assert works_with(BO, OF_ANA, [OF_ANA, of_bo, of_cyd])
    assert not works_with(BO, of_cyd, [OF_ANA, of_bo, of_cyd])
    assert works_with(MIA, OF_ANA, [])
    assert not works_with(BO, alone[0], alone)


@pytest.mark.parametrize(
    ("register", "owner", "is_read"),
    [("mentoring", "bo", True), ("mentoring", "cyd", False), ("course", "bo", False)],
)
def test_who_leads_a_mentor_reads_the_mentors_part_and_no_other_line(register, owner, is_read):
    line = Line(register=register, what="calls", rep_id="cyd", owner=owner, made_by="kim")

    assert may_read_line(MIA, line, {"ana", "bo"}) == is_read


def test_who_is_refused_a_line_is_told_whose_it_is_and_who_adds():
    line = Line(register="mentoring", what="calls", rep_id="ana", owner="bo", made_by="kim")

    with pytest.raises(RefusedError) as ended:
        require_end(ANA, line)
    assert told(ended.value, "en") == "ana cannot end this; bo can."
    assert may_end(BO, line)
    assert not may_end(KIM, line)  # made it, and somebody else owns it
    with pytest.raises(RefusedError) as added:
        require_add(ANA, line, ())
    assert told(added.value, "en").endswith("those who can: manager, sales ops, HR.")


def test_the_whole_of_a_store_is_for_sales_ops_and_the_program_alone():
    require_whole(OPS, "exchange")
    require_whole(Actor("", "program"), "exchange")
    for actor in (ANA, MIA, HR):
        with pytest.raises(RefusedError):
            require_whole(actor, "exchange")


@pytest.mark.parametrize(
    ("actor", "led", "is_read"),
    [
        (OPS, (), True), (HR, (), True), (ANA, (), True), (BO, (), False),
        (MIA, ("ana",), True), (MIA, (), False), (BO, ("ana",), False),
    ],
)  # fmt: skip
def test_a_reps_goal_is_for_the_rep_who_leads_and_the_offices(actor, led, is_read):
    assert may_read_goal(actor, MINE, led) == is_read


def test_who_a_review_was_handed_to_sees_the_reps_goals(store):
    begin(store)
    save_goal(store, ANA, MINE)
    save_goal(store, HR, replace(MINE, period="2026-Q4"))
    assert goals_of(store, KIM, "2026-Q3") == []

    delegate(store, MIA, CYCLE, "ana", "kim")

    assert [each.owner_id for each in goals_of(store, KIM, "2026-Q3")] == ["ana"]
    assert goals_of(store, KIM, "2026-Q4") == []  # a review of another period hands over nothing


def test_a_goal_may_weigh_one_of_a_hundred(store):
    begin(store)

    assert save_goal(store, ANA, replace(MINE, weight="1")).weight == "1"


def test_the_companys_goals_are_set_by_the_offices_alone():
    goal = replace(MINE, level="company", owner_id="mia")

    for office in (OPS, HR):
        require_set_goal(office, goal, ())
    with pytest.raises(RefusedError, match="company"):
        require_set_goal(MIA, goal, ())
