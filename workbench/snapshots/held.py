"""What a process that many notebooks are forked from reads once and holds.

Nothing is held unless `hold` was called: then a snapshot, its rows by rep and the facts of a period
are read once. All of them are files that are never changed, so what is held is never stale.
"""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from workbench.snapshots.index import index
from workbench.snapshots.mapped import mapped
from workbench.snapshots.parquet import Filter, read

T = TypeVar("T")
Filters = list[Filter] | None  # all of them hold


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
        As `snapshots.parquet.read` takes them; None reads every row.
    """
    names = None if columns is None else list(columns)
    if not _SHELF.is_open:
        return read(path, names, filters or ())
    looked_up, *rest = sorted(filters or [("", "", None)], key=_effort)
    if not rest:
        return _looked_up(path, looked_up, names)
    found = _looked_up(path, looked_up, None).filter(pq.filters_to_expression(rest))
    return found if names is None else found.select(names)


def _effort(wanted: tuple[str, str, Any]) -> int:
    """Order filters by what finding their rows costs, those of one rep first."""
    return 0 if wanted[:2] == ("rep_id", "=") else 1 if wanted[1] == "in" else 2


def _looked_up(path: Path, wanted: tuple[str, str, Any], names: list[str] | None) -> pa.Table:
    column, sign, value = wanted
    if sign == "in" and pa.types.is_string(schema_of(path).field(column).type):
        return held(("index", path, column), lambda: index(path, column)).find(value, names)
    if (column, sign) == ("rep_id", "="):
        found = rows_of(path, value)
    else:
        found = held(("whole", path), lambda: mapped(read(path, use_threads=False)))
        found = found.filter(pq.filters_to_expression([wanted])) if column else found
    return found if names is None else found.select(names)


def rows_of(path: Path, rep_id: str) -> pa.Table:
    """Read one rep's rows of a Parquet file that has a `rep_id`, in the order of the file."""
    if not _SHELF.is_open:
        return read(path, filters=[("rep_id", "=", rep_id)])
    by_rep = held(("by rep", path), lambda: _by_rep(path))
    return by_rep.table.slice(*by_rep.places.get(rep_id, (0, 0)))


def schema_of(path: Path) -> pa.Schema:
    """Read which columns a Parquet file that never changes has, and of which kind."""
    return held(("schema", path), lambda: pq.read_schema(path))


def _by_rep(path: Path) -> _ByRep:
    table = read(path, use_threads=False)
    table = table.filter(pc.is_valid(table["rep_id"]))  # what is nobody's is asked for by nobody
    reps = table["rep_id"].to_numpy()
    order = np.argsort(reps, kind="stable")  # stable: a rep's rows keep their order
    found, firsts, counts = np.unique(reps[order], return_index=True, return_counts=True)
    places = {str(rep): (int(at), int(n)) for rep, at, n in zip(found, firsts, counts, strict=True)}
    return _ByRep(mapped(table, order), places)
