"""Rows turned over by the column are what Arrow gives one by one, zeros of decimals included."""

from datetime import date
from decimal import Decimal

import pyarrow as pa
import pytest

from workbench.snapshots.pay.plain_rows import plain_rows

COLUMNS = {
    "rep_id": (["R1", None], pa.string()),
    "close_on": ([date(2025, 1, 2), None], pa.date32()),
    "amount": ([Decimal("10.50"), None], pa.decimal128(38, 10)),
    "quantity": ([0.5, None], pa.float64()),
    "n": ([3, None], pa.int64()),
    "is_named": ([True, None], pa.bool_()),
}
TABLE = pa.table({name: pa.array(rows, kind) for name, (rows, kind) in COLUMNS.items()})


@pytest.mark.parametrize("table", [TABLE, TABLE.slice(0, 0), TABLE.slice(1, 1), TABLE.select([])])
def test_rows_are_those_that_arrow_gives(table):
    assert repr(plain_rows(table)) == repr(
        [dict(row) for row in table.to_pylist()] if table.num_columns else []
    )
