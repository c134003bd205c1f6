"""The periods statements are made for: those of a plan inside the one asked for, and all before."""

from datetime import date

from workbench.errors import PlanError
from workbench.i18n import error, said
from workbench.model.calendar import Calendar
from workbench.model.notation import MONTHS
from workbench.model.period import Period, PeriodKind, is_larger


def pay_periods(asked: Period, kind: PeriodKind, calendar: Calendar) -> tuple[Period, ...]:
    """Split the period asked for into those a plan pays by.

    A range, or a period given by two dates, is taken as it is. One of the company's own periods
    is split into its own.

    Raises
    ------
    PlanError
        When it is shorter than what the plan pays by, or the company's periods of that kind do not
        make it up.
    """
    if asked.kind in (kind, "range"):
        return (asked,)
    if not is_larger(asked.kind, kind):
        raise error(
            PlanError, "plan-too-short", size=said(f"size-{kind}"), period=asked.name,
            asked=said(f"size-{asked.kind}"),
        )  # fmt: skip
    if calendar.own(asked):
        return _own(asked, kind, calendar)
    found = [_starting(asked.start, kind, calendar)]
    while found[-1].end < asked.end:
        following = calendar.following(found[-1])
        assert following is not None  # calendar notation never ends
        found.append(following)
    return tuple(found)


def chain(first_day: date, last: Period, calendar: Calendar) -> tuple[Period, ...]:
    """List the periods from the one that holds a day to the last, each after the other.

    All are of the last one's kind; months beside quarters are passed over. The table of periods
    may begin after the day.

    Raises
    ------
    PlanError
        When a period is missing between two: what is held before it would never be paid.
    """
    found = [last]
    while found[0].start > first_day:
        before = calendar.preceding(found[0])
        if before is None or before.start >= found[0].start:
            _require_no_hole(found[0], calendar)
            break
        found.insert(0, before)
    return tuple(found)


def _own(asked: Period, kind: PeriodKind, calendar: Calendar) -> tuple[Period, ...]:
    found = calendar.inside(asked, kind)
    if not found:
        raise error(
            PlanError, "plan-no-rows", size=said(f"size-{kind}"), period=asked.name,
            first=str(asked.start), last=str(asked.last_day), asked=said(f"size-{asked.kind}"),
            word=asked.kind,
        )  # fmt: skip
    return found


def _require_no_hole(period: Period, calendar: Calendar) -> None:
    earlier = calendar.last_before(period)
    if earlier is not None:
        raise error(
            PlanError, "plan-hole", size=said(f"size-{period.kind}"), first=str(earlier.end),
            next=str(period.start), one=earlier.name, other=period.name,
        )  # fmt: skip


def _starting(day: date, kind: PeriodKind, calendar: Calendar) -> Period:
    """Find the period of a kind that starts on a day, by calendar or fiscal year."""
    count = 12 // MONTHS[kind]
    letter = {"quarter": "-Q{}", "half": "-H{}", "month": "-{:02d}"}.get(kind, "")
    names = [
        f"{fiscal}{year}{letter.format(number)}"
        for fiscal in ("", "FY")
        for year in (day.year, day.year + 1)
        for number in range(1, count + 1)
    ]
    return next(period for period in map(calendar.period, names) if period.start == day)
