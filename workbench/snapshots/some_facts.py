"""A few metrics of earlier periods, computed once for all reps and kept as Parquet.

A whole set of facts takes seconds; a ladder or a course asks for a handful of metrics of several
quarters. Where the whole set is kept already, it is read.
"""

import hashlib
from collections.abc import Sequence

import pyarrow as pa
import pyarrow.compute as pc

from workbench.metrics.fact import Fact, to_table
from workbench.model.period import Period
from workbench.snapshots.engine import basis_of, computed
from workbench.snapshots.facts import facts_folder
from workbench.snapshots.held import rows_where
from workbench.snapshots.kept_table import keep_table
from workbench.snapshots.parquet import are, values_of
from workbench.snapshots.snapshot import Snapshot
from workbench.sources.workspace import Workspace


def some_facts(
    snapshot: Snapshot,
    workspace: Workspace,
    period: Period,
    metrics: Sequence[str],
    rep_id: str | None = None,
) -> pa.Table:
    """Give the totals of some metrics of a period, one row per rep and metric.

    Parameters
    ----------
    rep_id
        Read only this rep's rows; None reads everybody's.

    Raises
    ------
    UnknownNameError
        When there is no such metric; offers the nearest.
    """
    wanted = sorted(set(metrics))
    whole = facts_folder(snapshot, workspace, period)
    mine = None if rep_id is None else [("rep_id", "=", rep_id)]
    if whole.exists():
        facts = rows_where(whole / "facts.parquet", filters=mine)
        is_total = are(facts["by"], "")
        is_asked = pc.is_in(facts["metric"], values_of(wanted, pa.string()))
        return facts.filter(pc.and_(is_total, is_asked))
    key = hashlib.sha256(" ".join(wanted).encode()).hexdigest()[:8]
    kept = whole.with_name(f"{whole.name}-some-{key}.parquet")
    keep_table(kept, lambda: _computed(snapshot, workspace, period, wanted))
    return rows_where(kept, filters=mine)


def _computed(
    snapshot: Snapshot, workspace: Workspace, period: Period, metrics: Sequence[str]
) -> pa.Table:
    from workbench.metrics.totals import compute_facts  # noqa: PLC0415 (loads ibis)

    basis = basis_of(snapshot, workspace, period)
    facts = computed(snapshot, lambda tables: compute_facts(tables, basis, metrics))
    return to_table(Fact, facts)
