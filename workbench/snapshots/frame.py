"""A table of figures as pandas has it."""

from typing import TYPE_CHECKING

import pyarrow as pa

if TYPE_CHECKING:
    import pandas as pd


def frame(table: pa.Table) -> "pd.DataFrame":
    """Turn a table into pandas: decimals as floats, absent numbers NaN, days as dates of pandas."""
    kinds = {field.name: field.type for field in table.schema}
    for number, (name, kind) in enumerate(kinds.items()):
        if pa.types.is_decimal(kind):
            table = table.set_column(number, name, table[name].cast(pa.float64()))
        elif pa.types.is_date(kind):
            table = table.set_column(number, name, table[name].cast(pa.timestamp("s")))
    found: pd.DataFrame = table.to_pandas()
    return found
