"""Deals that are won no more, as the plans' cancellations have them."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date

from workbench.incentives.assigning import Segment
from workbench.incentives.inputs import Item
from workbench.incentives.paying import deal_of
from workbench.incentives.plan import Cancellation, Plan


def cancelled(segments: Iterable[Segment], gone: Mapping[str, date]) -> tuple[Segment, ...]:
    """Let deals fall through on a day; the day a plan itself tells wins."""
    return tuple(replace(each, plan=_with(each.plan, gone)) for each in segments)


def only_own(segments: Iterable[Segment], items: Iterable[Item]) -> tuple[Segment, ...]:
    """Leave out cancellations of deals that are none of the rep's: a statement is the rep's own."""
    parts = tuple(segments)
    own = {deal_of(item) for item in items}
    own |= {each.deal_id for part in parts for each in part.assignment.opening.originals}
    return tuple(
        replace(each, plan=_own(each.plan, own)) if each.plan.cancellations else each
        for each in parts
    )


def _own(plan: Plan, deals: Collection[str]) -> Plan:
    kept = tuple(each for each in plan.cancellations if each.deal_id in deals)
    return plan.model_copy(update={"cancellations": kept})


def _with(plan: Plan, gone: Mapping[str, date]) -> Plan:
    told = {each.deal_id for each in plan.cancellations}
    more = tuple(
        Cancellation(deal_id=deal, on=day) for deal, day in sorted(gone.items()) if deal not in told
    )
    if not more:
        return plan
    return plan.model_copy(update={"cancellations": (*plan.cancellations, *more)})
