"""Answers of a database that never changes: what was asked lately is still known."""

from collections import OrderedDict
from typing import Any

import duckdb

from workbench.snapshots.where import Bound

_SMALL, _MOST_KNOWN = 1_000, 500  # rows of an answer worth keeping, and how many answers


class Answers:
    """A connection that remembers its small answers."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self.connection = connection
        self._known: OrderedDict[tuple[object, ...], list[dict[str, Any]]] = OrderedDict()

    def rows(self, sql: str, bound: Bound | None = None) -> list[dict[str, Any]]:
        """Run a statement, or give what it answered before; a dictionary for each row."""
        key = (sql, *(bound or ()))
        found = self._known.pop(key, None)
        if found is None:
            found = self.run(sql, bound)
        if len(found) <= _SMALL:
            self._known[key] = found
        if len(self._known) > _MOST_KNOWN:
            self._known.popitem(last=False)
        return found

    def run(self, sql: str, bound: Bound | None = None) -> list[dict[str, Any]]:
        """Run a statement and remember nothing."""
        done = self.connection.cursor().execute(sql, bound or [])  # of its own: threads ask too
        names = [column[0] for column in done.description or ()]
        return [dict(zip(names, row, strict=True)) for row in done.fetchall()]
