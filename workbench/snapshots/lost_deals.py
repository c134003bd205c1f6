"""Deals of a snapshot that were set aside, as rows that figures can be held against."""

import json
from collections.abc import Mapping
from datetime import date
from decimal import Context, Decimal, InvalidOperation
from typing import Any

import pyarrow as pa

from workbench.snapshots.snapshot import Snapshot

_NO_LOSS = "duplicate_row"  # its twin counts
_STEP, _WIDE = Decimal("1e-8"), Context(prec=38)  # as the column of amounts has them
SCHEMA = pa.schema(
    [
        ("deal_id", pa.string()), ("rep_id", pa.string()), ("is_closed", pa.bool_()),
        ("is_won", pa.bool_()), ("close_on", pa.date32()), ("amount", pa.decimal128(38, 8)),
        ("currency", pa.string()), ("reason", pa.string()),
    ]
)  # fmt: skip


def lost_deals(snapshot: Snapshot) -> list[Mapping[str, Any]]:
    """Give the deals that were set aside and name who they would count for, as `SCHEMA` has them.

    Rows and no table: pyarrow loads pandas to make one, and a review only reads them.

    Returns
    -------
    list
        One row per deal and rep, `amount` the largest where rows contradict each other; [] where
        there is none. A row without deal, rep or state cannot be placed and is left out.
    """
    reasons = snapshot.manifest["tables"]["deals"]["set_aside"]
    if not set(reasons) - {_NO_LOSS}:
        return []
    found: dict[tuple[str, str], Mapping[str, Any]] = {}
    for row in snapshot.rejected("deals").to_pylist():
        told = json.loads(row["record"] or "{}")
        if row["reason"] != _NO_LOSS and {"deal_id", "rep_id", "is_closed"} <= set(told):
            deal = _deal(told, row["reason"])
            key = told["deal_id"], told["rep_id"]
            found[key] = max(found.get(key, deal), deal, key=lambda each: each["amount"] or 0)
    return list(found.values())


def _deal(told: Mapping[str, str], reason: str) -> Mapping[str, Any]:
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
        return None if written is None else Decimal(written).quantize(_STEP, context=_WIDE)
    except InvalidOperation:
        return None
