"""Figures that modify, open or pay a component, period by period, of all reps at once."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from decimal import Decimal
from pathlib import Path

import pyarrow as pa

from workbench.incentives.inputs import Measure
from workbench.metrics.catalogue import CATALOGUE
from workbench.model.period import Period
from workbench.snapshots.engine import basis_of, computed
from workbench.snapshots.held import held, rows_where
from workbench.snapshots.pay.plans import RANK
from workbench.snapshots.pay.rows import kept_file
from workbench.snapshots.snapshot import Snapshot
from workbench.sources.workspace import Workspace

RANKED_BY = "quota_attainment"
FEWEST = 5  # a place among fewer says nothing
Measures = dict[str, dict[str, dict[str, Measure]]]  # by rep, period and name
_SCHEMA = pa.schema(
    [
        ("period", pa.string()), ("rep_id", pa.string()), ("metric", pa.string()),
        ("value", pa.decimal128(38, 10)), ("reason", pa.string()), ("n", pa.int64()),
    ]
)  # fmt: skip


def figures_of(
    snapshot: Snapshot,
    workspace: Workspace,
    periods: Iterable[Period],
    names: Collection[str],
    rep_id: str | None = None,
) -> Measures:
    """Give the figures that plans name, for each rep and period.

    Parameters
    ----------
    names
        Measures of plans; those that are no figure are passed over. `rank` is the place by
        attainment among all who have one, 1 the highest.
    rep_id
        Only this rep's; None gives everybody's.
    """
    wanted = sorted({name for name in names if name in CATALOGUE})
    found: Measures = defaultdict(lambda: defaultdict(dict))
    for period in periods if wanted or RANK in names else ():
        asked = [*wanted, *([RANKED_BY] if RANK in names and RANKED_BY not in wanted else [])]
        file = _file(snapshot, workspace, period, asked)
        mine = None if rep_id is None else [("rep_id", "=", rep_id)]
        for row in rows_where(file, filters=mine).to_pylist():
            if row["metric"] in wanted:
                told = Measure(row["value"], row["reason"], row["n"])
                found[row["rep_id"]][period.name][row["metric"]] = told
        places = _places(file) if RANK in names else {}
        for name in places if rep_id is None else places.keys() & {rep_id}:
            found[name][period.name][RANK] = places[name]
    return found


def _file(snapshot: Snapshot, workspace: Workspace, period: Period, metrics: list[str]) -> Path:
    def made() -> pa.Table:
        from workbench.metrics.totals import compute_facts  # noqa: PLC0415 (loads ibis)

        basis = basis_of(snapshot, workspace, period)
        facts = computed(snapshot, lambda tables: compute_facts(tables, basis, metrics))
        rows = [{name: getattr(fact, name) for name in _SCHEMA.names} for fact in facts]
        return pa.Table.from_pylist(rows, schema=_SCHEMA)

    return kept_file(snapshot, workspace, "measures", (period, metrics), made)


def _places(file: Path) -> Mapping[str, Measure]:
    def made() -> Mapping[str, Measure]:
        rows = rows_where(file, filters=[("metric", "=", RANKED_BY)]).to_pylist()
        return _placed({row["rep_id"]: row["value"] for row in rows if row["value"] is not None})

    return held(("places", file), made)


def _placed(reached: Mapping[str, Decimal]) -> Mapping[str, Measure]:
    n = len(reached)
    if n < FEWEST:
        return {name: Measure(None, "too_few", n) for name in reached}
    return {
        name: Measure(Decimal(1 + sum(other > value for other in reached.values())), n=n)
        for name, value in reached.items()
    }
