"""Rows of a file that never changes, found by a word of one of its columns.

They are laid out so that what one notebook asks for stands together: a mapped file is read by the
page, and rows far apart would bring all of it into the memory of every notebook.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from workbench.snapshots.mapped import TOGETHER, mapped, mapped_array
from workbench.snapshots.parquet import read


@dataclass(frozen=True)
class Index:
    """The rows of a table, and where those of each word of one of its columns stand."""

    schema: pa.Schema
    batches: list[pa.RecordBatch]  # of `TOGETHER` rows each
    places: np.ndarray  # of the rows in the file
    words: np.ndarray  # each once, sorted
    ends: np.ndarray  # of its part of `rows`; one more than words, the first is 0
    rows: np.ndarray  # numbers of rows, by word

    def find(self, wanted: Iterable[str], columns: Sequence[str] | None = None) -> pa.Table:
        """Give the rows that hold one of some words, in the order of the file.

        Parameters
        ----------
        columns
            None gives all; of those not asked for, nothing is read.
        """
        asked = np.unique(np.char.encode(np.array(list(wanted), dtype=str)))
        at = np.searchsorted(self.words, asked)
        known = [n for n, word in zip(at, asked, strict=True) if n < len(self.words)
                 and self.words[n] == word]  # fmt: skip
        parts = [self.rows[self.ends[n] : self.ends[n + 1]] for n in known]
        rows = np.sort(np.concatenate([self.rows[:0], *parts]))
        inside, at = rows // TOGETHER, rows % TOGETHER
        names = self.schema.names if columns is None else columns
        found = pa.Table.from_batches(
            [
                self.batches[n].select(names).take(pa.array(at[inside == n]))
                for n in np.unique(inside)
            ],
            pa.schema([self.schema.field(name) for name in names]),
        )
        return found.take(pa.array(np.argsort(self.places[rows])))


def index(path: Path, column: str) -> Index:
    """Read a Parquet file and index a column of text; rows without a word are found by none."""
    table = read(path, use_threads=False).combine_chunks()
    places = np.argsort(_owners(table, path), kind="stable").astype(np.int32)
    words = _text(table[column])[places]
    rows = np.argsort(words, kind="stable").astype(np.int32)
    rows = rows[table[column].is_valid().to_numpy()[places][rows]]
    found, firsts = np.unique(words[rows], return_index=True)
    ends = np.append(firsts, len(rows)).astype(np.int32)
    return Index(
        table.schema,
        mapped(table, places).to_batches(),
        *map(mapped_array, (places, found, ends, rows)),
    )


def _owners(table: pa.Table, path: Path) -> np.ndarray:
    """Tell whose each row is, or whose deal it belongs to; "" where nothing tells it."""
    if "rep_id" in table.column_names:
        return _text(table["rep_id"])
    deals = path.with_name("deals.parquet")
    known = pq.read_schema(deals).names if deals.exists() else ()
    key = next((name for name in ("deal_id", "account_id")
                if name in known and name in table.column_names), None)  # fmt: skip
    if key is None:
        return np.zeros(table.num_rows, dtype="S1")
    owned = read(deals, [key, "rep_id"], use_threads=False)
    keys, firsts = np.unique(_text(owned[key]), return_index=True)
    reps, asked = _text(owned["rep_id"])[firsts], _text(table[key])
    at = np.minimum(np.searchsorted(keys, asked), len(keys) - 1)
    return np.where(keys[at] == asked, reps[at], b"") if len(keys) else np.zeros(len(asked), "S1")


def _text(column: pa.ChunkedArray) -> np.ndarray:
    """Give words as bytes, a quarter of the memory; "" where there is none."""
    return np.array(column.fill_null("").cast(pa.binary()).to_numpy(), dtype=bytes)
