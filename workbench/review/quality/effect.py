"""What faults do to the figures of a period: which, of how many reps, how much, which grade."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from workbench.metrics.fact import Fact
from workbench.metrics.record import Span, told_record
from workbench.model.period import Period
from workbench.review.quality.issues import set_aside_records
from workbench.snapshots import Snapshot
from workbench.snapshots.recorded import missed_record
from workbench.snapshots.totals import period_totals
from workbench.sources.workspace import Workspace

GRADES = ("B", "C", "D")


@dataclass(frozen=True)
class Touched:
    """One fault, and the figures whose grade it lowers."""

    fault: str
    metrics: tuple[str, ...]
    reps: int
    rows: int  # of the rep and figure it touches most, added up over reps
    grades: Mapping[str, int]  # figures by the grade they now have; A is without fault


@dataclass(frozen=True)
class Lost:
    """What a figure leaves out for one reason."""

    metric: str
    reason: str
    reps: int
    rows: int
    amount: Decimal | None  # of the rows that have one; None where none is known
    most: Decimal | None  # of the rep who loses most


@dataclass(frozen=True)
class Absent:
    """A figure that is there for nobody or not for everybody, and why."""

    metric: str
    reason: str
    reps: int
    of: int
    note: str = ""  # of figures outside the record: its days


@dataclass(frozen=True)
class Effect:
    """All of it, for one period."""

    period: str
    touched: tuple[Touched, ...]
    lost: tuple[Lost, ...]
    absent: tuple[Absent, ...]
    unscored: int  # figures of grade D: shown, not scored
    figures: int  # figures that are there
    outside: Span | None = None  # the record, where no day of the period is in it
    unrecorded: Mapping[Span, tuple[str, ...]] = field(default_factory=dict)  # figures, by record


def effect(snapshot: Snapshot, workspace: Workspace, period: Period) -> Effect:
    """Tell what faults do to the figures of a period."""
    found = period_totals(snapshot, workspace, period)
    is_there = found.facts["value"].is_valid()
    there, missing = found.facts.filter(is_there), found.facts.filter(pc.invert(is_there))
    return Effect(
        period=period.name,
        touched=tuple(_touched(there)),
        lost=(*_left_out(found.left_out), *_set_aside(snapshot, period)),
        absent=tuple(_absent(missing, _counted(found.facts, "metric"))),
        unscored=there.filter(pc.equal(there["grade"], "D")).num_rows,
        figures=there.num_rows,
        outside=missed_record(snapshot, workspace, period),
        unrecorded=_unrecorded(missing),
    )


def default_effect(snapshot: Snapshot, workspace: Workspace) -> Effect | None:
    """Tell it for the workspace's default period; None where it names none."""
    name = workspace.rules.workspace.default_period
    return effect(snapshot, workspace, workspace.calendar.period(name)) if name else None


def _counted(facts: pa.Table, *names: str) -> dict[tuple[str, ...], int]:
    """Count facts by some of their columns, in the order they are met."""
    counted = facts.group_by(list(names), use_threads=False).aggregate([([], "count_all")])
    return {tuple(row[name] for name in names): row["count_all"] for row in counted.to_pylist()}


def _unrecorded(missing: pa.Table) -> dict[Span, tuple[str, ...]]:
    """List the figures that have no true 0, by the record the period lies outside of."""
    found: dict[Span, set[str]] = {}
    for metric, reason, note in _counted(missing, "metric", "reason", "note"):
        if reason == "outside_record":
            found.setdefault(told_record(note), set()).add(metric)
    return {span: tuple(sorted(found[span])) for span in sorted(found)}


def _touched(there: pa.Table) -> list[Touched]:
    by: dict[str, list[tuple[Fact, int]]] = {}
    # Most figures have no fault, and rows are slow to make
    for row in there.filter(pc.match_substring(there["note"], "touched_")).to_pylist():
        fact = Fact(**row)
        for code in fact.note.split():
            name, _, n = code.partition(":")
            if name.startswith("touched_") and n.isdecimal():
                by.setdefault(name.removeprefix("touched_"), []).append((fact, int(n)))
    return [_one_fault(fault, found) for fault, found in sorted(by.items())]


def _one_fault(fault: str, found: list[tuple[Fact, int]]) -> Touched:
    most: dict[str, int] = {}
    for fact, n in found:
        most[fact.rep_id] = max(most.get(fact.rep_id, 0), n)
    grades = {grade: sum(fact.grade == grade for fact, _n in found) for grade in GRADES}
    metrics = tuple(sorted({fact.metric for fact, _n in found}))
    return Touched(fault, metrics, len(most), sum(most.values()), grades)


def _left_out(left_out: pa.Table) -> list[Lost]:
    counted: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for row in left_out.to_pylist():
        counted.setdefault((row["metric"], row["reason"]), []).append(row)
    return [
        Lost(metric, reason, len(rows), sum(row["n"] for row in rows), *_sums(_amounts(rows)))
        for (metric, reason), rows in sorted(counted.items())
    ]


def _amounts(rows: Iterable[Mapping[str, Any]]) -> dict[str, Decimal]:
    return {row["rep_id"]: row["amount"] for row in rows if row["amount"] is not None}


def _set_aside(snapshot: Snapshot, period: Period) -> list[Lost]:
    """Tell of won deals of the period that no figure counts, for they were set aside."""
    entry = snapshot.manifest["tables"].get("deals", {})
    found = []
    for reason in sorted(entry.get("set_aside", {})):
        if reason == "duplicate_row":
            continue  # its twin counts
        records = [
            row for row in set_aside_records(snapshot, "deals", reason) if _is_won(row, period)
        ]
        if records:
            by: dict[str, Decimal] = {}
            for row in records:
                amount = _decimal(row.get("amount"))
                if amount is not None:
                    rep_id = row.get("rep_id", "")
                    by[rep_id] = by.get(rep_id, Decimal(0)) + amount
            reps = len({row.get("rep_id", "") for row in records})
            found.append(Lost("won_revenue", reason, reps, len(records), *_sums(by)))
    return found


def _is_won(row: Mapping[str, str], period: Period) -> bool:
    is_won = row.get("is_won") == "True" and row.get("is_closed") == "True"
    return is_won and period.start.isoformat() <= row.get("close_on", "") < period.end.isoformat()


def _sums(amounts: Mapping[str, Decimal]) -> tuple[Decimal | None, Decimal | None]:
    return (sum(amounts.values(), Decimal(0)), max(amounts.values())) if amounts else (None, None)


def _decimal(written: Any) -> Decimal | None:  # noqa: ANN401 (text, or nothing)
    try:
        return Decimal(written) if written else None
    except InvalidOperation:
        return None


_NO_FAULT = ("quota_met", "no_days_left", "period_not_started")  # absent, and nothing is wrong


def _absent(missing: pa.Table, of: Mapping[tuple[str, ...], int]) -> list[Absent]:
    """List figures that are absent for want of data, for half of the reps or more."""
    counted: dict[tuple[str, str, str], int] = {}
    for (metric, reason, note), n in _counted(missing, "metric", "reason", "note").items():
        if reason not in _NO_FAULT:
            key = (metric, reason, note if reason == "outside_record" else "")
            counted[key] = counted.get(key, 0) + n
    found = [
        Absent(metric, why, n, of[metric,], note) for (metric, why, note), n in counted.items()
    ]
    return sorted(
        (each for each in found if 2 * each.reps >= each.of),
        key=lambda each: (each.reason, each.metric),
    )
