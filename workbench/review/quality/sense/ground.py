"""What every doubt stands on: one snapshot's files in one database, and the workspace's words."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

import duckdb

from workbench.metrics.basis import AMOUNT_COLUMNS
from workbench.review.quality.issues import Issue
from workbench.snapshots import Snapshot
from workbench.sources.sql import quoted
from workbench.sources.workspace import Workspace


@dataclass(frozen=True)
class Doubt:
    """How a doubt is told: its code, and what its sentences name."""

    table: str
    reason: str
    figures: tuple[str, ...] = ()  # metrics that would be wrong
    paste: tuple[str, ...] = ()  # lines of workbench.toml that would mend it


@dataclass(frozen=True)
class Ground:
    """A snapshot and its workspace, with a database to ask."""

    snapshot: Snapshot
    workspace: Workspace
    connection: duckdb.DuckDBPyConnection

    @property
    def amount(self) -> str:
        """The column of deals that figures take as the amount."""
        return AMOUNT_COLUMNS[self.workspace.rules.money.basis]

    @property
    def deals(self) -> str:
        """The deals that count, to select from."""
        counts = " where not coalesce(is_excluded, false)"
        where = counts if self.has("deals", "is_excluded") else ""
        return f"(from {self.file('deals')}{where})"

    def has(self, table: str, *columns: str) -> bool:
        """Whether the snapshot has a table with all these columns."""
        given = self.snapshot.columns(table) if self.snapshot.has(table) else ()
        return self.snapshot.has(table) and set(columns) <= set(given)

    def file(self, table: str) -> str:
        """Write the file of a table, to select from."""
        return f"read_parquet({quoted(str(self.snapshot.path(table)))})"

    def given(self, table: str, *columns: str) -> str:
        """List those of the columns that a table has, as a select writes them."""
        found = self.snapshot.columns(table)
        return ", ".join(f'"{name}"' for name in columns if name in found)

    def rows(self, sql: str) -> list[tuple[object, ...]]:
        """Fetch a small answer."""
        found: list[tuple[object, ...]] = self.connection.execute(sql).fetchall()
        return found

    def issues(
        self, doubt: Doubt, select: str, values: Mapping[str, str | int] | None = None
    ) -> list[Issue]:
        """Give the doubt as an issue with the rows a select gives; nothing where it gives none."""
        ((n,),) = self.connection.execute(f"select count(*) from ({select})").fetchall()
        if not n:
            return []
        told = Issue(
            doubt.table, doubt.reason, n, "doubtful", select=select, values=values or {},
            figures=doubt.figures, paste=doubt.paste,
        )  # fmt: skip
        return [told]


def among(names: list[str]) -> str:
    """Write names as the right side of IN."""
    return f"({', '.join(map(quoted, names))})"


def toml(text: str) -> str:
    """Write a text as workbench.toml writes it; its basic strings are those of JSON."""
    return json.dumps(text, ensure_ascii=False)
