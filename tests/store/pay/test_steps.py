"""Draft, checked, approved, paid: in this order, each once, by two people, none for the own pay."""

from dataclasses import replace
from datetime import datetime

import pytest
from paydesk import ANA, FIN, OPS, Q2, Q3, checked, draft, drafted, head, issued, knowing
from sqlalchemy import select

from workbench.errors import ConflictError, ParameterError, RefusedError, StoreError
from workbench.store import Actor
from workbench.store.pay.runs import begin_run, find_run
from workbench.store.pay.statements import statement_of
from workbench.store.pay.steps import approve_run, check_run, pay_run, withdraw_run
from workbench.store.schema import audit

OTHER = Actor("f2", "finance")
AT = datetime(2026, 7, 3, 8, 30)


def test_the_steps_in_their_order_tell_who_and_when(store):
    at = replace(store, clock=lambda: AT)
    run = drafted(at, "ana")
    check_run(at, OPS, run)
    approve_run(at, FIN, run)
    found = pay_run(at, OTHER, run)

    told = [(each.step, each.person_id, each.role, each.at) for each in found.steps]
    assert told == [
        ("draft", "o1", "sales_ops", AT),
        ("checked", "o1", "sales_ops", AT),
        ("approved", "f1", "finance", AT),
        ("paid", "f2", "finance", AT),
    ]
    with store.reading() as connection:
        trail = connection.execute(select(audit.c.verb, audit.c.subject).order_by(audit.c.n)).all()
    assert trail == [(f"pay {step}", Q2) for step, *_rest in told]


def test_a_step_out_of_order_says_what_is_next_and_who_does_it(store):
    run = drafted(store, "ana")
    with pytest.raises(ParameterError, match=r"2026-Q2 is a draft.* sales ops checks it"):
        approve_run(store, FIN, run)
    with pytest.raises(ParameterError, match="pay check --run 2026-Q2"):
        pay_run(store, FIN, run)
    check_run(store, OPS, run)
    with pytest.raises(ParameterError, match=r"was checked by o1.* finance approves it"):
        pay_run(store, FIN, run)

    assert find_run(store, OPS, run=run).state == "checked"


def test_each_step_is_taken_once(store):
    at = replace(store, clock=lambda: AT)
    run = issued(at, "ana")
    with pytest.raises(
        ConflictError, match="2026-Q2 was approved by f1 on 2026-07-03 at 08:30 UTC; a run is appr"
    ):
        approve_run(store, OTHER, run)
    with pytest.raises(ConflictError, match="a run is checked once"):
        check_run(store, OPS, run)
    pay_run(store, FIN, run)
    with pytest.raises(ConflictError, match="a run is paid once"):
        pay_run(store, FIN, run)

    assert [each.step for each in find_run(store, OPS, run=run).steps] == [
        "draft", "checked", "approved", "paid",
    ]  # fmt: skip


@pytest.mark.parametrize("approver", ["o1", "O1", "before"])
def test_who_checked_does_not_approve_in_another_role_or_under_another_id(store, approver):
    known = knowing(store, before="o1")
    run = checked(known, "ana")
    with pytest.raises(RefusedError, match=r"o1 \(sales ops\) checked it, and two people look"):
        approve_run(known, Actor(approver, "finance"), run)

    assert statement_of(store, OPS, "ana", Q2) is None
    assert approve_run(known, FIN, run).issued == ("ana",)


def test_who_checked_under_an_earlier_id_does_not_approve(store):
    run = drafted(store, "ana")
    check_run(store, Actor("before", "sales_ops"), run)
    with pytest.raises(RefusedError, match="two people look"):
        approve_run(knowing(store, before="f1"), FIN, run)


@pytest.mark.parametrize("paid", ["f1", "F1", "before"])
def test_nobody_approves_the_own_pay(store, paid):
    known = knowing(store, before="f1")
    run = checked(known, "ana", paid)
    with pytest.raises(RefusedError, match="about their own pay; somebody else in finance"):
        approve_run(known, FIN, run)

    assert approve_run(known, OTHER, run).issued == tuple(sorted(("ana", paid)))


def test_nobody_checks_the_own_pay(store):
    run = drafted(store, "ana", "o1")
    with pytest.raises(RefusedError, match="about their own pay; somebody else in sales ops"):
        check_run(store, OPS, run)

    assert check_run(store, Actor("o2", "sales_ops"), run).state == "checked"


def test_a_statement_that_could_not_be_computed_is_told_and_left_for_a_later_run(store):
    run = begin_run(store, OPS, head(), [draft("ana"), draft("bo", pay=None)])
    check_run(store, OPS, run)
    done = approve_run(store, FIN, run)

    assert done.issued == ("ana",)
    assert done.left == {"bo": "A rate of USD is missing."}
    assert statement_of(store, OPS, "bo", Q2) is None
    assert approve_run(store, FIN, checked(store, "bo")).issued == ("bo",)


def test_a_run_without_any_statement_is_not_approved(store):
    run = begin_run(store, OPS, head(), [draft(pay=None)])
    check_run(store, OPS, run)
    with pytest.raises(ParameterError, match=r"nothing to issue.*ana: A rate of USD is missing"):
        approve_run(store, FIN, run)

    assert find_run(store, OPS, run=run).state == "checked"


@pytest.mark.parametrize("is_drafted_first", [True, False])
def test_two_ids_found_to_be_one_person_are_not_both_issued(store, is_drafted_first):
    if is_drafted_first:
        first, second = checked(store, "old"), checked(store, "ana")
        approve_run(store, FIN, first)
    else:
        issued(store, "old")
        second = checked(store, "ana")
    with pytest.raises((ConflictError, ParameterError), match=r"ana \(as old\) in 2026-Q2"):
        approve_run(knowing(store, old="ana"), FIN, second)

    assert find_run(store, OPS, run=second).state == "checked"


def test_the_database_itself_refuses_to_issue_twice(store):
    run = issued(store, "ana")
    other = drafted(store, "bo")
    with pytest.raises(StoreError, match="refused the change"), store.writing() as connection:
        connection.exec_driver_sql(
            f"INSERT INTO pay_issued (rep_id, period, run) VALUES ('ana', '{Q2}', '{other}')"
        )

    assert statement_of(store, OPS, "ana", Q2).run == run


def test_a_run_is_withdrawn_with_a_reason_until_it_is_approved(store):
    run = checked(store, "ana")
    with pytest.raises(ParameterError, match="say why"):
        withdraw_run(store, OPS, run, " ")
    found = withdraw_run(store, FIN, run, "older data")
    assert (found.state, found.steps[-1].why) == ("withdrawn", "older data")
    with pytest.raises(ParameterError, match=r"withdrawn by f1 .*\(older data\), so it cannot be"):
        approve_run(store, OTHER, run)
    again = issued(store, "ana")
    with pytest.raises(ConflictError, match=r"2026-Q2.2 was approved .* cannot be withdrawn"):
        withdraw_run(store, OPS, again, "too late")


def test_a_replaced_run_goes_no_further(store):
    run = checked(store, "ana")
    drafted(store, "ana")
    with pytest.raises(ParameterError, match=r"2026-Q2.2 took its place\), so it cannot be appr"):
        approve_run(store, FIN, run)


def test_a_check_notices_what_was_issued_since_the_draft(store):
    late = drafted(store, "ana", period=Q3)
    issued(store, "ana")
    with pytest.raises(ParameterError, match=r"2026-Q3 was computed before .* ana in 2026-Q2"):
        check_run(store, OPS, late)
    with pytest.raises(RefusedError):
        check_run(store, ANA, late)
