"""The facts of a period, computed once for all reps and kept as Parquet.

A notebook reads only its rep's slice; ibis is loaded only where facts are computed.
"""

import hashlib
import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from workbench.metrics.fact import FactSet
from workbench.model.period import Period
from workbench.private import close_to_others, private_lock
from workbench.program import code_digest, engine_versions
from workbench.snapshots.engine import basis_of, computed
from workbench.snapshots.held import held, rows_of
from workbench.snapshots.kept import is_state
from workbench.snapshots.parquet import read
from workbench.snapshots.sightings import earlier_states
from workbench.snapshots.snapshot import Snapshot
from workbench.sources.workspace import Workspace

_OF_OTHERS = ("won_stays", "stage_total_days")  # of rows behind a figure
_RELATIONS = ("facts", "comparisons", "deals", "left_out")


def period_facts(
    snapshot: Snapshot, workspace: Workspace, period: Period, rep_id: str | None = None
) -> FactSet:
    """Give the facts of a period, computing them when they are not kept yet.

    Parameters
    ----------
    snapshot, workspace, period
        Where, by which rules, for which days.
    rep_id
        Read only this rep's rows; None reads everybody's.
    """
    folder = keep_facts(snapshot, workspace, period)
    paths = {name: folder / f"{name}.parquet" for name in _RELATIONS}
    if rep_id is None:
        return FactSet(**{name: read(path) for name, path in paths.items()})
    return FactSet(**{name: rows_of(path, rep_id) for name, path in paths.items()})


def keep_facts(snapshot: Snapshot, workspace: Workspace, period: Period) -> Path:
    """Compute the facts of a period where they are not kept yet; gives their folder."""
    folder = facts_folder(snapshot, workspace, period)
    if not folder.exists():
        with private_lock(folder):
            if not folder.exists():
                keep(vars(_computed(snapshot, workspace, period)), folder)
    return folder


def rows_behind(
    snapshot: Snapshot, workspace: Workspace, period: Period, rep_id: str, metric: str
) -> pa.Table:
    """Give the rows a figure of a rep was made of, each with how it counts.

    Returns
    -------
    pyarrow.Table
        One row per thing, `rep_id` the rep asked for, with `in_numerator`, `in_denominator`,
        `in_n`, `to_numerator` and `to_denominator`: they add up to the fact's numerator,
        denominator and n. `part` says what a row is where a figure is made of several things,
        `middle` what it brings to a median. Other columns that are null in all rows are left out.
        Without rows for a figure that lacks a table, or whose rows are other people's.

    Raises
    ------
    UnknownNameError
        When there is no such metric; offers the nearest.
    """
    from workbench.metrics.marked import MARKS  # noqa: PLC0415 (loads ibis)
    from workbench.metrics.opened import opened_rows  # noqa: PLC0415 (loads ibis)

    basis = basis_of(snapshot, workspace, period)
    found = computed(snapshot, lambda tables: opened_rows(tables, basis, metric, rep_id))
    if not found.num_rows:
        return pa.table({})
    told = [
        name
        for name in found.column_names
        if name in MARKS or found[name].null_count < found.num_rows
    ]
    return found.select(told).sort_by([(name, "ascending") for name in told])


def own_columns(rows: pa.Table) -> pa.Table:
    """Leave out what rows say of other people's deals: by what the company won, stuck is told."""
    return rows.drop_columns([name for name in _OF_OTHERS if name in rows.column_names])


def reviewed(snapshot: Snapshot, workspace: Workspace, period: Period) -> list[str]:
    """List the reps reviewed in a period: active on a day of it, and no manager without quota."""
    from workbench.metrics.compute import reviewed_reps  # noqa: PLC0415 (loads ibis)

    basis = basis_of(snapshot, workspace, period)
    return computed(snapshot, lambda tables: reviewed_reps(tables, basis))


def _computed(snapshot: Snapshot, workspace: Workspace, period: Period) -> FactSet:
    from workbench.metrics.compute import compute  # noqa: PLC0415 (loads ibis)

    basis = basis_of(snapshot, workspace, period)
    return computed(snapshot, lambda tables: compute(tables, basis))


def rules_key(snapshot: Snapshot, workspace: Workspace, *more: object) -> str:
    """Hash everything that what is computed from a snapshot depends on, and `more`."""
    rules = repr((*more, *rules_of(snapshot, workspace)))
    return hashlib.sha256(rules.encode()).hexdigest()[:8]


def facts_folder(snapshot: Snapshot, workspace: Workspace, period: Period) -> Path:
    """Name the folder of a period's facts after everything they depend on."""
    key = (snapshot.folder, repr(period), workspace.figure_rules.digest)
    return held(key, lambda: _folder(snapshot, workspace, period))


def _folder(snapshot: Snapshot, workspace: Workspace, period: Period) -> Path:
    key = rules_key(snapshot, workspace, period)
    return (
        workspace.folder / "facts" / snapshot.hash[:8] / f"{period.start}_{period.last_day}-{key}"
    )


def rules_of(snapshot: Snapshot, workspace: Workspace) -> tuple[object, ...]:
    """List all that figures depend on besides the snapshot and the period, code included."""
    earlier = [earlier.hash for earlier in earlier_states(snapshot)]
    # Where earlier days are its history, a day's own snapshot is part of it and a look is not,
    # though both may hold the same
    is_sighted = bool(earlier) and is_state(snapshot)
    return (workspace.figure_rules.digest, earlier, is_sighted, code_digest(), engine_versions())


def keep(tables: Mapping[str, pa.Table], folder: Path) -> None:
    """Write all relations, then give the folder its name, so that none is ever half there."""
    fresh = Path(tempfile.mkdtemp(dir=folder.parent, prefix=".facts-"))
    try:
        for name, table in tables.items():
            pq.write_table(table, fresh / f"{name}.parquet", row_group_size=20_000)
        os.replace(close_to_others(fresh), folder)  # noqa: PTH105 (a rename that overwrites nothing half way)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
