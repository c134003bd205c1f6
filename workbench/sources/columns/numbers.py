"""Decide how a column of numbers is read, and write its SQL."""

from dataclasses import replace
from decimal import Decimal

from workbench.model.table_contract import Kind
from workbench.sources.columns import money_signs, shares
from workbench.sources.columns.currencies import is_comma_grouped
from workbench.sources.columns.decimal_sign import decimal_sign, open_example
from workbench.sources.columns.doubt import refusal
from workbench.sources.columns.number_sql import Figure
from workbench.sources.columns.told import Cells, ColumnReading, Told
from workbench.sources.columns.written import LONGEST, Numbers, numbers_in
from workbench.sources.reading.reading import Decision
from workbench.sources.sql import quoted

PLAIN = r"-?\d+(\.\d+)?"
_LONE_GROUP = r"-?[1-9]\d{0,2}\.\d{3}"  # 12.500: decimals, or thousands


def read_numbers(cells: Cells, kind: Kind, told: Told) -> ColumnReading:
    """Decide how a column of numbers is read.

    Raises
    ------
    SourceError
        When two readings remain: of the decimal sign, of a share's scale, of a sign of currency.
    """
    figure = Figure(kind, Decimal(1) if told.unit is None else told.unit, cells.place)
    if _is_plain(cells, told):
        reading = ColumnReading(figure.sql(cells.text), figure.type)
        if kind == "share":
            return shares.scaled(cells, reading, f"TRY_CAST({cells.text} AS DOUBLE)", "", told)
        return reading
    numbers = numbers_in(cells, figure)
    decimal = told.decimal or _decided(numbers)
    reading = ColumnReading(
        numbers.value(decimal), figure.type, decisions=_decision(numbers, told, decimal)
    )
    if kind == "share":
        percent = next((each.shape.example for each in numbers.found if each.affix.is_percent), "")
        wide = replace(numbers, figure=replace(figure, kind="number")).value(decimal)
        return shares.scaled(cells, reading, wide, percent, told)
    return replace(reading, currency=_currency(numbers, told)) if kind == "money" else reading


def _is_plain(cells: Cells, told: Told) -> bool:
    """Say whether every cell is figures with at most one dot, and that dot is in no doubt."""
    if cells.first(f"NOT regexp_full_match(t, {quoted(PLAIN)}) OR strlen(t) > {LONGEST}"):
        return False
    if told.decimal == ".":
        return True
    dotted = "contains(t, '.')"
    if not told.decimal and cells.first(f"{dotted} AND NOT regexp_full_match(t, '{_LONE_GROUP}')"):
        return True
    return cells.first(dotted) is None


def _decided(numbers: Numbers) -> str:
    """Give the decimal sign of a column; refuse when both remain."""
    hinted = any(
        each.affix.is_chinese or any(map(is_comma_grouped, each.affix.words))
        for each in numbers.found
    )
    is_share = numbers.figure.kind == "share"
    decimal = decimal_sign(numbers.shapes, is_comma_grouped=hinted, is_share=is_share)
    if decimal:
        return decimal
    example = open_example(numbers.shapes)
    cell, total = zip(*(_outcome(numbers, example, sign) for sign in (".", ",")), strict=True)
    raise refusal(
        numbers.cells,
        example,
        f"is {cell[0]} or {cell[1]}, by the sign before decimals; "
        f"the column sums to {total[0]} or {total[1]}.",
        'decimal = "."',
        'decimal = ","',
    )


def _outcome(numbers: Numbers, example: str, decimal: str) -> tuple[str, str]:
    """Give what a cell would be, and what the column would sum to, with a decimal sign."""
    value = numbers.value(decimal)
    cells = numbers.cells
    query = (
        f"SELECT any_value(v) FILTER (t = {quoted(example)}), sum(v) FROM "
        f"(SELECT {value} AS v, {cells.text} AS t FROM {cells.relation})"
    )
    cell, total = cells.connection.execute(query).fetchall()[0]
    return _plainly(cell), _plainly(total)


def _plainly(number: Decimal | float | None) -> str:
    if number is None:
        return "unreadable"
    exact = format(Decimal(str(number)), "f")
    return exact.rstrip("0").rstrip(".") if "." in exact else exact


def _decision(numbers: Numbers, told: Told, decimal: str) -> tuple[Decision, ...]:
    """Say which sign was decided, where a column holds more than dots before decimals."""
    settled = {sign for shape in numbers.shapes for sign in (".", ",") if sign in shape.text}
    if told.decimal or (settled <= {"."} and decimal == "."):
        return ()
    return (Decision("decimal", f'"{decimal}"'),)


def _currency(numbers: Numbers, told: Told) -> str:
    """Give SQL of the currency each cell names; refuse a sign that may mean several.

    Where the currency is told, only what names one currency and no other can contradict it.
    """
    named = {(each.before, each.after): each for each in numbers.found if each.affix.words}
    codes: dict[str, list[tuple[str, str]]] = {}
    for pair, each in named.items():
        code = money_signs.code(numbers.cells, each.shape.example, each.affix.words, told)
        if code:
            codes.setdefault(code, []).append(pair)
    if not codes:
        return ""
    return numbers.by_affix((pairs, f"'{code}'") for code, pairs in codes.items())
