"""Parquet: every value as its exact text."""

import datetime as dt
import io
from decimal import Decimal

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workbench.errors import SourceError


def _bytes(**columns):
    out = io.BytesIO()
    pq.write_table(pa.table(columns), out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("values", "kind", "texts"),
    [
        ([Decimal("1.50"), None], pa.decimal128(18, 4), ["1.5000", None]),
        ([100.0, 0.1], pa.float64(), ["100.0", "0.1"]),
        ([0.1, None], pa.float32(), ["0.1", None]),
        ([True, False], pa.bool_(), ["true", "false"]),
        ([7, None], pa.int64(), ["7", None]),
        ([dt.date(2026, 1, 1), None], pa.date32(), ["2026-01-01", None]),
        ([dt.date(2026, 1, 1), None], pa.date64(), ["2026-01-01", None]),
        ([dt.datetime(2026, 1, 1, 9), None], pa.timestamp("us"), ["2026-01-01 09:00:00", None]),
        (
            [dt.datetime(2026, 1, 1, 9, tzinfo=dt.UTC), None],
            pa.timestamp("us", "Asia/Tokyo"),
            ["2026-01-01 09:00:00+00:00", None],
        ),
        (
            [dt.datetime(2026, 1, 1, 9, 0, 0, 500_000, tzinfo=dt.UTC), None],
            pa.timestamp("us", "UTC"),
            ["2026-01-01 09:00:00.5+00:00", None],
        ),
        ([" a ", ""], pa.string(), ["a", None]),
        ([b"a", None], pa.binary(), ["a", None]),
        ([[1, 2], None], pa.list_(pa.int64()), ["[1, 2]", None]),
    ],
)
def test_a_column_keeps_its_text(read, values, kind, texts):
    found = read(_bytes(id=["x", "y"], value=pa.array(values, kind)), name="deals.parquet")

    assert [row[1] for row in found.rows] == texts
    assert found.numbers == [1, 2]
    assert found.decided == {}


def test_a_dictionary_reads_as_its_values(read):
    column = pa.array(["a", "b", "a"]).dictionary_encode()

    assert read(_bytes(id=column), name="deals.parquet").rows == [["a"], ["b"], ["a"]]


@given(st.lists(st.floats(), min_size=1, max_size=5))
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_a_float_reads_as_python_writes_it(read, values):
    found = read(_bytes(id=[f"x{n}" for n, _ in enumerate(values)], value=values), name="d.parquet")

    assert [row[1] for row in found.rows] == [repr(value) for value in values]


@pytest.mark.parametrize("content", [b"PAR1", b"PAR1 and so on PAR1", b"\x01\x02\x03"])
def test_what_is_no_parquet_file_is_one_sentence(read, content):
    with pytest.raises(SourceError, match="no Parquet file"):
        read(content, name="deals.parquet")


def test_bytes_that_are_no_text_are_written_out(read):
    found = read(_bytes(id=["x"], picture=pa.array([b"\xff"], pa.binary())), name="d.parquet")

    assert found.rows == [["x", "\\xFF"]]


def test_two_columns_of_one_name_are_refused(read):
    with pytest.raises(SourceError, match="two columns named 'id'"):
        read(_bytes(**{"id": ["x"], " id": ["y"]}), name="deals.parquet")
