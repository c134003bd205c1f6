"""Credits: whose deal is it, by how much, and what is it worth in the reporting currency.

Splits, the owner at close and currency are applied here, once. Every deal metric is an aggregate
over deals ⋈ credits.
"""

from collections.abc import Mapping

from workbench.metrics.basis import Basis
from workbench.metrics.expression import Column, Table, Value, _, ibis

_MONEY = "decimal(38,8)"
_ONE = "decimal(9,8)"
NO, YES = False, True  # what is not known counts as
Tables = Mapping[str, Table]


def money(left: Value, right: Value) -> Value:
    """Multiply two decimals exactly and round half up to eight decimals.

    Both factors need one type: engines round a product of different types row by row. Most shares,
    rates and quantities are 1, and 38 digits are slow to multiply.
    """
    whole, factor = left.cast(_MONEY), right.cast(_MONEY)
    return (right == 1).ifelse(whole, (whole * factor).round(8))


def counted_deals(tables: Tables) -> Table:
    """Give the deals that count: all but the excluded ones (cancelled, duplicate, omitted)."""
    deals = tables["deals"]
    if "is_excluded" not in deals.columns:
        return deals
    return deals.filter(~_.is_excluded.fill_null(NO))


def is_plain(tables: Tables) -> bool:
    """Whether each deal simply belongs to its owner in one currency: nothing has to be joined."""
    history = tables.get("deal_history")
    has_owners = history is not None and "rep_id" in history.columns
    return not has_owners and "deal_splits" not in tables and "fx_rates" not in tables


def deal_credits(tables: Tables, basis: Basis) -> Table:
    """Give one row per deal and rep who has a part in it.

    Returns
    -------
    Table
        The columns of deals, with `rep_id` the rep credited, and `share` (0..1; missing where
        parts do not make one), `was_handed_over` (whether a closed deal now belongs to another than
        who closed it), `amount_reporting` (the rep's part in the reporting currency; missing when
        the amount or the rate is), `rate` (of the deal's currency to the reporting one),
        `fx_missing` (whether a known amount could not be converted).
    """
    standing = _standing(counted_deals(tables), basis)
    priced = rated(_shared(tables, _owned(tables, standing)), tables, basis)
    part = priced.own_amount  # of its own type while nothing multiplies it: narrow sums are quick
    if "deal_splits" in tables:
        part = money(part, priced.share)
    if "fx_rates" in tables:
        part = money(part, priced.rate)
    return priced.mutate(
        # Without rates only what is in the reporting currency has a rate, and that is 1
        amount_reporting=priced.rate.notnull().ifelse(part, None),
        fx_missing=priced.own_amount.notnull() & priced.rate.isnull(),
    )


def _standing(deals: Table, basis: Basis) -> Table:
    """Give each deal to its owner, whole, with `own_amount` in its `currency`, due on a `day`."""
    has_amount = basis.amount_column in deals.columns
    return deals.mutate(
        was_handed_over=ibis.literal(NO),
        share=ibis.literal(1).cast(_ONE),
        own_amount=deals[basis.amount_column] if has_amount else ibis.null().cast(_MONEY),
        currency=_currency(deals, basis) if has_amount else ibis.null().cast("string"),
        day=_value_day(deals, basis),
    )


def _owned(tables: Tables, deals: Table) -> Table:
    """Give the owner at close of a closed deal as its history tells, else the current owner."""
    history = tables.get("deal_history")
    has_dates = history is not None and "rep_id" in history.columns and "close_on" in deals.columns
    if history is None or not has_dates:
        return deals
    closed = deals.filter(_.is_closed & _.close_on.notnull()).select(
        "deal_id", owner_now="rep_id", closed_on="close_on"
    )
    told = history.filter(_.rep_id.notnull()).select("deal_id", "rep_id", "at", "on")
    known = told.join(closed, "deal_id").filter(_.on <= _.closed_on)
    # Few deals were ever another's: the last owner is looked for among these alone
    moved = known.filter((_.rep_id != _.owner_now).fill_null(YES))
    at_close = (
        known.semi_join(moved, "deal_id")
        .group_by("deal_id")
        .aggregate(owner_at_close=_.rep_id.argmax(_.at))
    )
    joined = deals.left_join(at_close, "deal_id").drop("deal_id_right")
    return joined.mutate(
        rep_id=ibis.coalesce(_.owner_at_close, _.rep_id),
        was_handed_over=(_.owner_at_close != _.rep_id).fill_null(NO),
    ).drop("owner_at_close")


def _shared(tables: Tables, owned: Table) -> Table:
    """Give one row per deal and rep: split rows where a deal has them, else its owner at 1.

    A part without share is one nobody can tell: the deal is there, its amount counts for nobody.
    """
    if "deal_splits" not in tables:
        return owned
    splits = (
        tables["deal_splits"]
        .filter((_.share > 0) | _.share.isnull())
        .select("deal_id", partner_id="rep_id", part=_.share.cast(_ONE))
    )
    joined = owned.left_join(splits, "deal_id").drop("deal_id_right")
    is_split = joined.partner_id.notnull()
    return joined.mutate(
        rep_id=ibis.coalesce(joined.partner_id, joined.rep_id),
        share=is_split.ifelse(joined.part, ibis.literal(1).cast(_ONE)),
        was_handed_over=joined.was_handed_over & ~is_split,
    ).drop("partner_id", "part")


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
