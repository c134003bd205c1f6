"""The reader once more, row by row in plain Python, to hold the reader in columns against.

Every row of a CSV text is read, named what is wrong with it, and kept, blanked or set aside by the
rules of the contracts. Nothing here is quick, and nothing is shared with the product but contracts.
"""

import csv
import re
from collections import defaultdict
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from io import StringIO

from tests.reader.oracle_cells import (
    RefusedError,
    is_later,
    meant,
    plain,
    require_one_scale,
    value_of,
    written,
)
from workbench.model.tables import TABLES

NAMED_ONLY = ("accounts", "products")


@dataclass
class Row:
    """One row of the source: its number, values, faults in the order they are named."""

    number: int
    values: dict
    aside: list = field(default_factory=list)  # reasons that spoil the row
    cells: dict = field(default_factory=dict)  # column → the first reason that spoils it
    exact: Decimal = Decimal(0)  # a share as it stood


@dataclass(frozen=True)
class Told:
    """A table after its contract."""

    kept: list  # of dicts
    aside: dict  # row → reason
    blanked: dict  # (row, column) → reason


def tell(texts, sources, currency, zone):
    """Read the tables of a workspace from the texts of their files.

    Raises
    ------
    RefusedError
        When a column cannot be used.
    """
    told, keys = {}, {}
    for name, contract in TABLES.items():
        if name in texts:
            rows, given = _rows(texts[name], contract, sources[name], zone)
            _find(rows, given, contract, keys)
            _refuse_broken(rows, given)
            sums = _settled(rows) if name == "deal_splits" else {}
            told[name] = _told(rows, contract, currency)
            if name == "deal_splits":
                told[name].kept.extend(_orphans(told[name].kept, sums, told["deals"].kept))
            if len(contract.key) == 1:
                keys[name] = {row[contract.key[0]] for row in told[name].kept}
    return told


def _rows(text, contract, source, zone):
    """Read the rows of a text: what cannot be read is a fault of its row at once."""
    records = list(csv.reader(StringIO(text)))
    headers = records[0]
    found = source.columns or {name: name for name in contract.column_names if name in headers}
    given = [
        column
        for column in contract.columns
        if column.name in {*found, *source.constants} or column.default is not None
    ]
    filled = [(n, cells) for n, cells in enumerate(records[1:], 2) if any(map(str.strip, cells))]
    rows = [Row(number, {}) for number, _ in filled]
    for column in given:
        told = []
        for _, cells in filled:
            if column.name in found:
                cell = plain(cells[headers.index(found[column.name])])
                cell = meant(cell, column.name, source)
            else:
                cell = written(source.constants.get(column.name))
            told.append(written(column.default) if cell is None else cell)
        if column.kind == "share" and column.name not in source.units:
            require_one_scale(told)
        for row, cell in zip(rows, told, strict=True):
            row.values[column.name] = value_of(cell, column, source, zone)
            if cell is not None and row.values[column.name] is None:
                _spoil(row, column, f"unreadable_{column.kind}", is_whole=column.is_required)
    return rows, given


def _spoil(row, column, reason, *, is_whole):
    if is_whole:
        row.aside.append(reason)
    else:
        row.cells.setdefault(column.name, reason)


def _find(rows, given, contract, keys):
    """Name what is wrong with each row, the first reason first."""
    columns = {column.name: column for column in given}
    for row in rows:
        for column in given:
            if column.is_required and row.values[column.name] is None:
                _spoil(row, column, "required_missing", is_whole=True)
        for column in given:
            if reason := _outside(row.values[column.name], column):
                _spoil(row, column, reason, is_whole=column.is_required)
        for column in given:
            value, other = row.values[column.name], column.references
            if other in keys and other not in NAMED_ONLY and value not in {None, *keys[other]}:
                whole = column.is_required or other == "reps"
                _spoil(row, column, f"unknown_{other[:-1]}", is_whole=whole)
        _find_late(row, columns, contract)
    _find_twins(rows, contract)


def _outside(value, column):
    if value is None:
        return ""
    if column.choices and value not in column.choices:
        return "unknown_choice"
    if column.kind == "share" and not 0 <= value <= 1:
        return "share_outside"
    is_code = column.name != "currency" or re.fullmatch("[A-Z]{3}", value)
    return "" if is_code else "unknown_currency"


def _find_late(row, columns, contract):
    told = row.values.get
    if (
        contract.name == "deals"
        and told("is_closed")
        and is_later(told("created_on"), told("close_on"))
    ):
        _spoil(row, columns["created_on"], "closed_before_created", is_whole=False)
    if contract.name == "quotas":
        if told("end_on") and told("start_on") and told("end_on") <= told("start_on"):
            row.aside.append("ends_before_start")
        if told("target") is not None and told("target") < 0:
            row.aside.append("negative_target")


def _find_twins(rows, contract):
    """Of equal rows the first stays; of others that share a key, none."""
    groups = defaultdict(list)
    for row in rows:
        groups[tuple(row.values.get(name) for name in contract.key)].append(row)
    for group in groups.values() if contract.key else ():
        first = {tuple(row.values.items()): row for row in reversed(group)}
        for row in group:
            if row not in first.values():
                row.aside.append("duplicate_row")
            elif len(first) > 1:
                row.aside.append("conflicting_key")


def _refuse_broken(rows, given):
    for column in given:
        blank = sum(row.values[column.name] is None for row in rows)
        bad = sum(row.cells.get(column.name) == f"unreadable_{column.kind}" for row in rows)
        if rows and column.is_required and blank > 0.05 * len(rows):
            raise RefusedError(column.name)
        if not column.is_required and bad > 0.5 * (bad + len(rows) - blank):
            raise RefusedError(column.name)


def _settled(rows):
    """Scale the parts of each deal to one, or leave them without share; gives deal → is known."""
    deals = defaultdict(list)
    for row in rows:
        if row.values["deal_id"] is not None and set(row.aside) != {"duplicate_row"}:
            deals[row.values["deal_id"]].append(row)
    is_known = {
        deal: not any(row.aside for row in parts) and _is_one(parts)
        for deal, parts in deals.items()
    }
    for deal, parts in deals.items():
        if is_known[deal]:
            _scale(parts)
            continue
        for row in parts:
            row.cells.setdefault("share", "split_sum")
    return is_known


def _is_one(parts):
    shares = [row.values["share"] for row in parts]
    digits = max(2, *(-int(share.normalize().as_tuple().exponent) for share in shares))
    off = abs(sum(shares) - 1)
    return off < max(len(parts) * Decimal("0.5") * Decimal(10) ** -digits, Decimal("0.000001"))


def _scale(parts):
    total = sum(row.values["share"] for row in parts)
    if total == 1:
        return
    for row in parts:
        row.exact = row.values["share"]
        row.values["share"] = (row.exact / total).quantize(Decimal("1e-8"), ROUND_HALF_UP)
    largest = min(parts, key=lambda row: (-row.exact, row.values["rep_id"]))
    largest.values["share"] += 1 - sum(row.values["share"] for row in parts)


def _orphans(kept, is_known, deals):
    """Give the owner a part without share of each deal whose every part was set aside."""
    there = {row["deal_id"] for row in kept}
    return [
        {"deal_id": deal["deal_id"], "rep_id": deal["rep_id"], "share": None}
        for deal in deals
        if not is_known.get(deal["deal_id"], True) and deal["deal_id"] not in there
    ]


def _told(rows, contract, currency):
    kept = []
    for row in rows:
        if not row.aside:
            values = row.values | dict.fromkeys(row.cells)
            if contract.is_money and "currency" not in values:
                values["currency"] = currency
            kept.append(values)
    aside = {row.number: row.aside[0] for row in rows if row.aside}
    blanked = {
        (row.number, name): reason
        for row in rows if not row.aside
        for name, reason in row.cells.items()
    }  # fmt: skip
    return Told(kept, aside, blanked)
