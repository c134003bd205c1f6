"""A promise's figure: today's while it is open and not due, else that of its day, and fixed."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from workbench.metrics.fact import Fact
from workbench.metrics.intervals import wilson
from workbench.model.period import Period
from workbench.review.coaching.measures import AHEAD, fact_of
from workbench.review.promised.days import (
    is_untold,
    made_in,
    period_holding,
    read_on,
    settled_on,
)
from workbench.snapshots.on_day import absent_fact, fact_on
from workbench.store.came_to import CameTo
from workbench.store.promises import Promise

if TYPE_CHECKING:
    from workbench.review.rep_period import RepPeriod

_WHOLE = Decimal("0.001")  # so near a whole number, hits computed from a rounded share are counts


@dataclass(frozen=True)
class Stand:
    """Where a promise's metric stands."""

    fact: Fact  # absent with its reason where nothing tells that day
    day: date  # of the data
    is_fixed: bool  # whether it moves no more
    snapshot: str = ""  # hash of the one it was read from


def stand_of(kept: Promise, review: "RepPeriod") -> Stand | None:
    """Tell where a promise's metric stands; None where it names none that is followed.

    What was kept when it was answered comes first. A figure nobody kept is computed of what is
    known of its day; where nothing is, it is absent, never that of another day.
    """
    if (kept.metric, "", "") not in review.figures.facts:
        return None
    if kept.came_to and kept.came_on is not None:
        return _as_kept(kept, kept.came_on, review)
    as_of = review.as_of
    end = settled_on(kept, review.time_zone, review.rep.left_on)
    if end is None or end > as_of:
        if kept.state == "open":
            day = read_on(review.period, as_of)
            return Stand(fact_of(review, kept.metric)[1], day, is_fixed=False)
        if is_untold(kept):
            return _absent(kept, review, end or as_of, "answered_untold")
    return _on_day(kept, review, min(end or as_of, as_of))


def came_to(kept: Promise, review: "RepPeriod", at: datetime) -> CameTo | None:
    """Tell what a promise comes to when it is answered at an instant; None where nothing tells."""
    found = stand_of(replace(kept, state="done", answered_at=kept.answered_at or at), review)
    if found is None or found.fact.value is None:
        return None
    return CameTo(str(found.fact.value), found.fact.n, found.day, found.snapshot)


def as_decimal(written: str) -> Decimal | None:
    """Read a figure the ledger keeps; None where it keeps none."""
    return Decimal(written) if written else None


def hits_of(share: Decimal, cases: int) -> int | None:
    """Give the cases a share counted; None where it is no share of counted cases."""
    hits = share * cases
    return round(hits) if abs(hits - round(hits)) <= _WHOLE else None


def _on_day(kept: Promise, review: "RepPeriod", day: date) -> Stand:
    period = _period(kept, review, day)
    if period is None:
        return _absent(kept, review, day, "no_period_then")
    found = fact_on(review.snapshot, review.workspace, period, kept.metric, day, review.rep.rep_id)
    return Stand(found.fact, found.day, is_fixed=True, snapshot=found.snapshot)


def _period(kept: Promise, review: "RepPeriod", day: date) -> Period | None:
    """Find the period whose figure tells a day; cover looks ahead once its period is over."""
    calendar = review.calendar
    found = period_holding(calendar, made_in(kept), day)
    if found is None or kept.metric not in AHEAD or not found.is_over(day):
        return found
    return calendar.following(found)


def _as_kept(kept: Promise, day: date, review: "RepPeriod") -> Stand:
    """Tell the figure the ledger keeps as a fact, with counts and interval where it is a rate."""
    value, n = Decimal(kept.came_to), kept.came_to_n or 0
    now, period = review.figures[kept.metric], _period(kept, review, day)
    hits = hits_of(value, n) if n and now.unit == "share" else None
    bounds = wilson(hits, n) if hits is not None and now.low is not None else (None, None)
    fact = now._replace(
        period=period.name if period else "", value=value, n=n,
        numerator=None if hits is None else Decimal(hits),
        denominator=None if hits is None else Decimal(n),
        low=bounds[0], high=bounds[1], grade="", reason="", note="",
    )  # fmt: skip
    return Stand(fact, day, is_fixed=True, snapshot=kept.came_from)


def _absent(kept: Promise, review: "RepPeriod", day: date, reason: str) -> Stand:
    fact = absent_fact(kept.metric, review.period, review.rep.rep_id, reason)
    return Stand(fact, day, is_fixed=True)
