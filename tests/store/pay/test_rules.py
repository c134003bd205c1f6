"""The whole table of who may do what with pay, tried by each role on each database."""

from datetime import date
from decimal import Decimal
from typing import get_args

import pytest
from paydesk import ANA, BO, OPS, Q2, Q3, checked, draft, drafted, head, issued

from workbench.errors import RefusedError
from workbench.model.calendar import Calendar
from workbench.store import Actor
from workbench.store.actor import ROLES
from workbench.store.pay.disputes import (
    accepted,
    answer_dispute,
    dispute,
    disputes_of,
    hand_over,
)
from workbench.store.pay.rules import MAY, Act
from workbench.store.pay.runs import begin_run, find_run, runs
from workbench.store.pay.statements import (
    frozen_of,
    issued_before,
    last_issued,
    lines_of,
    statement_of,
)
from workbench.store.pay.steps import approve_run, check_run, pay_run, withdraw_run

DAYS = Calendar()
# By what is done, who may: written out here a second time, so that the table cannot slip unseen
EXPECTED = {
    "draft": {"sales_ops", "finance"},
    "check": {"sales_ops"},
    "approve": {"finance"},
    "pay": {"finance"},
    "withdraw": {"sales_ops", "finance"},
    "list runs": {"sales_ops", "finance", "hr"},
    "read a draft": {"sales_ops", "finance"},
    "read an issued run": {"sales_ops", "finance", "hr"},
    "frozen texts": {"sales_ops", "finance", "hr"},
    "own statement": {"rep", "sales_ops", "finance", "hr"},
    "another's statement": {"sales_ops", "finance", "hr"},
    "another's past": {"sales_ops", "finance", "hr"},
    "last of everybody": {"sales_ops", "finance", "hr"},
    "dispute the own": {"rep"},
    "dispute another's": set(),
    "own disputes": {"rep", "sales_ops", "finance", "hr"},
    "another's disputes": {"sales_ops", "finance", "hr"},
    "another's accepted": {"sales_ops", "finance", "hr"},
    "hand over": {"sales_ops", "finance"},
    "answer": {"sales_ops", "finance"},
}


def tries(store, actor):
    """Everything that can be done with pay, each on something that is there to do it with."""
    first = issued(store, "ana", "bo")
    to_pay, to_check = issued(store, "cy"), drafted(store, "di", period=Q3)
    to_approve = checked(store, "ed", period=Q3)
    to_withdraw = drafted(store, "fy", period=Q3)
    mine = statement_of(store, OPS, "ana", Q2)
    others = statement_of(store, OPS, "bo", Q2)
    item = dispute(store, BO, others, "bonus", "why?", {}, calendar=DAYS)
    dispute(store, ANA, mine, "bonus", "why?", {}, calendar=DAYS)
    owner = actor.role if actor.role in ("sales_ops", "finance") else "sales_ops"
    return {
        "draft": lambda: begin_run(store, actor, head(), [draft("gil")]),
        "check": lambda: check_run(store, actor, to_check),
        "approve": lambda: approve_run(store, actor, to_approve),
        "pay": lambda: pay_run(store, actor, to_pay),
        "withdraw": lambda: withdraw_run(store, actor, to_withdraw, "why"),
        "list runs": lambda: runs(store, actor),
        "read a draft": lambda: (
            lines_of(store, actor, to_withdraw), find_run(store, actor, run=to_withdraw)
        ),
        "read an issued run": lambda: lines_of(store, actor, first),
        "frozen texts": lambda: frozen_of(store, actor, [(first, "ana")]),
        "own statement": lambda: statement_of(store, actor, "ana", Q2),
        "another's statement": lambda: statement_of(store, actor, "bo", Q2),
        "another's past": lambda: issued_before(store, actor, "bo"),
        "last of everybody": lambda: last_issued(store, actor),
        "dispute the own": lambda: dispute(store, actor, mine, "rate", "why?", {}, calendar=DAYS),
        "dispute another's": lambda: dispute(
            store, actor, others, "rate", "why?", {}, calendar=DAYS
        ),
        "own disputes": lambda: disputes_of(store, actor, "ana"),
        "another's disputes": lambda: disputes_of(store, actor, "bo"),
        "another's accepted": lambda: accepted(store, actor, "bo"),
        "hand over": lambda: hand_over(store, actor, item, owner, date(2026, 8, 1)),
        "answer": lambda: answer_dispute(store, actor, item, accept=Decimal("1"), text="yes"),
    }  # fmt: skip


def is_done(attempt):
    try:
        attempt()
    except RefusedError:
        return False
    return True


@pytest.mark.parametrize("role", ROLES)
def test_each_role_does_what_the_table_says_and_nothing_else(store, role):
    actor = ANA if role == "rep" else Actor("x1", role)
    allowed = {name for name, attempt in tries(store, actor).items() if is_done(attempt)}

    assert allowed == {name for name, roles in EXPECTED.items() if role in roles}


def test_the_table_has_every_act_and_names_no_unknown_role():
    assert set(MAY) == set(get_args(Act))
    assert {role for roles in MAY.values() for role in roles} <= set(ROLES)
