"""A figure of a day that is over: as it was seen then, else of what is known of that day.

What happened in a period up to a day is told by any later source: its rows have their days. How
things stood is told by a snapshot that saw the day, or by a history of the deals; never by how
they stand today.
"""

from dataclasses import dataclass, replace
from datetime import date

from workbench.metrics.catalogue import metric_of
from workbench.metrics.fact import Fact, seen_day
from workbench.model.period import Period
from workbench.snapshots.kept import seen_on
from workbench.snapshots.snapshot import Snapshot
from workbench.snapshots.some_facts import some_facts
from workbench.sources.workspace import Workspace


@dataclass(frozen=True)
class OnDay:
    """A figure as of a day."""

    fact: Fact  # absent for `state_untold` where nothing tells it
    day: date  # of the data: the day asked for, or that of the snapshot that saw it nearly
    snapshot: str  # hash of the snapshot that was read


def fact_on(
    snapshot: Snapshot, workspace: Workspace, period: Period, metric: str, day: date, rep_id: str
) -> OnDay:
    """Tell a figure of a period as it was at the end of a day.

    A snapshot that saw that very day is read. Else what happened is counted up to it, and how
    things stood is told by the history of deals or a snapshot of the days about it
    (`metrics.stood`), from the snapshot given.

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
    seen = snapshot if day == snapshot.as_of else seen_on(workspace, day)
    read, asked = (seen, period) if seen else (snapshot, replace(period, seen_on=day))
    rows = some_facts(read, workspace, asked, [metric], rep_id).to_pylist()
    if not rows:  # a rep a snapshot does not know yet was not seen in it
        return OnDay(absent_fact(metric, period, rep_id, "state_untold"), day, "")
    fact = Fact(**rows[0])
    return OnDay(fact, seen_day(fact) or day, read.hash)


def absent_fact(metric: str, period: Period, rep_id: str, reason: str) -> Fact:
    """Make a figure that is absent for a reason of its day."""
    unit = metric_of(metric).unit
    return Fact(
        period.name, rep_id, metric, "", "", None, unit, "", None, None, 0, None, None, "",
        reason, "",
    )  # fmt: skip
