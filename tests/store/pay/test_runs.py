"""Runs are drafted, replaced by later drafts, listed and found; nobody is drafted twice."""

from dataclasses import replace
from decimal import Decimal

import pytest
from paydesk import ANA, FIN, HR, OPS, Q2, Q3, checked, draft, drafted, head, issued, knowing

from workbench.errors import ConflictError, ParameterError, RefusedError, UnknownNameError
from workbench.store.pay.runs import begin_run, find_run, runs
from workbench.store.pay.statements import last_approval, lines_of
from workbench.store.pay.steps import approve_run, check_run, withdraw_run


def states(store, period=Q2):
    return {each.run: each.state for each in runs(store, OPS, period)}


def test_a_run_is_kept_with_its_head_and_its_first_step(store):
    asked = replace(head(), plans=("ae-2026",), reps=("ana",), asked="2026-06-30")
    run = begin_run(store, OPS, asked, [draft()])
    (found,) = runs(store, OPS)

    assert (run, found.run, found.state) == (Q2, Q2, "draft")
    assert replace(found.head, rules={}) == replace(asked, rules={})
    assert found.head.rules == asked.rules
    assert (found.drafted.person_id, found.drafted.role) == ("o1", "sales_ops")
    assert [each.pay for each in lines_of(store, OPS, run)] == [Decimal("120.50")]


def test_a_later_draft_of_the_same_people_replaces_the_open_run(store):
    first, second = drafted(store, "ana", "bo"), drafted(store, "bo")
    third = drafted(store, "cy")

    assert (first, second, third) == (Q2, f"{Q2}.2", f"{Q2}.3")
    assert states(store) == {first: "replaced", second: "draft", third: "draft"}
    replaced = runs(store, OPS)[0].step("replaced")
    assert replaced.why == "2026-Q2.2 took its place"


def test_a_checked_run_is_replaced_and_another_period_is_not(store):
    first, other = checked(store, "ana"), drafted(store, "ana", period=Q3)
    drafted(store, "ana")

    assert states(store)[first] == "replaced"
    assert states(store, Q3) == {other: "draft"}


def test_who_is_issued_is_not_drafted_again_and_is_named_with_the_run(store):
    issued(store, "ana")
    with pytest.raises(ConflictError, match=r"Issued for 2026-Q2 already: ana in 2026-Q2\."):
        drafted(store, "ana", "bo")

    assert states(store) == {Q2: "approved"}
    assert drafted(store, "ana", period=Q3) == Q3


def test_what_was_issued_under_an_earlier_id_is_issued(store):
    issued(store, "old")
    with pytest.raises(ConflictError, match=r"ana \(as old\) in 2026-Q2"):
        drafted(knowing(store, old="ana"), "ana")

    assert drafted(store, "ana") == f"{Q2}.2"


def test_an_open_run_under_an_earlier_id_is_replaced(store):
    first = drafted(store, "old")
    drafted(knowing(store, old="ana"), "ana")

    assert states(store)[first] == "replaced"


@pytest.mark.parametrize(
    ("drafts", "says"),
    [
        ([], "Nobody is paid for 2026-Q2"),
        ([draft(period=Q3)], "of 2026-Q3, the run of 2026-Q2"),
        ([draft(pay=None, fault="")], "a sum, or the reason for none"),
        ([draft(fault="but a rate is missing")], "a sum, or the reason for none"),
        ([draft(pay="NaN")], "not an amount"),
        ([draft(), draft()], "ana and ana are one person"),
        ([draft(), draft("old")], "ana and old are one person"),
    ],
)
def test_what_is_no_draft_is_refused_and_nothing_is_kept(store, drafts, says):
    with pytest.raises(ParameterError, match=says):
        begin_run(knowing(store, old="ana"), OPS, head(), drafts)

    assert runs(store, OPS) == []


def test_a_draft_that_does_not_know_the_latest_statements_is_refused(store):
    before = last_approval(store)
    issued(store, "ana")
    with pytest.raises(ParameterError, match=r"computed before .* ana in 2026-Q2"):
        begin_run(store, OPS, head(Q3), [draft(period=Q3)], seen=before)

    assert states(store, Q3) == {}
    assert begin_run(store, OPS, head(Q3), [draft(period=Q3)], seen=last_approval(store)) == Q3
    other = draft("bo", period=Q3)
    assert begin_run(store, OPS, head(Q3), [other], seen=before) == f"{Q3}.2"


def test_two_drafts_side_by_side_do_not_both_take_back_the_same(store):
    early, late = checked(store, "ana"), checked(store, "ana", period=Q3)
    approve_run(store, FIN, early)
    with pytest.raises(ParameterError, match=r"2026-Q3 was computed before .* ana in 2026-Q2"):
        approve_run(store, FIN, late)
    again = drafted(store, "ana", period=Q3)
    check_run(store, OPS, again)

    assert approve_run(store, FIN, again).issued == ("ana",)


def test_a_run_is_found_by_name_or_as_the_one_of_a_period_that_is_meant(store):
    first = issued(store, "ana")
    assert find_run(store, OPS, period=Q2).run == first
    second = drafted(store, "bo")
    assert find_run(store, OPS, period=Q2).run == second
    assert find_run(store, OPS, period=Q2, states=("approved",)).run == first
    assert find_run(store, OPS, run=first).state == "approved"
    third = drafted(store, "cy")
    with pytest.raises(ParameterError, match=r"2026-Q2.2 \(draft\), 2026-Q2.3 \(draft\).*--run"):
        find_run(store, OPS, period=Q2)
    for run in (second, third):
        withdraw_run(store, OPS, run, "wrong data")

    assert find_run(store, OPS, period=Q2).run == first


def test_a_run_there_is_none_of_is_said(store):
    drafted(store, "ana")
    with pytest.raises(UnknownNameError, match="Did you mean '2026-Q2'"):
        find_run(store, OPS, run="2026-Q")
    with pytest.raises(ParameterError, match="no pay run of 2026-Q3"):
        find_run(store, OPS, period=Q3)
    with pytest.raises(ParameterError, match="in one of these states: approved"):
        find_run(store, OPS, period=Q2, states=("approved",))


def test_hr_sees_a_run_once_it_is_approved(store):
    run = checked(store, "ana")
    assert runs(store, HR) == []
    for read in (lambda: find_run(store, HR, run=run), lambda: lines_of(store, HR, run)):
        with pytest.raises(RefusedError, match="before finance has approved it"):
            read()
    approve_run(store, FIN, run)

    assert [each.run for each in runs(store, HR)] == [run]
    assert [each.rep_id for each in lines_of(store, HR, run)] == ["ana"]
    with pytest.raises(RefusedError):
        runs(store, ANA)
