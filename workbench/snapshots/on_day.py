"""A figure of a day that is over: as it was seen then, else of what is known of that day.

What happened in a period up to a day is told by any later source: its rows have their days. How
things stood is told by a snapshot that saw the day, or by a history of the deals; never by how
they stand today.
"""

import os
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

import pyarrow.compute as pc
import pyarrow.parquet as pq
from filelock import FileLock

from workbench.metrics.catalogue import is_state, metric_of
from workbench.metrics.fact import Fact, to_table
from workbench.model.period import Period
from workbench.snapshots.engine import basis_of, computed
from workbench.snapshots.facts import facts_folder
from workbench.snapshots.held import rows_where
from workbench.snapshots.kept import NEAR, seen_on
from workbench.snapshots.sightings import TOLD
from workbench.snapshots.snapshot import Snapshot
from workbench.snapshots.some_facts import some_facts
from workbench.sources.workspace import Workspace

NOT_SEEN = "not_seen_then"  # why a state of a day is absent
# Next steps and probabilities of deals have no history: only a snapshot saw them
_ONLY_SEEN = ("no_next_step_share", "weighted_pipeline")


@dataclass(frozen=True)
class OnDay:
    """A figure as of a day."""

    fact: Fact  # absent for NOT_SEEN where nothing tells it
    day: date  # of the data: the day asked for, or that of the snapshot that saw it nearly
    snapshot: str  # hash of the snapshot that was read


def fact_on(
    snapshot: Snapshot, workspace: Workspace, period: Period, metric: str, day: date, rep_id: str
) -> OnDay:
    """Tell a figure of a period as it was at the end of a day.

    A snapshot that saw that very day is read. Else what happened is counted up to it, from the
    snapshot given; how things stood is told by the history of deals, else by the newest snapshot
    of the three days before.

    Parameters
    ----------
    snapshot
        The one a reader has: nothing newer is read.
    day
        At most its day.

    Raises
    ------
    UnknownNameError
        When there is no such metric; offers the nearest.
    """
    is_told = not is_state(metric) or _tells(snapshot, metric, day)
    seen = _seen(snapshot, workspace, day, timedelta(0) if is_told else NEAR)
    if seen is not None:
        rows = some_facts(seen, workspace, period, [metric], rep_id)
        return OnDay(_first(rows.to_pylist(), metric, period, rep_id), seen.as_of, seen.hash)
    if not is_told:
        return OnDay(absent_fact(metric, period, rep_id, NOT_SEEN), day, "")
    path = _counted(snapshot, workspace, period, metric, day)
    rows = rows_where(path, filters=[("rep_id", "=", rep_id)])
    return OnDay(_first(rows.to_pylist(), metric, period, rep_id), day, snapshot.hash)


def absent_fact(metric: str, period: Period, rep_id: str, reason: str) -> Fact:
    """Make a figure that is absent for a reason of its day."""
    unit = metric_of(metric).unit
    return Fact(
        period.name, rep_id, metric, "", "", None, unit, "", None, None, 0, None, None, "",
        reason, "",
    )  # fmt: skip


def _first(rows: list[dict[str, object]], metric: str, period: Period, rep_id: str) -> Fact:
    """Read the one row; a rep a snapshot does not know yet was not seen in it."""
    if not rows:
        return absent_fact(metric, period, rep_id, NOT_SEEN)
    return Fact(**rows[0])  # type: ignore[arg-type]  # columns are the fields


def _seen(snapshot: Snapshot, workspace: Workspace, day: date, back: timedelta) -> Snapshot | None:
    for n in range(back.days + 1):
        asked = day - timedelta(days=n)
        found = snapshot if asked == snapshot.as_of else seen_on(workspace, asked)
        if found is not None:
            return found
    return None


def _tells(snapshot: Snapshot, metric: str, day: date) -> bool:
    """Whether the history of deals tells how they stood on a day."""
    if metric in _ONLY_SEEN or not snapshot.has("deal_history"):
        return False
    if not set(TOLD) <= set(snapshot.columns("deal_history")):
        return False
    first = pc.min(rows_where(snapshot.path("deal_history"), ["on"])["on"]).as_py()
    return first is not None and first <= day


def _counted(
    snapshot: Snapshot, workspace: Workspace, period: Period, metric: str, day: date
) -> Path:
    """Compute a figure for everybody from tables taken back to a day, where it is not kept yet."""
    whole = facts_folder(snapshot, workspace, period)
    kept = whole.with_name(f"{whole.name}-on-{day}-{metric}.parquet")
    if not kept.exists():
        kept.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with FileLock(f"{kept}.lock"):
            if not kept.exists():
                _keep(_computed(snapshot, workspace, period, metric, day), kept)
    return kept


def _computed(
    snapshot: Snapshot, workspace: Workspace, period: Period, metric: str, day: date
) -> list[Fact]:
    from workbench.metrics.compute import compute_facts  # noqa: PLC0415 (loads ibis)
    from workbench.snapshots.taken_back import taken_back  # noqa: PLC0415 (loads ibis)

    basis = replace(basis_of(snapshot, workspace, period), as_of=day)
    return computed(
        snapshot, lambda tables: compute_facts(taken_back(tables, day), basis, [metric])
    )


def _keep(facts: list[Fact], kept: Path) -> None:
    """Write, then give the file its name, so that none is ever half there."""
    fresh = kept.with_suffix(f".{os.getpid()}")
    pq.write_table(to_table(Fact, facts), fresh)
    fresh.replace(kept)
