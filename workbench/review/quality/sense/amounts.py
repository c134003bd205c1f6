"""Doubts about amounts: lost for nothing, below nothing, or of another unit."""

from decimal import Decimal

from workbench.review.quality.issues import Issue
from workbench.review.quality.sense.ground import Doubt, Ground
from workbench.sources.sql import quoted

_FEW = 3  # deals of which a habit can be told
_APART = 300  # times: no quarter changes a company's deals that much, another unit does
_SHOWN = ("deal_id", "rep_id", "close_on", "currency")


def lost_at_zero(ground: Ground) -> list[Issue]:
    """Doubt that lost deals were worth 0, where every one of three or more says so."""
    if not ground.has("deals", ground.amount):
        return []
    lost = f"from {ground.deals} where is_closed and not is_won"
    zero = f'"{ground.amount}" = 0'
    ((n, at_zero),) = ground.rows(f"select count(*), count(*) filter ({zero}) {lost}")
    if n != at_zero or int(str(n)) < _FEW:
        return []
    figures = ("win_rate_by_value", "needed_coverage", "pipeline_created")
    doubt = Doubt("deals", "lost_at_zero", figures, _blanked(ground))
    return ground.issues(doubt, f"select {_columns(ground)} {lost} order by deal_id")


def negative_amount(ground: Ground) -> list[Issue]:
    """Doubt won deals below 0: they may be refunds, or typed with the wrong sign."""
    if not ground.has("deals", ground.amount):
        return []
    figures = ("won_revenue", "won_deals", "win_rate", "average_deal_size")
    where = f'is_closed and is_won and "{ground.amount}" < 0'
    select = f"select {_columns(ground)} from {ground.deals} where {where} order by deal_id"
    return ground.issues(Doubt("deals", "negative_amount", figures), select)


def sums_apart(ground: Ground) -> list[Issue]:
    """Doubt that two quarters in a row count in one unit: their middle amounts lie 300 times apart.

    Each quarter needs three closed deals above 0; currencies are held apart.
    """
    if not ground.has("deals", ground.amount, "close_on", "currency"):
        return []
    figures = ("won_revenue", "median_deal_size", "revenue_growth_qoq", "revenue_growth_yoy")
    found = []
    for currency, earlier, later, *middles in ground.rows(_apart(ground)):
        before, after = (f"{Decimal(str(middle)).normalize():f}" for middle in middles)
        values = {
            "earlier": str(earlier), "later": str(later), "currency": str(currency),
            "before": before, "after": after,
        }  # fmt: skip
        select = (
            f"select {_columns(ground)} from {_closed(ground)} where currency ="
            f" {quoted(str(currency))} and quarter in ({quoted(str(earlier))},"
            f" {quoted(str(later))}) order by close_on, deal_id"
        )
        found += ground.issues(Doubt("deals", "sums_apart", figures), select, values)
    return found


def _closed(ground: Ground) -> str:
    """Give the closed deals with an amount, each with its quarter of the fiscal year as months."""
    shift = (ground.workspace.rules.calendar.fiscal_year_start - 1) % 3
    start = f"date_trunc('quarter', close_on - interval {shift} month) + interval {shift} month"
    named = "strftime(start, '%Y-%m') || '..' || strftime(start + interval 2 month, '%Y-%m')"
    return (
        f"(select *, {named} as quarter from (select *, {start} as start from {ground.deals}"
        f' where is_closed and close_on is not null and "{ground.amount}" > 0))'
    )


def _apart(ground: Ground) -> str:
    middles = (
        f'select currency, quarter, start, median("{ground.amount}")::double as middle'
        f" from {_closed(ground)} group by all having count(*) >= {_FEW}"
    )
    return (
        f"with q as ({middles}) select a.currency, a.quarter, b.quarter, a.middle, b.middle"
        " from q a join q b on a.currency = b.currency and b.start = a.start + interval 3 month"
        f" where greatest(a.middle, b.middle) >= {_APART} * least(a.middle, b.middle)"
        " order by a.start, a.currency"
    )


def _columns(ground: Ground) -> str:
    return ground.given("deals", *_SHOWN, ground.amount)


def _blanked(ground: Ground) -> tuple[str, ...]:
    """Write the line that reads an amount of 0 as nothing; a select says it better itself."""
    source = ground.workspace.tables["deals"]
    if source.sql or ground.amount in source.values:
        return ()
    nothing = '{ "0" = "", "0.0" = "", "0.00" = "" }'
    return ("[tables.deals]", f"values.{ground.amount} = {nothing}")
