"""What a statement is computed from, frozen: the rows of one rep, quotas, measures, absences."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from hashlib import sha256
from typing import Any, NamedTuple

SET_ASIDE = "set_aside"


class Receipt(NamedTuple):
    """A part of a deal's amount that was paid."""

    on: date
    share: Decimal  # of the deal's amount


class Line(NamedTuple):
    """One line of a deal."""

    values: Mapping[str, Decimal | None]  # amount, quantity; in the deal's currency
    fields: Mapping[str, Any]  # what conditions may ask for besides the deal's fields


class Item(NamedTuple):
    """One thing that may be credited to the rep: a won deal, a receipt, an activity."""

    item_id: str  # ties of one day are broken by it
    on: date  # the day it counts for
    share: Decimal | None  # the rep's part; None: the parts of the deal do not make one
    currency: str
    rate: Decimal | None  # of that day to the reporting currency; None: unknown
    values: Mapping[str, Decimal | None]  # whole: amount, acv, margin, quantity
    fields: Mapping[str, Any]  # what conditions may ask for
    lines: tuple[Line, ...] = ()
    receipts: tuple[Receipt, ...] | None = ()  # None: the company keeps no receipts
    event: str = "booked"  # SET_ASIDE: a won deal whose row counts nowhere
    deal_id: str = ""  # "" where the item is the deal
    name: str = ""


@dataclass(frozen=True)
class Quota:
    """What was asked of the rep in a span of days, in the reporting currency."""

    value: Decimal | None  # effective: prorated, ramped, less leave; None for `reason`
    given: Decimal | None = None  # as the table has it
    reason: str = ""
    note: str = ""


@dataclass(frozen=True)
class Measure:
    """A figure that modifies, opens or pays a component."""

    value: Decimal | None  # None: absent for `reason`
    reason: str = ""
    n: int = 0


@dataclass(frozen=True)
class Absence:
    """Days for which only a part of a quota holds, or none."""

    start: date
    end: date  # exclusive
    factor: Decimal = Decimal(0)  # the part that still holds


@dataclass(frozen=True)
class RepInput:
    """Everything one rep's statements are computed from."""

    rep_id: str
    currency: str  # the reporting currency, which the items' rates lead to
    as_of: date  # what happened after it is not known
    items: tuple[Item, ...] = ()
    quotas: Mapping[str, Quota] = field(default_factory=dict)  # by `quota_key`
    measures: Mapping[str, Mapping[str, Measure]] = field(default_factory=dict)  # by period
    absences: tuple[Absence, ...] = ()  # only for quotas that a plan itself gives
    rates: Mapping[str, tuple[tuple[date, Decimal], ...]] = field(default_factory=dict)


def quota_key(quota: str, start: date, end: date) -> str:
    """Name the quota of a metric for the days from `start` to before `end`."""
    return f"{quota}:{start}..{end}"


def frozen_text(given: RepInput, rules: Iterable[object]) -> str:
    """Write everything a rep's statements depend on, in one order: equal input, equal text.

    Parameters
    ----------
    rules
        What the rep's plans say, as plain lists and objects.
    """
    told = {"input": vars(given), "rules": list(rules)}
    return json.dumps(told, default=_plain, ensure_ascii=False, sort_keys=True)


def text_hash(text: str) -> str:
    """Hash the frozen text; who has the same text gets the same statement."""
    return sha256(text.encode()).hexdigest()


def _plain(value: object) -> object:
    if isinstance(value, Decimal):
        return str(value)
    return vars(value) if hasattr(value, "__dict__") else str(value)
