"""Statements of a run as its store gives them, made by hand."""

import sys
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from workbench.review.person import Person
from workbench.store.pay.run import Run, RunHead, Step
from workbench.store.pay.statements import Line

sys.path.insert(0, str(Path(__file__).parent))  # the company the tests of this room share


@pytest.fixture
def line():
    """One statement; sums are given by line, the pay is told or what they come to."""

    def make(rep_id="ana", pay="100", period="2026-Q3", plan="ae", **told):
        figures = {"gross": pay or "", f"component/{plan}/A": pay or "", **told.pop("figures", {})}
        made = {
            "run": period, "plans": f"{plan} 1", "currency": "CNY", "is_partial": False,
            "fault": "", "input_hash": "i", "statement_hash": "s", "past": "", "kept_as": rep_id,
        }  # fmt: skip
        return Line(
            rep_id=rep_id, period=period, pay=None if pay is None else Decimal(pay),
            figures=figures, **{**made, **told},
        )  # fmt: skip

    return make


@pytest.fixture
def run():
    """A draft of 2026-Q3."""
    head = RunHead("2026-Q3", (), (), "5eed" * 16, date(2026, 9, 30), "", {})
    made = datetime(2026, 10, 2, 9, tzinfo=UTC)
    return Run("2026-Q3", head, made, (Step("draft", 7, "o1", "sales_ops", made, ""),))


@pytest.fixture
def everybody():
    """Ana and Bo of the east, Cy of no team."""

    def person(rep_id, name, team):
        return Person(rep_id, name, "", "", team, "", "", None, has_team_scope=False)

    told = [("ana", "Ana", "East"), ("bo", "Bo", "East"), ("cy", "=Cy", "")]
    return {rep_id: person(rep_id, name, team) for rep_id, name, team in told}
