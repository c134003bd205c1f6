"""Pipeline health: metrics over the deals open at the end of `as_of`, and those created."""

from dataclasses import replace

from workbench.metrics.expression import Table, Value
from workbench.metrics.metric import (
    Metric,
    Outcome,
    Parts,
    finish_count,
    finish_median,
    finish_rate,
    finish_total,
)
from workbench.metrics.parts import (
    COUNT,
    MEDIAN,
    RATE,
    TOTAL,
    count_of,
    known_of,
    median_of,
    sum_of,
)


def _past_due(parts: Parts) -> Outcome:
    """Tell nothing of open deals without a date: unknown is not "on time"."""
    return finish_rate("close_dates_unknown" if parts["n"] else "no_open_deals")(parts)


def is_past_due(deals: Table) -> Value:
    """Say of open deals whether their expected close date has come."""
    return deals.is_past_due


def is_expected(deals: Table) -> Value:
    """Say of open deals whether they are expected to close in the period, past-due ones apart."""
    return deals.is_due & ~deals.is_past_due


_PRICED = {
    "total": sum_of(lambda t: t.amount),
    "known": known_of(lambda t: t.amount),
    "n": count_of(),
}

PIPELINE = (
    Metric(
        key="open_deals",
        rows=("open",),
        id="",
        unit="count",
        direction=0,
        source="Deals neither won nor lost at the end of as_of",
        population="open",
        opens=COUNT,
        parts={"n": count_of()},
        finish=finish_count,
        needs=("state.is_open",),
        by=("stage", "age_bucket"),
        needs_open=True,
    ),
    Metric(
        key="open_pipeline",
        rows=("open",),
        id="",
        unit="money",
        direction=1,
        source="Their known amounts, by share and dated rate",
        population="open",
        opens=TOTAL,
        parts=_PRICED,
        finish=finish_total,
        needs=("amount", "state.is_open", "state.amount"),
        by=("stage", "forecast_category"),
        needs_open=True,
    ),
    Metric(
        key="pipeline_age_days",
        rows=("open",),
        id="M22",
        unit="days",
        direction=-1,
        source="Days from creation to the end of as_of, the middle one",
        population="open",
        opens=replace(MEDIAN, among=("n",), own={"n": count_of()}),
        parts={
            "median": median_of(lambda t: t.age_days),
            "known": known_of(lambda t: t.age_days),
        },
        finish=finish_median("no_open_deals"),
        needs=("deals.created_on", "state.is_open"),
        needs_open=True,
    ),
    Metric(
        key="past_due_share",
        rows=("open",),
        id="M25",
        unit="share",
        direction=-1,
        source="Open deals whose expected close date has come, of those that have such a date",
        population="open",
        opens=replace(RATE, among=("n",)),
        parts={
            "hits": count_of(is_past_due),
            "out_of": known_of(lambda t: t.close_on),
            "n": count_of(),
        },
        finish=_past_due,
        needs=("deals.close_on", "state.is_open", "state.close_on"),
        needs_open=True,
    ),
    Metric(
        key="pipeline_created",
        id="M28",
        unit="money",
        direction=1,
        source="Amount at creation of the deals created",
        population="created",
        opens=TOTAL,
        parts=_PRICED,
        finish=finish_total,
        needs=("deals.created_on", "amount", "record.deals"),
        by=("lead_source",),
        needs_open=True,
    ),
)
