"""Deals that are won no more, as the plans' cancellations have them."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from workbench.incentives.assigning import Segment
from workbench.incentives.plan import Cancellation, Plan


def cancelled(segments: Iterable[Segment], gone: Mapping[str, date]) -> tuple[Segment, ...]:
    """Let deals fall through on a day; the day a plan itself tells wins."""
    return tuple(replace(each, plan=_with(each.plan, gone)) for each in segments)


def _with(plan: Plan, gone: Mapping[str, date]) -> Plan:
    told = {each.deal_id for each in plan.cancellations}
    more = tuple(
        Cancellation(deal_id=deal, on=day) for deal, day in sorted(gone.items()) if deal not in told
    )
    if not more:
        return plan
    return plan.model_copy(update={"cancellations": (*plan.cancellations, *more)})
