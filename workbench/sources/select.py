"""Read a table with one SQL select over the raw files, in DuckDB."""

from collections.abc import Mapping
from pathlib import Path

import duckdb
import pandas as pd

from workbench.errors import SourceError
from workbench.sources.files import as_text, read_file
from workbench.sources.table_source import FileSource


def read_select(
    sql: str, paths: Mapping[str, Path], sources: Mapping[str, FileSource], place: str
) -> pd.DataFrame:
    """Run one select over the raw files.

    Parameters
    ----------
    sql
        Names the raw files by their keys in [files]. Parquet columns keep their types, all other
        columns are text.
    paths, sources
        The raw files, and how to read them.
    place
        Where the SQL stands, for messages.

    Raises
    ------
    SourceError
        When the SQL fails; says what DuckDB says.
    """
    with duckdb.connect() as connection:
        for name, path in paths.items():
            if path.suffix.lower() == ".parquet":
                connection.from_parquet(str(path)).to_table(name)
            else:
                connection.register(name, read_file(path, sources[name]).astype(object))
        connection.execute("set enable_external_access = false")
        try:
            return as_text(connection.sql(sql).to_arrow_table())
        except duckdb.Error as reason:
            raise SourceError(f"{place} failed: {str(reason).splitlines()[0]}") from reason
