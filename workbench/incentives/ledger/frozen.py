"""What an issued statement was computed from, whole: who has the text gets the same statement."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from hashlib import sha256
from typing import Any

from workbench.incentives.adjustment import Adjustment, Spared
from workbench.incentives.assigning import Segment
from workbench.incentives.evaluate import statements
from workbench.incentives.inputs import RepInput
from workbench.incentives.ledger import coding
from workbench.incentives.ledger.beside import Reading, Writing, waiting_item, waiting_item_of
from workbench.incentives.ledger.cancelling import cancelled
from workbench.incentives.ledger.paying_out import paid_out
from workbench.incentives.statement import Balances, Kept, Statement
from workbench.incentives.terms import Label
from workbench.model.calendar import Calendar
from workbench.model.period import Period

NONE = Decimal(0)


@dataclass(frozen=True)
class Frozen:
    """The input of one statement of one rep."""

    given: RepInput
    segments: tuple[Segment, ...]
    periods: tuple[Period, ...]  # computed one after the other; the last is the one that is paid
    calendar: Calendar
    opening: Balances | None = None  # what the first of them begins with; None: nothing was before
    gone: Mapping[str, date] = field(default_factory=dict)  # deals won no more, and the day of it
    held: Mapping[str, str] = field(default_factory=dict)  # what counts as issued, and why
    adjustments: tuple[Adjustment, ...] = ()
    spared: tuple[Spared, ...] = ()
    owed: Decimal = NONE  # what the statement before left owed by the rep

    @property
    def period(self) -> Period:
        """The period that is paid."""
        return self.periods[-1]

    @property
    def is_whole(self) -> bool:
        """Whether every period from the first is computed, and not the last ones alone."""
        return self.opening is None

    @property
    def is_alone(self) -> bool:
        """Whether the last period alone is computed: it tells no days on plans of before."""
        return not self.is_whole and len(self.periods) == 1


def worked(frozen: Frozen, text: str = "") -> tuple[Statement, ...]:
    """Compute the statements of a frozen input; the last is the one that is paid.

    Parameters
    ----------
    text
        What `frozen_text` gave for it; its hash is printed on the statements.
    """
    return finished(computed(frozen), frozen, text or frozen_text(frozen))


def computed(frozen: Frozen, known: Sequence[Statement] = ()) -> tuple[Statement, ...]:
    """Compute the statements as yet without adjustments and without the hash of their input.

    Parameters
    ----------
    known
        Those of the first periods, where they come out the same.
    """
    segments = cancelled(frozen.segments, frozen.gone)
    return statements(
        frozen.given, segments, frozen.periods, frozen.calendar,
        opening=frozen.opening, input_hash="draft", known=known,
    )  # fmt: skip


def finished(made: Sequence[Statement], frozen: Frozen, text: str) -> tuple[Statement, ...]:
    """Put adjustments, and the hash of the frozen text, on computed statements."""
    mark = sha256(text.encode()).hexdigest()
    marked = [replace(each, input_hash=mark) for each in made]
    told = tuple(sorted(frozen.held.items()))
    last = replace(marked[-1], adjustments=frozen.adjustments, spared=frozen.spared, held=told)
    return (*marked[:-1], paid_out(last, frozen.owed))


def frozen_text(frozen: Frozen) -> str:
    """Write a frozen input; equal input, equal text."""
    rows, opening = Writing(), frozen.opening
    items = [rows.item(each) for each in frozen.given.items]
    told = {
        "given": coding.given_data(frozen.given),
        "segments": [rows.segment(each) for each in frozen.segments],
        "periods": [coding.period_data(each) for each in frozen.periods],
        "calendar": coding.calendar_data(frozen.calendar),
        "opening": None if opening is None else balances_data(opening),
        "gone": frozen.gone, "held": frozen.held, "owed": frozen.owed,
        "adjustments": [_adjustment(each) for each in frozen.adjustments],
        "spared": frozen.spared,
    }  # fmt: skip
    before = () if opening is None else opening.kept
    kept = [(rows.kept(each), waiting_item(each.item)) for each in before]
    return coding.written(told, items=items, kept=kept, beside=rows.beside())


def frozen_of(text: str) -> Frozen:
    """Read a frozen input."""
    found = coding.read(text)
    told = found["head"]
    rows = Reading(found["beside"], told["given"]["rep_id"])
    items = tuple([rows.item(each) for each in found["items"]])
    kept = tuple([rows.kept(each, waiting_item_of(item)) for each, item in found["kept"]])
    opening = told["opening"]
    return Frozen(
        given=coding.given_of(told["given"], items),
        segments=tuple(rows.segments[each] for each in told["segments"]),
        periods=tuple(coding.period_of(each) for each in told["periods"]),
        calendar=coding.calendar_of(told["calendar"]),
        opening=None if opening is None else _balances_of(opening, kept),
        gone=told["gone"], held=told["held"], owed=told["owed"],
        adjustments=tuple(_adjustment_of(each) for each in told["adjustments"]),
        spared=tuple(Spared(*each) for each in told["spared"]),
    )  # fmt: skip


def balances_data(balances: Balances) -> list[Decimal]:
    """Give the sums of balances; what rows earned stands beside."""
    return [balances.due, balances.draw, balances.deferred]


def _balances_of(told: Sequence[Decimal], kept: tuple[Kept, ...]) -> Balances:
    due, draw, deferred = told
    return Balances(due, draw, deferred, kept)


def _adjustment(each: Adjustment) -> list[Any]:
    label = None if each.label is None else [each.label.zh, each.label.en]
    return [*each[:7], label, each.dispute]


def _adjustment_of(told: Sequence[Any]) -> Adjustment:
    period, line, row_id, causes, was, now, amount, label, dispute = told
    named = None if label is None else Label(zh=label[0], en=label[1])
    return Adjustment(period, line, row_id, tuple(causes), was, now, amount, named, dispute)
