"""The faults of one table: found by rules, unreadable cells and rows that share a key."""

import json
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from workbench.snapshots.checking.rules import Rule, Spoils
from workbench.snapshots.checking.tally import Tally
from workbench.snapshots.checking.twins import equal_and_differing
from workbench.sources.mapping import MappedTable
from workbench.sources.scratch import Scratch
from workbench.sources.sql import named, quoted

if TYPE_CHECKING:
    import pandas as pd

FIELDS = ("reason", "column", "value", "row", "file", "key", "record")


def find_faults(scratch: Scratch, mapped: MappedTable, tally: Tally) -> str:
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
    found = (*_unreadable(mapped, tally), *_broken(mapped, tally), *_twins(scratch, mapped))
    for rank, (where, values) in enumerate(found):
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


def _unreadable(mapped: MappedTable, tally: Tally) -> Iterator[tuple[str, str]]:
    """List columns with texts that their form cannot read."""
    for name in tally.unreadable:
        each = mapped.columns[name]
        bad = f"({each.text}) IS NOT NULL AND ({each.reading.value}) IS NULL"
        spoils: Spoils = "row" if each.column.is_required else "cell"
        told = _values(f"unreadable_{each.column.kind}", name, each.text, spoils)
        yield f"FROM {mapped.raw.name} t WHERE {bad}", told


def _broken(mapped: MappedTable, tally: Tally) -> Iterator[tuple[str, str]]:
    for rule in tally.broken:
        yield f"FROM {mapped.typed} t WHERE {rule.where}", _values(*_said(rule), rule.spoils)


def _said(rule: Rule) -> tuple[str, str, str]:
    is_value = rule.reason.startswith(("unknown_", "share_"))
    value = f"CAST(t.{named(rule.column)} AS VARCHAR)" if is_value else "''"
    return rule.reason, rule.column, value


def _twins(scratch: Scratch, mapped: MappedTable) -> Iterator[tuple[str, str]]:
    found = equal_and_differing(scratch, mapped)
    if found is not None:
        equal, differing = found
        key = mapped.contract.key[0]
        value = f"CAST(t.{named(key)} AS VARCHAR)"
        yield f"FROM {equal}", _values("duplicate_row", key, "''", "row")
        yield f"FROM {differing}", _values("conflicting_key", key, value, "row")


def _told(scratch: Scratch, mapped: MappedTable, first: str) -> pa.Table:
    """Tell faults with the row as it was read, so that nobody has to search the file for it."""
    if not _any(scratch, first):
        return pa.schema([(name, pa.string()) for name in FIELDS]).empty_table()
    sql = (
        'SELECT f.reason AS "@reason", f."column" AS "@column", f.value AS "@value", t.*'
        f' FROM ({first}) f JOIN {mapped.typed} t USING (row) ORDER BY row, "@column"'
    )
    found = scratch.connection.sql(sql).to_arrow_table()
    import pandas as pd  # noqa: PLC0415 (half a second that sound data need not pay)

    frame = found.to_pandas(types_mapper=pd.ArrowDtype)
    told = pd.DataFrame({name: frame[f"@{name}"].astype("str") for name in FIELDS[:3]})
    places = [mapped.origin.place(row) for row in frame["row"].tolist()]
    told["row"], told["file"] = [str(row) for _, row in places], [file for file, _ in places]
    told["key"], told["record"] = _keys(mapped, frame), _records(frame[columns_of(mapped)])
    return pa.Table.from_pandas(told, preserve_index=False).replace_schema_metadata()


def _any(scratch: Scratch, rows: str) -> bool:
    return scratch.connection.sql(f"SELECT 1 FROM ({rows}) LIMIT 1").fetchone() is not None


def columns_of(mapped: MappedTable) -> list[str]:
    """Name the contract's columns the typed table has, in its order."""
    return [*mapped.columns, *(["currency"] if mapped.is_currency_filled else [])]


def _keys(mapped: MappedTable, frame: "pd.DataFrame") -> list[str]:
    names = [name for name in mapped.contract.key if name in frame.columns]
    rows = frame[names].astype("str").itertuples(index=False)
    return [" · ".join(map(str, row)) for row in rows]


def _records(frame: "pd.DataFrame") -> list[str]:
    return [_record(row) for row in frame.to_dict("records")]


def _record(row: Mapping[Any, Any]) -> str:
    import pandas as pd  # noqa: PLC0415 (as above)

    told = {name: str(value) for name, value in row.items() if not pd.isna(value)}
    return json.dumps(told, ensure_ascii=False)
