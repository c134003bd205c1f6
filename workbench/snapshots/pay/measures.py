"""Figures that modify, open or pay a component, period by period, from the facts."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from decimal import Decimal

from workbench.incentives.inputs import Measure
from workbench.metrics.catalogue import CATALOGUE
from workbench.model.period import Period
from workbench.snapshots.facts import period_facts
from workbench.snapshots.pay.plans import RANK
from workbench.snapshots.snapshot import Snapshot
from workbench.sources.workspace import Workspace

RANKED_BY = "quota_attainment"
FEWEST = 5  # a place among fewer says nothing
Measures = dict[str, dict[str, dict[str, Measure]]]  # by rep, period and name


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
    wanted = {name for name in names if name in CATALOGUE}
    is_ranked = RANK in names
    found: Measures = defaultdict(lambda: defaultdict(dict))
    for period in periods if wanted or is_ranked else ():
        for name, told in _facts(snapshot, workspace, period, rep_id, wanted):
            found[name][period.name].update(told)
        places = _places(snapshot, workspace, period) if is_ranked else {}
        for name, place in places.items():
            if rep_id in (None, name):
                found[name][period.name][RANK] = place
    return found


def _facts(
    snapshot: Snapshot, workspace: Workspace, period: Period, rep_id: str | None, wanted: set[str]
) -> Iterable[tuple[str, dict[str, Measure]]]:
    facts = period_facts(snapshot, workspace, period, rep_id).facts
    columns = ["rep_id", "metric", "by", "value", "reason", "n"]
    for row in facts.select(columns).to_pylist():
        if row["metric"] in wanted and not row["by"]:
            told = Measure(row["value"], row["reason"], row["n"])
            yield row["rep_id"], {row["metric"]: told}


def _places(snapshot: Snapshot, workspace: Workspace, period: Period) -> Mapping[str, Measure]:
    facts = period_facts(snapshot, workspace, period).facts
    rows = facts.select(["rep_id", "metric", "by", "value"]).to_pylist()
    reached = {
        row["rep_id"]: row["value"]
        for row in rows
        if row["metric"] == RANKED_BY and not row["by"] and row["value"] is not None
    }
    n = len(reached)
    if n < FEWEST:
        return {name: Measure(None, "too_few", n) for name in reached}
    return {
        name: Measure(Decimal(1 + sum(other > value for other in reached.values())), n=n)
        for name, value in reached.items()
    }
