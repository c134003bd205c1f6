"""The relations of a cut, loaded: what there is, which rows a choice keeps, and their answers."""

from functools import cached_property
from typing import Any

import duckdb

from workbench.model.period import Period
from workbench.snapshots.answers import Answers
from workbench.snapshots.where import Bound, Where, within


class Relations:
    """The tables of one cut."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self._answers = Answers(connection)
        self.columns: dict[str, dict[str, str]] = {}  # by table: its columns with their types
        found = self.rows(
            "SELECT table_name, column_name, data_type FROM information_schema.columns"
            " ORDER BY table_name, ordinal_position"
        )
        for row in found:
            self.columns.setdefault(row["table_name"], {})[row["column_name"]] = row["data_type"]

    def rows(self, sql: str, bound: Bound | None = None) -> list[dict[str, Any]]:
        """Run a statement; a dictionary for each row."""
        return self._answers.rows(sql, bound)

    def run(self, sql: str, bound: Bound | None = None) -> list[dict[str, Any]]:
        """Run a statement and remember nothing: one that makes or drops a table."""
        return self._answers.run(sql, bound)

    def has(self, name: str) -> bool:
        """Whether a relation could be made of this workspace's tables."""
        return name in self.columns

    def kept(self, name: str, period: Period | None, where: Where) -> tuple[str, Bound]:
        """Write which rows of a relation are kept; open deals have no period."""
        condition, bound = where.conditions(self._numbers)
        if period is None or name == "open":
            return condition, bound
        inside, days = within(period)
        return f"{inside} AND {condition}", [*days, *bound]

    @cached_property
    def _numbers(self) -> dict[str, int]:
        """Give the code of every rep who has rows, by rep_id."""
        names = self.rows("SELECT unnest(enum_range(NULL::rep_id)) AS rep_id")
        return {row["rep_id"]: code for code, row in enumerate(names)}
