"""The deals of a cut as a file: CSV or Excel."""

from collections.abc import Mapping, Sequence
from typing import Any

from workbench.review.table_file import KINDS, as_text, table_file

__all__ = ["COLUMNS", "KINDS", "as_text", "deal_file"]
COLUMNS = (
    "deal_id", "name", "account", "rep_id", "rep", "stage", "state",
    "created_on", "close_on", "days", "share", "amount",
)  # fmt: skip


def deal_file(rows: Sequence[Mapping[str, Any]], kind: str) -> bytes:
    """Write deals as a file.

    Parameters
    ----------
    rows
        One per deal and rep credited; the columns are those of `COLUMNS`.
    kind
        `csv` or `xlsx`; see `table_file`.
    """
    cells = ([row.get(name) for name in COLUMNS] for row in rows)
    return table_file(COLUMNS, cells, kind, "deals")
