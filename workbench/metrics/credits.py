"""Credits: whose deal is it, by how much, and what is it worth in the reporting currency.

Splits, the owner at close and currency are applied here, once. Every deal metric is an aggregate
over deals ⋈ credits.
"""

from collections.abc import Mapping

import ibis
from ibis import _
from ibis.expr.types import Column, Table, Value

from workbench.metrics.basis import Basis

_MONEY = "decimal(38,8)"
_ONE = "decimal(9,8)"
NO, YES = ibis.literal(value=False), ibis.literal(value=True)
Tables = Mapping[str, Table]


def money(left: Value, right: Value) -> Value:
    """Multiply two decimals exactly and round half up to eight decimals.

    Both factors need one type: engines round a product of different types row by row.
    """
    return (left.cast(_MONEY) * right.cast(_MONEY)).round(8)


def counted_deals(tables: Tables) -> Table:
    """Give the deals that count: all but the excluded ones (cancelled, duplicate, omitted)."""
    deals = tables["deals"]
    if "is_excluded" not in deals.columns:
        return deals
    return deals.filter(~_.is_excluded.fill_null(NO))


def deal_credits(tables: Tables, basis: Basis) -> Table:
    """Give one row per deal and rep who has a part in it.

    Returns
    -------
    Table
        `deal_id`, `rep_id`, `share` (0..1), `owner_basis` (split, history or current),
        `was_handed_over` (whether a closed deal now belongs to another than who closed it),
        `amount_reporting` (the rep's part in the reporting currency; missing when the amount or the
        rate is), `rate` (of the deal's currency to the reporting one), `fx_missing` (whether a
        known amount could not be converted).
    """
    deals = counted_deals(tables)
    owned = _owned(tables, deals).join(_priced(tables, deals, basis), "deal_id")
    return owned.select(
        "deal_id",
        "rep_id",
        "share",
        "owner_basis",
        "was_handed_over",
        amount_reporting=money(money(owned.amount, owned.share), owned.rate),
        rate=owned.rate,
        fx_missing=owned.amount.notnull() & owned.rate.isnull(),
    )


def _owned(tables: Tables, deals: Table) -> Table:
    """One row per deal and rep: split rows where a deal has them, else its owner at 1."""
    owner = _owners(tables, deals)
    whole = owner.mutate(share=ibis.literal(1).cast(_ONE))
    if "deal_splits" not in tables:
        return whole
    splits = tables["deal_splits"].filter(_.share > 0)
    split = splits.semi_join(deals, "deal_id").select(
        "deal_id",
        "rep_id",
        owner_basis=ibis.literal("split"),
        was_handed_over=NO,
        share=_.share.cast(_ONE),
    )
    unsplit = whole.anti_join(splits, "deal_id").select(*split.columns)
    return split.union(unsplit)


def _owners(tables: Tables, deals: Table) -> Table:
    """Give the owner at close of a closed deal as its history tells, else the current owner."""
    current = deals.select(
        "deal_id", "rep_id", owner_basis=ibis.literal("current"), was_handed_over=NO
    )
    history = tables.get("deal_history")
    has_dates = history is not None and "rep_id" in history.columns and "close_on" in deals.columns
    if history is None or not has_dates:
        return current
    closed = deals.filter(_.is_closed & _.close_on.notnull()).select(
        "deal_id", closed_on="close_on"
    )
    known = history.filter(_.rep_id.notnull()).join(closed, "deal_id").filter(_.on <= _.closed_on)
    at_close = known.group_by("deal_id").aggregate(owner_at_close=_.rep_id.argmax(_.at))
    joined = current.left_join(at_close, "deal_id")
    return joined.select(
        "deal_id",
        rep_id=ibis.coalesce(_.owner_at_close, _.rep_id),
        owner_basis=_.owner_at_close.notnull().ifelse("history", "current"),
        was_handed_over=(_.owner_at_close != _.rep_id).fill_null(NO),
    )


def _priced(tables: Tables, deals: Table, basis: Basis) -> Table:
    """One row per deal: `amount` in its own currency and `rate` to the reporting one."""
    if basis.amount_column not in deals.columns:
        nothing = ibis.null().cast(_MONEY)
        return deals.select("deal_id", amount=nothing, rate=nothing)
    day = _value_day(deals, basis)
    priced = deals.select(
        "deal_id", amount=deals[basis.amount_column], currency=_currency(deals, basis), day=day
    )
    return rated(priced, tables, basis).select("deal_id", "amount", "rate")


def rated(rows: Table, tables: Tables, basis: Basis) -> Table:
    """Add `rate`, from a row's `currency` to the reporting one on its `day`; null where unknown."""
    home = (rows.currency == basis.currency).ifelse(1, None).cast("decimal(18,8)")
    if "fx_rates" not in tables:
        return rows.mutate(rate=home)
    rates = dated_rates(tables["fx_rates"])
    joined = rows.left_join(
        rates,
        [
            rows.currency == rates.rate_currency,
            rows.day >= rates.valid_from,
            rows.day < rates.valid_to,
        ],
    )
    home = (joined.currency == basis.currency).ifelse(1, None).cast("decimal(18,8)")
    names = {name: joined[name] for name in rows.columns}
    return joined.select(**names, rate=ibis.coalesce(home, joined.rate))


def dated_rates(rates: Table) -> Table:
    """Give each rate with the span of days it holds: to the next rate of the same currency."""
    next_on = rates.on.lead().over(ibis.window(group_by="currency", order_by="on"))
    return rates.select(
        rate_currency="currency",
        rate=_.rate.cast("decimal(18,8)"),
        valid_from="on",
        valid_to=ibis.coalesce(next_on, ibis.date(9999, 12, 31)),
    )


def _value_day(deals: Table, basis: Basis) -> Column:
    """Give the day whose rate holds: closing for a closed deal, `as_of` for an open one."""
    today = ibis.literal(basis.as_of)
    if "close_on" not in deals.columns:
        return today
    return deals.is_closed.ifelse(ibis.coalesce(deals.close_on, today), today)


def _currency(deals: Table, basis: Basis) -> Column:
    if "currency" not in deals.columns:
        return ibis.literal(basis.currency)
    return deals.currency
