"""Conversion, size, speed: metrics over the deals closed in the period."""

from dataclasses import replace
from decimal import Decimal

from workbench.metrics.expression import Table, Value
from workbench.metrics.metric import (
    Metric,
    Outcome,
    Parts,
    absent,
    exact,
    finish_count,
    finish_mean,
    finish_median,
    finish_rate,
    finish_total,
)
from workbench.metrics.parts import (
    COUNT,
    MEAN,
    MEDIAN,
    RATE,
    TOTAL,
    Opens,
    count_of,
    known_of,
    largest_of,
    median_of,
    sum_of,
)
from workbench.model.money import quotient

_NEEDS = ("deals.close_on", "record.deals")
KNOWN_SHARE = Decimal("0.8")  # of lost deals whose amount must be known for a rate by value


def _won(deals: Table) -> Value:
    return deals.is_won


def _lost(deals: Table) -> Value:
    return ~deals.is_won


def _amount(deals: Table) -> Value:
    return deals.amount


def _cycle(deals: Table) -> Value:
    return deals.cycle_days


def _of_won(opens: Opens) -> Opens:
    """List the won deals too of which the amount or the days are not known."""
    return replace(opens, among=("won",), own={"won": count_of(_won)})


def _win_rate_by_value(parts: Parts) -> Outcome:
    won, lost = exact(parts["won"]) or Decimal(0), exact(parts["lost"]) or Decimal(0)
    n_lost, known_lost = int(parts["n_lost"] or 0), int(parts["known_lost"] or 0)
    n = int(parts["known"] or 0)
    if not int(parts["n"] or 0):
        return absent("no_closed_deals")
    if known_lost < n_lost * KNOWN_SHARE:
        return absent("lost_amounts_unknown", n=n)
    if won + lost <= 0:
        return absent("no_value_closed", n=n)
    return Outcome(quotient(won, won + lost), won, won + lost, n)


def _average_deal_size(parts: Parts) -> Outcome:
    outcome = finish_mean("no_won_deals")(parts)
    top, total = exact(parts["top"]), outcome.numerator
    if top is None or total is None or top * 2 <= total:
        return outcome
    return outcome.noted("one_deal_over_half")


CONVERSION = (
    Metric(
        key="won_deals",
        rows=("won",),
        id="",
        unit="count",
        direction=1,
        source="k",
        population="closed",
        opens=COUNT,
        parts={"n": count_of(_won)},
        finish=finish_count,
        needs=_NEEDS,
    ),
    Metric(
        key="lost_deals",
        rows=("lost",),
        id="",
        unit="count",
        direction=-1,
        source="k",
        population="closed",
        opens=COUNT,
        parts={"n": count_of(_lost)},
        finish=finish_count,
        needs=_NEEDS,
        needs_losses=True,
    ),
    Metric(
        key="won_revenue",
        rows=("won",),
        id="M01",
        unit="money",
        direction=1,
        source="Salesforce reports: closed won",
        population="closed",
        opens=TOTAL,
        parts={
            "total": sum_of(_amount, _won),
            "known": known_of(_amount, _won),
            "n": count_of(_won),
        },
        finish=finish_total,
        needs=(*_NEEDS, "amount"),
    ),
    Metric(
        key="win_rate",
        rows=("won", "lost"),
        id="M11",
        unit="share",
        direction=1,
        source="Common CRM definition: won of decided, by count",
        population="closed",
        opens=RATE,
        parts={"hits": count_of(_won), "out_of": count_of()},
        finish=finish_rate("no_closed_deals"),
        needs=_NEEDS,
        needs_losses=True,
        by=("pipeline",),
    ),
    Metric(
        key="win_rate_by_value",
        rows=("won", "lost"),
        id="M12",
        unit="share",
        direction=1,
        source="The same by amount; a lost deal counts at its last estimate",
        population="closed",
        opens=Opens(top={"won": 1}, bottom={"won": 1, "lost": 1}, n=("known",), among=("n",)),
        parts={
            "won": sum_of(_amount, _won),
            "lost": sum_of(_amount, _lost),
            "n": count_of(),
            "known": known_of(_amount),
            "n_lost": count_of(_lost),
            "known_lost": known_of(_amount, _lost),
        },
        finish=_win_rate_by_value,
        needs=(*_NEEDS, "amount"),
        needs_losses=True,
    ),
    Metric(
        key="average_deal_size",
        rows=("won",),
        id="M14",
        unit="money",
        direction=1,
        source="Amount won per deal won",
        population="closed",
        opens=_of_won(MEAN),
        parts={
            "total": sum_of(_amount, _won),
            "known": known_of(_amount, _won),
            "top": largest_of(_amount, _won),
        },
        finish=_average_deal_size,
        needs=(*_NEEDS, "amount"),
    ),
    Metric(
        key="median_deal_size",
        rows=("won",),
        id="M14",
        unit="money",
        direction=1,
        source="Amount won per deal won, the middle one",
        population="closed",
        opens=_of_won(MEDIAN),
        parts={"median": median_of(_amount, _won), "known": known_of(_amount, _won)},
        finish=finish_median("no_won_deals"),
        needs=(*_NEEDS, "amount"),
    ),
    Metric(
        key="sales_cycle_days",
        rows=("won",),
        id="M15",
        unit="days",
        direction=-1,
        source="Days from creation to closing of won deals, the middle one",
        population="closed",
        opens=_of_won(MEDIAN),
        parts={"median": median_of(_cycle, _won), "known": known_of(_cycle, _won)},
        finish=finish_median("no_won_deals"),
        needs=(*_NEEDS, "deals.created_on"),
    ),
    Metric(
        key="sales_cycle_days_mean",
        rows=("won",),
        id="M15",
        unit="days",
        direction=-1,
        source="Days from creation to closing of won deals, on average",
        population="closed",
        opens=_of_won(MEAN),
        parts={"total": sum_of(_cycle, _won), "known": known_of(_cycle, _won)},
        finish=finish_mean("no_won_deals"),
        needs=(*_NEEDS, "deals.created_on"),
    ),
)
