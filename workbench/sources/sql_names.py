"""Which names stand in a SQL select, as DuckDB takes it apart; nothing of it is run."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import duckdb

from workbench.sources.sql import quoted


@dataclass(frozen=True)
class SqlNames:
    """The names of a select: of tables, columns and all else that is called something."""

    names: frozenset[str]  # in small letters, for SQL takes a name in any
    has_star: bool  # whether it takes all columns of a table, whatever they are called

    def has(self, name: str) -> bool:
        """Whether a name stands in it."""
        return name.casefold() in self.names


def names_in(sql: str) -> SqlNames:
    """Take a select apart that has been run before."""
    with duckdb.connect() as connection:
        row = connection.execute(f"SELECT json_serialize_sql({quoted(sql)})").fetchone() or ("{}",)
    told = list(_texts(json.loads(row[0])))
    return SqlNames(frozenset(text.casefold() for text in told), "STAR" in told)


def _texts(node: Any) -> Iterator[str]:  # noqa: ANN401 (what JSON holds)
    if isinstance(node, str):
        yield node
    elif isinstance(node, dict | list):
        for each in node.values() if isinstance(node, dict) else node:
            yield from _texts(each)
