"""A doubt about quotas: `end_on` was typed as the last day, though it is the day after it."""

from datetime import date

from workbench.model.tables import QUOTA_CUTS
from workbench.review.quality.issues import Issue
from workbench.review.quality.sense.ground import Doubt, Ground, toml
from workbench.sources.sql import named, quoted

_FIGURES = ("effective_quota", "quota_attainment", "quota_gap", "linear_pace")


def quota_gap(ground: Ground) -> list[Issue]:
    """Doubt quotas that stop a day before the next begins, or before the period asked is over."""
    if not ground.has("quotas", "rep_id", "start_on", "end_on"):
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
    return ground.issues(Doubt("quotas", "quota_gap", _FIGURES, _paste(ground)), select)


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


def _paste(ground: Ground) -> tuple[str, ...]:
    """Write the lines that read the same file with `end_on` a day later."""
    source = ground.workspace.tables["quotas"]
    is_plain = source.file and not source.model_dump(exclude_defaults=True).keys() - {
        "file", "columns",
    }  # fmt: skip
    if not is_plain or "quotas" in ground.workspace.rules.files:
        return ()
    column = named(source.columns.get("end_on", "end_on"))
    later = f"select * replace (cast({column} as date) + 1 as {column}) from quotas"
    mapped = ", ".join(f"{name} = {toml(found)}" for name, found in source.columns.items())
    return (
        "[files.quotas]", f"file = {toml(source.file)}", "[tables.quotas]", f"sql = {_sql(later)}",
        *((f"columns = {{ {mapped} }}",) if mapped else ()),
    )  # fmt: skip


def _sql(select: str) -> str:
    """Write a select as a reader likes to see it, without a backslash before each quote."""
    return toml(select) if "'" in select else f"'{select}'"
