"""A whole store as JSON Lines and back, and a backup of it."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Column, Date, DateTime, func, insert, select, text

from workbench.errors import ParameterError, SourceError
from workbench.i18n import error
from workbench.private import make_private_file
from workbench.store.actor import Actor
from workbench.store.promise_days import fill_days
from workbench.store.releasing import release_closed
from workbench.store.rules import require_whole
from workbench.store.schema import metadata
from workbench.store.store import Store


def export_lines(store: Store, actor: Actor) -> Iterator[str]:
    """Write every row of every table, one JSON object per line, as of one moment.

    Raises
    ------
    RefusedError
        For all but sales ops and the program: it holds everybody's words.
    """
    require_whole(actor, "export a store")
    return _lines(store)


def _lines(store: Store) -> Iterator[str]:
    with store.reading() as connection:
        for table in metadata.sorted_tables:
            for row in connection.execute(select(table).order_by(*table.primary_key)):
                line = {"table": table.name, **row._mapping}
                yield json.dumps(line, ensure_ascii=False, default=_told) + "\n"


def import_lines(store: Store, actor: Actor, lines: Iterator[str]) -> int:
    """Fill an empty store with exported lines; all or nothing. Gives how many rows came in.

    What an older export does not tell of a row, such as who is above a manager, is as nobody knew.

    Raises
    ------
    RefusedError
        For all but sales ops and the program.
    ParameterError
        When the store holds something already.
    SourceError
        When a line is no exported row; names its number.
    """
    require_whole(actor, "fill a store")
    with store.writing() as connection:
        for table in metadata.sorted_tables:
            if connection.execute(select(func.count()).select_from(table)).scalar_one():
                raise error(ParameterError, "refusal-store-filled")
        count, is_older = 0, False
        for number, line in enumerate(lines, start=1):
            name, row = _row(number, line)
            connection.execute(insert(metadata.tables[name]).values(row))
            is_older |= name == "promise" and "answered_at" not in row
            count += 1
        _rest_counters(connection)
        if is_older:
            fill_days(connection)
        release_closed(connection)
    return count


def backup(store: Store, actor: Actor, to: Path) -> Path:
    """Copy a SQLite store to a file while others write; the copy is one consistent state.

    Raises
    ------
    RefusedError
        For all but sales ops and the program.
    ParameterError
        For PostgreSQL, whose own tools do that, or when the file is there already.
    """
    require_whole(actor, "copy a store")
    if store.engine.dialect.name != "sqlite":
        raise error(ParameterError, "refusal-store-backup")
    if to.exists():
        raise error(ParameterError, "refusal-file-there", file=str(to))
    to.parent.mkdir(parents=True, exist_ok=True)
    make_private_file(to)
    source = store.engine.url.database
    with closing(sqlite3.connect(str(source))) as live, closing(sqlite3.connect(to)) as copy:
        live.backup(copy)
    return to


def _row(number: int, line: str) -> tuple[str, dict[str, Any]]:
    try:
        row = json.loads(line)
        name = row.pop("table")
        columns = metadata.tables[name].columns
        return name, {key: _read(columns[key], value) for key, value in row.items()}
    except (ValueError, KeyError, AttributeError, TypeError) as reason:
        raise SourceError(
            f"Line {number} is no row of a store: {reason}. Nothing was imported."
        ) from reason


def _read(column: Column[Any], value: Any) -> Any:  # noqa: ANN401 (any value of a row)
    if value is not None and isinstance(column.type, DateTime):
        return datetime.fromisoformat(value)
    if value is not None and isinstance(column.type, Date):
        return date.fromisoformat(value)
    return value


def _told(value: date) -> str:
    return value.isoformat()


def _rest_counters(connection: Any) -> None:  # noqa: ANN401 (a connection)
    """Let PostgreSQL go on numbering after the numbers that came in."""
    if connection.dialect.name != "postgresql":
        return
    for name in ("audit", "passage", "adjustment"):
        top = f"SELECT setval(pg_get_serial_sequence('{name}', 'n'), max(n)) FROM {name}"
        connection.execute(text(top))
