"""The store: where what people write is kept. SQLite in WAL mode, or PostgreSQL by URL."""

import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, insert
from sqlalchemy.exc import DBAPIError, DisconnectionError

from workbench.errors import StoreError
from workbench.model.day import now
from workbench.private import make_private_file
from workbench.store.actor import Actor
from workbench.store.faults import READING, WRITING, Doing, fault_sentence
from workbench.store.file import file_of
from workbench.store.migrate import migrate
from workbench.store.schema import audit

BUSY_SECONDS = 15  # a locked database is waited for this long, then said
Clock = Callable[[], datetime]


def _now() -> datetime:
    return now().replace(tzinfo=None)


@dataclass(frozen=True)
class Store:
    """An opened store."""

    engine: Engine
    clock: Clock = _now

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Read one state of the store, whatever others write meanwhile; it takes no change.

        Raises
        ------
        StoreError
            When it could not be read.
        """
        self._require_there(READING)
        engine = self.engine.execution_options(is_reading=True)
        if engine.dialect.name == "postgresql":  # which by itself looks anew at each statement
            engine = engine.execution_options(
                isolation_level="REPEATABLE READ", postgresql_readonly=True
            )
        with self._told(READING), engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Write everything or nothing; waits for who writes now.

        Raises
        ------
        StoreError
            When the database stays locked or its disk is full; nothing was written then.
        """
        self._require_there(WRITING)
        engine = self.engine.execution_options(is_writing=True)
        with self._told(WRITING), engine.connect() as connection, connection.begin():
            yield connection

    def _require_there(self, doing: Doing) -> None:
        """Refuse a file that was removed: SQLite would go on writing to nothing, or begin anew."""
        file = file_of(self.engine)
        if file is not None and not file.exists():
            raise StoreError(
                f"The store {file} is gone: {doing.left}. Put it back, then {doing.again}."
            )

    @contextmanager
    def _told(self, doing: Doing) -> Iterator[None]:
        try:
            yield
        except DBAPIError as reason:
            raise StoreError(fault_sentence(reason, self.engine, doing, BUSY_SECONDS)) from reason

    def note(
        self,
        connection: Connection,
        actor: Actor,
        verb: str,
        subject: str,
        *,
        review: tuple[str, str] = ("", ""),
        before: object = None,
        after: object = None,
    ) -> None:
        """Add a line to the audit trail, in the transaction of the change itself."""
        connection.execute(
            insert(audit).values(
                at=self.clock(),
                person_id=actor.person_id,
                role=actor.role,
                verb=verb,
                cycle=review[0],
                rep_id=review[1],
                subject=subject,
                before=None if before is None else to_json(before),
                after=None if after is None else to_json(after),
            )
        )


def open_store(url: str, clock: Clock = _now, *, pool_size: int = 5) -> Store:
    """Open a store, making or migrating its tables first; a new file is its owner's alone.

    Parameters
    ----------
    url
        Of SQLAlchemy: `sqlite:////folder/store.db`, `postgresql+psycopg://user@host/db`.

    Raises
    ------
    StoreError
        When the database cannot be reached or opened, or holds something else.
    """
    engine = create_engine(url, pool_size=pool_size, pool_timeout=60)
    if engine.dialect.name == "sqlite":
        file = file_of(engine)
        if file is not None:
            make_private_file(file)
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
        event.listen(engine, "checkout", _require_same_file)
    try:
        migrate(engine)
    except DBAPIError as reason:
        engine.dispose()
        raise StoreError(fault_sentence(reason, engine, READING, BUSY_SECONDS)) from reason
    except StoreError:
        engine.dispose()
        raise
    return Store(engine, clock)


def to_json(value: object) -> str:
    """Write a value as JSON; Chinese and emoji stay as they are."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, default=str)


def _prepare_sqlite(connection: sqlite3.Connection, _record: Any) -> None:  # noqa: ANN401
    connection.isolation_level = None  # transactions are begun below, not by the driver
    for pragma in (
        f"busy_timeout={BUSY_SECONDS * 1000}",
        "journal_mode=WAL",
        "synchronous=FULL",  # what was told as saved survives a power cut
        "foreign_keys=ON",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _require_same_file(connection: sqlite3.Connection, record: Any, _proxy: Any) -> None:  # noqa: ANN401
    """Connect anew where another file stands in the place of the one opened, as after a backup."""
    row = connection.execute("PRAGMA database_list").fetchone()
    file = Path(row[2]) if row and row[2] else None
    if file is None or not file.exists():
        return
    found = file.stat()
    if record.info.setdefault("file", (found.st_dev, found.st_ino)) != (found.st_dev, found.st_ino):
        raise DisconnectionError(f"{file} was replaced")


def _begin_sqlite(connection: Connection) -> None:
    # A writer takes its place at once: a reader that later writes would fail instead of waiting
    told = connection.get_execution_options()
    connection.exec_driver_sql(f"PRAGMA query_only={'ON' if told.get('is_reading') else 'OFF'}")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if told.get("is_writing") else "BEGIN")
