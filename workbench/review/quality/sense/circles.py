"""A doubt about who reports to whom: managers who report to each other in a circle."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from workbench.review.quality.issues import Issue
from workbench.review.quality.sense.ground import Doubt, Ground, among

_FIGURES = ("won_revenue", "quota_attainment", "open_pipeline")  # of the managers' teams


class _Report(NamedTuple):
    member_id: str
    manager_id: str
    start: date = date.min
    end: date = date.max


def manager_circle(ground: Ground) -> list[Issue]:
    """Tell of people who are their own manager's manager, on the same day.

    Who names themselves as manager is at the top, which is no circle.
    """
    return [*_in_reps(ground), *_in_assignments(ground)]


def _in_reps(ground: Ground) -> list[Issue]:
    if not ground.has("reps", "manager_id"):
        return []
    told = f"select rep_id, manager_id from {ground.file('reps')} where manager_id is not null"
    odd = _circling(_Report(str(rep), str(manager)) for rep, manager in ground.rows(told))
    return _issue(ground, "reps", ground.given("reps", "rep_id", "name", "manager_id"), odd)


def _in_assignments(ground: Ground) -> list[Issue]:
    if not ground.has("assignments", "manager_id", "rep_id", "start_on"):
        return []
    end = "end_on" if ground.has("assignments", "end_on") else "null::date"
    told = (
        f"select rep_id, manager_id, start_on, coalesce({end}, date '9999-12-31')"
        f" from {ground.file('assignments')} where manager_id is not null"
    )
    reports = [
        _Report(str(rep), str(manager), _day(start), _day(end))
        for rep, manager, start, end in ground.rows(told)
    ]
    suspects = _circling(reports)  # of all days at once: hardly ever anybody
    near = [each for each in reports if {each.member_id, each.manager_id} <= suspects]
    odd: set[str] = set()
    for day in sorted({each.start for each in near}):
        odd |= _circling(each for each in near if each.start <= day < each.end)
    names = ground.given("assignments", "rep_id", "start_on", "end_on", "manager_id")
    return _issue(ground, "assignments", names, odd)


def _circling(reports: Iterable[_Report]) -> set[str]:
    """Give who is left when all are taken away who manage nobody, or have no manager."""
    left = {(each.member_id, each.manager_id) for each in reports}
    left = {(member, manager) for member, manager in left if member != manager}
    while True:
        members, managers = {pair[0] for pair in left}, {pair[1] for pair in left}
        circle = members & managers
        kept = {pair for pair in left if circle.issuperset(pair)}
        if kept == left:
            return circle
        left = kept


def _issue(ground: Ground, table: str, names: str, odd: set[str]) -> list[Issue]:
    if not odd:
        return []
    who = among(sorted(odd))
    select = (
        f"select {names} from {ground.file(table)} where rep_id in {who} and manager_id in {who}"
        " and rep_id <> manager_id order by rep_id"
    )
    return ground.issues(Doubt(table, "manager_circle", _FIGURES), select)


def _day(value: object) -> date:
    return value if isinstance(value, date) else date.max
