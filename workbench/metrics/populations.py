"""The rows metrics are made of: one row per rep reviewed and thing counted.

Each population is a function of the ground all stand on. It is filtered to what counts; metrics
only choose among its rows. Opening a figure shows these rows.
"""

from collections.abc import Callable, Sequence

import ibis
from ibis import _
from ibis.expr.types import Column, Table

from workbench.metrics.cash import dues
from workbench.metrics.contracts import retained
from workbench.metrics.courses import has_course
from workbench.metrics.credits import NO
from workbench.metrics.customer_wins import first_wins, won_accounts
from workbench.metrics.deal_course import completed, discounted, last_touches, pushes
from workbench.metrics.forecasts import foretold
from workbench.metrics.funnel import funnel
from workbench.metrics.ground import Ground
from workbench.metrics.growth import grown
from workbench.metrics.leads import answered_leads
from workbench.metrics.named_accounts import named_accounts
from workbench.metrics.promised import committed, expected
from workbench.metrics.scope import scoped
from workbench.metrics.stage_course import (
    passages,
    standing,
    stays_in_period,
    stays_one_by_one,
)
from workbench.metrics.trailing import team_year, trailing

Population = Callable[[Ground], Table]


def closed(ground: Ground) -> Table:
    """Give the deals closed in the elapsed part of the period, by their last closing."""
    rows = ground.credited.filter(
        _.is_closed & (_.close_on >= ground.basis.period.start) & (_.close_on < ground.basis.end)
    )
    days = rows.close_on.delta(rows.created_on, unit="day")
    dated = rows.mutate(on=_.close_on, is_won=_.is_won.fill_null(NO), cycle_days=days)
    return ground.one_row_per_deal(dated)


def open_(now: Ground) -> Table:
    """Give the deals open at the end of `as_of`; of a period that is over, at that of its end."""
    ground = now.of_state
    today, period = ibis.literal(ground.basis.as_of), ground.basis.period
    rows = ground.credited.filter(~_.is_closed)
    age = today.delta(rows.created_on, unit="day")
    dated = _touched(ground, _placed(ground, rows)).mutate(
        on=today,
        age_days=age,
        age_bucket=_bucket(age, ground.basis.age_edges),
        is_past_due=(_.close_on <= today).fill_null(NO),
        is_due=((_.close_on >= period.start) & (_.close_on < period.end)).fill_null(NO),
    )
    return ground.one_row_per_deal(dated)


def _placed(ground: Ground, rows: Table) -> Table:
    """Add how long each open deal is in its stage; null where nothing tells stages."""
    has_dates = "close_on" in ground.tables["deals"].columns
    if has_course(ground.tables, "stage") and has_dates:
        return rows.left_join(standing(ground), "deal_id").drop("deal_id_right")
    unknown = ibis.null().cast("int64")
    return rows.mutate(won_stays=unknown, stage_days=unknown, stage_total_days=unknown)


def _touched(ground: Ground, rows: Table) -> Table:
    """Add the day of the last touch of each open deal; null without a feed of activities."""
    feed = ground.tables.get("activities")
    if feed is None or "deal_id" not in feed.columns:
        return rows.mutate(last_touched_on=ibis.null().cast("date"))
    return rows.left_join(last_touches(ground), "deal_id").drop("deal_id_right")


def created(ground: Ground) -> Table:
    """Give the deals created in the elapsed part of the period, at their amount of that day."""
    rows = ground.credited_at_creation.filter(
        (_.created_on >= ground.basis.period.start) & (_.created_on < ground.basis.end)
    )
    return ground.one_row_per_deal(rows.mutate(on=_.created_on))


def activities(ground: Ground) -> Table:
    """Give the activities completed in the elapsed part of the period."""
    rows = completed(ground).filter((_.on >= ground.basis.period.start) & (_.on < ground.basis.end))
    named = rows.select("activity_id", "rep_id", "kind", "on", "is_automatic")
    return scoped(named, ground.reports)


def surveys(ground: Ground) -> Table:
    """Give the survey invitations of the period, answered or not."""
    table = ground.tables["surveys"]
    scale = table.scale_max if "scale_max" in table.columns else ibis.null().cast("float64")
    rows = table.filter((_.on >= ground.basis.period.start) & (_.on < ground.basis.end))
    named = rows.select("response_id", "rep_id", "kind", "on", "score", scale_max=scale)
    return scoped(named, ground.reports)


POPULATIONS: dict[str, Population] = {
    "closed": closed,
    "open": open_,
    "created": created,
    "first_wins": first_wins,
    "won_accounts": won_accounts,
    "activities": activities,
    "surveys": surveys,
    "discounted": discounted,
    "pushes": pushes,
    "dues": dues,
    "grown": grown,
    "trailing": trailing,
    "team_year": team_year,
    "passages": passages,
    "stays": stays_in_period,
    "expected": expected,
    "committed": committed,
    "foretold": foretold,
    "retained": retained,
    "funnel": funnel,
    "leads": answered_leads,
    "named_accounts": named_accounts,
}
# Populations that are counted in groups, and the rows in them: a figure opens to these
ONE_BY_ONE: dict[str, Population] = {"stays": stays_one_by_one}


def _bucket(age: Column, edges: Sequence[int]) -> Column:
    starts = (0, *(edge + 1 for edge in edges))
    cases = [(age <= last, f"{start}–{last}") for start, last in zip(starts, edges, strict=False)]
    return ibis.cases((age.isnull(), None), *cases, else_=f">{edges[-1]}")
