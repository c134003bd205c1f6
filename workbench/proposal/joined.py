"""Lists of one table that a system exports apart, as calls beside meetings: one table of all."""

from collections.abc import Iterator

from workbench.model.tables import TABLES
from workbench.proposal.draft import Draft, Source
from workbench.sources.sql import named, quoted
from workbench.sources.table_source import TableSource
from workbench.sources.texts import meant

JOINED = ("activities",)  # whose rows are things of several kinds


def join_parts(drafts: dict[str, Draft]) -> None:
    """Put the tables that came in several lists together; each part keeps its file."""
    for table in JOINED:
        parts = [draft for draft in drafts.values() if draft.table == table]
        if len(parts) > 1:
            for part in parts:
                drafts.pop(part.name)
            drafts[table] = _whole(table, parts)


def _whole(table: str, parts: list[Draft]) -> Draft:
    columns = dict.fromkeys(c for part in parts for c in (*part.columns, *part.constants))
    how = {c: part.columns[c].how for part in reversed(parts) for c in part.columns}
    whole = Draft(table, parts[0].export, parts=tuple(parts))
    whole.sql = "\nUNION ALL BY NAME\n".join(_rows(part, _shared(table, parts)) for part in parts)
    whole.columns = {column: Source(column, how.get(column, "profile")) for column in columns}
    return whole


def _rows(part: Draft, shared: bool) -> str:  # noqa: FBT001 (whether keys of the parts collide)
    told = ",\n".join(f"  {value} AS {named(column)}" for column, value in _values(part, shared))
    return f"SELECT\n{told}\nFROM {part.rows()}"


def _values(part: Draft, shared: bool) -> Iterator[tuple[str, str]]:  # noqa: FBT001
    nothing = part.options.get("null_values", ())
    told = TableSource(file=part.export.file, values=part.values, null_values=tuple(nothing))
    key = TABLES[part.table].key
    for column, source in part.columns.items():
        text = meant(named(source.header), column, told)
        yield column, f"{quoted(f'{part.name}:')} || {text}" if shared and column in key else text
    for column, value in part.constants.items():
        yield column, quoted(str(value))


def _shared(table: str, parts: list[Draft]) -> bool:
    """Whether lists number their rows alike, so that one number is two things."""
    met: set[str] = set()
    for part in parts:
        for column in TABLES[table].key:
            own = set(part.texts(part.columns[column].header))
            if met & own:
                return True
            met |= own
    return False
