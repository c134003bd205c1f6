"""What a document looks back on: a few totals of earlier periods, read when asked for."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from workbench.metrics.fact import Fact
from workbench.model.period import Period
from workbench.review.growing.quarters import quarters_to
from workbench.snapshots.some_facts import some_facts

if TYPE_CHECKING:
    from workbench.review.rep_period import RepPeriod

MEASURES = ("quota_attainment", "won_revenue", "win_rate", "median_deal_size", "csat")
WITHOUT_DEALS = ("calls", "meetings", "lead_response_within_1h", "csat")  # where none are recorded
MOST = 8  # periods
_SHORT = ("month", "week")


@dataclass(frozen=True)
class Past:
    """One period that is over, of one rep."""

    period: Period
    facts: Mapping[str, Fact]  # totals by metric
    is_away: bool = False  # not a working day of it was worked, so that nothing counted is no zero


def looked_back(own: tuple[str, ...]) -> tuple[str, ...]:
    """Give the metrics asked of earlier periods, beside those a company's own rules ask for.

    All who look back ask for the same ones, so that a period is computed once.
    """
    return tuple(sorted({*MEASURES, *WITHOUT_DEALS, *own}))


def past_of(review: "RepPeriod") -> list[Past]:
    """Give the last periods that are over, the earliest first, eight at most.

    Months of a month, weeks of a week, quarters of whatever else is reviewed. They begin where the
    rep's time in the company or the record does.
    """
    found: list[Past] = []
    for period in reversed(_periods(review)):
        if period.is_over(review.as_of):
            each = past_in(period, review)
            if _is_before(each, review):
                break
            found.append(each)
    return found[::-1]


def _periods(review: "RepPeriod") -> list[Period]:
    if review.period.kind not in _SHORT:
        return quarters_to(review.calendar, review.period, MOST)
    found = [review.period]
    while len(found) < MOST:
        before = review.calendar.preceding(found[-1])
        if before is None:
            break
        found.append(before)
    return found[::-1]


def past_in(period: Period, review: "RepPeriod") -> Past:
    """Read a few totals of one period of the rep."""
    metrics, rep_id = looked_back(review.book.metrics), review.rep.rep_id
    rows = some_facts(review.snapshot, review.workspace, period, metrics, rep_id).to_pylist()
    is_worked = replace(review.employment, period=period).is_worked(review.calendar)
    return Past(period, {row["metric"]: Fact(**row) for row in rows}, is_away=not is_worked)


def _is_before(past: Past, review: "RepPeriod") -> bool:
    """Whether a period lies before the rep came, or before anything was recorded."""
    hired = review.rep.hired_on
    if hired is not None and past.period.end <= hired:
        return True
    told = [fact for fact in past.facts.values() if fact.value is not None]
    reasons = {fact.reason for fact in past.facts.values()}
    return not told and "outside_record" in reasons
