"""Read a table with one SQL select over the raw files, in DuckDB."""

import threading
from collections.abc import Mapping, Sequence
from pathlib import Path

import duckdb
import pyarrow.parquet as pq

from workbench.errors import SourceError
from workbench.sources.limits import Limits
from workbench.sources.reading.reading import TextTable
from workbench.sources.sql import named, quoted


def run_select(
    sql: str,
    files: Mapping[str, Sequence[TextTable | Path]],
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
    files
        By name the raw files it stands for, laid down as text or (a path) with kinds of their own.
        Several are one under another, joined by the names of their columns.
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
        _register(connection, files)
        paths = [_path(file) for laid in files.values() for file in laid]
        _shut(connection, paths, folder, limits)
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
    connection: duckdb.DuckDBPyConnection, files: Mapping[str, Sequence[TextTable | Path]]
) -> None:
    for name, laid in files.items():
        selects = " UNION ALL BY NAME ".join(map(_select, laid))
        connection.execute(f"CREATE VIEW {named(name)} AS {selects}")


def _select(file: TextTable | Path) -> str:
    names = file.reading.names if isinstance(file, TextTable) else ()
    columns = ", ".join(f"c{n} AS {named(found)}" for n, found in enumerate(names)) or "*"
    return f"SELECT {columns} FROM read_parquet({quoted(str(_path(file)))})"


def _path(file: TextTable | Path) -> Path:
    return file.path if isinstance(file, TextTable) else file


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
