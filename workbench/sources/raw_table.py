"""A table as the source has it, before any of its columns has a meaning."""

from dataclasses import dataclass, field

from workbench.sources.headers import Headers
from workbench.sources.origin import Origin
from workbench.sources.reading.reading import Reading


@dataclass(frozen=True)
class RawTable:
    """A table as the source has it.

    `name` is a view of the scratch database: `row`, then the texts `c0`, `c1` …; `columns` tells
    which text is which column of the source. Typed sources (Parquet, SQL) keep their values' exact
    text, and the values themselves as `v0`, `v1` …, of the kinds that `kinds` tells by column.
    """

    name: str
    columns: dict[str, str]  # column of the source: column of the view
    rows: int
    origin: Origin  # the file, the files or the SQL, for messages
    readings: tuple[Reading, ...]  # of the files it was read from
    kinds: dict[str, str] = field(default_factory=dict)  # {} where all is text
    parts: tuple["RawTable", ...] = ()  # each file, where it is read from several
    export: str = ""  # the same for all tables that are read from the same
    headers: tuple[Headers, ...] = ()  # of its file; of every file SQL may name
