"""One table as it is being proposed: which file, which column gives which, and on what it rests."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from workbench.proposal.export import Export
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
    is_orders: bool = False  # what is lost is not recorded
    is_shape: bool = False  # known by its shape alone; no word of it is
    more: str = ""  # SQL: rows beside those of the file
    instead: str = ""  # SQL: what a column holds in place of what the file says
    where: str = ""  # SQL: the rows that are taken, where not all are
    alias: str = ""  # what SQL calls the file, where another of this table has its name
    parts: tuple["Draft", ...] = ()  # of a table that came in several lists
    sql: str = ""  # where the rows have to be made: of derived columns, of months side by side

    @property
    def name(self) -> str:
        """What SQL calls the file."""
        return self.alias or self.table

    @property
    def used(self) -> set[str]:
        """The headers something is taken from."""
        own = {source.header for source in self.columns.values()}
        return own | {header for _d, needs in self.derived.values() for header in needs.values()}

    @property
    def headers(self) -> tuple[str, ...]:
        """What a column may be taken from: the file's own, and what is made of them."""
        if self.sql:  # months side by side, or several lists: rows of their own
            return tuple(source.header for source in self.columns.values())
        return tuple(dict.fromkeys((*self.export.headers, *self.derived)))

    def select(self) -> str:
        """Write the rows as one SELECT over the file; "" where the file is taken as it is."""
        rows = self.sql or self._made(self.name)
        if self.more:
            rows = f"{rows or f'SELECT * FROM {self.name}'}\nUNION ALL BY NAME\n{self.more}"
        if self.instead:
            rows = f"SELECT * REPLACE ({self.instead}) FROM {_nested(rows, self.name)}"
        if not self.where:
            return rows
        return f"SELECT * FROM {_nested(rows, self.name)} WHERE {self.where}"

    def rows(self) -> str:
        """Write the rows as SQL takes them FROM."""
        return _nested(self.select(), self.name)

    def _made(self, origin: str) -> str:
        """Write the columns that are derived beside those of the file."""
        made = []
        for column, (derived, needs) in sorted(self.derived.items()):
            sql = derived.sql.format(**{name: named(header) for name, header in needs.items()})
            made.append(f"  {sql} AS {named(self.made_name(column))}")
        return ",\n".join(["SELECT *", *made]) + f"\nFROM {origin}" if made else ""

    def texts(self, header: str) -> list[str]:
        """Give the different texts of a column, of the file or derived, most frequent first."""
        if header in self.export.headers:
            return self.export.values(header)
        return self.export.values(header, self._made(self.export.view()))

    def filled(self, header: str) -> int:
        """Count the rows in which a column holds anything."""
        is_own = header in self.export.headers
        return self.export.filled(header, "" if is_own else self._made(self.export.view()))

    def count(self, condition: str) -> int:
        """Count the rows of which some SQL is true, over columns of the file or derived."""
        view = self.export.view()
        rows = self._made(view) or f"SELECT * FROM {view}"
        query = f"SELECT count(*) FROM ({rows}) WHERE {condition}"
        return int((self.export.texts.execute(query).fetchone() or (0,))[0])

    def made_name(self, column: str) -> str:
        """Name a derived column so that no column of the file has the name, in any case."""
        taken = {header.casefold() for header in self.export.headers}
        return f"{column}_made" if column.casefold() in taken else column

    def file_lines(self, file: str) -> Iterator[Line]:
        """Name the file for SELECTs."""
        return self._read(("files", self.name), file)

    def _read(self, place: tuple[str, ...], file: str) -> Iterator[Line]:
        for key, value in {"file": file, **self.export.told}.items():
            yield Line((*place, key), value, "only")

    def lines(self, file: str) -> Iterator[Line]:
        """Write the part of workbench.toml; `file` is the path from the workspace."""
        place, select = ("tables", self.table), self.select()
        if select:
            yield from self.file_lines(file)
            how: How = "only" if self.where or self.instead else "profile"
            yield Line((*place, "sql"), select, how)
        else:
            yield from self._read(place, file)
        for column, source in self.columns.items():
            yield Line((*place, "columns", column), source.header, source.how, source.why)
        for key, told in (("values", self.values), ("constants", self.constants)):
            for column, value in told.items():
                yield Line((*place, key, column), value, "content")
        for key, value in self.options.items():
            yield Line((*place, *key.split(".")), value, "content")


def _nested(select: str, name: str) -> str:
    """Write a SELECT as SQL takes it FROM; where there is none, the name of the file."""
    return f"(\n{select}\n)" if select else name
