"""A Parquet file as texts, column by column."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from workbench.errors import SourceError
from workbench.sources.reading.columns import stripped
from workbench.sources.reading.raw import schema_of


def parquet_names(path: Path) -> list[str]:
    """Name the columns of a Parquet file.

    Raises
    ------
    SourceError
        When it is none.
    """
    try:
        names = [str(name).strip() for name in pq.read_schema(path).names]
    except (pa.ArrowException, OSError, UnicodeDecodeError) as reason:
        raise _damaged(path) from reason
    if not names:
        raise SourceError(f"{path} has no columns.")
    return names


def parquet_texts(path: Path) -> Iterator[pa.Table]:
    """Give the rows of a Parquet file as text.

    Returns
    -------
    Iterator[pa.Table]
        `row` from 1, then `c0` …: decimals and days exactly, floats in their shortest form,
        instants in UTC, truths as true and false; missing stays missing.

    Raises
    ------
    SourceError
        When the file is damaged.
    """
    try:
        with pq.ParquetFile(path) as file:
            yield from texts_of(file.iter_batches())
    except (pa.ArrowException, duckdb.Error, OSError, UnicodeDecodeError) as reason:
        raise _damaged(path) from reason


def texts_of(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.Table]:
    """Write typed rows as text, numbered from 1; see `parquet_texts`."""
    row = 1
    with duckdb.connect() as engine:
        for batch in batches:
            columns = [_texts(column, engine) for column in batch.columns]
            numbers = pa.array(np.arange(row, row + batch.num_rows), pa.int64())
            row += batch.num_rows
            yield pa.Table.from_arrays([numbers, *columns], schema=schema_of(len(columns)))


def _damaged(path: Path) -> SourceError:
    return SourceError(f"{path} is no Parquet file that can be read. Export it again.")


def _texts(column: pa.Array, engine: duckdb.DuckDBPyConnection) -> pa.Array:
    if pa.types.is_dictionary(column.type):
        column = column.cast(column.type.value_type)
    kind = column.type
    if pa.types.is_timestamp(kind):
        return _instants(column)
    if pa.types.is_floating(kind) or pa.types.is_nested(kind) or pa.types.is_duration(kind):
        # DuckDB writes floats as Python does; Arrow drops the point of whole ones
        return _by_engine(column, engine)
    if pa.types.is_date64(kind):
        column = column.cast(pa.date32())
    try:
        return stripped(column.cast(pa.string()))
    except (pa.ArrowInvalid, pa.ArrowNotImplementedError):  # a picture: its bytes, written out
        return _by_engine(column, engine)


def _by_engine(column: pa.Array, engine: duckdb.DuckDBPyConnection) -> pa.Array:
    if pa.types.is_float16(column.type):
        column = column.cast(pa.float32())
    engine.register("given", pa.table({"value": column}))
    texts = engine.sql("select cast(value as varchar) as value from given").to_arrow_table()
    written = texts["value"].cast(pa.string()).combine_chunks()
    return pc.if_else(pc.equal(written, "-nan"), "nan", written)


def _instants(column: pa.Array) -> pa.Array:
    """Write instants of any zone in UTC, wall clocks as they are; zeros of seconds' parts go."""
    unit, zone = column.type.unit, column.type.tz
    texts = column.cast(pa.timestamp(unit)).cast(pa.string())
    texts = pc.replace_substring_regex(texts, r"(\.\d*?)0+$", r"\1")
    texts = pc.replace_substring_regex(texts, r"\.$", "")
    return pc.binary_join_element_wise(texts, "+00:00", "") if zone else texts
