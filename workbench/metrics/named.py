"""Rows with the names of the accounts they are of."""

from ibis.expr.types import Table

from workbench.metrics.credits import Tables


def named(rows: Table, tables: Tables) -> Table:
    """Add `account`, the name of each row's account, where rows have one and accounts are known."""
    if "account_id" not in rows.columns:
        return rows
    if "accounts" not in tables:
        return rows.mutate(account=rows.account_id)
    names = tables["accounts"].select(named_id="account_id", account="name")
    joined = rows.left_join(names, rows.account_id == names.named_id).drop("named_id")
    return joined.mutate(account=joined.account.fill_null(joined.account_id))
