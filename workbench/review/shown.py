"""What a document shows of each rep's facts, as hashes: whether anything shown has changed."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from workbench.metrics.fact import FactSet
from workbench.model.period import Period
from workbench.review.sections.peers import RATES
from workbench.snapshots.facts import period_facts
from workbench.snapshots.snapshot import Snapshot
from workbench.sources.workspace import Workspace

# Of these comparisons a document shows those of the peers section's rates only
_OF_RATES = ("shrunk", "percentile", "mix_adjusted")
_NULL, _END = "\x00", "\x1f"
Hashes = dict[str, str]  # by rep_id; a rep without rows is not in it


def slice_hashes(snapshot: Snapshot, workspace: Workspace, period: Period) -> dict[str, Hashes]:
    """Hash every rep's slice of a period as a document shows it.

    Returns
    -------
    dict
        By relation of the FactSet (`facts`, `comparisons`, `deals`, `left_out`), then by rep.
        Comparisons are coarse where they are made, so that a peer's deal that moves no printed
        digit moves no hash.
    """
    facts = period_facts(snapshot, workspace, period)
    return {name: by_rep(table) for name, table in _shown(facts)}


def file_hashes(path: Path) -> Hashes:
    """Hash every rep's rows of a table of a snapshot."""
    return by_rep(pq.read_table(path))


def by_rep(table: pa.Table) -> Hashes:
    """Hash the rows of each rep, in their order; the table has a `rep_id`."""
    if not table.num_rows:
        return {}
    reps = table["rep_id"].to_numpy()
    order = np.argsort(reps, kind="stable")
    columns = [pc.cast(column, pa.large_string()) for column in table.columns]
    ends = pa.array([_END] * table.num_rows, pa.large_string())
    rows = pc.binary_join_element_wise(
        *columns, ends, pa.scalar(_END, pa.large_string()),
        null_handling="replace", null_replacement=_NULL,
    )  # fmt: skip
    text = rows.take(pa.array(order)).combine_chunks()
    text = text.chunk(0) if isinstance(text, pa.ChunkedArray) else text
    _, offsets, content = text.buffers()
    starts = np.frombuffer(offsets, np.int64)[text.offset :]
    content = memoryview(content)
    found, firsts, counts = np.unique(reps[order], return_index=True, return_counts=True)
    return {
        str(rep): sha256(content[starts[first] : starts[first + n]]).hexdigest()
        for rep, first, n in zip(found, firsts, counts, strict=True)
    }


def _shown(facts: FactSet) -> Iterator[tuple[str, pa.Table]]:
    yield "facts", facts.facts
    yield "deals", facts.deals
    yield "left_out", facts.left_out
    yield "comparisons", _printed(facts.comparisons)


def _printed(table: pa.Table) -> pa.Table:
    is_of_rate = pc.is_in(table["method"], value_set=pa.array(_OF_RATES))
    is_shown = pc.is_in(table["metric"], value_set=pa.array(RATES))
    return table.filter(pc.or_(pc.invert(is_of_rate), is_shown))
