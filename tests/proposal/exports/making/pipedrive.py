"""Pipedrive: the list of deals with "Deal - " before every header, and without it."""

import csv
from datetime import datetime, time
from pathlib import Path

from made import NAMES, Deal, deals, expected, write_csv

STAGES = ("Qualified", "Proposal Made", "Negotiations Started")  # none of them says how it ended
STATUS = {"won": "Won", "lost": "Lost", "open": "Open", "excluded": "Deleted"}
HEADS = [
    "ID", "Title", "Value", "Currency of Value", "Owner", "Organization", "Pipeline", "Stage",
    "Status", "Deal created", "Won time", "Lost time", "Expected close date", "Lost reason",
    "Last activity date", "Label", "Sales region",
]  # fmt: skip


def write_en(folder: Path) -> None:
    """Write every header as the deal's own."""
    _write(folder, [f"Deal - {head}" for head in HEADS])


def write_bare(folder: Path) -> None:
    """Write headers alone."""
    _write(folder, HEADS)


def _write(folder: Path, heads: list[str]) -> None:
    made = deals(excluded=(10,))
    rows = [heads, *map(_listed, made)]
    write_csv(folder / "deals-4711203-38.csv", rows, "utf-8", quote=csv.QUOTE_MINIMAL)
    expected(folder, "pipedrive", made, "EUR")


def _listed(deal: Deal) -> list[object]:
    ended = datetime.combine(deal.close, time(16, deal.number))
    was_expected = deal.close if deal.end == "open" else deal.close.replace(day=1)
    return [deal.number + 400, f"Client {deal.account} deal", deal.amount, "EUR",
            NAMES["en"][deal.rep], f"Client {deal.account}", "Sales pipeline", STAGES[deal.step],
            STATUS[deal.end], deal.opened, ended if deal.end == "won" else "",
            ended if deal.end == "lost" else "", was_expected,
            "Too expensive" if deal.end == "lost" else "", deal.seen.date(), "Hot",
            ("North", "South")[deal.rep % 2]]  # fmt: skip
