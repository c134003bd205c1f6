"""Deals of a snapshot that were set aside, as rows that figures can be held against."""

import json
from datetime import date
from decimal import Decimal, InvalidOperation

import pyarrow as pa

from workbench.snapshots.snapshot import Snapshot

_NO_LOSS = "duplicate_row"  # its twin counts
SCHEMA = pa.schema(
    [
        ("deal_id", pa.string()), ("rep_id", pa.string()), ("is_closed", pa.bool_()),
        ("is_won", pa.bool_()), ("close_on", pa.date32()), ("amount", pa.decimal128(38, 8)),
        ("currency", pa.string()), ("reason", pa.string()),
    ]
)  # fmt: skip


def lost_deals(snapshot: Snapshot) -> pa.Table | None:
    """Give the deals that were set aside and name who they would count for.

    Returns
    -------
    pyarrow.Table or None
        One row per deal and rep, `amount` the largest where rows contradict each other; None
        where there is none. A row without deal, rep or state cannot be placed and is left out.
    """
    reasons = snapshot.manifest["tables"]["deals"]["set_aside"]
    if not set(reasons) - {_NO_LOSS}:
        return None
    found: dict[tuple[str, str], dict[str, object]] = {}
    for row in snapshot.rejected("deals").to_pylist():
        told = json.loads(row["record"] or "{}")
        if row["reason"] != _NO_LOSS and {"deal_id", "rep_id", "is_closed"} <= set(told):
            deal = _deal(told, row["reason"])
            key = told["deal_id"], told["rep_id"]
            found[key] = max(found.get(key, deal), deal, key=lambda each: each["amount"] or 0)  # type: ignore[arg-type, return-value]
    return pa.Table.from_pylist(list(found.values()), SCHEMA) if found else None


def _deal(told: dict[str, str], reason: str) -> dict[str, object]:
    closed = told.get("close_on")
    return {
        **{name: told.get(name) for name in ("deal_id", "rep_id", "currency")},
        "is_closed": told["is_closed"] == "True",
        "is_won": told.get("is_won") == "True",
        "close_on": date.fromisoformat(closed) if closed else None,
        "amount": _decimal(told.get("amount")),
        "reason": reason,
    }


def _decimal(written: str | None) -> Decimal | None:
    try:
        return None if written is None else Decimal(written)
    except InvalidOperation:
        return None
