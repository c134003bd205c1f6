"""Stages: what share gets past each (M17), how long deals stay (M18), which are stuck (M23)."""

from collections import Counter
from decimal import Decimal

from ibis.expr.types import Table, Value

from workbench.metrics.metric import Metric, Outcome, Parts, absent, finish_rate
from workbench.metrics.survival import median_survival

STUCK_AFTER = 14  # days beyond the mean of won deals


def _is_measured(table: Table) -> Value:
    return table.stage_total_days.notnull() & table.stage_days.notnull()


def _is_stuck(table: Table) -> Value:
    # days > total / stays + 14, written without a division
    late = (table.stage_days - STUCK_AFTER) * table.won_stays > table.stage_total_days
    return _is_measured(table) & late


def _time_in_stage(parts: Parts) -> Outcome:
    stays = Counter[tuple[int, bool]]()
    for days, is_over, n in zip(
        parts["days"] or (), parts["is_over"] or (), parts["n"] or (), strict=True
    ):
        if days is not None and days >= 0:
            stays[int(days), bool(is_over)] += int(n)
    if not stays:
        return absent("no_stage_entered")
    median = median_survival(stays)
    if median is None:
        return absent("median_not_reached", n=stays.total())
    outcome = Outcome(Decimal(median), n=stays.total())
    lasting = sum(n for (_days, is_over), n in stays.items() if not is_over)
    return outcome.noted("stays_last") if lasting else outcome


STAGES = (
    Metric(
        key="stage_conversion",
        id="M17",
        unit="share",
        direction=1,
        source="Got to a later stage or won, of the deals that entered a stage and have left it",
        population="passages",
        parts={
            "hits": lambda t: t.count(where=t.has_passed),
            "out_of": lambda t: t.count(where=t.has_left),
        },
        finish=finish_rate("no_stage_left"),
        needs=("course.stage", "deals.close_on", "record.deals"),
        by=("stage",),
        needs_losses=True,
    ),
    Metric(
        key="time_in_stage_days",
        id="M18",
        unit="days",
        direction=-1,
        source="Median stay in a stage, entered in the period, by Kaplan and Meier (1958)",
        population="stays",
        parts={
            "days": lambda t: t.days.collect(),
            "is_over": lambda t: t.is_over.collect(),
            "n": lambda t: t.n.collect(),
        },
        finish=_time_in_stage,
        needs=("course.stage", "deals.close_on", "record.deals"),
        by=("stage",),
        needs_open=True,
    ),
    Metric(
        key="stuck_share",
        rows=("open",),
        id="M23",
        unit="share",
        direction=-1,
        source="Open deals over 14 days longer in their stage than deals won from it, on average",
        population="open",
        parts={
            "hits": lambda t: t.count(where=_is_stuck(t)),
            "out_of": lambda t: t.count(where=_is_measured(t)),
        },
        finish=finish_rate("no_stage_record"),
        needs=("course.stage", "deals.close_on"),
        needs_open=True,
    ),
)
