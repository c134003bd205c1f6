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
        """Whether every period from the first is computed, and not the last alone."""
        return self.opening is None


def worked(frozen: Frozen, text: str = "") -> tuple[Statement, ...]:
    """Compute the statements of a frozen input; the last is the one that is paid.

    Parameters
    ----------
    text
        What `frozen_text` gave for it; its hash is printed on the statements.
    """
    return finished(computed(frozen), frozen, text or frozen_text(frozen))


def computed(frozen: Frozen) -> tuple[Statement, ...]:
    """Compute the statements as yet without adjustments and without the hash of their input."""
    segments = cancelled(frozen.segments, frozen.gone)
    return statements(
        frozen.given, segments, frozen.periods, frozen.calendar,
        opening=frozen.opening, input_hash="draft",
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
    plans: dict[str, int] = {}
    opening = frozen.opening
    told = {
        "given": coding.given_data(frozen.given),
        "segments": [segment_text(each, plans) for each in frozen.segments],
        "periods": [coding.period_data(each) for each in frozen.periods],
        "calendar": coding.calendar_data(frozen.calendar),
        "opening": None if opening is None else balances_data(opening, plans),
        "gone": frozen.gone, "held": frozen.held, "owed": frozen.owed,
        "adjustments": [_adjustment(each) for each in frozen.adjustments],
        "spared": frozen.spared,
    }  # fmt: skip
    return coding.written({**told, "plans": list(plans)})


def frozen_of(text: str) -> Frozen:
    """Read a frozen input."""
    told = coding.read(text)
    rep_id = told["given"]["rep_id"]
    plans = [coding.plan_read(each) for each in told["plans"]]
    opening = told["opening"]
    return Frozen(
        given=coding.given_of(told["given"]),
        segments=tuple(coding.segment_of(each, plans, rep_id) for each in told["segments"]),
        periods=tuple(coding.period_of(each) for each in told["periods"]),
        calendar=coding.calendar_of(told["calendar"]),
        opening=None if opening is None else balances_of(opening, plans, rep_id),
        gone=told["gone"], held=told["held"], owed=told["owed"],
        adjustments=tuple(_adjustment_of(each) for each in told["adjustments"]),
        spared=tuple(Spared(*each) for each in told["spared"]),
    )  # fmt: skip


def balances_data(balances: Balances, plans: dict[str, int]) -> dict[str, Any]:
    """Give balances as plain data, with the rows that wait."""
    kept = [_kept(each, plans) for each in balances.kept]
    return {"due": balances.due, "draw": balances.draw, "deferred": balances.deferred, "kept": kept}


def balances_of(told: Mapping[str, Any], plans: Sequence[Any], rep_id: str) -> Balances:
    """Read balances."""
    kept = tuple(_kept_of(each, plans, rep_id) for each in told["kept"])
    return Balances(told["due"], told["draw"], told["deferred"], kept)


def segment_text(segment: Segment, plans: dict[str, int]) -> list[Any]:
    """Give days on a plan as plain data; its rules go into the list of plans beside."""
    text = coding.plan_data(segment.plan)
    return coding.segment_data(segment, plans.setdefault(text, len(plans)))


def _kept(kept: Kept, plans: dict[str, int]) -> list[Any]:
    segment = None if kept.segment is None else segment_text(kept.segment, plans)
    component = "" if kept.component is None else kept.component.id
    return [kept.line, kept.row_id, kept.item, segment, component, *kept[5:]]


def _kept_of(told: Sequence[Any], plans: Sequence[Any], rep_id: str) -> Kept:
    line, row_id, item, own, name, *rest = told
    segment = None if own is None else coding.segment_of(own, plans, rep_id)
    known = () if segment is None else segment.plan.components
    component = next((each for each in known if each.id == name), None)
    return Kept(line, row_id, coding.item_of(item), segment, component, *rest)


def _adjustment(each: Adjustment) -> list[Any]:
    label = None if each.label is None else [each.label.zh, each.label.en]
    return [*each[:7], label, each.dispute]


def _adjustment_of(told: Sequence[Any]) -> Adjustment:
    period, line, row_id, causes, was, now, amount, label, dispute = told
    named = None if label is None else Label(zh=label[0], en=label[1])
    return Adjustment(period, line, row_id, tuple(causes), was, now, amount, named, dispute)
