"""What was decided about a file before any of its cells has a meaning."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Container = Literal["text", "workbook", "html", "parquet"]


@dataclass(frozen=True)
class Decision:
    """One thing that has to be known to read a file, and whether workbench.toml told it."""

    key: str  # the option of workbench.toml: encoding, delimiter, sheet, header_row …
    value: str  # as TOML writes it: '"gb18030"', '3'
    is_told: bool = False  # else it was decided from the file


@dataclass(frozen=True)
class Reading:
    """How one file is read."""

    file: str  # its name, for messages
    container: Container
    names: tuple[str, ...]  # of the columns, in the order of the file
    decisions: tuple[Decision, ...]
    notes: tuple[str, ...] = ()  # sentences: what this container cannot tell


@dataclass(frozen=True)
class TextTable:
    """The data rows of a file as text, laid down in a Parquet file.

    `path` holds one row per row of data, in the file's order: `row` (int64, the row as a person
    counts it in the file, header included), then `c0`, `c1` … (string) for `reading.names`. A
    cell is without blanks around it; an empty one is null.
    """

    reading: Reading
    path: Path
    rows: int
