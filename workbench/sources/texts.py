"""What a column's cells say, as SQL: the file's texts, after what workbench.toml says they mean."""

from collections.abc import Mapping

from workbench.model.table_contract import Column
from workbench.sources.raw_table import RawTable
from workbench.sources.sql import quoted
from workbench.sources.table_source import TableSource


def text_of(
    column: Column, source: TableSource, raw: RawTable, sources: Mapping[str, str]
) -> str | None:
    """Write what gives a column's texts after the value map; None when nothing gives it."""
    if column.name in sources:
        text = meant(raw.columns[sources[column.name]], column.name, source)
    elif column.name in source.constants:
        return _literal(source.constants[column.name])
    elif column.default is not None:
        return _literal(column.default)
    else:
        return None
    return filled(text, column)


def filled(value: str, column: Column) -> str:
    """Write what a cell holds, or the contract's own where it is missing."""
    return value if column.default is None else f"coalesce({value}, {_literal(column.default)})"


def meant(text: str, column: str, source: TableSource) -> str:
    """Write a column's texts with the values of workbench.toml in their place."""
    if source.null_values:
        nothing = ", ".join(quoted(value) for value in source.null_values)
        text = f"CASE WHEN {text} IN ({nothing}) THEN NULL ELSE {text} END"
    values = dict(source.values.get(column, {}))
    if not values:
        return text
    other = _literal(values.pop("else")) if "else" in values else text
    cases = " ".join(f"WHEN {quoted(str(k))} THEN {_literal(v)}" for k, v in values.items())
    told = f"CASE {text} {cases} ELSE {other} END" if cases else other
    return f"CASE WHEN {text} IS NULL THEN NULL ELSE {told} END"


def _literal(value: object) -> str:
    if value is None or value == "":
        return "CAST(NULL AS VARCHAR)"
    return quoted(str(value).lower() if isinstance(value, bool) else str(value))
