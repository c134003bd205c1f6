"""The faults of one table: found by rules, unreadable cells and rows that share a key."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd
import pyarrow as pa

from workbench.model.table_contract import TableContract
from workbench.snapshots.checking.rules import Rule, Spoils
from workbench.sources.mapping import MappedTable
from workbench.sources.scratch import Scratch
from workbench.sources.sql import named, quoted

FIELDS = ("reason", "column", "value", "row", "file", "key", "record")
_NO_FAMILY = {"product_family"}  # a part of a key that may be missing


def find_faults(scratch: Scratch, mapped: MappedTable, rules: Iterable[Rule]) -> str:
    """Lay down every fault of a table.

    Returns
    -------
    str
        The name of a table of the scratch database: `row`, `rank` (the first names the reason),
        `reason`, `column`, `value` (as it stood), `spoils` (row or cell).
    """
    name = f"faults_{mapped.contract.name}"
    scratch.connection.execute(
        f"CREATE OR REPLACE TABLE {name}"
        ' (row BIGINT, rank INT, reason VARCHAR, "column" VARCHAR, value VARCHAR, spoils VARCHAR)'
    )
    for rank, (where, values) in enumerate(
        (*_unreadable(scratch, mapped), *_broken(scratch, mapped, list(rules)), *_twins(mapped))
    ):
        scratch.connection.execute(f"INSERT INTO {name} SELECT {values} {where}", {"rank": rank})
    return name


def set_aside(scratch: Scratch, mapped: MappedTable, faults: str) -> pa.Table:
    """Give the rows that count nowhere, each with its first reason, in the order of the file."""
    first = (
        f'SELECT row, arg_min(reason, rank) AS reason, arg_min("column", rank) AS "column",'
        f" arg_min(value, rank) AS value FROM {faults} WHERE spoils = 'row' GROUP BY row"
    )
    return _told(scratch, mapped, first)


def blanked(scratch: Scratch, mapped: MappedTable, faults: str) -> pa.Table:
    """Give the cells that are missing in rows that count, each with its first reason."""
    first = (
        f'SELECT row, arg_min(reason, rank) AS reason, "column", arg_min(value, rank) AS value'
        f" FROM {faults} WHERE row NOT IN (SELECT row FROM {faults} WHERE spoils = 'row')"
        ' GROUP BY row, "column"'
    )
    return _told(scratch, mapped, first)


def _values(reason: str, column: str, value: str, spoils: Spoils) -> str:
    return f"t.row, $rank, {quoted(reason)}, {quoted(column)}, {value}, {quoted(spoils)}"


def _unreadable(scratch: Scratch, mapped: MappedTable) -> list[tuple[str, str]]:
    """List columns with texts that their form cannot read; counted in one pass over the file."""
    asked = [each for each in mapped.columns.values() if each.column.kind != "text"]
    if not asked:
        return []
    counts = ", ".join(f"count(*) FILTER (WHERE ({each.text}) IS NOT NULL)" for each in asked)
    texts = scratch.connection.sql(f"SELECT {counts} FROM {mapped.raw.name}").fetchone() or ()
    known = ", ".join(f"count({named(each.column.name)})" for each in asked)
    values = scratch.connection.sql(f"SELECT {known} FROM {mapped.typed}").fetchone() or ()
    found = []
    for each, n_texts, n_values in zip(asked, texts, values, strict=True):
        if n_texts > n_values:
            column = each.column
            bad = f"({each.text}) IS NOT NULL AND ({each.reading.value}) IS NULL"
            spoils: Spoils = "row" if column.is_required else "cell"
            told = _values(f"unreadable_{column.kind}", column.name, each.text, spoils)
            found.append((f"FROM {mapped.raw.name} t WHERE {bad}", told))
    return found


def _broken(scratch: Scratch, mapped: MappedTable, rules: list[Rule]) -> list[tuple[str, str]]:
    """List the rules some row breaks; which do is counted in one pass."""
    if not rules:
        return []
    counts = ", ".join(f"count(*) FILTER (WHERE {rule.where})" for rule in rules)
    found = scratch.connection.sql(f"SELECT {counts} FROM {mapped.typed}").fetchone() or ()
    return [
        (f"FROM {mapped.typed} t WHERE {rule.where}", _values(*_said(rule), rule.spoils))
        for rule, n in zip(rules, found, strict=True)
        if n
    ]


def _said(rule: Rule) -> tuple[str, str, str]:
    is_value = rule.reason.startswith(("unknown_", "share_"))
    value = f"CAST(t.{named(rule.column)} AS VARCHAR)" if is_value else "''"
    return rule.reason, rule.column, value


def _twins(mapped: MappedTable) -> list[tuple[str, str]]:
    """Keep one of equal rows; of rows that share a key and differ, none can be told true."""
    key = key_of(mapped.contract, mapped.columns)
    if not key:
        return []
    names, columns = (", ".join(map(named, each)) for each in (key, mapped.columns))
    same = " AND ".join(f"t.{named(name)} IS NOT DISTINCT FROM g.{named(name)}" for name in key)
    shared = (
        f"SELECT t.* FROM {mapped.typed} t SEMI JOIN (SELECT {names} FROM {mapped.typed}"
        f" GROUP BY {names} HAVING count(*) > 1) g ON {same}"
    )
    ranked = f"SELECT *, row_number() OVER (PARTITION BY {columns} ORDER BY row) AS nth"
    equal = f"FROM ({ranked} FROM ({shared})) t WHERE nth > 1"
    differing = (
        f"FROM (SELECT *, count(*) OVER (PARTITION BY {names}) AS n FROM"
        f" ({ranked} FROM ({shared})) WHERE nth = 1) t WHERE n > 1"
    )
    return [
        (equal, _values("duplicate_row", key[0], "''", "row")),
        (
            differing,
            _values("conflicting_key", key[0], f"CAST(t.{named(key[0])} AS VARCHAR)", "row"),
        ),
    ]


def key_of(contract: TableContract, columns: Iterable[str]) -> tuple[str, ...]:
    """Name the columns no two rows may share; () where they are not all given."""
    given = set(columns)
    is_whole = set(contract.key) - _NO_FAMILY <= given
    return tuple(name for name in contract.key if name in given) if is_whole else ()


def _told(scratch: Scratch, mapped: MappedTable, first: str) -> pa.Table:
    """Tell faults with the row as it was read, so that nobody has to search the file for it."""
    sql = (
        'SELECT f.reason AS "@reason", f."column" AS "@column", f.value AS "@value", t.*'
        f' FROM ({first}) f JOIN {mapped.typed} t USING (row) ORDER BY row, "@column"'
    )
    found = scratch.connection.sql(sql).to_arrow_table()
    if not found.num_rows:
        return pa.schema([(name, pa.string()) for name in FIELDS]).empty_table()
    frame = found.to_pandas(types_mapper=pd.ArrowDtype)
    told = pd.DataFrame({name: frame[f"@{name}"].astype("str") for name in FIELDS[:3]})
    told["row"], told["file"] = frame["row"].astype("str"), mapped.origin
    told["key"], told["record"] = _keys(mapped, frame), _records(frame[columns_of(mapped)])
    return pa.Table.from_pandas(told, preserve_index=False).replace_schema_metadata()


def columns_of(mapped: MappedTable) -> list[str]:
    """Name the contract's columns the typed table has, in its order."""
    return [*mapped.columns, *(["currency"] if mapped.is_currency_filled else [])]


def _keys(mapped: MappedTable, frame: pd.DataFrame) -> list[str]:
    names = [name for name in mapped.contract.key if name in frame.columns]
    rows = frame[names].astype("str").itertuples(index=False)
    return [" · ".join(map(str, row)) for row in rows]


def _records(frame: pd.DataFrame) -> list[str]:
    return [_record(row) for row in frame.to_dict("records")]


def _record(row: Mapping[Any, Any]) -> str:
    told = {name: str(value) for name, value in row.items() if not pd.isna(value)}
    return json.dumps(told, ensure_ascii=False)
