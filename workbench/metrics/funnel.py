"""M42, the funnel: how many of one step follow from the step before."""

from datetime import timedelta
from decimal import Decimal
from functools import partial

from workbench.metrics.deal_course import completed
from workbench.metrics.expression import Table, _, ibis
from workbench.metrics.ground import Ground
from workbench.metrics.metric import Finish, Metric, Outcome, Parts, absent
from workbench.metrics.parts import Opens, Part, count_of
from workbench.metrics.scope import scoped
from workbench.model.money import quotient

LAG_DAYS = 30  # what a step leads to is looked for so many days later


def funnel(ground: Ground) -> Table:
    """Give calls, meetings, deals created and wins of the period, and those of 30 days before.

    One row per rep and thing: `thing_id` is its activity or deal, `step` says what it is, with
    `_before` for the earlier span.
    """
    start, end, lag = ground.basis.period.start, ground.basis.end, timedelta(days=LAG_DAYS)
    is_near = (_.on >= start - lag) & (_.on < end)
    touches = completed(ground).filter(~_.is_automatic & _.kind.isin(("call", "meeting")) & is_near)
    named = touches.select("rep_id", "on", thing_id="activity_id", step="kind")
    deals = ground.credited
    created = _deals(ground, deals.mutate(on=_.created_on).filter(is_near), "deal")
    closed = deals.filter(_.is_closed & _.is_won).mutate(on=_.close_on)
    won = _deals(ground, closed.filter(is_near), "win")
    steps = scoped(named, ground.reports).union(created, won)
    now = steps.filter((_.on >= start) & (_.on < end))
    before = steps.filter((_.on >= start - lag) & (_.on < end - lag)).mutate(
        step=_.step + "_before"
    )
    return now.union(before)


def _deals(ground: Ground, rows: Table, step: str) -> Table:
    return ground.one_row_per_deal(rows).select(
        "rep_id", "on", thing_id="deal_id", step=ibis.literal(step)
    )


def _ratio(reason: str) -> Finish:
    def finish(parts: Parts) -> Outcome:
        top, bottom = int(parts["top"] or 0), int(parts["bottom"] or 0)
        if not bottom:
            return absent(reason)
        return Outcome(quotient(top, bottom), Decimal(top), Decimal(bottom), bottom)

    return finish


def _count(step: str) -> Part:
    return count_of(lambda t: t.step == step)


_NEEDS = ("activities", "deals.created_on", "deals.close_on")
_RATIO = partial(
    Metric,
    id="M42",
    unit="ratio",
    direction=0,
    population="funnel",
    opens=Opens(top={"top": 1}, bottom={"bottom": 1}, n=("bottom",)),
)

FUNNEL = (
    _RATIO(
        key="meetings_per_call",
        source="Meetings held in the period per call made in it",
        parts={"top": _count("meeting"), "bottom": _count("call")},
        finish=_ratio("no_calls"),
        needs=(*_NEEDS, "kind.meeting", "kind.call", "record.activities"),
    ),
    _RATIO(
        key="deals_per_meeting",
        source="Deals created in the period per meeting held 30 days earlier",
        parts={"top": _count("deal"), "bottom": _count("meeting_before")},
        finish=_ratio("no_meetings"),
        needs=(*_NEEDS, "kind.meeting", "record.deals"),
    ),
    _RATIO(
        key="wins_per_deal",
        source="Deals won in the period per deal created 30 days earlier",
        parts={"top": _count("win"), "bottom": _count("deal_before")},
        finish=_ratio("no_deals_before"),
        needs=(*_NEEDS, "record.deals"),
        needs_open=True,
    ),
)
