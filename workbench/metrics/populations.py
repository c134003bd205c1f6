"""The rows metrics are made of: one row per rep reviewed and thing counted.

Each population is a function of the tables and the basis. It is filtered to what counts; metrics
only choose among its rows. Opening a figure shows these rows.
"""

from collections.abc import Callable, Mapping, Sequence

import ibis
import pyarrow as pa
from ibis import _
from ibis.expr.types import Column, Table

from workbench.metrics.basis import Basis
from workbench.metrics.credits import NO, YES, Tables, counted_deals, deal_credits
from workbench.metrics.scope import Report, records, scoped

Population = Callable[[Tables, Basis, Sequence[Report]], Table]

_OPTIONAL = {
    "name": "string",
    "account_id": "string",
    "product_id": "string",
    "stage": "string",
    "forecast_category": "string",
    "lead_source": "string",
    "created_on": "date",
    "close_on": "date",
    "probability": "decimal(9,8)",
}
AGE_BUCKETS = ((30, "0–30"), (60, "31–60"), (90, "61–90"), (180, "91–180"))
OLDEST_BUCKET = ">180"


def _credited(tables: Tables, basis: Basis) -> Table:
    """One row per deal and rep with what the metrics need of the deal."""
    deals = counted_deals(tables)
    wanted = {
        name: deals[name] if name in deals.columns else ibis.null().cast(kind)
        for name, kind in _OPTIONAL.items()
    }
    bare = deals.select("deal_id", "is_closed", "is_won", **wanted)
    credits = deal_credits(tables, basis)
    return bare.join(credits, "deal_id").rename(amount="amount_reporting")


def _one_row_per_deal(rows: Table, reports: Sequence[Report]) -> Table:
    """Give rows to the reps reviewed; a deal shared inside one team counts once, its money adds."""
    if not reports:
        return rows
    spread = scoped(rows, reports)
    kept = {
        name: spread[name].arbitrary()
        for name in spread.columns
        if name not in ("rep_id", "deal_id", "share", "amount", "fx_missing")
    }
    return spread.group_by("rep_id", "deal_id").aggregate(
        share=spread.share.sum().cast("decimal(9,8)"),
        amount=spread.amount.sum(),
        fx_missing=spread.fx_missing.any(),
        **kept,
    )


def closed(tables: Tables, basis: Basis, reports: Sequence[Report]) -> Table:
    """Give the deals closed in the elapsed part of the period, by their last closing."""
    rows = _credited(tables, basis).filter(
        _.is_closed & (_.close_on >= basis.period.start) & (_.close_on < basis.end)
    )
    days = rows.close_on.delta(rows.created_on, unit="day")
    dated = rows.mutate(on=_.close_on, is_won=_.is_won.fill_null(NO), cycle_days=days)
    return _one_row_per_deal(dated, reports)


def open_(tables: Tables, basis: Basis, reports: Sequence[Report]) -> Table:
    """Give the deals open at the end of `as_of`."""
    today = ibis.literal(basis.as_of)
    rows = _credited(tables, basis).filter(~_.is_closed)
    age = today.delta(rows.created_on, unit="day")
    dated = rows.mutate(
        on=today,
        age_days=age,
        age_bucket=_bucket(age),
        is_past_due=(_.close_on <= today).fill_null(NO),
        is_due=((_.close_on >= basis.period.start) & (_.close_on < basis.period.end)).fill_null(NO),
    )
    return _one_row_per_deal(dated, reports)


def created(tables: Tables, basis: Basis, reports: Sequence[Report]) -> Table:
    """Give the deals created in the elapsed part of the period, at their amount of that day."""
    priced = _at_creation(tables) if has_first_amount(tables, basis) else tables
    rows = _credited(priced, basis).filter(
        (_.created_on >= basis.period.start) & (_.created_on < basis.end)
    )
    return _one_row_per_deal(rows.mutate(on=_.created_on), reports)


def first_wins(tables: Tables, basis: Basis, reports: Sequence[Report]) -> Table:
    """Give the won deals of the period that made an account a customer, new or again.

    `kind` is new for an account family's first win, reactivated after 12 months without one.
    """
    rows = _credited(tables, basis).filter(
        _.is_closed & _.is_won & _.account_id.notnull() & (_.close_on < basis.end)
    )
    families = rows.join(_families(tables, rows), "account_id")
    wins = families.group_by("family_id", "deal_id").aggregate(won_on=_.close_on.max())
    earlier = wins.won_on.lag().over(
        ibis.window(group_by="family_id", order_by=[wins.won_on, wins.deal_id])
    )
    told = wins.mutate(kind=_kind(wins.won_on, earlier)).filter(_.kind != "")
    told = told.filter(_.won_on >= basis.period.start)
    joined = rows.join(told.select("deal_id", "kind"), "deal_id")
    return _one_row_per_deal(joined.mutate(on=_.close_on), reports)


def won_accounts(tables: Tables, basis: Basis, reports: Sequence[Report]) -> Table:
    """Give what each account brought in the period, with its rank for the rep."""
    won = closed(tables, basis, reports).filter(_.is_won & _.account_id.notnull())
    known = won.filter(_.amount.notnull())
    sums = known.group_by("rep_id", "account_id").aggregate(amount=_.amount.sum())
    order = [sums.amount.desc(), sums.account_id]
    ranked = sums.mutate(rank=ibis.row_number().over(group_by="rep_id", order_by=order) + 1)
    # Squares of hundredths fit 38 digits; sums of DOUBLE would depend on the order of rows
    cents = ranked.amount.round(2).cast("decimal(18,2)")
    return ranked.mutate(square=(cents * cents).cast("decimal(38,4)"))


def activities(tables: Tables, basis: Basis, reports: Sequence[Report]) -> Table:
    """Give the activities completed in the elapsed part of the period."""
    table = tables["activities"]
    done = table.is_done if "is_done" in table.columns else table.on.notnull()
    automatic = table.is_automatic if "is_automatic" in table.columns else table.on.isnull()
    rows = table.filter(
        (_.on >= basis.period.start) & (_.on < basis.end),
        done.fill_null(YES),
    )
    named = rows.select("activity_id", "rep_id", "kind", "on", is_automatic=automatic.fill_null(NO))
    return scoped(named, reports)


def surveys(tables: Tables, basis: Basis, reports: Sequence[Report]) -> Table:
    """Give the survey invitations of the period, answered or not."""
    table = tables["surveys"]
    scale = table.scale_max if "scale_max" in table.columns else ibis.null().cast("float64")
    rows = table.filter((_.on >= basis.period.start) & (_.on < basis.end))
    named = rows.select("response_id", "rep_id", "kind", "on", "score", scale_max=scale)
    return scoped(named, reports)


POPULATIONS: dict[str, Population] = {
    "closed": closed,
    "open": open_,
    "created": created,
    "first_wins": first_wins,
    "won_accounts": won_accounts,
    "activities": activities,
    "surveys": surveys,
}


def _bucket(age: Column) -> Column:
    cases = [(age <= upper, label) for upper, label in AGE_BUCKETS]
    return ibis.cases((age.isnull(), None), *cases, else_=OLDEST_BUCKET)


def _kind(won_on: Column, earlier: Column) -> Column:
    again = earlier < won_on - ibis.interval(months=12)
    return ibis.cases((earlier.isnull(), "new"), (again, "reactivated"), else_="")


def _families(tables: Tables, rows: Table) -> Table:
    """Name the topmost parent of each account; who are each other's parents stay apart."""
    accounts = tables.get("accounts")
    if accounts is None or "parent_id" not in accounts.columns:
        return rows.select("account_id").distinct().mutate(family_id=_.account_id)
    up = {row["account_id"]: row["parent_id"] for row in records(_parents(accounts))}
    known = rows.select("account_id").distinct().to_pyarrow()["account_id"].to_pylist()
    pairs = [{"account_id": account, "family_id": _topmost(account, up)} for account in known]
    schema = pa.schema([("account_id", pa.string()), ("family_id", pa.string())])
    return ibis.memtable(pa.Table.from_pylist(pairs, schema=schema))


def _parents(accounts: Table) -> Table:
    return accounts.filter(_.parent_id.notnull()).select("account_id", "parent_id")


def _topmost(account: str, up: Mapping[str, str]) -> str:
    seen = {account}
    while (parent := up.get(account)) is not None and parent not in seen:
        seen.add(parent)
        account = parent
    return account


def has_first_amount(tables: Tables, basis: Basis) -> bool:
    """Whether the amount a deal had when it was created is known."""
    history = tables.get("deal_history")
    return history is not None and "amount" in history.columns and basis.amount_column == "amount"


def _at_creation(tables: Tables) -> Tables:
    """Put the amount of each deal's first history row in place of today's."""
    history = tables["deal_history"]
    first = (
        history.filter(_.amount.notnull())
        .group_by("deal_id")
        .aggregate(first_amount=_.amount.argmin(_.at))
    )
    joined = tables["deals"].left_join(first, "deal_id")
    names = [name for name in tables["deals"].columns if name != "amount"]
    amount = ibis.coalesce(joined.first_amount, joined.amount)
    return {**tables, "deals": joined.select(*names, amount=amount)}
