"""How deals went through the stages: which stage follows which, when each was entered and left.

The order of stages is told by the deals themselves: by the mean place at which each is first
entered. Stages that only closed deals bear (closed won, closed lost) are no working stages.
"""

import ibis
from ibis import _
from ibis.expr.types import Table

from workbench.metrics.courses import course
from workbench.metrics.credits import NO, counted_deals
from workbench.metrics.ground import Ground
from workbench.metrics.scope import records

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


def _in_order(stays: Table) -> Table:
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
    if not ground.reports:
        return _entered(ground)
    # Made before they are given to managers: else DuckDB pairs them with every report by day first
    return ground.one_row_per_case(ground.once("entered", _entered), "stage")


def stages(ground: Ground) -> Table:
    """Give the working stages with their `rank`, 1 first; made once."""
    return ground.once("stages", lambda ground: _in_order(visits(ground)))


def stage_names(ground: Ground) -> list[str]:
    """Name the working stages in order."""
    return [row["stage"] for row in records(stages(ground).order_by("rank"))]


def strides(ground: Ground) -> Table:
    """Give each deal its way through the working stages, made once.

    Returns
    -------
    Table
        One row per deal: `first`, `last` and `now`, places of stages in their order, `is_closed`,
        `is_won`, `closed_on`, and `on_1`, `on_2` ...: when it first entered the stage of that
        place, null where it never did.
    """
    return ground.once("strides", _strides)


def _strides(ground: Ground) -> Table:
    order = stages(ground).select("stage", place_of=_["rank"].cast("int16"))
    ranked = visits(ground).join(order, "stage")
    entered = {
        name: ranked.entered_on.min(where=ranked.place_of == place)
        for place, name in enumerate(_days(stage_names(ground)), start=1)
    }
    return ranked.group_by("deal_id").aggregate(
        first=_.place_of.min(),
        last=_.place_of.max(),
        now=_.place_of.argmax(_.place),
        is_closed=_.is_closed.any(),
        is_won=_.is_won.any(),
        closed_on=_.closed_on.max(),
        **entered,
    )


def _entered(ground: Ground) -> Table:
    deals, names, period = strides(ground), stage_names(ground), ground.basis.period
    found = [_passed(deals, names, place) for place in range(1, len(names) + 1)]
    if not found:
        found = [_passed(deals, [""], 1).filter(NO)]
    told = ibis.union(*found) if len(found) > 1 else found[0]
    owned = ground.credited.select("deal_id", "rep_id", "share", "amount", "fx_missing")
    kept = told.filter((_.on >= period.start) & (_.on < ground.basis.end))
    return kept.join(owned, "deal_id")


def _passed(deals: Table, names: list[str], place: int) -> Table:
    """Give the deals that entered a stage; few stages are told sooner one by one than joined."""
    is_won = deals.is_closed & deals.is_won
    # Who entered a later stage has entered this one, then at the latest; winning passes them all
    entered = [deals[name] for name in deals.columns if name in _days(names)[place - 1 :]]
    won_on = is_won.ifelse(deals.closed_on, None)
    on = ibis.coalesce(ibis.least(*entered), won_on) if entered else won_on
    has_passed = (deals.last > place) | is_won
    has_left = deals.is_closed | (deals.now != place) | has_passed
    rows = deals.filter((deals.first <= place) & ((deals.last >= place) | is_won))
    stage = ibis.literal(names[place - 1])
    return rows.select("deal_id", stage=stage, on=on, has_passed=has_passed, has_left=has_left)


def _days(names: list[str]) -> list[str]:
    """Name the columns of `strides` that tell when a stage was entered."""
    return [f"on_{place}" for place in range(1, len(names) + 1)]


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
