"""One rep's statement: as it is drafted, as a run holds it, as it was issued."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from workbench.errors import ParameterError
from workbench.i18n import error
from workbench.store.pay.packing import pack
from workbench.store.pay.run import Step
from workbench.store.schema import pay_statements
from workbench.store.store import to_json

COLUMNS = tuple(column for column in pay_statements.c if column.name != "frozen")


@dataclass(frozen=True)
class Draft:
    """What was computed for one rep, to be kept in a run."""

    rep_id: str
    period: str
    plans: str  # as "ae-2026 1"
    currency: str
    pay: Decimal | None  # None where none could be computed
    is_partial: bool  # something in it is unknown: the pay is "at least"
    fault: str  # why none could be computed; "" where one was
    figures: Mapping[str, str]  # sums by line, decimals as text
    input_hash: str
    statement_hash: str
    past: str  # tells all earlier statements it goes on from
    frozen: str  # the whole input and result

    def require_told(self, period: str) -> None:
        """Refuse one of another period, and one that has neither a sum nor the reason for none."""
        if self.period != period:
            raise error(
                ParameterError, "refusal-statement-period", rep=self.rep_id, period=self.period,
                run=period,
            )  # fmt: skip
        pay = str(self.pay)
        if (self.pay is None) != bool(self.fault.strip()):
            raise error(
                ParameterError, "refusal-statement-sum", rep=self.rep_id, pay=pay,
                fault=repr(self.fault),
            )  # fmt: skip
        if self.pay is not None and not self.pay.is_finite():
            raise error(ParameterError, "refusal-statement-amount", rep=self.rep_id, pay=pay)

    def row(self, run: str) -> dict[str, Any]:
        """Give it as a row of its run."""
        written = {
            "pay": "" if self.pay is None else f"{self.pay:f}",
            "figures": to_json(dict(self.figures)),
            "frozen": pack(self.frozen),
        }
        return {**vars(self), **written, "run": run}


@dataclass(frozen=True)
class Line:
    """A statement as a run holds it, without its frozen text; whose it is under the id of now."""

    run: str
    rep_id: str
    period: str
    plans: str
    currency: str
    pay: Decimal | None
    is_partial: bool
    fault: str
    figures: Mapping[str, str]
    input_hash: str
    statement_hash: str
    past: str
    kept_as: str  # the id it was made under


@dataclass(frozen=True)
class Issued(Line):
    """A statement that was approved."""

    steps: tuple[Step, ...] = ()  # of its run
    frozen: str = ""  # "" where it was not asked for

    @property
    def approved(self) -> Step:
        """Say who approved it, and when."""
        return next(each for each in self.steps if each.step == "approved")

    @property
    def paid(self) -> Step | None:
        """Say who noted it as paid, and when; None while nobody did."""
        return next((each for each in self.steps if each.step == "paid"), None)

    @property
    def approved_at(self) -> datetime:
        """Give the instant it was approved, UTC."""
        return self.approved.at


def fields_of(row: Any, rep_id: str) -> dict[str, Any]:  # noqa: ANN401 (a row)
    """Read a row into the fields of a line, told under the id its rep has now."""
    found = {column.name: row._mapping[column.name] for column in COLUMNS}
    pay = Decimal(row.pay) if row.pay else None
    told = {"rep_id": rep_id, "kept_as": row.rep_id}
    return {**found, **told, "pay": pay, "figures": json.loads(row.figures)}
