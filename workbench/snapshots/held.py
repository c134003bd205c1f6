"""What a process that many notebooks are forked from reads once and holds.

Nothing is held unless `hold` was called: then a snapshot, its rows by rep and the facts of a period
are read once. All of them are files that are never changed, so what is held is never stale.
"""

import tempfile
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

T = TypeVar("T")
Filters = list[tuple[str, str, Any]] | None


@dataclass
class _Shelf:
    """What is held; empty and closed at first."""

    is_open: bool = False
    kept: dict[Hashable, Any] = field(default_factory=dict)


_SHELF = _Shelf()


@dataclass(frozen=True)
class _ByRep:
    """A table sorted by rep, and where each rep's rows stand."""

    table: pa.Table
    places: dict[str, tuple[int, int]]  # offset and length


@dataclass(frozen=True)
class _Index:
    """Where the rows of each word of a column stand in a table."""

    words: np.ndarray  # each once, sorted
    ends: np.ndarray  # of its part of `rows`; one more than words, the first is 0
    rows: np.ndarray  # numbers of rows, by word

    def of(self, wanted: Iterable[str]) -> pa.Array:
        """Find the rows that hold one of some words, in the order of the table."""
        asked = np.unique(np.array(list(wanted), dtype=str))
        at = np.minimum(np.searchsorted(self.words, asked), max(0, len(self.words) - 1))
        known = at[self.words[at] == asked] if len(self.words) else at[:0]
        parts = [self.rows[self.ends[n] : self.ends[n + 1]] for n in known]
        return pa.array(np.sort(np.concatenate([self.rows[:0], *parts])))


def hold() -> None:
    """Hold from now on, in this process and in those forked from it, what is read of snapshots."""
    _SHELF.is_open = True


def held(key: Hashable, make: Callable[[], T]) -> T:
    """Give what is held under a key, making it at first; without `hold` it is made each time."""
    if not _SHELF.is_open:
        return make()
    if key not in _SHELF.kept:
        _SHELF.kept[key] = make()
    found: T = _SHELF.kept[key]
    return found


def rows_where(
    path: Path, columns: Sequence[str] | None = None, filters: Filters = None
) -> pa.Table:
    """Read some rows and columns of a Parquet file that never changes, in the order of the file.

    Parameters
    ----------
    columns
        None reads all.
    filters
        As `pyarrow.parquet.read_table` takes them; None reads every row.
    """
    names = None if columns is None else list(columns)
    if not _SHELF.is_open:
        return pq.read_table(path, columns=names, filters=filters)
    looked_up, *rest = sorted(filters or [("", "", None)], key=_effort)
    found = _looked_up(path, looked_up)
    if rest:
        found = found.filter(pq.filters_to_expression(rest))
    return found if names is None else found.select(names)


def _effort(wanted: tuple[str, str, Any]) -> int:
    """Order filters by what finding their rows costs, those of one rep first."""
    return 0 if wanted[:2] == ("rep_id", "=") else 1 if wanted[1] == "in" else 2


def _looked_up(path: Path, wanted: tuple[str, str, Any]) -> pa.Table:
    column, sign, value = wanted
    if (column, sign) == ("rep_id", "="):
        return rows_of(path, value)
    whole = held(("whole", path), lambda: _whole(path))
    if sign == "in" and pa.types.is_string(whole.schema.field(column).type):
        index = held(("index", path, column), lambda: _index(whole[column]))
        return whole.take(index.of(value))
    return whole.filter(pq.filters_to_expression([wanted])) if column else whole


def rows_of(path: Path, rep_id: str) -> pa.Table:
    """Read one rep's rows of a Parquet file that has a `rep_id`, in the order of the file."""
    if not _SHELF.is_open:
        return pq.read_table(path, filters=[("rep_id", "=", rep_id)])
    by_rep = held(("by rep", path), lambda: _by_rep(path))
    return by_rep.table.slice(*by_rep.places.get(rep_id, (0, 0)))


def _whole(path: Path) -> pa.Table:
    return _mapped(pq.read_table(path, use_threads=False).combine_chunks())  # taken from quickly


def _by_rep(path: Path) -> _ByRep:
    table = pq.read_table(path, use_threads=False)
    table = table.filter(pc.is_valid(table["rep_id"]))  # what is nobody's is asked for by nobody
    reps = table["rep_id"].to_numpy()
    order = np.argsort(reps, kind="stable")  # stable: a rep's rows keep their order
    found, firsts, counts = np.unique(reps[order], return_index=True, return_counts=True)
    places = {str(rep): (int(at), int(n)) for rep, at, n in zip(found, firsts, counts, strict=True)}
    return _ByRep(_mapped(table.take(pa.array(order)).combine_chunks()), places)


def _index(column: pa.ChunkedArray) -> _Index:
    rows = np.flatnonzero(column.is_valid().to_numpy()).astype(np.int32)
    words = column.drop_null().to_numpy().astype(str)
    order = np.argsort(words, kind="stable")  # stable: the rows of a word keep their order
    found, firsts = np.unique(words[order], return_index=True)
    return _Index(found, np.append(firsts, len(rows)), rows[order])


def _mapped(table: pa.Table) -> pa.Table:
    """Lay a table out in a file without a name: of it, memory holds only what is read."""
    with tempfile.NamedTemporaryFile(prefix="workbench-held-") as file:
        with pa.ipc.new_file(file.name, table.schema) as writer:
            writer.write_table(table)
        return pa.ipc.open_file(pa.memory_map(file.name)).read_all()
