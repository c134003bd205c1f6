"""Memory of the long-lived processes of a batch: what reading took is given back."""

import contextlib
import ctypes

import pyarrow as pa


def give_back_early() -> None:
    """Let Arrow take memory from the system and give it back; by itself it keeps a store of it."""
    pa.set_memory_pool(pa.system_memory_pool())


def trim() -> None:
    """Give the system back what was freed; each fork of a process would keep it."""
    with contextlib.suppress(AttributeError, OSError):  # only the C library of GNU offers it
        ctypes.CDLL(None).malloc_trim(0)
