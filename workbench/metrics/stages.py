"""Stages: what share gets past each (M17), how long deals stay (M18), which are stuck (M23)."""

from collections import Counter
from dataclasses import replace
from decimal import Decimal

from workbench.metrics.expression import Table, Value
from workbench.metrics.metric import Metric, Outcome, Parts, absent, finish_rate
from workbench.metrics.parts import RATE, Opens, count_of, list_of, median_of
from workbench.metrics.survival import median_survival

STUCK_AFTER = 14  # days beyond the mean of won deals


def is_measured(table: Table) -> Value:
    """Say of open deals whether their days in stage can be held against those of won deals."""
    return table.stage_total_days.notnull() & table.stage_days.notnull()


def is_stuck(table: Table) -> Value:
    """Say of open deals whether they are longer in their stage than deals won, by two weeks."""
    # days > total / stays + 14, written without a division
    late = (table.stage_days - STUCK_AFTER) * table.won_stays > table.stage_total_days
    return is_measured(table) & late


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
        opens=replace(RATE, among=("entered",), own={"entered": count_of()}),
        parts={
            "hits": count_of(lambda t: t.has_passed),
            "out_of": count_of(lambda t: t.has_left),
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
        opens=Opens(
            top={"stay": 1},
            n=("stay",),
            own={"stay": median_of(lambda t: t.days, lambda t: t.days >= 0)},
        ),
        parts={
            "days": list_of(lambda t: t.days),
            "is_over": list_of(lambda t: t.is_over),
            "n": list_of(lambda t: t.n),
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
        opens=replace(RATE, among=("open",), own={"open": count_of()}),
        parts={"hits": count_of(is_stuck), "out_of": count_of(is_measured)},
        finish=finish_rate("no_stage_record"),
        needs=("course.stage", "deals.close_on", "state.is_open"),
        needs_open=True,
    ),
)
