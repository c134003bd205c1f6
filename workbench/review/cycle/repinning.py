"""Another snapshot for a cycle, and which figures that changes."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from workbench.snapshots import Snapshot, freeze, open_snapshot
from workbench.snapshots.facts import period_facts
from workbench.store import Actor
from workbench.store.cycles import find_cycle, repin
from workbench.store.rules import require_run
from workbench.store.standing import standings

if TYPE_CHECKING:
    from workbench.review.cycle.desk import Desk


@dataclass(frozen=True)
class Changed:
    """A figure that differs between two snapshots."""

    rep_id: str
    metric: str
    before: Decimal | None  # None: absent
    after: Decimal | None


def repin_cycle(desk: "Desk", actor: Actor, cycle: str, as_of: date | None = None) -> list[Changed]:
    """Freeze the source anew, pin the cycle to it, and list the figures that changed.

    Parameters
    ----------
    as_of
        Day of the new snapshot; None keeps the cycle's own.

    Raises
    ------
    RefusedError, ParameterError
        As `store.cycles.repin`: sales ops and HR, while nobody has left the data check.
    """
    require_run(actor, "pin another snapshot")
    found = find_cycle(desk.store, cycle)
    before = open_snapshot(desk.workspace, found.as_of, found.snapshot)
    after = freeze(desk.workspace, as_of or found.as_of)
    repin(desk.store, actor, cycle, after.as_of, after.hash)
    members = {each.subject.rep_id for each in standings(desk.store, actor, cycle)}
    changed = _changed(desk, found.period, before, after)
    return [each for each in changed if each.rep_id in members]


def _changed(desk: "Desk", period: str, before: Snapshot, after: Snapshot) -> Iterator[Changed]:
    old, new = _values(desk, period, before), _values(desk, period, after)
    for rep_id, metric in sorted(old.keys() | new.keys()):
        was, is_ = old.get((rep_id, metric)), new.get((rep_id, metric))
        if was != is_:
            yield Changed(rep_id, metric, was, is_)


def _values(desk: "Desk", period: str, snapshot: Snapshot) -> dict[tuple[str, str], Decimal | None]:
    span = desk.workspace.calendar.period(period)
    facts = period_facts(snapshot, desk.workspace, span).facts
    rows = facts.select(["rep_id", "metric", "by", "value"]).to_pylist()
    return {(row["rep_id"], row["metric"]): row["value"] for row in rows if not row["by"]}
