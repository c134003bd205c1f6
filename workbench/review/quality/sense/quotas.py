"""A doubt about quotas: `end_on` was typed as the last day, though it is the day after it."""

from datetime import date

from workbench.model.tables import QUOTA_CUTS
from workbench.review.mapping.dependence import figures_without
from workbench.review.quality.issues import Issue
from workbench.review.quality.sense.ends import is_told, says_inclusive
from workbench.review.quality.sense.ground import Doubt, Ground
from workbench.sources.sql import quoted


def quota_gap(ground: Ground) -> list[Issue]:
    """Doubt quotas that stop a day before the next begins, or before the period asked is over."""
    if not ground.has("quotas", "rep_id", "start_on", "end_on") or is_told(ground, "quotas"):
        return []
    partition = f"partition by {ground.given('quotas', 'rep_id', 'metric', *QUOTA_CUTS)}"
    names = ground.given("quotas", "rep_id", "metric", *QUOTA_CUTS, "start_on", "end_on", "target")
    # Whether another quota holds on the day left out, as rows may overlap
    held = f"max(end_on) over ({partition} order by start_on rows unbounded preceding)"
    select = (
        f"select {names}, next_start_on from (select *, lead(start_on) over ({partition} order by"
        f" start_on) as next_start_on, {held} as held_to from {ground.file('quotas')})"
        f" where held_to = end_on and (next_start_on = end_on + 1 or {_at_the_end(ground)})"
        " order by rep_id, start_on"
    )
    figures, lines = figures_without("quotas"), says_inclusive(ground, "quotas")
    return ground.issues(Doubt("quotas", "quota_gap", figures, lines), select)


def _at_the_end(ground: Ground) -> str:
    """Write whether a quota leaves out the last day of the period asked, and nothing follows it."""
    last = _last_day(ground)
    if last is None:
        return "false"
    day = f"date {quoted(last.isoformat())}"
    return f"(end_on = {day} and coalesce(next_start_on > {day}, true))"


def _last_day(ground: Ground) -> date | None:
    name = ground.workspace.rules.workspace.default_period
    return ground.workspace.calendar.period(name).last_day if name else None
