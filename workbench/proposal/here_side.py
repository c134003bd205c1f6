"""The deals as a snapshot holds them, and what it says it did with those it does not count."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from workbench.metrics.basis import AMOUNT_COLUMNS
from workbench.proposal.counted import State
from workbench.snapshots.snapshot import Snapshot
from workbench.sources.workspace import Workspace

Key = tuple[str, int] | str | None  # file and row, or deal_id


@dataclass(frozen=True)
class HereDeal:
    """One deal of a snapshot."""

    state: State
    is_excluded: bool
    amount: Decimal | None
    currency: str


@dataclass(frozen=True)
class Here:
    """All of them, and what was set aside, blanked and left out."""

    deals: Mapping[str, HereDeal]  # by deal_id
    # By file and row; by deal_id for a select, whose rows need not come twice in one order
    set_aside: Mapping[Key, Sequence[str]]
    blanked: Mapping[tuple[str, str], str]  # deal_id and column: reason
    left_out: Mapping[str, int]  # rows the manifest counts by reason: after_as_of, reopened


def here(snapshot: Snapshot, workspace: Workspace) -> Here:
    """Read the deals of a snapshot."""
    is_select = bool(workspace.tables["deals"].sql)
    set_aside: dict[Key, list[str]] = {}
    for fault in snapshot.rejected("deals").to_pylist():
        key = _id(fault) if is_select else (fault["file"], int(fault["row"]))
        set_aside.setdefault(key, []).append(fault["reason"])
    blanked = {
        (_id(fault) or "", fault["column"]): fault["reason"]
        for fault in snapshot.blanked("deals").to_pylist()
    }
    left_out = {note.reason: note.count for note in snapshot.notes if note.table == "deals"}
    return Here(_deals(snapshot, workspace), set_aside, blanked, left_out)


def _deals(snapshot: Snapshot, workspace: Workspace) -> dict[str, HereDeal]:
    amount = AMOUNT_COLUMNS[workspace.rules.money.basis]
    names = ("deal_id", "is_closed", "is_won", "is_excluded", "currency", amount)
    given = [name for name in names if name in snapshot.columns("deals")]
    rows = snapshot.table("deals").select(given).to_pylist()
    return {row["deal_id"]: _deal(row, amount) for row in rows}


def _deal(row: Mapping[str, Any], amount: str) -> HereDeal:
    closed: State = "won" if row["is_won"] else "lost"
    return HereDeal(
        closed if row["is_closed"] else "open",
        bool(row.get("is_excluded")),
        row.get(amount),
        row.get("currency") or "",
    )


def _id(fault: Mapping[str, str]) -> str | None:
    told = json.loads(fault["record"]).get("deal_id")
    return None if told is None else str(told)
