"""Who is reviewed: a rep's name, role and place on the last day of the period."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pyarrow.parquet as pq

from workbench.errors import require_known
from workbench.model.period import Period
from workbench.snapshots import Snapshot

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


def person(snapshot: Snapshot, rep_id: str, period: Period, manager_scope: str) -> Person:
    """Look a rep up.

    Raises
    ------
    UnknownNameError
        When there is no such rep; offers the nearest id.
    """
    reps = {row["rep_id"]: row for row in _rows(snapshot, "reps")}
    require_known("rep", [rep_id], reps)
    day = min(period.last_day, snapshot.as_of)
    row = {**reps[rep_id], **_place(snapshot, rep_id, day)}
    manager_id = row.get("manager_id") or ""
    manager = reps.get(manager_id, {})
    has_reports = any(other.get("manager_id") == rep_id for other in reps.values())
    return Person(
        rep_id=rep_id,
        name=row["name"],
        manager_id=manager_id,
        manager_name=manager.get("name") or manager_id,
        team=row.get("team") or "",
        role=row.get("role") or "",
        region=row.get("region") or "",
        hired_on=row.get("hired_on"),
        has_team_scope=has_reports and manager_scope == "team",
    )


def _place(snapshot: Snapshot, rep_id: str, day: date) -> Mapping[str, Any]:
    """Give what the assignment of that day says; {} without one."""
    if not snapshot.has("assignments"):
        return {}
    held = [
        row
        for row in _rows(snapshot, "assignments", rep_id)
        if row["start_on"] <= day and (row.get("end_on") is None or day < row["end_on"])
    ]
    if not held:
        return {}
    latest = max(held, key=lambda row: row["start_on"])
    return {name: latest[name] for name in _PLACE if latest.get(name)}


def _rows(snapshot: Snapshot, table: str, rep_id: str | None = None) -> Sequence[Mapping[str, Any]]:
    filters = None if rep_id is None else [("rep_id", "=", rep_id)]
    found: list[Mapping[str, Any]] = pq.read_table(
        snapshot.path(table), filters=filters
    ).to_pylist()
    return found
