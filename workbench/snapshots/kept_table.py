"""A table that is computed once and kept as a file."""

import os
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from workbench.private import close_to_others, private_lock


def keep_table(kept: Path, make: Callable[[], pa.Table]) -> Path:
    """Make a table where its file is not there yet; gives the file, which is never half there."""
    if not kept.exists():
        with private_lock(kept):
            if not kept.exists():
                fresh = kept.with_suffix(f".{os.getpid()}")
                pq.write_table(make(), fresh)
                close_to_others(fresh).replace(kept)
    return kept
