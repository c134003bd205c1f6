"""Steps through a company's own periods: to the next, the one before, the same a year ago.

A step goes to the neighbour of the same kind: from a quarter to a quarter, whatever months stand
between. Neighbours touch: where a period is missing between two, there is no step, for a growth
over the hole would be named after the wrong one.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from workbench.model.notation import Notation, read_notation
from workbench.model.period import Period, PeriodKind


def neighbour(periods: Sequence[Period], period: Period, step: int) -> Period | None:
    """Give the period of the same kind right after (1) or before (-1); None where none touches."""
    found = [
        each
        for each in periods
        if each.kind == period.kind
        and (each.start == period.end if step > 0 else each.end == period.start)
    ]
    return found[0] if len(found) == 1 else None  # ranges may overlap; of two, neither


def last_before(periods: Sequence[Period], period: Period) -> Period | None:
    """Give the latest period of the same kind that is over when this one begins, hole or none."""
    found = [each for each in periods if each.kind == period.kind and each.end <= period.start]
    return max(found, key=lambda each: each.end, default=None)


def inside(periods: Sequence[Period], whole: Period, kind: PeriodKind) -> tuple[Period, ...]:
    """Give the periods of a kind that make up a longer one; () where they do not cover it."""
    found = tuple(each for each in periods if each.kind == kind and whole.holds(each))
    edges = [whole.start, *(each.end for each in found)]
    is_whole = edges[-1] == whole.end and [each.start for each in found] == edges[:-1]
    return found if is_whole else ()


def year_before(periods: Sequence[Period], period: Period) -> Period | None:
    """Give the period of the same number in the year before.

    The number is counted within the year the period is a part of; without a row for that year, its
    name tells number and year (`FY26-Q2`). Week 53 has no equal in a year of 52 weeks.
    """
    if period.kind == "year":
        return neighbour(periods, period, -1)
    year = _year_of({each.name: each for each in periods}, period)
    if year is None:
        return _by_name(periods, period)
    earlier = neighbour(periods, year, -1)
    parts = _parts(periods, year, period.kind)
    if earlier is None or period not in parts:
        return None
    found = _parts(periods, earlier, period.kind)[parts.index(period) :]
    return found[0] if found else None


def _year_of(named: Mapping[str, Period], period: Period) -> Period | None:
    """Find the year a period is a part of, through whatever stands between."""
    found: Period | None = period
    while found is not None and found.kind != "year":
        found = named.get(found.parent)
    return found


def _parts(periods: Sequence[Period], year: Period, kind: PeriodKind) -> list[Period]:
    """List a year's periods of a kind from the first on, up to a hole.

    A list that begins in the middle of the year numbers nothing: its first is not the year's.
    """
    named = {each.name: each for each in periods}
    found = [each for each in periods if each.kind == kind and _year_of(named, each) == year]
    found.sort(key=lambda each: each.start)
    if not found or not (found[0].start <= year.start or neighbour(periods, found[0], -1)):
        return []
    kept = found[:1]
    for each in found[1:]:
        if each.start != kept[-1].end:
            break
        kept.append(each)
    return kept


def _by_name(periods: Sequence[Period], period: Period) -> Period | None:
    told = _told(period)
    if told is None or told.kind != period.kind:
        return None
    wanted = replace(told, year=told.year - 1)
    found = [each for each in periods if each.kind == period.kind and _told(each) == wanted]
    return found[0] if len(found) == 1 else None


def _told(period: Period) -> Notation | None:
    try:
        return read_notation(period.name)
    except ValueError:  # a name that only looks like one: FY26-P13
        return None
