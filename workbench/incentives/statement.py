"""A statement: gross to net in lines, the path of each row, balances, and what was not counted."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from hashlib import sha256
from typing import Literal, NamedTuple

from workbench.incentives.adjustment import Adjustment, Spared
from workbench.incentives.assigning import Segment
from workbench.incentives.crediting import LeftOut
from workbench.incentives.earning import Earned, Path
from workbench.incentives.inputs import Item
from workbench.incentives.plan import Component
from workbench.incentives.terms import Label
from workbench.model.period import Period

LineKind = Literal["component", "change", "total", "unknown"]
# Why what a row earns is not known; other rows that are not counted earn nothing
UNKNOWN = frozenset({
    "fx_missing", "credit_unknown", "set_aside", "no_amount", "no_acv", "no_margin", "no_quantity",
})  # fmt: skip


@dataclass(frozen=True)
class Line:
    """One line of the statement."""

    key: str  # a component's id, or gross, cap_loss, deferred, released, payable, …
    amount: Decimal | None  # signed as it changes the cheque; None: absent for `reason`
    kind: LineKind
    reason: str = ""
    label: Label | None = None  # of a component
    plan: str = ""  # of a component
    row_id: str = ""  # of a row whose amount is unknown


class Kept(NamedTuple):
    """What a row earned in a component, and how much of it was paid."""

    line: str  # of the statement it was earned in
    row_id: str
    item: Item
    segment: Segment | None  # None: it was earned before the first statement
    component: Component | None
    credit: Decimal
    amount: Decimal  # after steps 8 to 11
    paid: Decimal  # the share paid so far, 0 to 1
    period: str  # in which it was earned


class Payment(NamedTuple):
    """What one row of a component does to this statement, steps 11 to 13."""

    kept: Kept  # `paid` is the share payable by the end of this period
    now: Decimal  # paid in this statement


class Taken(NamedTuple):
    """A deal that was cancelled, and what of its pay is taken back."""

    kept: Kept
    reason: str  # cancelled, too_late, not_paid_yet
    rate: Decimal | None  # what was paid by; None for a recomputed difference
    amount: Decimal  # taken back


@dataclass(frozen=True)
class Balances:
    """What is carried from period to period."""

    due: Decimal = Decimal(0)  # owed by the rep: clawback and negative results not yet taken
    draw: Decimal = Decimal(0)  # recoverable draw not yet earned back
    deferred: Decimal = Decimal(0)  # earned and not yet payable
    kept: tuple[Kept, ...] = ()  # what rows earned, for cash to come and for clawbacks


@dataclass(frozen=True)
class Drawn:
    """Step 14: what was advanced in this period, and what of it is earned back."""

    kind: str = ""  # recoverable, non_recoverable; "" without a draw
    form: str = ""
    months: int = 0
    amount: Decimal = Decimal(0)  # of the period
    paid: Decimal = Decimal(0)  # advanced, or added up to the guarantee
    recovered: Decimal = Decimal(0)


@dataclass(frozen=True)
class Statement:
    """One rep's pay of one period."""

    rep_id: str
    period: Period
    currency: str
    lines: tuple[Line, ...]
    earned: tuple[Earned, ...]
    payments: tuple[Payment, ...]  # of this period's rows
    releases: tuple[Payment, ...]  # of earlier rows whose cash came
    taken: tuple[Taken, ...]
    drawn: Drawn
    opening: Balances
    closing: Balances
    not_counted: tuple[LeftOut, ...]  # rows nobody credits, or that cannot be converted
    cap: Decimal | None = None
    input_hash: str = ""
    notes: tuple[str, ...] = field(default=())  # record:DAY..DAY: no day of the period is on record
    adjustments: tuple[Adjustment, ...] = ()  # of lines issued before
    spared: tuple[Spared, ...] = ()  # what the plan leaves of deals that fell through
    held: tuple[tuple[str, str], ...] = ()  # what counts as issued, and why it is unknown now
    owed: Decimal = Decimal(0)  # beyond what adjustments could be taken from; opens the next

    def amount(self, key: str) -> Decimal:
        """Give the sum of a line; 0 where the statement has no such line, or it is absent."""
        return next(
            (line.amount or Decimal(0) for line in self.lines if line.key == key), Decimal(0)
        )

    @property
    def is_partial(self) -> bool:
        """Whether an amount in it is unknown, so that its sums are "at least"."""
        return any(line.amount is None for line in self.lines)

    @property
    def pay(self) -> Decimal:
        """What is paid: cash, with adjustments of what was issued before."""
        is_adjusted = any(line.key == "pay" for line in self.lines)
        return self.amount("pay" if is_adjusted else "cash")

    @property
    def hash(self) -> str:
        """Hash what the statement says: figures, rows and balances, after rounding."""
        told = [self.rep_id, self.period.name, self.currency, self.input_hash]
        told += [f"{line.key}{line.row_id}={line.amount}" for line in self.lines]
        told += [f"{row.line}/{row.row_id}={row.amount:f}*{row.paid:f}" for row, _ in self.payments]
        told += [
            f"{each.period}/{each.line}/{each.row_id}={each.amount}" for each in self.adjustments
        ]
        told += [f"{self.closing.due:f}", f"{self.closing.draw:f}", f"{self.closing.deferred:f}"]
        return sha256("\n".join(told).encode()).hexdigest()

    def paths(self) -> Iterator[tuple[Earned, Path]]:
        """Go through every credited row."""
        for each in self.earned:
            for path in each.raw.paths:
                yield each, path
