"""One table as it is being proposed: which file, which column gives which, and on what it rests."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from workbench.proposal.exports import Export
from workbench.proposal.profile import Derived
from workbench.proposal.proposal import How, Line
from workbench.sources.sql import named


@dataclass(frozen=True)
class Source:
    """Which header of the export gives a column, and why it is thought so."""

    header: str
    how: How
    why: str = ""


@dataclass
class Draft:
    """A table of the workspace in the making."""

    table: str
    export: Export
    columns: dict[str, Source] = field(default_factory=dict)
    offered: dict[str, list[str]] = field(default_factory=dict)  # every header that may give it
    derived: dict[str, tuple[Derived, dict[str, str]]] = field(default_factory=dict)
    values: dict[str, dict[str, Any]] = field(default_factory=dict)
    constants: dict[str, Any] = field(default_factory=dict)
    options: dict[str, Any] = field(default_factory=dict)  # dates.close_on, decimal …
    dropped: list[str] = field(default_factory=list)  # headers whose texts are no such values
    sql: str = ""  # where the rows have to be made: of derived columns, of months side by side

    @property
    def used(self) -> set[str]:
        """The headers something is taken from."""
        own = {source.header for source in self.columns.values()}
        return own | {header for _d, needs in self.derived.values() for header in needs.values()}

    def expression(self, name: str) -> str:
        """Write what gives a header, or a column made of several, as SQL over the file."""
        if name not in self.derived:
            return named(name)
        made, needs = self.derived[name]
        return made.sql.format(**{need: named(header) for need, header in needs.items()})

    def texts(self, name: str) -> list[str]:
        """Give the different texts of a header or a column made, most frequent first."""
        if name not in self.derived:
            return self.export.values(name)
        raw = self.export.raw
        columns = ", ".join(f"{given} AS {named(header)}" for header, given in raw.columns.items())
        rows = self.export.texts.execute(
            f"WITH {self.table} AS (SELECT {columns} FROM {raw.name}) "
            f"SELECT text FROM (SELECT {self.expression(name)} AS text FROM {self.table}) "
            "WHERE text IS NOT NULL GROUP BY text ORDER BY count(*) DESC, text"
        ).fetchall()
        return [str(row[0]) for row in rows]

    def select(self) -> str:
        """Write the rows as one SELECT over the file; "" where the file is taken as it is."""
        if self.sql or not self.derived:
            return self.sql
        made = [f"  {self.expression(each)} AS {named(each)}" for each in sorted(self.derived)]
        taken = {column.casefold() for column in self.derived}  # SQL tells no Name from name
        hidden = [header for header in self.export.headers if header.casefold() in taken]
        star = f"* EXCLUDE ({', '.join(map(named, hidden))})" if hidden else "*"
        return ",\n".join([f"SELECT {star}", *made]) + f"\nFROM {self.table}"

    def file_lines(self, file: str) -> Iterator[Line]:
        """Name the file for SELECTs."""
        return self._read(("files", self.table), file)

    def _read(self, place: tuple[str, ...], file: str) -> Iterator[Line]:
        for key, value in {"file": file, **self.export.told}.items():
            yield Line((*place, key), value, "only")

    def lines(self, file: str) -> Iterator[Line]:
        """Write the part of workbench.toml; `file` is the path from the workspace."""
        place, select = ("tables", self.table), self.select()
        if select:
            yield from self.file_lines(file)
            yield Line((*place, "sql"), select, "profile")
        else:
            yield from self._read(place, file)
        for column, source in self.columns.items():
            yield Line((*place, "columns", column), source.header, source.how, source.why)
        for key, told in (("values", self.values), ("constants", self.constants)):
            for column, value in told.items():
                yield Line((*place, key, column), value, "content")
        for key, value in self.options.items():
            yield Line((*place, *key.split(".")), value, "content")
