"""Rows that fill more cells than the file has columns."""

from dataclasses import dataclass, field
from pathlib import Path

import pyarrow as pa

from workbench.errors import SourceError
from workbench.sources.reading.raw import schema_of


@dataclass
class Wide:
    """Gathers rows that are too wide, and refuses them once the footer is known."""

    path: Path
    width: int
    found: dict[int, int] = field(default_factory=dict)  # row → cells

    def fitted(self, batch: pa.Table) -> pa.Table:
        """Cut a batch to the columns of the file, or add missing ones."""
        surplus = batch.columns[1 + self.width :]
        for place, column in enumerate(surplus, self.width + 1):
            if column.null_count < len(column):
                rows = batch["row"].filter(column.is_valid())
                self.found.update(dict.fromkeys(rows.to_pylist(), place))
        columns = batch.columns[: 1 + self.width]
        missing = 1 + self.width - len(columns)
        columns += [pa.nulls(batch.num_rows, pa.string())] * missing
        return pa.Table.from_arrays(columns, schema=schema_of(self.width))

    def add(self, overlong: dict[int, int], last: int) -> None:
        """Count the rows that were too wide when they were read."""
        self.found |= {row: cells for row, cells in overlong.items() if row > last}

    def refuse(self, footer: int | None) -> None:
        """Refuse rows that are too wide, but for those of the footer."""
        rows = sorted(row for row in self.found if footer is None or row < footer)
        if rows:
            others = f", the first of {len(rows):,} such rows" if len(rows) > 1 else ""
            raise SourceError(
                f"{self.path}, row {rows[0]}, has {self.found[rows[0]]} cells for {self.width} "
                f"columns{others}. Check the delimiter, or name every column."
            )
