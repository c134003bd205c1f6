"""A column of texts, read as the workbench reads it."""

from zoneinfo import ZoneInfo

import duckdb
import pyarrow as pa
import pytest

from workbench.sources.columns.decide import decide
from workbench.sources.columns.told import Place, Told
from workbench.sources.origin import Origin


class Read:
    """What became of a column: its values, currencies and decisions."""

    def __init__(self, connection, texts, kind, zone, column, told):
        rows = list(range(2, len(texts) + 2))
        table = pa.table({"row": pa.array(rows, pa.int64()), "c0": pa.array(texts, pa.string())})
        connection.register("cells", table)
        place = Place("deals", column, "Source", Origin("deals.csv"))
        found = decide(connection, "cells", "c0", kind, place, told, ZoneInfo(zone))
        self.decisions = {each.key: each.value for each in found.decisions}
        currency = found.currency or "NULL"
        query = f"SELECT {found.value} AS v, {currency} AS c FROM cells ORDER BY row"
        out = connection.execute(query).to_arrow_table()
        self.type, self.declared = out.schema.field("v").type, found.type
        self.values = out.column("v").to_pylist()
        self.currencies = out.column("c").to_pylist()


@pytest.fixture(scope="session")
def read():
    """Give a function that reads texts as a kind: read("money", "1", "2", decimal=".")."""

    with duckdb.connect() as connection:
        connection.execute("SET TimeZone = 'UTC'")

        def reading(kind, *texts, zone="Asia/Shanghai", column="amount", **told):
            return Read(connection, texts, kind, zone, column, Told(**told))

        yield reading
