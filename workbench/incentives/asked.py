"""Step 6, the effective quota of the days on a plan."""

from datetime import date
from decimal import Decimal
from functools import lru_cache

from workbench.incentives.assigning import Segment
from workbench.incentives.inputs import Quota, RepInput, quota_key
from workbench.model.calendar import Calendar
from workbench.model.period import Period

_ONE, _NONE = Decimal(1), Decimal(0)


def effective_quota(
    name: str, segment: Segment, period: Period, given: RepInput, calendar: Calendar
) -> Quota:
    """Give what was asked on these days, in the plan's currency.

    Parameters
    ----------
    name
        The metric the quota is of.
    segment
        The days on the plan inside `period`.

    Returns
    -------
    Quota
        The assignment's own quota of a period by the share of working days on it, ramp and
        absences considered; else the table's, by the ramp. Its value is None, with the reason,
        where there is none, where it is 0, or where its currency has no rate.
    """
    own = segment.assignment.quota if name == "won_revenue" else None
    if own is not None:
        share = _held(segment, period, given, calendar)
        note = "prorated_quota" if share != 1 else ""
        return _checked(Quota(own * share, own, note=note))
    found = given.quotas.get(quota_key(name, segment.start, segment.end))
    if found is None or found.value is None:
        return Quota(None, reason=found.reason if found and found.reason else "no_quota")
    rate = rate_on(given, segment.plan.currency, segment.start)
    if rate is None:
        return Quota(None, found.given, "fx_missing")
    share = _ramped(segment, calendar)
    note = f"{found.note} ramped".strip() if share != 1 else found.note
    return _checked(Quota(found.value * share / rate, found.given, note=note))


def rate_on(given: RepInput, currency: str, day: date) -> Decimal | None:
    """Give the rate of a currency to the reporting one on a day; None when it is not known."""
    if currency == given.currency:
        return _ONE
    known = [rate for on, rate in given.rates.get(currency, ()) if on <= day]
    return known[-1] if known else None


def ramp_month(segment: Segment, day: date) -> int:
    """Count months from the start of the assignment; the first is 1."""
    start = segment.begins
    return (day.year - start.year) * 12 + day.month - start.month + 1


def rate_factor(segment: Segment, day: date) -> Decimal:
    """Give what part of a rate a ramp pays on a day."""
    month = ramp_month(segment, day) if segment.assignment.ramp else 0
    return next((each.rate_factor for each in segment.assignment.ramp if each.month == month), _ONE)


def _checked(quota: Quota) -> Quota:
    return quota if quota.value else Quota(None, quota.given, "quota_zero", quota.note)


def _held(segment: Segment, period: Period, given: RepInput, calendar: Calendar) -> Decimal:
    """Give the share of the period's working days for which a plan's own quota holds.

    To the last day at work, as the quotas of the table do.
    """
    worked = _working_days(calendar, segment.start, min(segment.end, segment.ends))
    whole = len(_working_days(calendar, period.start, period.end))
    held = sum((_quota_factor(segment, day) * _present(given, day) for day in worked), _NONE)
    return held / whole if whole else _ONE


def _ramped(segment: Segment, calendar: Calendar) -> Decimal:
    if not segment.assignment.ramp:
        return _ONE
    worked = _working_days(calendar, segment.start, segment.end)
    held = sum((_quota_factor(segment, day) for day in worked), _NONE)
    return held / len(worked) if worked else _ONE


def _quota_factor(segment: Segment, day: date) -> Decimal:
    month, ramp = ramp_month(segment, day), segment.assignment.ramp
    return next((each.quota_factor for each in ramp if each.month == month), _ONE)


def _present(given: RepInput, day: date) -> Decimal:
    held = [each.factor for each in given.absences if each.start <= day < each.end]
    return min(held, default=_ONE)


@lru_cache(maxsize=256)
def _working_days(calendar: Calendar, start: date, end: date) -> tuple[date, ...]:
    days = (date.fromordinal(n) for n in range(start.toordinal(), end.toordinal()))
    return tuple(day for day in days if calendar.is_working_day(day))
