"""Quotas for the days on plans: revenue as the figures have it, other goals as given."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from workbench.incentives.inputs import Quota, quota_key
from workbench.incentives.periods import chain
from workbench.incentives.plan import Plan
from workbench.model.period import Period
from workbench.model.tables import QUOTA_CUTS
from workbench.snapshots.held import rows_where
from workbench.snapshots.pay.rows import Days, quota_rows
from workbench.snapshots.snapshot import Snapshot
from workbench.sources.workspace import Workspace

REVENUE = "won_revenue"
Quotas = dict[str, dict[str, Quota]]  # by rep and `quota_key`


def quotas_of(
    snapshot: Snapshot,
    workspace: Workspace,
    plans: Iterable[Plan],
    last: Period,
    rep_id: str | None = None,
) -> Quotas:
    """Give every quota that days on the plans may be measured against, up to a period.

    Parameters
    ----------
    rep_id
        Only this rep's; None gives everybody's.
    """
    found: Quotas = defaultdict(dict)
    plans = tuple(plans)
    spans = _spans(plans, last, workspace)
    for row in quota_rows(snapshot, workspace, spans, rep_id):
        key = quota_key(REVENUE, row["start"], row["end"])
        found[row["rep_id"]][key] = Quota(row["value"], row["given"], row["reason"], row["note"])
    others = {component.quota for plan in plans for component in plan.components} - {REVENUE}
    rows = _given(snapshot, rep_id) if others else {}
    for (name, metric), own in rows.items():
        if metric in others:
            for start, end in spans:
                found[name][quota_key(metric, start, end)] = _inside(own, (start, end))
    return found


def _spans(plans: Iterable[Plan], last: Period, workspace: Workspace) -> set[Days]:
    """List the days each assignment has in each period."""
    assigned = [each for plan in plans for each in plan.assignments if each.start < last.end]
    if not assigned:
        return set()
    periods = chain(min(each.start for each in assigned), last, workspace.calendar)
    cut = {
        (max(each.start, period.start), min(each.end, period.end))
        for each in assigned for period in periods
    }  # fmt: skip
    return {(start, end) for start, end in cut if start < end}


def _given(
    snapshot: Snapshot, rep_id: str | None
) -> Mapping[tuple[str, str], list[Mapping[str, Any]]]:
    if not snapshot.has("quotas"):
        return {}
    filters = None if rep_id is None else [("rep_id", "=", rep_id)]
    rows = rows_where(snapshot.path("quotas"), filters=filters).to_pylist()
    found: dict[tuple[str, str], list[Mapping[str, Any]]] = defaultdict(list)
    for row in rows:
        if not any(row.get(cut) for cut in QUOTA_CUTS):  # a part's target is none of the whole
            found[row["rep_id"], row["metric"]].append(row)
    return found


def _inside(rows: Iterable[Mapping[str, Any]], days: Days) -> Quota:
    """Add up the rows wholly inside some days; a goal that is no money is not prorated."""
    start, end = days
    inside = [row for row in rows if row["start_on"] >= start and row["end_on"] <= end]
    covered = sum((row["end_on"] - row["start_on"]).days for row in inside)
    if not inside or covered < (end - start).days:
        return Quota(None, reason="quota_does_not_cover_period")
    target = sum((row["target"] for row in inside), Decimal(0))
    return Quota(target, target)
