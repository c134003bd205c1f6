"""Reconcile before trust: what the file holds, what counts here, and the difference by reason."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

import pyarrow.compute as pc
import pyarrow.parquet as pq

from workbench.proposal.file_deals import FileDeal, file_deals
from workbench.snapshots import Snapshot
from workbench.sources.workspace import Workspace

UNEXPLAINED = "unexplained"


@dataclass
class Total:
    """Deals won, and what they are worth, by currency."""

    n: int = 0
    sums: dict[str, Decimal] = field(default_factory=lambda: defaultdict(Decimal))
    unknown: int = 0  # of them without an amount

    def add(self, currency: str, value: Decimal | None, n: int = 1) -> None:
        """Add a deal; without an amount it counts and adds nothing."""
        self.n += n
        if value is None:
            self.unknown += n
        else:
            self.sums[currency] += value


@dataclass(frozen=True)
class Reconciled:
    """Won deals of the file and of the snapshot; `lost` is what is in the file alone, by reason."""

    rows: int
    file: Total
    here: Total
    lost: Mapping[str, Total]  # by reason; UNEXPLAINED where nothing explains it
    more: Total  # won here and not in the file: nothing explains it
    spans: Mapping[str, tuple[int, date | None, date | None]]  # rows, first and last day, by table

    @property
    def agrees(self) -> bool:
        """Whether every won deal of the file is here, at its amount, or known not to be."""
        return UNEXPLAINED not in self.lost and not self.more.n


def reconcile(workspace: Workspace, snapshot: Snapshot) -> Reconciled:
    """Hold the deals of the file, read cell by cell, against those of the snapshot."""
    deals = list(file_deals(workspace))
    won = [deal for deal in deals if deal.is_won]
    here = {row["deal_id"]: row for row in _deals(snapshot)}
    aside = _set_aside(snapshot)
    file, lost = Total(), defaultdict[str, Total](Total)
    found: set[str] = set()
    for deal in won:
        file.add(deal.currency, deal.amount)
        reason = _reason(deal, here.get(deal.deal_id), aside, found)
        if reason:
            lost[reason].add(deal.currency, deal.amount)
        found.add(deal.deal_id)
    counted, more = Total(), Total()
    for deal_id, row in here.items():
        if _is_won(row):
            counted.add(row.get("currency") or workspace.currency, row.get("amount"))
            if deal_id not in found:
                more.add(row.get("currency") or workspace.currency, row.get("amount"))
    return Reconciled(len(deals), file, counted, dict(lost), more, dict(_spans(snapshot)))


def _reason(
    deal: FileDeal,
    row: Mapping[str, Any] | None,
    aside: Mapping[tuple[str, int], str],
    found: set[str],
) -> str:
    """Say why a won deal of the file does not count here as it stands there; "" when it does."""
    told = aside.get((deal.file, deal.row)) or aside.get(("", deal.row))
    if told or row is None:
        return told or UNEXPLAINED
    if deal.deal_id in found:
        return "duplicate_row"
    if row.get("is_excluded"):
        return "excluded"
    if not _is_won(row):
        return "after_as_of"
    if "amount" in row and row["amount"] is None and deal.amount is not None:
        return "amount_unread"
    is_same = "amount" not in row or deal.amount is None or row["amount"] == deal.amount
    return "" if is_same else UNEXPLAINED


def _is_won(row: Mapping[str, Any]) -> bool:
    return bool(row["is_closed"] and row["is_won"] and not row.get("is_excluded"))


def _deals(snapshot: Snapshot) -> list[dict[str, Any]]:
    wanted = {"deal_id", "is_closed", "is_won", "is_excluded", "amount", "currency"}
    there = pq.read_schema(snapshot.path("deals")).names
    rows: list[dict[str, Any]] = pq.read_table(
        snapshot.path("deals"), columns=[name for name in there if name in wanted]
    ).to_pylist()
    return rows


def _set_aside(snapshot: Snapshot) -> dict[tuple[str, int], str]:
    """Give the reason of each row set aside, by file and row; by row alone, too."""
    path = snapshot.folder / "rejected" / "deals.parquet"
    if not path.exists():
        return {}
    found: dict[tuple[str, int], str] = {}
    for row in pq.read_table(path, columns=["file", "row", "reason"]).to_pylist():
        found[row["file"], int(row["row"])] = row["reason"]
    return found


def _spans(snapshot: Snapshot) -> Iterator[tuple[str, tuple[int, date | None, date | None]]]:
    for name in snapshot.manifest["tables"]:
        table = pq.read_table(snapshot.path(name))
        days = [
            pc.min_max(table[c]).as_py()
            for c in table.column_names
            if c.endswith("_on") or c == "on"
        ]
        first = [day["min"] for day in days if day["min"] is not None]
        last = [day["max"] for day in days if day["max"] is not None]
        yield name, (table.num_rows, min(first, default=None), max(last, default=None))
