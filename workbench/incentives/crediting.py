"""Steps 1 to 5: which rows are credited, converted, multiplied, limited, and in which order."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from workbench.incentives.asked import rate_on
from workbench.incentives.assigning import Segment
from workbench.incentives.inputs import Item, RepInput
from workbench.incentives.plan import Component
from workbench.incentives.predicate import Test, predicate
from workbench.incentives.terms import Limit

ONE, NONE = Decimal(1), Decimal(0)


class Credited(NamedTuple):
    """One row credited in one component."""

    row_id: str  # the item's; with #n for the n-th line of a deal
    item: Item
    amount: Decimal  # step 1: the basis of the whole row, in its own currency
    share: Decimal  # step 1: the rep's part
    rate: Decimal  # step 2: to the plan's currency
    factor: Decimal  # step 3: the product of the multipliers that hold
    credit: Decimal  # step 4: after the limit of a deal; in the plan's currency, or in units
    before: Decimal  # step 5: credit of this component cumulated before this row


class LeftOut(NamedTuple):
    """A row that would be credited but cannot be, and why."""

    row_id: str
    item: Item
    reason: str  # fx_missing, credit_unknown, no_amount, no_acv, no_margin, no_quantity


def credited(
    component: Component, segment: Segment, items: tuple[Item, ...], given: RepInput
) -> tuple[tuple[Credited, ...], tuple[LeftOut, ...]]:
    """Credit the rows of a component.

    Parameters
    ----------
    items
        Those of the segment's days, in order of day and id.

    Returns
    -------
    tuple
        The rows credited, in order of day, id and line, each with what was cumulated before it;
        and the rows left out, with the reason. A row whose currency has no rate is never added.
    """
    rows: list[Credited] = []
    left: list[LeftOut] = []
    total, basis, is_full = NONE, component.credit.basis, component.credit.split == "full"
    is_money = basis not in ("count", "quantity")
    factors = [(predicate(each.when).test, each.factor) for each in component.credit.multipliers]
    fx, home, limit = segment.plan.fx, segment.plan.currency, component.limit
    for row_id, item, values, fields in _rows(component, items):
        amount = ONE if basis == "count" else values.get(basis)
        if amount is None:
            left.append(LeftOut(row_id, item, f"no_{basis}"))
            continue
        is_home = not is_money or (item.currency == home and home not in fx)
        rate = ONE if is_home else _rate(segment, item, given)
        if rate is None:
            left.append(LeftOut(row_id, item, "fx_missing"))
            continue
        share = ONE if is_full else item.share
        if share is None:
            left.append(LeftOut(row_id, item, "credit_unknown"))
            continue
        factor = _factor(factors, fields) if factors else ONE
        credit = amount * share * rate * factor
        if limit is not None:
            credit = _limited(credit, limit)
        rows.append(Credited(row_id, item, amount, share, rate, factor, credit, total))
        total += credit
    return tuple(rows), tuple(left)


def _rows(
    component: Component, items: tuple[Item, ...]
) -> Iterator[tuple[str, Item, Mapping[str, Decimal | None], Mapping[str, Any]]]:
    """Give the rows a component's condition holds for: items, or their lines."""
    wanted, by_line = component.credit.event, component.credit.rows == "lines"
    holds = predicate(component.credit.where).test if component.credit.where else None
    is_always = component.start is None and component.last is None
    for item in items:
        if item.event != wanted or not (is_always or _is_in_time(component, item.on)):
            continue
        if not by_line:
            if holds is None or holds(item.fields):
                yield item.item_id, item, item.values, item.fields
            continue
        for number, line in enumerate(item.lines, start=1):
            fields = {**item.fields, **line.fields}
            if holds is None or holds(fields):
                yield f"{item.item_id}#{number}", item, line.values, fields


def _is_in_time(component: Component, day: date) -> bool:
    is_begun = component.start is None or component.start <= day
    return is_begun and (component.last is None or day <= component.last)


def _factor(factors: Iterable[tuple[Test, Decimal]], fields: Mapping[str, Any]) -> Decimal:
    factor = ONE
    for holds, each in factors:
        if holds(fields):
            factor *= each
    return factor


def _rate(segment: Segment, item: Item, given: RepInput) -> Decimal | None:
    """Give the rate to the plan's currency: the plan's own, else that of the day."""
    plan = segment.plan
    if item.currency in plan.fx:
        return plan.fx[item.currency]
    if item.currency == plan.currency:
        return ONE
    home = rate_on(given, plan.currency, item.on)
    return item.rate / home if item.rate is not None and home else None


def _limited(credit: Decimal, limit: Limit) -> Decimal:
    if limit.windfall_above is not None and credit > limit.windfall_above:
        above = credit - limit.windfall_above
        credit = limit.windfall_above + above * limit.windfall_factor
    if limit.per_deal_credit is not None:
        credit = min(credit, limit.per_deal_credit)
    return credit
