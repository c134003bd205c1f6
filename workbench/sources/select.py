"""Read a table with one SQL select over the raw files, in DuckDB."""

import threading
from collections.abc import Mapping
from pathlib import Path

import duckdb
import pyarrow.parquet as pq

from workbench.errors import SourceError
from workbench.sources.limits import Limits
from workbench.sources.reading.reading import TextTable
from workbench.sources.sql import named, quoted


def run_select(
    sql: str,
    files: Mapping[str, TextTable],
    typed: Mapping[str, Path],
    folder: Path,
    place: str,
    limits: Limits,
) -> Path:
    """Run one select over the raw files and lay down what it gives, in Parquet.

    Parameters
    ----------
    sql
        Names the raw files by their keys in [files]. Parquet columns keep their types, all other
        columns are text.
    files, typed
        The raw files as text, and those whose columns have kinds of their own, by name.
    folder
        Where what the select gives is laid down.
    place
        Where the SQL stands, for messages.

    Raises
    ------
    SourceError
        When the SQL is no single select, fails, or takes longer or more memory than it may.
    """
    with duckdb.connect() as connection:
        _register(connection, files, typed)
        _shut(
            connection, [*(file.path for file in files.values()), *typed.values()], folder, limits
        )
        late = threading.Timer(limits.select_seconds, connection.interrupt)
        late.start()
        path = folder / "select.parquet"
        try:
            _require_one_select(connection, sql, place)
            _kept(connection, sql, path, place)
        except duckdb.InterruptException as reason:
            raise SourceError(
                f"{place} was stopped after {limits.select_seconds:g} seconds. Make it smaller, or "
                "allow more: [limits] select_seconds = 1200."
            ) from reason
        except duckdb.OutOfMemoryException as reason:
            raise SourceError(
                f"{place} needs more than {limits.select_memory} of memory. Make it smaller, or "
                'allow more: [limits] select_memory = "8GB".'
            ) from reason
        except duckdb.Error as reason:
            said = (str(reason).splitlines() or [type(reason).__name__])[0]
            raise SourceError(f"{place} failed: {said}") from reason
        finally:
            late.cancel()
        return path


def _register(
    connection: duckdb.DuckDBPyConnection,
    files: Mapping[str, TextTable],
    typed: Mapping[str, Path],
) -> None:
    for name, file in files.items():
        columns = [f"c{n} AS {named(found)}" for n, found in enumerate(file.reading.names)]
        source = f"read_parquet({quoted(str(file.path))})"
        connection.execute(
            f"CREATE VIEW {named(name)} AS SELECT {', '.join(columns)} FROM {source}"
        )
    for name, path in typed.items():
        connection.execute(f"CREATE VIEW {named(name)} AS FROM read_parquet({quoted(str(path))})")


def _shut(
    connection: duckdb.DuckDBPyConnection, paths: list[Path], folder: Path, limits: Limits
) -> None:
    """Let a select read the raw files and nothing else, within its bounds."""
    allowed = ", ".join(quoted(str(path)) for path in paths)
    connection.execute(f"SET temp_directory = {quoted(str(folder / 'aside'))}")
    connection.execute(f"SET memory_limit = {quoted(limits.select_memory)}")
    connection.execute("SET TimeZone = 'UTC'")
    connection.execute(f"SET allowed_paths = [{allowed}]")
    connection.execute("SET enable_external_access = false")
    connection.execute("SET lock_configuration = true")


def _require_one_select(connection: duckdb.DuckDBPyConnection, sql: str, place: str) -> None:
    found = connection.extract_statements(sql)
    if [statement.type for statement in found] != [duckdb.StatementType.SELECT]:
        raise SourceError(
            f"{place} is no single select. Write one SELECT over the names of [files]."
        )


def _kept(connection: duckdb.DuckDBPyConnection, sql: str, path: Path, place: str) -> None:
    """Lay down what a select gives, row by row in its order."""
    names = connection.sql(sql).columns
    twin = next((name for name in names if names.count(name) > 1), None)
    if twin is not None:
        raise SourceError(f"{place} gives two columns named {twin!r}. Name one of them otherwise.")
    batches = connection.sql(sql).to_arrow_reader(100_000)
    with pq.ParquetWriter(path, batches.schema, compression="lz4") as writer:
        for batch in batches:
            writer.write_batch(batch)
