"""The totals of a period for all reps, without what only documents show; kept as Parquet.

Whoever looks for faults asks for every figure and compares none. Where the whole set of facts is
kept already, it is read.
"""

import pyarrow.compute as pc

from workbench.metrics.fact import TotalSet
from workbench.model.period import Period
from workbench.private import private_lock
from workbench.snapshots.engine import basis_of, computed
from workbench.snapshots.facts import facts_folder, keep
from workbench.snapshots.parquet import read
from workbench.snapshots.snapshot import Snapshot
from workbench.sources.workspace import Workspace


def period_totals(snapshot: Snapshot, workspace: Workspace, period: Period) -> TotalSet:
    """Give the totals of a period for everybody, computing them when they are not kept yet."""
    whole = facts_folder(snapshot, workspace, period)
    folder = whole if whole.exists() else whole.with_name(f"{whole.name}-totals")
    if not folder.exists():
        with private_lock(folder):
            if not folder.exists():
                keep(vars(_computed(snapshot, workspace, period)), folder)
    facts = read(folder / "facts.parquet")
    return TotalSet(
        facts=facts.filter(pc.equal(facts["by"], "")),
        left_out=read(folder / "left_out.parquet"),
    )


def _computed(snapshot: Snapshot, workspace: Workspace, period: Period) -> TotalSet:
    from workbench.metrics.totals import compute_totals  # noqa: PLC0415 (loads ibis)

    basis = basis_of(snapshot, workspace, period)
    return computed(snapshot, lambda tables: compute_totals(tables, basis))
