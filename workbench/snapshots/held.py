"""What a process that many notebooks are forked from reads once and holds.

Nothing is held unless `hold` was called: then a snapshot, its rows by rep and the facts of a period
are read once. All of them are files that are never changed, so what is held is never stale.
"""

import tempfile
from collections.abc import Callable, Hashable, Sequence
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
    mine = [each for each in filters or () if each[:2] == ("rep_id", "=")]
    rest = [each for each in filters or () if each not in mine]
    if mine:
        found = rows_of(path, mine[0][2])
    else:
        found = held(("whole", path), lambda: _mapped(pq.read_table(path, use_threads=False)))
    if rest:
        found = found.filter(pq.filters_to_expression(rest))
    return found if names is None else found.select(names)


def rows_of(path: Path, rep_id: str) -> pa.Table:
    """Read one rep's rows of a Parquet file that has a `rep_id`, in the order of the file."""
    if not _SHELF.is_open:
        return pq.read_table(path, filters=[("rep_id", "=", rep_id)])
    by_rep = held(("by rep", path), lambda: _by_rep(path))
    return by_rep.table.slice(*by_rep.places.get(rep_id, (0, 0)))


def _by_rep(path: Path) -> _ByRep:
    table = pq.read_table(path, use_threads=False)
    table = table.filter(pc.is_valid(table["rep_id"]))  # what is nobody's is asked for by nobody
    reps = table["rep_id"].to_numpy()
    order = np.argsort(reps, kind="stable")  # stable: a rep's rows keep their order
    found, firsts, counts = np.unique(reps[order], return_index=True, return_counts=True)
    places = {str(rep): (int(at), int(n)) for rep, at, n in zip(found, firsts, counts, strict=True)}
    return _ByRep(_mapped(table.take(pa.array(order)).combine_chunks()), places)


def _mapped(table: pa.Table) -> pa.Table:
    """Lay a table out in a file without a name: of it, memory holds only what is read."""
    with tempfile.NamedTemporaryFile(prefix="workbench-held-") as file:
        with pa.ipc.new_file(file.name, table.schema) as writer:
            writer.write_table(table)
        return pa.ipc.open_file(pa.memory_map(file.name)).read_all()
