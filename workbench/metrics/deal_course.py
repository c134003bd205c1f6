"""What happened to deals on their way: touches, moved dates, prices given."""

from workbench.metrics.courses import course
from workbench.metrics.credits import NO, YES, money
from workbench.metrics.expression import Table, _, ibis
from workbench.metrics.ground import Ground
from workbench.metrics.scope import scoped


def completed(ground: Ground) -> Table:
    """Give the activities that were done, with whether a machine logged them."""
    table = ground.tables["activities"]
    done = table.is_done if "is_done" in table.columns else ibis.literal(value=True)
    automatic = table.is_automatic if "is_automatic" in table.columns else ibis.literal(value=False)
    return table.mutate(is_automatic=automatic.fill_null(NO)).filter(done.fill_null(YES))


def last_touches(ground: Ground) -> Table:
    """Give the day of the last activity of a person on each deal; needs a feed with deals."""
    known = completed(ground).filter(
        ~_.is_automatic & _.deal_id.notnull() & (_.on <= ground.basis.as_of)
    )
    return known.group_by("deal_id").aggregate(last_touched_on=_.on.max())


def pushes(ground: Ground) -> Table:
    """Give the moves, in the period, of an expected close date to a later month.

    Moves inside one month are no push, and neither is the closing itself.
    """
    start, end = ground.basis.period.start, ground.basis.end
    told = course(ground.tables, "close_on").filter(_.close_on.notnull())
    history = told.semi_join(told.filter((_.on >= start) & (_.on < end)), "deal_id")
    in_order = ibis.window(group_by="deal_id", order_by="at")
    moved = history.mutate(before=_.close_on.lag().over(in_order))
    later = moved.filter(_.close_on.truncate("M") > _.before.truncate("M"))
    known = later.select("deal_id", "at", "on", days=_.close_on.delta(_.before, unit="day"))
    deals = ground.credited.select("deal_id", "rep_id", "is_closed", closed_on="close_on")
    rows = known.join(deals, "deal_id").filter(
        (_.on >= start) & (_.on < end),
        ~(_.is_closed & (_.on >= _.closed_on)).fill_null(NO),
    )
    # A deal two of a team share is pushed once for their manager
    return scoped(rows.select("deal_id", "rep_id", "at", "on", "days"), ground.reports).distinct()


def discounted(ground: Ground) -> Table:
    """Give the deals won in the period with what their lines cost at list price and in fact.

    Lines without a list price are left out on both sides.
    """
    period = ground.basis.period
    won = ground.credited.filter(
        _.is_closed & _.is_won & (_.close_on >= period.start) & (_.close_on < ground.basis.end)
    )
    lines = ground.tables["deal_lines"].filter(
        _.list_price.notnull() & _.amount.notnull() & _.quantity.notnull()
    )
    sums = (
        lines.semi_join(won, "deal_id")
        .mutate(listed=money(_.list_price, _.quantity))
        .group_by("deal_id")
        .aggregate(net=_.amount.sum(), listed=_.listed.sum())
    )
    rows = ground.one_row_per_deal(won.join(sums, "deal_id").mutate(on=_.close_on))
    return rows.mutate(
        net=money(money(rows.net, rows.share), rows.rate),
        listed=money(money(rows.listed, rows.share), rows.rate),
    )
