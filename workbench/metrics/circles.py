"""Managers who report to each other in a circle: who, on which days, and what becomes of a tree.

A circle has no top, so no tree is followed through it: on its days those in it count for
themselves alone, and nobody who reports to them counts for anybody above.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise


@dataclass(frozen=True)
class Report:
    """Somebody works for somebody from a day to before another."""

    manager_id: str
    member_id: str
    start: date = date.min
    end: date = date.max


@dataclass(frozen=True)
class Circle:
    """People each of whom reports to the next, the last to the first, on the same days."""

    people: tuple[str, ...]  # from the first by name, upwards
    start: date
    end: date  # the day after the last


def direct_reports(
    reps: Iterable[Mapping[str, object]], assigned: Iterable[Mapping[str, object]]
) -> list[Report]:
    """List who reports to whom: as assigned; the row in `reps` where nothing is assigned.

    Who names themselves as manager is at the top: that is no report.
    """
    found, dated = [], set()
    for row in assigned:
        manager, rep, start, end = (row.get(name) for name in _COLUMNS)
        if manager:
            dated.add(rep)
            last = end if isinstance(end, date) else date.max
            found.append(Report(str(manager), str(rep), _day(start), last))
    for row in reps:
        if row.get("manager_id") and row["rep_id"] not in dated:
            found.append(Report(str(row["manager_id"]), str(row["rep_id"])))
    return [each for each in found if each.manager_id != each.member_id]


def circles(reports: Sequence[Report]) -> list[Circle]:
    """Find the circles there are, each with the days it holds; in order of time."""
    suspects = _circling(reports)  # of all days at once: hardly ever anybody
    near = [each for each in reports if {each.member_id, each.manager_id} <= suspects]
    if not near:
        return []
    edges = sorted({day for each in near for day in (each.start, each.end)})
    found: dict[tuple[str, ...], list[Circle]] = {}
    for start, end in pairwise(edges):
        on_day = [each for each in near if each.start <= start < each.end]
        for people in _rings(on_day):
            held = found.setdefault(people, [])
            if held and held[-1].end == start:
                held[-1] = Circle(people, held[-1].start, end)
            else:
                held.append(Circle(people, start, end))
    every = (each for held in found.values() for each in held)
    return sorted(every, key=lambda each: (each.start, each.people))


def without_circles(reports: Sequence[Report], found: Sequence[Circle]) -> list[Report]:
    """Take the days of a circle out of the reports to whoever is in it."""
    by: dict[str, list[Circle]] = {}
    for circle in found:
        for name in circle.people:
            by.setdefault(name, []).append(circle)
    return [part for each in reports for part in _outside(each, by.get(each.manager_id, []))]


_COLUMNS = ("manager_id", "rep_id", "start_on", "end_on")


def _day(value: object) -> date:
    return value if isinstance(value, date) else date.min


def _outside(report: Report, closed: Sequence[Circle]) -> Iterator[Report]:
    start = report.start
    for circle in sorted(closed, key=lambda each: each.start):
        if start < min(circle.start, report.end):
            yield Report(report.manager_id, report.member_id, start, min(circle.start, report.end))
        start = max(start, circle.end)
    if start < report.end:
        yield Report(report.manager_id, report.member_id, start, report.end)


def _circling(reports: Iterable[Report]) -> set[str]:
    """Give who is left when all are taken away who manage nobody, or have no manager."""
    left = {(each.member_id, each.manager_id) for each in reports}
    while True:
        circle = {pair[0] for pair in left} & {pair[1] for pair in left}
        kept = {pair for pair in left if circle.issuperset(pair)}
        if kept == left:
            return circle
        left = kept


def _rings(reports: Sequence[Report]) -> list[tuple[str, ...]]:
    """Give the rings of one day; who is in several stands in the first found of each."""
    managers: dict[str, list[str]] = {}
    for each in reports:
        managers.setdefault(each.member_id, []).append(each.manager_id)
    rings: list[tuple[str, ...]] = []
    told: set[str] = set()
    for first in sorted(managers):
        ring = _way_back(first, managers)
        if ring and not told.issuperset(ring):
            told.update(ring)
            rings.append(ring)
    return rings


def _way_back(first: str, managers: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """Give the shortest way from somebody up to themselves; () where there is none."""
    ways: list[tuple[str, ...]] = [(first,)]
    seen = {first}
    while ways:
        longer: list[tuple[str, ...]] = []
        for way in ways:
            for above in sorted(managers.get(way[-1], ())):
                if above == first:
                    return way
                if above not in seen:
                    seen.add(above)
                    longer.append((*way, above))
        ways = longer
    return ()
