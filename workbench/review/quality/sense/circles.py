"""A doubt about who reports to whom: managers who report to each other in a circle."""

from collections.abc import Iterable
from datetime import date, timedelta

from workbench.metrics.circles import Circle, circles, direct_reports
from workbench.review.quality.issues import Issue
from workbench.review.quality.sense.ground import Doubt, Ground, among

_FIGURES = ("won_revenue", "quota_attainment", "open_pipeline")  # of a team; the first of many


def manager_circle(ground: Ground) -> list[Issue]:
    """Tell of people who are their own manager's manager, on the same day.

    By the reports figures are made of: as assigned, and by the row in `reps` of whom nothing is
    assigned. Who names themselves as manager is at the top, which is no circle.
    """
    reps, assigned = _records(ground, "reps"), _records(ground, "assignments")
    found = circles(direct_reports(reps, assigned))
    if not found:
        return []
    dated = sorted({str(row["rep_id"]) for row in assigned if row.get("manager_id")})
    who = sorted({name for circle in found for name in circle.people})
    undated = [name for name in who if name not in dated]
    told = {"circles": "; ".join(dict.fromkeys(_way(circle) for circle in found))}
    return [
        *_issue(ground, "reps", (undated, who), told),
        *_issue(ground, "assignments", ([name for name in who if name in dated], who), told),
    ]


def _records(ground: Ground, table: str) -> list[dict[str, object]]:
    if not ground.has(table, "rep_id", "manager_id"):
        return []
    names = ("rep_id", "manager_id", "start_on", "end_on")
    known = [name for name in names if ground.has(table, name)]
    rows = ground.rows(f"select {', '.join(known)} from {ground.file(table)}")
    return [dict(zip(known, row, strict=True)) for row in rows]


def _way(circle: Circle) -> str:
    """Write a circle as it goes: E1 → E2 → E1, with its days where it does not always hold."""
    ring = " → ".join((*circle.people, circle.people[0]))
    days = [
        "" if circle.start == date.min else circle.start.isoformat(),
        "" if circle.end == date.max else (circle.end - timedelta(days=1)).isoformat(),
    ]
    return f"{ring} ({'..'.join(days)})" if any(days) else ring


def _issue(
    ground: Ground, table: str, whom: tuple[Iterable[str], Iterable[str]], told: dict[str, str]
) -> list[Issue]:
    """Show the rows of a table that close a circle: of some people, naming any in it."""
    of, who = (among(list(names)) for names in whom)
    if of == among([]):
        return []
    names = ground.given(table, "rep_id", "name", "start_on", "end_on", "manager_id")
    select = (
        f"select {names} from {ground.file(table)} where rep_id in {of} and manager_id in {who}"
        " and rep_id <> manager_id order by rep_id"
    )
    return ground.issues(Doubt(table, "manager_circle", _FIGURES), select, told)
