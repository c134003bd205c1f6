"""A file of any kind, read: its names, its rows with their numbers, what was decided."""

from dataclasses import dataclass

import pyarrow.parquet as pq
import pytest

from workbench.sources.limits import Limits
from workbench.sources.reading.read import read_texts
from workbench.sources.table_source import FileSource


@dataclass(frozen=True)
class Read:
    names: list
    rows: list  # of cells; None is empty
    numbers: list
    decided: dict
    told: set
    notes: str


def read_as_rows(path, folder, limits=None, **told):
    found = read_texts(path, FileSource(**told), folder, limits or Limits())
    table = pq.read_table(found.path)
    columns = [table[f"c{n}"].to_pylist() for n in range(len(found.reading.names))]
    assert table.column_names == ["row", *(f"c{n}" for n in range(len(columns)))]
    assert found.rows == table.num_rows
    return Read(
        list(found.reading.names),
        [list(row) for row in zip(*columns, strict=True)],
        table["row"].to_pylist(),
        {decision.key: decision.value for decision in found.reading.decisions},
        {decision.key for decision in found.reading.decisions if decision.is_told},
        "\n".join(found.reading.notes),
    )


@pytest.fixture
def read(tmp_path):
    """Write bytes or text to a file and read it."""

    def written(content, name="deals.csv", limits=None, **told):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return read_as_rows(path, tmp_path, limits, **told)

    return written
