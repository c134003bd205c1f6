"""Rows of a file are those its filters let through, and reading them loads no pandas."""

import subprocess
import sys
from datetime import date

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from workbench.snapshots.parquet import are, read, values_of

DAYS = [date(2026, 7, 1), date(2026, 7, 2), None, date(1969, 12, 31)]


@pytest.fixture(scope="module")
def file(tmp_path_factory):
    """Four rows in two parts; the rep 安 stands in both."""
    rows = {"rep_id": ["ana", "安", "安", None], "n": [1, 2, 3, 4], "on": DAYS}
    path = tmp_path_factory.mktemp("rows") / "rows.parquet"
    pq.write_table(pa.table(rows), path, row_group_size=2)
    return path


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ([], [1, 2, 3, 4]),
        ([("rep_id", "=", "安")], [2, 3]),
        ([("rep_id", "=", "ana")], [1]),
        ([("rep_id", "=", "nobody")], []),
        ([("rep_id", "in", ["ana", "安"])], [1, 2, 3]),
        ([("rep_id", "in", [])], []),
        ([("n", "in", [4, 1])], [1, 4]),
        ([("on", ">=", date(2026, 7, 1)), ("on", "<", date(2026, 7, 2))], [1]),
        ([("on", "<=", date(1969, 12, 31))], [4]),
        ([("n", ">", 1), ("rep_id", "=", "安")], [2, 3]),
    ],
)
def test_rows_that_filters_let_through_in_the_order_of_the_file(file, filters, found):
    assert read(file, ["n"], filters)["n"].to_pylist() == found
    if ("rep_id", "in", []) not in filters:  # pyarrow refuses to look for none
        assert read(file, filters=filters).equals(pq.read_table(file, filters=filters or None))


def test_columns_come_as_asked(file):
    assert read(file, ["on", "n"], [("rep_id", "=", "ana")]).column_names == ["on", "n"]
    with pytest.raises(KeyError, match="nothing"):
        read(file, ["nothing"])


def test_values_are_those_arrow_makes():
    days, texts = (DAYS[:2] + DAYS[3:], pa.date32()), (["", "安"], pa.string())
    for values, kind in (texts, days, ([1], pa.int64()), (["a", None], pa.string()),
                         ([], pa.string())):  # fmt: skip
        assert values_of(values, kind).equals(pa.array(values, kind))
    assert are(pa.chunked_array([["a", None, "b"]]), "a").to_pylist() == [True, None, False]


def test_reading_loads_no_pandas(file):
    asked = f"""
import sys
from datetime import date
from workbench.snapshots.parquet import read
filters = [("rep_id", "in", ["ana"]), ("on", ">=", date(2026, 7, 1)), ("rep_id", "=", "ana")]
assert read({str(file)!r}, filters=filters).to_pylist()[0]["n"] == 1
assert not {{"pandas", "pyarrow.dataset"}} & set(sys.modules)
"""
    subprocess.run([sys.executable, "-c", asked], check=True)
