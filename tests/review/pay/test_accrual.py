"""The accrual: what is earned and held, by line, to the cent as the statement defers it."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from workbench.incentives.assigning import Who, segments_of
from workbench.incentives.inputs import Item
from workbench.incentives.ledger.carrying import Carried, carried_text
from workbench.incentives.plan_file import plan_of
from workbench.incentives.statement import Balances, Kept
from workbench.model.calendar import Calendar
from workbench.review.pay.accrual import HEADS, accrual_rows, held_of

PLAN = """
id = "ae"
version = "1"
label = { zh = "奖金", en = "Pay" }
currency = "CNY"
[[assignments]]
reps = ["ana"]
from = 2026-01-01
[[components]]
id = "A"
label = { zh = "佣金", en = "Commission" }
earn = { kind = "flat", rate = 0.1 }
"""
(SEGMENT,) = segments_of(Who("ana", ""), [plan_of(PLAN, Path("ae.toml"))])
Q3 = Calendar().period("2026-Q3")


def kept(line, amount, paid, period="2026-Q3", *, is_sum=False):
    """A row that waits, or the one that stands for all rows of a line that are paid."""
    row = "" if is_sum else "D1"
    item = Item(row, date(2026, 7, 1), Decimal(1), "CNY", None, {}, {})
    segment = None if is_sum else SEGMENT
    component = None if is_sum else SEGMENT.plan.components[0]
    return Kept(
        line, row, item, segment, component, Decimal(0), Decimal(amount), Decimal(paid), period
    )


def text(*rows):
    """The frozen text of a statement that leaves these rows."""
    return carried_text(Carried(Q3, Balances(kept=rows), (SEGMENT,))) + "\nthe input"


def test_what_waits_is_what_was_earned_less_what_was_paid_both_in_cents():
    (found,) = held_of([kept("A", "10.005", "0.5"), kept("A", "3.333", "1", is_sum=True)])

    assert (found.earned, found.paid, found.held) == (
        Decimal("13.34"), Decimal("8.34"), Decimal("5.00"),
    )  # fmt: skip
    assert (found.plan, found.period, found.line) == ("ae", "2026-Q3", "A")


@pytest.mark.parametrize(("paid", "held"), [("0.002", [Decimal("2.49")]), ("0.998", [])])
def test_cents_are_rounded_line_by_line_as_the_statement_does(paid, held):
    # Of 2.50 a paid 0.005 is 0.01, and a paid 2.495 is 2.50: nothing of it waits
    rows = [kept("A", "1.25", paid), kept("A", "1.25", paid)]

    assert [each.held for each in held_of(rows)] == held


def test_lines_of_earlier_periods_stand_apart_and_what_is_paid_is_no_row():
    rows = [
        kept("A", "10", "0.4", "2026-Q1"), kept("A", "20", "0.5"),
        kept("A", "7", "1", "2026-Q2", is_sum=True),
    ]  # fmt: skip

    assert [(each.period, each.held) for each in held_of(rows)] == [("2026-Q1", 6), ("2026-Q3", 10)]


def test_rows_are_followed_by_totals_of_plan_and_currency(line, everybody):
    lines = [
        line("ana"), line("bo", currency="USD"), line("cy"),
        line("dee", None, fault="On two plans."),
    ]  # fmt: skip
    texts = {
        ("2026-Q3", "ana"): text(kept("A", "10", "0.4")),
        ("2026-Q3", "bo"): text(kept("A", "20", "0.5")),
        ("2026-Q3", "cy"): text(kept("A", "5", "0")),
    }
    told = [dict(zip(HEADS, row, strict=True)) for row in accrual_rows(lines, texts, everybody)]

    names = ("kind", "rep_id", "team", "plan", "currency", "earned_in", "earned", "held")
    assert [[each[name] for name in names] for each in told] == [
        ["row", "ana", "East", "ae", "CNY", "2026-Q3", 10, 6],
        ["row", "bo", "East", "ae", "USD", "2026-Q3", 20, 10],
        ["row", "cy", "", "ae", "CNY", "2026-Q3", 5, 5],
        ["total", "", "", "ae", "CNY", "", 15, 11],
        ["total", "", "", "ae", "USD", "", 20, 10],
    ]
