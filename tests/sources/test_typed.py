"""Parquet: its own kinds where they are the contract's, else every value as its exact text."""

import datetime as dt
from decimal import Decimal

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from workbench.errors import SourceError
from workbench.sources.typed import exact, given_of, typed_view

NOON = dt.datetime(2026, 1, 1, 12, tzinfo=dt.UTC)


@pytest.fixture
def texts(tmp_path):
    """Give the texts and the row numbers of one column written to Parquet."""

    def read(values, kind):
        path = tmp_path / "deals.parquet"
        pq.write_table(pa.table({"value": pa.array(values, kind)}), path)
        with duckdb.connect() as connection:
            connection.execute("SET TimeZone = 'UTC'")
            typed_view(connection, "raw", str(path), path.name)
            return connection.sql("SELECT row, c0 FROM raw ORDER BY row").fetchall()

    return read


@pytest.mark.parametrize(
    ("values", "kind", "told"),
    [
        ([Decimal("1.50"), None], pa.decimal128(18, 4), ["1.5000", None]),
        ([100.0, float("nan")], pa.float64(), ["100.0", None]),
        ([True, False], pa.bool_(), ["true", "false"]),
        ([7, None], pa.int64(), ["7", None]),
        ([dt.date(2026, 1, 1), None], pa.date32(), ["2026-01-01", None]),
        ([NOON, None], pa.timestamp("us", "Asia/Tokyo"), ["2026-01-01 12:00:00+00", None]),
        ([NOON.replace(tzinfo=None), None], pa.timestamp("ns"), ["2026-01-01 12:00:00", None]),
        ([" a\u3000", ""], pa.string(), ["a", None]),
        (["王\t婷", "\x1cb"], pa.string(), ["王\t婷", "b"]),
        ([b"a", None], pa.binary(), ["a", None]),
    ],
)
def test_every_value_has_its_exact_text(texts, values, kind, told):
    assert texts(values, kind) == [(1, told[0]), (2, told[1])]


def test_a_dictionary_reads_as_its_values(texts):
    assert texts(["a ", "b"], pa.dictionary(pa.int32(), pa.string())) == [(1, "a"), (2, "b")]


@pytest.mark.parametrize(
    ("kind", "given", "is_own"),
    [
        ("money", "DECIMAL(12,2)", True),
        ("money", "BIGINT", True),
        ("money", "DOUBLE", False),  # 0.1 is not a tenth: its text is
        ("share", "DECIMAL(12,2)", False),  # whether 30 is 0.3 is decided over the column
        ("date", "TIMESTAMP WITH TIME ZONE", False),  # its day is the company's
        ("timestamp", "TIMESTAMP", False),  # of no zone: the company's clock
        ("timestamp", "TIMESTAMP WITH TIME ZONE", True),
    ],
)
def test_a_kind_is_taken_as_it_is_only_where_nothing_is_decided(kind, given, is_own):
    assert (exact(kind, given, "v0") is not None) == is_own


def test_a_truth_that_is_missing_is_the_contracts_own(company, tmp_path):
    done = {"rep_id": ["ana"] * 3, "kind": ["call"] * 3, "is_done": [True, False, None]}
    keys = {"activity_id": ["A1", "A2", "A3"], "at": [NOON] * 3}
    pq.write_table(pa.table(keys | done), tmp_path / "activities.parquet")
    made = company(toml='[tables.activities]\nfile = "activities.parquet"\n')

    assert made.freeze().table("activities")["is_done"].to_pylist() == [True, False, True]


def test_no_number_is_missing_and_an_endless_one_is_there():
    cells = "(VALUES (1.5::DOUBLE), ('nan'::DOUBLE), ('inf'::DOUBLE), (NULL)) t(v)"

    with duckdb.connect() as connection:
        found = connection.sql(f"SELECT count({given_of('DOUBLE', 'v')}) FROM {cells}").fetchone()

    assert found == (2,)


def test_what_is_no_parquet_is_named(tmp_path):
    (tmp_path / "deals.parquet").write_bytes(b"PAR1 and nothing else")

    with duckdb.connect() as connection, pytest.raises(SourceError, match=r"deals\.parquet is no"):
        typed_view(connection, "raw", str(tmp_path / "deals.parquet"), "deals.parquet")
