"""Pipeline health: metrics over the deals open at the end of `as_of`, and those created."""

from workbench.metrics.metric import (
    Metric,
    Outcome,
    Parts,
    finish_count,
    finish_median,
    finish_rate,
    finish_total,
)


def _past_due(parts: Parts) -> Outcome:
    """Tell nothing of open deals without a date: unknown is not "on time"."""
    return finish_rate("close_dates_unknown" if parts["n"] else "no_open_deals")(parts)


PIPELINE = (
    Metric(
        key="open_deals",
        rows=("open",),
        id="",
        unit="count",
        direction=0,
        source="Deals neither won nor lost at the end of as_of",
        population="open",
        parts={"n": lambda t: t.count()},
        finish=finish_count,
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
        parts={
            "total": lambda t: t.amount.sum(),
            "known": lambda t: t.amount.count(),
            "n": lambda t: t.count(),
        },
        finish=finish_total,
        needs=("amount",),
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
        parts={
            "median": lambda t: t.age_days.cast("float64").median(),
            "known": lambda t: t.age_days.count(),
        },
        finish=finish_median("no_open_deals"),
        needs=("deals.created_on",),
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
        parts={
            "hits": lambda t: t.count(where=t.is_past_due),
            "out_of": lambda t: t.close_on.count(),
            "n": lambda t: t.count(),
        },
        finish=_past_due,
        needs=("deals.close_on",),
        needs_open=True,
    ),
    Metric(
        key="pipeline_created",
        id="M28",
        unit="money",
        direction=1,
        source="Amount at creation of the deals created",
        population="created",
        parts={
            "total": lambda t: t.amount.sum(),
            "known": lambda t: t.amount.count(),
            "n": lambda t: t.count(),
        },
        finish=finish_total,
        needs=("deals.created_on", "amount", "record.deals"),
        by=("lead_source",),
        needs_open=True,
    ),
)
