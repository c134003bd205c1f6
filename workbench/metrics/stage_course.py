"""How deals went through the stages: which stage follows which, when each was entered and left.

The order of stages is told by the deals themselves: by the mean place at which each is first
entered. Stages that only closed deals bear (closed won, closed lost) are no working stages.
"""

from datetime import date

import ibis
from ibis import _
from ibis.expr.types import Table

from workbench.metrics.courses import course
from workbench.metrics.credits import NO, counted_deals
from workbench.metrics.ground import Ground

_DEAL_ORDER = ibis.window(group_by="deal_id", order_by=["at", "stage"])


def visits(ground: Ground) -> Table:
    """Give each stay of a deal in a working stage, as `_visits` tells them; made once."""
    return ground.once("visits", _visits)


def _visits(ground: Ground) -> Table:
    """Give each stay of a deal in a working stage.

    Returns
    -------
    Table
        `deal_id`, `stage`, `entered_on`, `left_on` (null while it lasts), `place` (1 for a deal's
        first stay), `is_closed`, `is_won`, `closed_on`.
    """
    told = course(ground.tables, "stage")
    deals = counted_deals(ground.tables).select(
        "deal_id", is_over="is_closed", was_won="is_won", closed_on="close_on"
    )
    rows = told.filter(_.stage.notnull()).select("deal_id", "stage", "at", "on")
    moves = rows.mutate(before=_.stage.lag().over(_DEAL_ORDER)).filter(
        _.before.isnull() | (_.before != _.stage)
    )
    # What a deal is joins its moves once they are in order: little is quick to sort
    ordered = moves.mutate(
        next_on=_.on.lead().over(_DEAL_ORDER), place=ibis.row_number().over(_DEAL_ORDER) + 1
    )
    spans = ordered.join(deals, "deal_id").mutate(
        is_working=~(_.is_over & (_.on >= _.closed_on)).fill_null(NO),
        left_on=ibis.coalesce(_.next_on, _.is_over.ifelse(_.closed_on, None)),
    )
    working = (
        spans.group_by("stage")
        .aggregate(at_work=_.is_working.ifelse(1, 0).sum(), rows=_.count())
        .filter(_.at_work * 2 > _.rows)
    )
    return spans.semi_join(working, "stage").select(
        "deal_id",
        "stage",
        "left_on",
        "place",
        "closed_on",
        entered_on="on",
        is_closed="is_over",
        is_won="was_won",
    )


def stage_order(stays: Table) -> Table:
    """Give the working stages with their `rank`, 1 first."""
    first = stays.group_by("deal_id", "stage").aggregate(first=_.place.min())
    placed = first.mutate(nth=ibis.row_number().over(group_by="deal_id", order_by=_.first) + 1)
    means = placed.group_by("stage").aggregate(total=_.nth.sum(), n=_.count())
    mean = means.total.cast("float64") / means.n
    return means.select("stage", rank=ibis.row_number().over(order_by=[mean, means.stage]) + 1)


def passages(ground: Ground) -> Table:
    """Give each working stage a deal entered in the period, with whether it got past it.

    A stage skipped on the way counts as entered and passed when the later one was entered; a deal
    counts once per stage, however often it moved back.
    """
    # Made before they are given to managers: else DuckDB pairs them with every report by day first
    return ground.one_row_per_case(ground.once("entered", _entered), "stage")


def _entered(ground: Ground) -> Table:
    period, stays = ground.basis.period, visits(ground)
    order = stage_order(stays)
    ranked = _moved(stays, period.start).join(order, "stage")
    per_deal = ranked.group_by("deal_id").aggregate(
        first=_["rank"].min(),
        last=_["rank"].max(),
        now=_["rank"].argmax(_.place),
        is_closed=_.is_closed.any(),
        is_won=_.is_won.any(),
        closed_on=_.closed_on.max(),
    )
    entries = ranked.group_by("deal_id", "rank").aggregate(entered_on=_.entered_on.min())
    grid = per_deal.join(order, [per_deal.first <= order["rank"]]).filter(
        (_["rank"] <= _.last) | (_.is_closed & _.is_won)
    )
    met = grid.left_join(entries, ["deal_id", "rank"])
    later = ibis.window(group_by="deal_id", order_by=ibis.desc("rank"), preceding=None, following=0)
    won_on = (met.is_closed & met.is_won).ifelse(met.closed_on, None)
    dated = met.mutate(on=ibis.coalesce(met.entered_on.min().over(later), won_on))
    passed = (dated.last > dated["rank"]) | (dated.is_closed & dated.is_won)
    has_left = dated.is_closed | (dated.now != dated["rank"])
    rows = dated.filter((_.on >= period.start) & (_.on < ground.basis.end)).select(
        "deal_id", "stage", "on", has_passed=passed, has_left=has_left | passed
    )
    owned = ground.credited.select("deal_id", "rep_id", "share", "amount", "fx_missing")
    return rows.join(owned, "deal_id")


def _moved(stays: Table, start: date) -> Table:
    """Keep the deals that entered a stage, or closed, since a day: no other passes one since."""
    fresh = stays.filter((_.entered_on >= start) | (_.closed_on >= start).fill_null(NO))
    return stays.semi_join(fresh, "deal_id")


def stays_in_period(ground: Ground) -> Table:
    """Count the stays begun in the period by rep, stage, length in days and whether they ended."""
    spread = stays_one_by_one(ground)
    return spread.group_by("rep_id", "stage", "is_over", "days").aggregate(n=_.count())


def stays_one_by_one(ground: Ground) -> Table:
    """Give the stays begun in the period, one row per rep, deal and stay.

    A stay that lasts is measured to the end of `as_of`, and known to be at least that long.
    """
    basis = ground.basis
    rows = visits(ground).filter((_.entered_on >= basis.period.start) & (_.entered_on < basis.end))
    until = ibis.coalesce(rows.left_on, ibis.literal(basis.as_of))
    lengths = rows.mutate(
        on=rows.entered_on,
        is_over=rows.left_on.notnull(),
        days=until.delta(rows.entered_on, unit="day"),
    ).select("deal_id", "stage", "place", "on", "is_over", "days")
    owned = ground.credited.select("deal_id", "rep_id", "share", "amount", "fx_missing")
    return ground.one_row_per_case(lengths.join(owned, "deal_id"), "place")


def standing(ground: Ground) -> Table:
    """Give each open deal its days in its present stage and the mean of deals won from there.

    The mean is over the company's won deals; it is null where fewer than five were in the stage.
    """
    today = ibis.literal(ground.basis.as_of)
    stays = visits(ground)
    won = stays.filter(_.is_closed & _.is_won & _.left_on.notnull()).mutate(
        days=_.left_on.delta(_.entered_on, unit="day")
    )
    means = (
        won.group_by("stage")
        .aggregate(total_days=_.days.sum(), won_stays=_.deal_id.nunique())
        .filter(_.won_stays >= 5)  # noqa: PLR2004 (fewer tell no mean)
    )
    last = (
        stays.filter(~_.is_closed)
        .group_by("deal_id")
        .aggregate(stage=_.stage.argmax(_.place), entered_on=_.entered_on.argmax(_.place))
    )
    joined = last.left_join(means, "stage")
    return joined.select(
        "deal_id",
        "won_stays",
        stage_days=today.delta(joined.entered_on, unit="day"),
        stage_total_days=joined.total_days,
    )
