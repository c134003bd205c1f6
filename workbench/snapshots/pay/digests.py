"""Fingerprints of what reps' pay was computed from up to a day, to see whether any of it changed.

One pass of DuckDB over the files, since a company's past is large and hardly ever changes. Cash
that came later is no change; cash that went back is.
"""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from pathlib import Path

from workbench.incentives.plan import Plan
from workbench.snapshots.pay.items import lost_items
from workbench.snapshots.pay.rows import won_file
from workbench.snapshots.snapshot import Snapshot
from workbench.sources.workspace import Workspace

# Of each table the columns that pay depends on, where it has them
_DEALS = (
    "amount", "cost", "acv", "tcv", "currency", "pipeline", "stage", "deal_type", "lead_source",
    "forecast_category", "account_id", "created_on", "product_id",
)  # fmt: skip
_LINES = ("product_id", "quantity", "unit_price", "list_price", "amount")
_RECEIPTS = ("receipt_id", "received_on", "amount_received", "currency")
_ACCOUNTS = ("name", "industry", "region", "size", "is_named")
_ACTIVITIES = ("activity_id", "kind", "on", "is_done", "deal_id")
_WON = """
WITH mine AS (SELECT * FROM {won} WHERE {is_asked})
SELECT won.rep_id, sum(hash(
    won.deal_id, won.close_on, won.share, won.rate, deal.mark, coalesce(line.mark, 0),
    coalesce(receipt.mark, 0), coalesce(account.mark, 0), gone.on
)::HUGEINT)::VARCHAR
FROM mine AS won
JOIN (SELECT deal_id, {account_id} AS account_id, hash({deals}) AS mark FROM {deal_file}
    WHERE {is_mine}) AS deal USING (deal_id)
LEFT JOIN ({lines}) AS line USING (deal_id)
LEFT JOIN ({receipts}) AS receipt USING (deal_id)
LEFT JOIN ({accounts}) AS account USING (account_id)
LEFT JOIN (SELECT unnest(?::VARCHAR[]) AS deal_id, unnest(?::DATE[]) AS on) AS gone USING (deal_id)
WHERE won.close_on < ? GROUP BY won.rep_id
"""
_IS_ASKED = "rep_id IN (SELECT unnest(?::VARCHAR[]))"
_IS_MINE = "deal_id IN (SELECT deal_id FROM mine)"
_NOTHING = "SELECT NULL::VARCHAR AS {} , 0::HUGEINT AS mark"


def digests(
    snapshot: Snapshot,
    workspace: Workspace,
    plans: Iterable[Plan],
    end: date,
    known: date,
    reps: Collection[str] | None = None,
) -> Mapping[str, str]:
    """Give a fingerprint of each rep's rows before a day.

    Parameters
    ----------
    plans
        Whose cancellations are told.
    end
        Rows of days before it, and cash received before it.
    known
        Cash that went back, and deals that fell through, before this day, which may be later.
    reps
        Of these alone, which costs less; None: of everybody.

    Returns
    -------
    Mapping
        By rep; without those who have no row. Another version of DuckDB gives others.
    """
    import duckdb  # noqa: PLC0415 (loaded by runs alone)

    with duckdb.connect() as connection:
        gone = {
            each.deal_id: each.on for plan in plans for each in plan.cancellations
            if each.on < known
        }  # fmt: skip
        told = _sql(snapshot, won_file(snapshot, workspace), end, known, is_all=reps is None)
        given = [*([] if reps is None else [list(reps)]), list(gone), list(gone.values()), end]
        found = {rep: str(mark) for rep, mark in connection.execute(told, given).fetchall()}
        if snapshot.has("activities"):
            file, marks = (
                _file(snapshot, "activities"),
                _listed(snapshot, "activities", _ACTIVITIES),
            )
            asked = f"SELECT rep_id, sum(hash({marks})::HUGEINT)::VARCHAR FROM {file} WHERE "
            rows = connection.execute(f'{asked} "on" < ? GROUP BY rep_id', [end]).fetchall()
            found = _joined(found, rows)
    return _joined(found, _set_aside(snapshot, workspace, end))


def _sql(snapshot: Snapshot, won: Path, end: date, known: date, *, is_all: bool) -> str:
    """Write the question; a table that is not there says nothing of a deal."""
    has, is_mine = snapshot.has, "true" if is_all else _IS_MINE
    return _WON.format(
        won=_quoted(won), is_asked="true" if is_all else _IS_ASKED, is_mine=is_mine,
        deal_file=_file(snapshot, "deals"), deals=_listed(snapshot, "deals", _DEALS),
        account_id="account_id" if "account_id" in snapshot.columns("deals") else "NULL::VARCHAR",
        lines=_lines(snapshot, is_mine) if has("deal_lines") else _NOTHING.format("deal_id"),
        receipts=_receipts(snapshot, end, known, is_mine) if has("receipts")
        else _NOTHING.format("deal_id"),
        accounts=_accounts(snapshot) if has("accounts") else _NOTHING.format("account_id"),
    )  # fmt: skip


def _lines(snapshot: Snapshot, is_mine: str) -> str:
    marks = _listed(snapshot, "deal_lines", _LINES)
    file = _file(snapshot, "deal_lines")
    if not snapshot.has("products") or "product_id" not in snapshot.columns("deal_lines"):
        return (
            f"SELECT deal_id, sum(hash({marks})::HUGEINT) AS mark FROM {file}"
            f" WHERE {is_mine} GROUP BY deal_id"
        )
    family = f"(SELECT product_id, family FROM {_file(snapshot, 'products')})"
    return (
        f"SELECT deal_id, sum(hash({marks}, family)::HUGEINT) AS mark FROM {file}"
        f" LEFT JOIN {family} USING (product_id) WHERE {is_mine} GROUP BY deal_id"
    )


def _receipts(snapshot: Snapshot, end: date, known: date, is_mine: str) -> str:
    if not {"received_on", "amount_received"} <= set(snapshot.columns("receipts")):
        return _NOTHING.format("deal_id")
    marks, file = _listed(snapshot, "receipts", _RECEIPTS), _file(snapshot, "receipts")
    return (
        f"SELECT deal_id, sum(hash({marks})::HUGEINT) AS mark FROM {file}"
        f" WHERE {is_mine} AND (received_on < DATE '{end}'"
        f" OR (amount_received < 0 AND received_on < DATE '{known}')) GROUP BY deal_id"
    )


def _accounts(snapshot: Snapshot) -> str:
    marks = _listed(snapshot, "accounts", _ACCOUNTS)
    return f"SELECT account_id, hash({marks}) AS mark FROM {_file(snapshot, 'accounts')}"


def _file(snapshot: Snapshot, table: str) -> str:
    return _quoted(snapshot.path(table))


def _quoted(path: Path) -> str:
    return "'{}'".format(str(path).replace("'", "''"))


def _listed(snapshot: Snapshot, table: str, names: Iterable[str]) -> str:
    found = [f'"{name}"' for name in names if name in snapshot.columns(table)]
    return ", ".join(found) or "0"


def _set_aside(snapshot: Snapshot, workspace: Workspace, end: date) -> list[tuple[str, str]]:
    found: dict[str, list[str]] = {}
    for rep, item in lost_items(snapshot, workspace.currency):
        if item.on < end:
            found.setdefault(rep, []).append(f"{item.item_id} {item.on} {item.values}")
    return [(rep, "\n".join(sorted(rows))) for rep, rows in found.items()]


def _joined(found: Mapping[str, str], rows: Iterable[tuple[str, str]]) -> dict[str, str]:
    joined = dict(found)
    for rep, mark in rows:
        joined[rep] = f"{joined.get(rep, '')} {mark}"
    return joined
