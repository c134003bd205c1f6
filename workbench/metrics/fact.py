"""What the metrics give: facts, comparisons, and the rows behind them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple

import pyarrow as pa

_DECIMAL = pa.decimal128(38, 10)


class Fact(NamedTuple):
    """One figure of one rep in one period; one row of `facts`."""

    period: str
    rep_id: str
    metric: str
    by: str  # "" for the total, else the dimension it is cut by
    level: str
    value: Decimal | None  # None: absent, for `reason`
    unit: str
    currency: str  # "" when the value is not money
    numerator: Decimal | None
    denominator: Decimal | None  # None where nothing is divided
    n: int  # the rows it rests on
    low: Decimal | None  # 95 % interval, for rates by count
    high: Decimal | None
    grade: str
    reason: str  # code of why the value is absent; "" when it is there
    note: str  # codes of what a reader has to know, joined by a space


def seen_day(fact: Fact) -> date | None:
    """Read the day of the snapshot that told how things stood; None where its own day was told."""
    codes = (code.partition(":") for code in fact.note.split())
    return next((date.fromisoformat(day) for name, _, day in codes if name == "seen_on"), None)


class Comparison(NamedTuple):
    """One rep's figure beside its peers; one row of `comparisons`."""

    period: str
    rep_id: str
    metric: str
    method: str  # peers, shrunk, percentile, mix_adjusted, pareto, change_volume, change_mix, …
    value: Decimal | None  # for method "peers": the role's median; None where no more than a band
    low: (
        Decimal | None
    )  # its first quartile, or the lower end of the band its median lies in; or no
    high: Decimal | None  # its third quartile, or the upper end
    n_peers: int
    verdict: (
        str  # above, below, not_distinguishable, far_above, within_chance, …; "" where none can be
    )


class LeftOut(NamedTuple):
    """How many of a rep's rows a figure leaves out, and why."""

    rep_id: str
    metric: str
    reason: str
    n: int
    amount: Decimal | None = None  # of open deals past their date; None where none is known


Row = Fact | Comparison | LeftOut
_TYPES: dict[str, pa.DataType] = {
    "value": _DECIMAL,
    "numerator": _DECIMAL,
    "denominator": _DECIMAL,
    "low": _DECIMAL,
    "high": _DECIMAL,
    "amount": _DECIMAL,
    "n": pa.int64(),
    "n_peers": pa.int64(),
}
STILL_OPEN = "still_in_stage"  # a row left out only because its end has not come
_ORDER = ("period", "rep_id", "metric", "by", "level", "method", "reason")


def schema_of(kind: type[Row]) -> pa.Schema:
    """Give the Arrow schema of one of the row kinds above."""
    return pa.schema([(name, _TYPES.get(name, pa.string())) for name in kind._fields])


def to_table(kind: type[Row], rows: Iterable[Row]) -> pa.Table:
    """Store rows of one kind, sorted by every text column, so that order tells nothing."""
    schema, found = schema_of(kind), list(rows)
    columns = zip(*found, strict=True) if found else ((),) * len(schema)
    arrays = [pa.array(values, type_) for values, type_ in zip(columns, schema.types, strict=True)]
    order = [(name, "ascending") for name in _ORDER if name in schema.names]
    return pa.Table.from_arrays(arrays, schema=schema).sort_by(order)


@dataclass(frozen=True)
class TotalSet:
    """What a period comes to for each rep: the facts cut by nothing, and what they leave out."""

    facts: pa.Table
    left_out: pa.Table


@dataclass(frozen=True)
class FactSet:
    """Everything computed for a period, for all reps.

    `facts` and `comparisons` are as above. `deals` holds the rows behind the deal figures, one row
    per rep and deal: those closed in the period (`state` won or lost) and those open (`state`
    open), with the amount that counts for the rep. `left_out` counts what figures leave out.
    """

    facts: pa.Table
    comparisons: pa.Table
    deals: pa.Table
    left_out: pa.Table
