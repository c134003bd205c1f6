"""Which names stand in a SQL select, as DuckDB takes it apart; nothing of it is run."""

import json
from collections.abc import Iterator
from typing import Any

import duckdb

from workbench.sources.sql import quoted


def names_in(sql: str) -> frozenset[str]:
    """List what a select that has been run names: tables, columns, and all else that has a name.

    In small letters, for SQL takes a name in any.
    """
    with duckdb.connect() as connection:
        row = connection.execute(f"SELECT json_serialize_sql({quoted(sql)})").fetchone() or ("{}",)
    return frozenset(text.casefold() for text in _texts(json.loads(row[0])))


def _texts(node: Any) -> Iterator[str]:  # noqa: ANN401 (what JSON holds)
    if isinstance(node, str):
        yield node
    elif isinstance(node, dict | list):
        for each in node.values() if isinstance(node, dict) else node:
            yield from _texts(each)
