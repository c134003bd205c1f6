"""Figures and deals as pandas tables, for thinking in a notebook."""

from typing import TYPE_CHECKING

from workbench.model.given import text_of
from workbench.review.reader import require_role
from workbench.review.review import read_day
from workbench.snapshots import open_snapshot
from workbench.snapshots.facts import period_facts
from workbench.snapshots.frame import frame
from workbench.sources.workspace import open_workspace

if TYPE_CHECKING:
    import pandas as pd


def facts(
    period: str = "", workspace: str = "", *, as_of: str = "", actor: str = ""
) -> "pd.DataFrame":
    """Give every figure of every rep in a period, a row each.

    Parameters
    ----------
    period
        Any notation of the calendar; "" takes the workspace's default period.
    workspace
        Its folder; "" takes the default workspace.
    as_of
        ISO date of the snapshot to read; "" takes the latest.
    actor
        Who looks, as `O1:sales_ops`; "" on a desk, where nobody is told apart.

    Returns
    -------
    pandas.DataFrame
        One row per rep and metric, and one more per level it is cut by: `period`, `rep_id`,
        `metric` (as in docs/metrics.md), `by` and `level` ("" for the whole figure), `value` with
        its `unit` and `currency` (shares 0..1, money in units of the currency, days in days),
        `numerator`, `denominator`, `n` the rows it rests on, `low` and `high` the ends of its 95 %
        interval, `grade` of the data, `reason` why a value is absent, `note`. Numbers are floats
        for looking and drawing, absent ones NaN, which is not zero; exact ones stand in
        `review.metric(key)`.

    Raises
    ------
    RefusedError
        For all but sales ops; and when nobody is named where people are told apart.
    WorkspaceError, SnapshotError, PeriodError, ParameterError
        When one of them cannot be used.
    """
    space = open_workspace(text_of("workspace", workspace) or None)
    require_role(text_of("actor", actor), space, "explore", "sales_ops")
    snapshot = open_snapshot(space, read_day(as_of))
    span = space.calendar.period(text_of("period", period) or space.default_period)
    return frame(period_facts(snapshot, space, span).facts)
