"""Steps 11 to 13 for rows: the cap, what is payable by now, and what is taken back."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

from workbench.incentives.earning import Earned
from workbench.incentives.inputs import Item
from workbench.incentives.plan import Clawback, Component, Plan
from workbench.incentives.statement import Kept, Payment, Taken

ONE, NONE = Decimal(1), Decimal(0)
Difference = Callable[[Kept], Decimal]


def capped(earned: Sequence[Earned], places: int, cap: Decimal | None) -> tuple[Decimal, Decimal]:
    """Apply step 11 to the components of a segment.

    Returns
    -------
    tuple
        What is lost to the cap (0 or more), and the factor it leaves of every sum.
    """
    gross = sum((rounded(each.amount, places) for each in earned), NONE)
    if cap is None or gross <= cap:
        return NONE, ONE
    return gross - cap, cap / gross


def payable_share(component: Component, item: Item, end: date) -> Decimal:
    """Tell which share of a row's pay is payable before a day (step 12).

    A negative row is taken at once. Without receipts nothing that waits for cash is payable.
    """
    if (item.values.get("amount") or NONE) < NONE:
        return ONE
    hold, is_on_cash = component.hold, component.pay == "on_cash"
    if hold is None and not is_on_cash:
        return ONE
    cash = cash_share(item, end)
    share = cash if is_on_cash else ONE
    if hold is None:
        return share
    is_met = cash >= 1 if hold.until == "cash" else item.on + timedelta(days=hold.days) < end
    return share if is_met else share * (1 - hold.share)


def cash_share(item: Item, end: date) -> Decimal:
    """Give the share of a deal's amount received before a day, between 0 and 1."""
    if item.receipts is None:
        return NONE
    got = NONE
    for on, share in item.receipts:
        if on < end:
            got += share
    if got < NONE:
        return NONE
    return ONE if got > ONE else got


def payments(each: Earned, factor: Decimal, period: str, end: date) -> list[Payment]:
    """Pay the rows of a component: what was earned after the cap, by the share payable now."""
    scale, found = each.scale * factor, []
    key, segment, component = each.key, each.segment, each.component
    is_at_once = component.hold is None and component.pay != "on_cash"
    for row, _parts, _ramp, earned in each.raw.paths:
        amount, item = earned * scale, row.item
        share = ONE if is_at_once else payable_share(component, item, end)
        kept = Kept(key, row.row_id, item, segment, component, row.credit, amount, share, period)
        found.append(Payment(kept, amount if share is ONE else amount * share))
    return found


def released(kept: Iterable[Kept], end: date) -> tuple[list[Payment], list[Kept]]:
    """Pay what was earned earlier and became payable; gives it, and what is kept on."""
    found, left = [], []
    for each in kept:
        after = each
        if each.paid != ONE and each.component is not None:
            share = payable_share(each.component, each.item, end)
            if share > each.paid:
                after = Kept(*each[:7], share, each.period)
                found.append(Payment(after, each.amount * (share - each.paid)))
        left.append(after)
    return found, left


def taken_back(
    kept: Iterable[Kept],
    cancelled: Mapping[str, date],
    plan: Plan,
    difference: Difference,
) -> tuple[list[Taken], list[Kept]]:
    """Take back what was paid for deals cancelled in this period (step 13).

    Parameters
    ----------
    cancelled
        Deals and the day they fell through.
    plan
        Whose terms hold for rows earned before the first statement; other rows have their own.
    difference
        What the period a row was earned in would have paid less without it, for `recompute`.

    Returns
    -------
    tuple
        What is taken back, and what is kept on: of a cancelled deal nothing waits any more.
    """
    found, left = [], []
    if not cancelled:
        return [], list(kept)
    for each in kept:
        day = cancelled.get(deal_of(each.item))
        if day is None:
            left.append(each)
        elif each.amount:
            terms = (each.segment.plan if each.segment else plan).clawback
            found.append(_taken(each, terms, day, difference))
    return found, left


def refunded(
    kept: Iterable[Kept], refunds: Mapping[str, date], end: date
) -> tuple[list[Taken], list[Kept]]:
    """Take back what was paid for cash that went back to the customer in these days (step 13).

    Gives what is taken back, at the rate it was paid by, and what is kept on: should the cash
    return, it is paid again.

    Parameters
    ----------
    refunds
        Rows of which cash went back before `end`, in the period, and the last day of it.
    """
    found, left = [], []
    if not refunds:
        return [], list(kept)
    for each in kept:
        taken = _refund(each, refunds.get(each.item.item_id), end)
        if taken is not None:
            found.append(taken)
        is_back = taken is not None and taken.amount
        left.append(each._replace(paid=_share(each, end)) if is_back else each)
    return found, left


def refund_days(items: Iterable[Item], start: date, end: date) -> dict[str, date]:
    """Give the last day, from `start` to before `end`, on which cash of each row went back."""
    found = {}
    for item in items:
        days = [each.on for each in item.receipts or () if each.share < 0]
        days = [day for day in days if start <= day < end]
        if days:
            found[item.item_id] = max(days)
    return found


def deal_of(item: Item) -> str:
    """Name the deal of an item, which may be a receipt or an activity of it."""
    return item.deal_id or item.item_id


def _share(each: Kept, end: date) -> Decimal:
    return ONE if each.component is None else payable_share(each.component, each.item, end)


def _refund(each: Kept, day: date | None, end: date) -> Taken | None:
    if day is None or each.segment is None or not each.amount or _share(each, end) >= each.paid:
        return None
    terms, rate = each.segment.plan.clawback, each.amount / each.credit if each.credit else NONE
    if terms is None or (day - each.item.on).days > terms.within_days:
        return Taken(each, "too_late" if terms else "no_clawback", rate, NONE)
    back = each.paid - _share(each, end)
    return Taken(each, "refunded", rate, each.amount * back * terms.share)


def _taken(each: Kept, terms: Clawback | None, day: date, difference: Difference) -> Taken:
    rate = each.amount / each.credit if each.credit else NONE
    if terms is None or (day - each.item.on).days > terms.within_days:
        return Taken(each, "too_late" if terms else "no_clawback", rate, NONE)
    reason = "cancelled" if each.paid else "not_paid_yet"
    if terms.at == "recompute":
        return Taken(each, reason, None, difference(each) * each.paid * terms.share)
    return Taken(each, reason, rate, each.amount * each.paid * terms.share)


def rounded(amount: Decimal | None, places: int) -> Decimal:
    """Round a sum half up as it becomes a line (step 15); an absent one is no money."""
    return NONE if amount is None else amount.quantize(ONE.scaleb(-places), ROUND_HALF_UP)
