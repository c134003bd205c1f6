"""A line of an issued statement is doubted by its rep, answered once, and carries its amount."""

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

import pytest
from paydesk import ANA, BO, FIN, HR, OPS, Q2, Q3, checked, issued, knowing

from workbench.errors import ConflictError, ParameterError, RefusedError, UnknownNameError
from workbench.model.calendar import Calendar
from workbench.store import Actor
from workbench.store.pay.disputes import (
    accepted,
    answer_dispute,
    dispute,
    disputes_of,
    hand_over,
)
from workbench.store.pay.statement import Issued
from workbench.store.pay.statements import lines_of, statement_of

DAYS = Calendar(country="CN", zone="Asia/Shanghai")
LINE = "commission/D-12"
ABOUT = {"sum": "120.50", "hash": "s" * 64, "rows": ["D-12"]}
NIGHT = datetime(2026, 7, 1, 16, 30)  # the 2nd in Shanghai


def doubt(store, rep="ana", line=LINE, period=Q2, actor=None):
    who = actor or Actor(rep, "rep")
    found = statement_of(store, OPS, rep, period)
    return dispute(store, who, found, line, "D-12 是我的", ABOUT, calendar=DAYS)


def test_a_dispute_has_its_line_its_owner_and_the_companys_day(store):
    issued(store, "ana")
    item = doubt(replace(store, clock=lambda: NIGHT))
    (found,) = disputes_of(store, ANA)

    assert (found.dispute, found.line, found.about) == (item, LINE, ABOUT)
    assert (found.state, found.owner, found.amount) == ("open", "sales_ops", None)
    assert found.due_on == date(2026, 7, 9)
    assert found.is_overdue(date(2026, 7, 10))
    assert not found.is_overdue(date(2026, 7, 9))


def test_an_accepted_dispute_carries_by_how_much_its_line_is_corrected(store):
    issued(store, "ana", "bo")
    first, second = doubt(store), doubt(store, line="bonus")
    answer_dispute(store, OPS, second, accept=Decimal("-3"), text="counted twice")
    answer_dispute(store, OPS, first, accept=Decimal("1E+2"), text="分单已补录")

    told = [(each.line, str(each.amount), each.answer) for each in accepted(store, OPS, "ana")]
    assert told == [("bonus", "-3.00", "counted twice"), (LINE, "100.00", "分单已补录")]
    assert accepted(store, OPS, "bo") == []
    assert accepted(store, ANA, "ana") == accepted(store, OPS, "ana")


def test_a_refused_dispute_has_words_and_no_amount(store):
    issued(store, "ana")
    done = answer_dispute(store, OPS, doubt(store), accept=None, text="D-12 is Bo's")

    assert (done.state, done.amount, done.answered_by) == ("refused", None, "o1")
    assert accepted(store, OPS, "ana") == []
    assert disputes_of(store, ANA, state="refused") == [done]
    assert disputes_of(store, ANA, period=Q3) == []


def test_an_answer_is_given_once_and_the_line_may_be_doubted_again(store):
    issued(store, "ana")
    item = doubt(store)
    with pytest.raises(ConflictError, match="disputed already; sales ops answers by"):
        doubt(store)
    answer_dispute(store, OPS, item, accept=None, text="no")
    for again in (Decimal("5"), None):
        with pytest.raises(ConflictError, match="o1 refused this already"):
            answer_dispute(store, OPS, item, accept=again, text="yes")

    assert disputes_of(store, OPS)[0].amount is None
    assert doubt(store) != item


@pytest.mark.parametrize("amount", ["0", "0.00", "1.005", "NaN", "Infinity", "1E+30"])
def test_what_corrects_nothing_is_no_amount(store, amount):
    issued(store, "ana")
    item = doubt(store)
    with pytest.raises(ParameterError, match="A line cannot be corrected by"):
        answer_dispute(store, OPS, item, accept=Decimal(amount), text="yes")

    assert [each.state for each in disputes_of(store, OPS)] == ["open"]


def test_only_the_owner_answers_and_never_about_the_own_pay(store):
    issued(store, "ana", "o1", by=Actor("o2", "sales_ops"))
    item, own = doubt(store), doubt(store, rep="o1")
    with pytest.raises(RefusedError, match="sales ops does"):
        answer_dispute(store, FIN, item, accept=None, text="no")
    with pytest.raises(RefusedError, match="about their own pay"):
        answer_dispute(store, OPS, own, accept=Decimal("5"), text="yes")
    with pytest.raises(RefusedError, match="about their own pay"):
        hand_over(store, OPS, own, "friend", date(2026, 7, 20))
    before = knowing(store, o1="o3")
    with pytest.raises(RefusedError, match="about their own pay"):
        answer_dispute(before, Actor("o3", "sales_ops"), own, accept=Decimal("5"), text="yes")


def test_a_dispute_is_handed_to_another_role_or_person_with_a_new_day(store):
    issued(store, "ana")
    item, day = doubt(store), date(2026, 8, 1)
    moved = hand_over(store, OPS, item, "f2", day)
    assert (moved.owner, moved.due_on) == ("f2", day)
    for actor in (OPS, FIN):
        with pytest.raises(RefusedError, match="f2 does"):
            answer_dispute(store, actor, item, accept=None, text="no")
    hand_over(store, FIN, item, "finance", day)
    done = answer_dispute(store, FIN, item, accept=None, text="no")

    assert done.answered_by == "f1"
    with pytest.raises(ConflictError, match="f1 refused this already"):
        hand_over(store, OPS, item, "sales_ops", day)


@pytest.mark.parametrize("owner", ["", " ", "hr", "rep", "manager"])
def test_a_dispute_is_not_handed_to_who_answers_none(store, owner):
    issued(store, "ana")
    item = doubt(store)
    with pytest.raises(ParameterError, match="sales ops, finance"):
        hand_over(store, OPS, item, owner, date(2026, 8, 1))


def test_only_what_was_issued_to_oneself_is_doubted(store):
    run = checked(store, "cy")
    issued(store, "ana", "bo", period=Q3)
    (line,) = lines_of(store, OPS, run)
    with pytest.raises(ParameterError, match="only what was issued"):
        dispute(store, Actor("cy", "rep"), Issued(**vars(line)), LINE, "why?", {}, calendar=DAYS)
    for actor in (BO, OPS, FIN, HR, Actor("ana", "manager")):
        with pytest.raises(RefusedError):
            doubt(store, period=Q3, actor=actor)
    for line, text in ((" ", "why?"), (LINE, " ")):
        with pytest.raises(ParameterError, match="which line"):
            dispute(store, ANA, statement_of(store, ANA, "ana", Q3), line, text, {}, calendar=DAYS)

    assert disputes_of(store, OPS) == []


def test_disputes_are_read_by_their_rep_and_by_who_work_on_pay(store):
    issued(store, "ana", "bo")
    late, soon = doubt(store), doubt(store, rep="bo")
    hand_over(store, OPS, late, "sales_ops", date(2099, 1, 1))

    for actor in (OPS, FIN, HR):
        assert [each.dispute for each in disputes_of(store, actor)] == [soon, late], actor
    assert [each.dispute for each in disputes_of(store, ANA)] == [late]
    with pytest.raises(RefusedError):
        disputes_of(store, ANA, "bo")
    with pytest.raises(RefusedError, match=r"mia \(manager\) cannot read a dispute"):
        disputes_of(store, Actor("mia", "manager"), "ana")
    with pytest.raises(UnknownNameError):
        disputes_of(store, OPS, state="closed")


def test_a_manager_reads_that_a_line_is_disputed_and_no_words(store):
    issued(store, "ana", "bo")
    item, mia = doubt(store), Actor("mia", "manager")
    doubt(store, rep="bo")
    answer_dispute(store, OPS, item, accept=Decimal("7"), text="found it")
    (found,) = disputes_of(store, mia, "ana", leaders={"mia"})

    assert (found.line, found.state, found.amount) == (LINE, "accepted", Decimal("7.00"))
    assert (found.text, found.answer, found.about) == ("", "", {})
    for asked, leaders in (("ana", {"dan"}), ("", {"mia"}), ("", ())):
        with pytest.raises(RefusedError):
            disputes_of(store, mia, asked, leaders=leaders)
    with pytest.raises(RefusedError, match="the rep it is about"):
        doubt(store, actor=mia, line="bonus")


def test_a_dispute_under_an_earlier_id_is_the_reps_own(store):
    issued(store, "old")
    item = doubt(store, rep="old")
    known = knowing(store, old="ana")
    answer_dispute(known, OPS, item, accept=Decimal("7"), text="yes")

    assert [each.rep_id for each in accepted(known, ANA, "ana")] == ["ana"]
    assert doubt(known, rep="ana", line="bonus") != item
    assert len(disputes_of(known, ANA)) == 2


def test_a_dispute_and_its_answer_stand_in_the_trail(store):
    issued(store, "ana")
    item = doubt(store)
    answer_dispute(store, OPS, item, accept=Decimal("7"), text="yes")
    with store.reading() as connection:
        rows = connection.exec_driver_sql(
            f"SELECT verb, rep_id FROM audit WHERE subject = '{item}' ORDER BY n"
        ).all()

    assert [tuple(row) for row in rows] == [("dispute", "ana"), ("settle", "ana")]
