"""Answers of a database that never changes: what was asked lately is still known."""

import shutil
import weakref
from collections import OrderedDict
from pathlib import Path
from threading import Lock
from typing import Any

import duckdb

from workbench.errors import SnapshotError
from workbench.private import new_aside
from workbench.snapshots.where import Bound

_SMALL, _MOST_KNOWN = 1_000, 500  # rows of an answer worth keeping, and how many answers
_MEMORY_MB = 160  # of a kernel; what needs more is laid aside on disk
KEPT = "kept"  # what the file is called beside what is made for a while


class Answers:
    """A file that many kernels read at once, and what it answered.

    Parameters
    ----------
    file
        A database of DuckDB. Its tables are read in place, by their own names.
    """

    def __init__(self, file: Path) -> None:
        self.file = file
        aside = new_aside()
        self._finalize = weakref.finalize(self, shutil.rmtree, aside, ignore_errors=True)
        self.connection = duckdb.connect(config={"temp_directory": str(aside)})
        self.connection.execute("SET enable_progress_bar = false")
        self._usual = self._limit()
        self.connection.execute(f"SET memory_limit = '{_MEMORY_MB}MB'")
        path = str(file).replace("'", "''")
        self.connection.execute(f"ATTACH '{path}' AS {KEPT} (READ_ONLY)")
        self._widening = Lock()
        self._known: OrderedDict[tuple[object, ...], list[dict[str, Any]]] = OrderedDict()

    def rows(self, sql: str, bound: Bound | None = None) -> list[dict[str, Any]]:
        """Run a statement, or give what it answered before; a dictionary for each row.

        Raises
        ------
        SnapshotError
            When the file cannot be read any more.
        """
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
        """Run a statement and remember nothing; with more memory where it takes more.

        What is made for a while is made as a table: another thread does not see what is TEMP.

        Raises
        ------
        SnapshotError
            When the file cannot be read any more.
        """
        try:
            return self._run(sql, bound)
        except duckdb.OutOfMemoryException:
            with self._widening:
                limit = self._limit()
                self.connection.execute(f"SET memory_limit = '{self._usual}'")
                try:
                    return self._run(sql, bound)
                finally:
                    self.connection.execute(f"SET memory_limit = '{limit}'")
        except (duckdb.IOException, duckdb.FatalException, duckdb.SerializationException) as reason:
            raise SnapshotError(
                f"{self.file} cannot be read: {str(reason).splitlines()[0]}. Delete it and load "
                "the page again: it is made anew."
            ) from reason

    def _limit(self) -> str:
        # RESET would change what is told of the limit, not the limit
        return str(self._run("SELECT current_setting('memory_limit') AS told", None)[0]["told"])

    def _run(self, sql: str, bound: Bound | None) -> list[dict[str, Any]]:
        done = self.connection.cursor().execute(sql, bound or [])  # of its own: threads ask too
        names = [column[0] for column in done.description or ()]
        return [dict(zip(names, row, strict=True)) for row in done.fetchall()]
