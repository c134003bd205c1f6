"""docs/privacy.md tells who reads and does what at which stage; the rules say the same, whole."""

from itertools import product

import pytest
from written_table import PEOPLE, table

from workbench.errors import RefusedError
from workbench.store.rules import (
    SIDES,
    STAGES,
    Subject,
    is_signed,
    may_advance,
    may_appeal,
    may_ask,
    may_count,
    may_decide,
    may_delegate,
    may_read,
    may_read_agreed,
    may_read_appeal,
    may_reopen,
    may_see,
    may_set_due,
    may_sign,
    may_write,
    owners,
    require_advance,
    require_ask,
    require_decide,
    require_delegate,
    require_part,
    require_read,
    require_run,
    require_see,
    require_set_due,
    require_sign,
    require_write,
    takes_part,
)

ACTS = {
    "see": may_see,
    "advance": may_advance,
    "sign": may_sign,
    "delegate": may_delegate,
    "reopen": may_reopen,
    "appeal": may_appeal,
    "decide on an appeal": may_decide,
    "read an appeal": may_read_appeal,
    "set a due day": may_set_due,
    "ask": may_ask,
    "read what was agreed": may_read_agreed,
    "count": may_count,
}


def review(stage):
    return Subject("2026-Q3:quarterly", "ana", "mia", "lea", stage, ("max", "gil"))


def cell(actor, stage, side):
    subject = review(stage)
    told = "r" * may_read(actor, subject, side) + "w" * may_write(actor, subject, side)
    return told or "–"


def test_what_each_side_wrote_is_read_and_written_as_the_table_tells():
    told = table("What each side wrote")

    assert set(told) == set(product(SIDES, PEOPLE, STAGES))
    found = {
        (side, who, stage): {cell(actor, stage, side) for actor in PEOPLE[who]}
        for side, who, stage in told
    }
    assert {key: found[key] for key in told if found[key] != {told[key]}} == {}


def test_what_is_done_with_a_review_is_done_as_the_table_tells():
    told = table("What is done with a review")

    assert set(told) == set(product(ACTS, PEOPLE, STAGES))
    assert set(told.values()) == {"yes", "–"}
    found = {
        (act, who, stage): {ACTS[act](actor, review(stage)) for actor in PEOPLE[who]}
        for act, who, stage in told
    }
    assert {key: found[key] for key in told if found[key] != {told[key] == "yes"}} == {}


def test_nobody_leads_a_review_that_names_nobody():
    for stage, actor in product(STAGES, PEOPLE["another manager"]):
        assert not may_see(actor, Subject("2026-Q3:quarterly", "ana", "", "", stage))


def test_who_leads_a_review_is_not_above_it():
    both = Subject("2026-Q3:quarterly", "ana", "mia", "lea", "manager_review", ("lea", "mia"))

    assert all(may_write(PEOPLE[who][0], both, "manager") for who in ("manager", "delegate"))


def is_refused(require, *told):
    try:
        require(*told)
    except RefusedError:
        return True
    return False


@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize("who", PEOPLE)
def test_what_is_not_allowed_is_refused_and_nothing_else(who, stage):
    subject = review(stage)
    for actor in PEOPLE[who]:
        assert is_refused(require_see, actor, subject) != may_see(actor, subject)
        assert is_refused(require_advance, actor, subject) != may_advance(actor, subject)
        assert is_refused(require_sign, actor, subject) != may_sign(actor, subject)
        assert is_refused(require_delegate, actor, subject, "kim") != may_delegate(actor, subject)
        assert is_refused(require_ask, actor, subject, "question") != may_ask(actor, subject)
        assert is_refused(require_ask, actor, subject, "appeal") != may_appeal(actor, subject)
        is_impartial = actor.person_id not in ("ana", "mia", "lea")
        may = may_decide(actor, subject) and is_impartial
        assert is_refused(require_decide, actor, subject) != may
        assert is_refused(require_set_due, actor, subject) != may_set_due(actor, subject)
        for side in SIDES:
            assert is_refused(require_read, actor, subject, side) != may_read(actor, subject, side)
            assert is_refused(require_write, actor, subject, side) != may_write(
                actor, subject, side
            )


def test_the_own_review_is_handed_to_nobody_it_is_about():
    for who in ("manager", "sales ops", "HR"):
        assert is_refused(require_delegate, PEOPLE[who][0], review("manager_review"), "ana")
        assert not is_refused(require_delegate, PEOPLE[who][0], review("manager_review"), "")


def test_finance_support_and_the_program_have_no_part_in_what_people_write():
    for who, actors in PEOPLE.items():
        is_apart = who in ("finance", "support", "program")
        for actor in actors:
            assert takes_part(actor) != is_apart
            assert is_refused(require_part, actor, "goals") == is_apart


def test_cycles_are_run_by_sales_ops_and_hr():
    for who, actors in PEOPLE.items():
        for actor in actors:
            assert is_refused(require_run, actor, "open a cycle") != (who in ("sales ops", "HR"))


def test_a_review_is_signed_once_both_have_and_nobody_else_signs_it_off():
    signed = [stage for stage in STAGES if is_signed(review(stage))]

    assert signed == ["appeal", "closed"]
    assert owners("sign_off") == ("rep", "manager")
