"""The deals that made an account a customer, and what each account brought in."""

from collections.abc import Mapping

import ibis
import pyarrow as pa
from ibis import _
from ibis.expr.types import Column, Table

from workbench.metrics.credits import Tables
from workbench.metrics.ground import Ground
from workbench.metrics.scope import records


def first_wins(ground: Ground) -> Table:
    """Give the won deals of the period that made an account a customer, new or again.

    `kind` is new for an account family's first win, reactivated after 12 months without one.
    """
    rows = ground.credited.filter(
        _.is_closed & _.is_won & _.account_id.notnull() & (_.close_on < ground.basis.end)
    )
    families = rows.join(_families(ground.tables, rows), "account_id")
    wins = families.group_by("family_id", "deal_id").aggregate(won_on=_.close_on.max())
    earlier = wins.won_on.lag().over(
        ibis.window(group_by="family_id", order_by=[wins.won_on, wins.deal_id])
    )
    told = wins.mutate(kind=_kind(wins.won_on, earlier)).filter(_.kind != "")
    told = told.filter(_.won_on >= ground.basis.period.start)
    joined = rows.join(told.select("deal_id", "kind"), "deal_id")
    return ground.one_row_per_deal(joined.mutate(on=_.close_on))


def won_accounts(ground: Ground) -> Table:
    """Give what each account brought in the period, with its rank for the rep."""
    period = ground.basis.period
    rows = ground.credited.filter(_.is_closed & _.is_won & _.account_id.notnull())
    won = rows.filter((_.close_on >= period.start) & (_.close_on < ground.basis.end))
    known = ground.one_row_per_deal(won.mutate(on=_.close_on)).filter(_.amount.notnull())
    sums = known.group_by("rep_id", "account_id").aggregate(amount=_.amount.sum())
    order = [sums.amount.desc(), sums.account_id]
    ranked = sums.mutate(rank=ibis.row_number().over(group_by="rep_id", order_by=order) + 1)
    # Squares of hundredths fit 38 digits; sums of DOUBLE would depend on the order of rows
    cents = ranked.amount.round(2).cast("decimal(19,2)")  # 18 digits are kept in 64 bits
    return ranked.mutate(square=(cents * cents).cast("decimal(38,4)"))


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
