"""What a snapshot's tables span, and who of the reps none of their rows names."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

import pyarrow as pa
import pyarrow.compute as pc

from workbench.snapshots.snapshot import Snapshot

Span = tuple[date, date]  # first and last day, both included
_WORK = ("deals", "deal_splits", "quotas", "activities")  # whose rows show somebody at work


@dataclass(frozen=True)
class Spanned:
    """One table: how many rows count, and from when to when its days go."""

    name: str
    rows: int
    days: Mapping[str, Span]  # by column; one without any day is not here


@dataclass(frozen=True)
class Idle:
    """Somebody in the list of reps whom no deal, quota or activity names."""

    rep_id: str
    name: str
    is_manager: bool  # of somebody in the list


def spans(snapshot: Snapshot) -> tuple[Spanned, ...]:
    """Give the span of every table, in the order of the manifest."""
    return tuple(
        Spanned(name, entry["rows"], dict(_days(snapshot, name)))
        for name, entry in snapshot.manifest["tables"].items()
    )


def idle(snapshot: Snapshot) -> tuple[Idle, ...]:
    """List who is in the list of reps and in no deal, quota or activity, by id."""
    reps = snapshot.table("reps").to_pylist()
    leads = {rep.get("manager_id") for rep in reps}
    named = {
        rep_id
        for table in _WORK
        if snapshot.has(table)
        for rep_id in snapshot.table(table)["rep_id"].unique().to_pylist()
    }
    found = (rep for rep in reps if rep["rep_id"] not in named)
    return tuple(
        Idle(rep["rep_id"], rep["name"], rep["rep_id"] in leads)
        for rep in sorted(found, key=lambda rep: str(rep["rep_id"]))
    )


def _days(snapshot: Snapshot, name: str) -> Iterator[tuple[str, Span]]:
    table = snapshot.table(name)
    for field in table.schema:
        if pa.types.is_date(field.type):
            ends = pc.min_max(table[field.name]).as_py()
            if ends["min"] is not None:
                yield field.name, (ends["min"], ends["max"])
