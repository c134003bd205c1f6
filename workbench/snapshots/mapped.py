"""Tables in files without a name, mapped: of them, memory holds only what was read lately."""

import mmap
import tempfile
from typing import IO

import numpy as np
import pyarrow as pa

TOGETHER = 1024  # rows whose columns stand side by side, so that reading a row brings little else
_MAPS: list[mmap.mmap] = []


def mapped(table: pa.Table, order: np.ndarray | None = None) -> pa.Table:
    """Lay a table out in a file without a name, which goes with this process and its copies.

    Parameters
    ----------
    order
        The numbers of its rows as they are to follow each other; None leaves them as they are.
    """
    table = table.combine_chunks()
    order = np.arange(table.num_rows) if order is None else order
    with tempfile.TemporaryFile(prefix="workbench-held-") as file:
        with pa.ipc.new_file(file, table.schema) as writer:
            for start in range(0, len(order), TOGETHER):  # not at once: it would stand there twice
                part = table.take(pa.array(order[start : start + TOGETHER]))
                writer.write_table(part)
        found = pa.ipc.open_file(pa.py_buffer(_map_of(file))).read_all()
    _let_go(_MAPS[-1])  # opening it looked at each piece
    return found


def mapped_array(array: np.ndarray) -> np.ndarray:
    """Do the same with an array."""
    if not array.size:
        return array
    with tempfile.TemporaryFile(prefix="workbench-held-") as file:
        array.tofile(file)
        return np.frombuffer(_map_of(file), dtype=array.dtype)


def _map_of(file: IO[bytes]) -> mmap.mmap:
    file.flush()
    _MAPS.append(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
    return _MAPS[-1]


def let_go() -> None:
    """Let go of what was read of the files so far; it is read again where it is needed."""
    for each in _MAPS:
        _let_go(each)


def _let_go(each: mmap.mmap) -> None:
    if hasattr(each, "madvise"):  # not on Windows
        each.madvise(mmap.MADV_DONTNEED)
