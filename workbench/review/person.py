"""Who is reviewed: a rep's name, role and place on the last day of the period."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from workbench.errors import require_known
from workbench.metrics.circles import Circle, circles, direct_reports
from workbench.model.period import Period
from workbench.snapshots import Snapshot
from workbench.snapshots.held import held, rows_of
from workbench.snapshots.parquet import read

_PLACE = ("manager_id", "team", "role", "region", "segment", "level")


@dataclass(frozen=True)
class Person:
    """A rep as the cover names them."""

    rep_id: str
    name: str
    manager_id: str
    manager_name: str  # "" when no manager is recorded
    team: str
    role: str
    region: str
    hired_on: date | None
    has_team_scope: bool  # whether the figures are those of a whole team
    level: str = ""  # of the career ladder
    level_since: date | None = None  # by the assignments; None where they do not tell
    left_on: date | None = None


def person(snapshot: Snapshot, rep_id: str, period: Period, manager_scope: str) -> Person:
    """Look a rep up.

    Raises
    ------
    UnknownNameError
        When there is no such rep; offers the nearest id.
    """
    reps = _reps(snapshot)
    require_known("rep", [rep_id], reps)
    assigned = _rows(snapshot, "assignments", rep_id) if snapshot.has("assignments") else ()
    day = min(period.last_day, snapshot.as_of)
    place = _place(assigned, day)
    has_team = manager_scope == "team" and rep_id in _leading(snapshot, reps, day)
    return _person(reps, rep_id, place, has_team_scope=has_team)


def people(snapshot: Snapshot, period: Period, manager_scope: str) -> dict[str, Person]:
    """Look everybody up, by rep_id, reading each table once."""
    reps = _reps(snapshot)
    day = min(period.last_day, snapshot.as_of)
    assigned: dict[str, list[Mapping[str, Any]]] = {rep_id: [] for rep_id in reps}
    for row in _rows(snapshot, "assignments") if snapshot.has("assignments") else ():
        assigned.setdefault(row["rep_id"], []).append(row)
    leads = _leading(snapshot, reps, day) if manager_scope == "team" else frozenset()
    return {
        rep_id: _person(reps, rep_id, _place(assigned[rep_id], day), has_team_scope=rep_id in leads)
        for rep_id in reps
    }


def names_of(snapshot: Snapshot, wanted: Collection[str]) -> dict[str, str]:
    """Name people by id; who is not in the list of reps is left out."""
    return {key: row["name"] for key, row in _reps(snapshot).items() if key in wanted}


def everybodys_names(snapshot: Snapshot) -> dict[str, str]:
    """Name everybody in the list of reps, by rep_id."""
    return {rep_id: row["name"] or "" for rep_id, row in _reps(snapshot).items()}


def who_leads(snapshot: Snapshot) -> frozenset[str]:
    """Give the id of everybody whom the list of reps names as a manager."""
    return _managers(_reps(snapshot))


def _person(
    reps: Mapping[str, Mapping[str, Any]],
    rep_id: str,
    place: Mapping[str, Any],
    *,
    has_team_scope: bool,
) -> Person:
    row = {**reps[rep_id], **place}
    manager_id = row.get("manager_id") or ""
    manager = reps.get(manager_id, {})
    return Person(
        rep_id=rep_id,
        name=row["name"],
        manager_id=manager_id,
        manager_name=manager.get("name") or manager_id,
        team=row.get("team") or "",
        role=row.get("role") or "",
        region=row.get("region") or "",
        hired_on=row.get("hired_on"),
        has_team_scope=has_team_scope,
        level=row.get("level") or "",
        level_since=row.get("level_since"),
        left_on=row.get("left_on"),
    )


def _place(assignments: Sequence[Mapping[str, Any]], day: date) -> Mapping[str, Any]:
    """Give what the assignment of that day says; {} without one."""
    held = [
        row
        for row in assignments
        if row["start_on"] <= day and (row.get("end_on") is None or day < row["end_on"])
    ]
    if not held:
        return {}
    latest = max(held, key=lambda row: row["start_on"])
    place = {name: latest[name] for name in _PLACE if latest.get(name)}
    return {**place, "level_since": _since(assignments, latest)}


def _since(assignments: Sequence[Mapping[str, Any]], latest: Mapping[str, Any]) -> date | None:
    """Give the day the level of an assignment began, over assignments of the same level."""
    if not latest.get("level"):
        return None
    since: date = latest["start_on"]
    for row in sorted(assignments, key=lambda row: row["start_on"], reverse=True):
        if row["start_on"] > since:
            continue
        if row.get("level") != latest["level"]:
            break
        since = row["start_on"]
    return since


def _leading(
    snapshot: Snapshot, reps: Mapping[str, Mapping[str, Any]], day: date
) -> frozenset[str]:
    """Give whom figures are of a team for: who leads others, and is in no circle on that day."""

    def found() -> Sequence[Circle]:
        assigned = _rows(snapshot, "assignments") if snapshot.has("assignments") else ()
        return circles(direct_reports(reps.values(), assigned))

    held_circles = held(("circles", snapshot.folder), found)
    on_day = (each for each in held_circles if each.start <= day < each.end)
    return _managers(reps) - {name for circle in on_day for name in circle.people}


def _managers(reps: Mapping[str, Mapping[str, Any]]) -> frozenset[str]:
    return frozenset(row["manager_id"] for row in reps.values() if row.get("manager_id"))


def _reps(snapshot: Snapshot) -> dict[str, Mapping[str, Any]]:
    return held(
        ("reps", snapshot.folder),
        lambda: {row["rep_id"]: row for row in _rows(snapshot, "reps")},
    )


def _rows(snapshot: Snapshot, table: str, rep_id: str | None = None) -> Sequence[Mapping[str, Any]]:
    path = snapshot.path(table)
    rows = read(path) if rep_id is None else rows_of(path, rep_id)
    found: list[Mapping[str, Any]] = rows.to_pylist()
    return found
