"""Tables in files without a name, mapped: of them, memory holds only what was read lately."""

import mmap
import tempfile

import pyarrow as pa

_MAPS: list[mmap.mmap] = []


def mapped(table: pa.Table) -> pa.Table:
    """Lay a table out in a file without a name, which goes with this process and its copies."""
    with tempfile.TemporaryFile(prefix="workbench-held-") as file:
        with pa.ipc.new_file(file, table.schema) as writer:
            writer.write_table(table.combine_chunks())  # rows are taken from one piece quickly
        file.flush()
        _MAPS.append(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
    return pa.ipc.open_file(pa.py_buffer(_MAPS[-1])).read_all()


def let_go() -> None:
    """Let go of what was read of the files so far; it is read again where it is needed."""
    for each in _MAPS:
        if hasattr(each, "madvise"):
            each.madvise(mmap.MADV_DONTNEED)
