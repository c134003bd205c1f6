"""How deals are led: prices given, dates moved, steps planned, touches."""

from decimal import Decimal
from functools import partial

from workbench.metrics.expression import Table, Value
from workbench.metrics.intervals import wilson
from workbench.metrics.metric import (
    Metric,
    Outcome,
    Parts,
    absent,
    exact,
    finish_count,
    finish_rate,
)
from workbench.metrics.parts import COUNT, RATE, Opens, count_of, known_of, sum_of
from workbench.model.money import quotient

_QUIET_DAYS = 14  # an open deal not touched for so long goes without activity
_MATURE = Decimal("0.8")  # of a cohort has to be closed for its rate to be told


def is_quiet(table: Table) -> Value:
    """Say of open deals whether nobody touched them for two weeks."""
    last = table.last_touched_on
    return last.isnull() | (table.on.delta(last, unit="day") > _QUIET_DAYS)


def has_no_next_step(table: Table) -> Value:
    """Say of open deals whether their next step is blank."""
    return table.next_step.isnull()


def _discount(parts: Parts) -> Outcome:
    listed, net, n = exact(parts["listed"]), exact(parts["net"]), int(parts["n"] or 0)
    if not n or listed is None or net is None or listed <= 0:
        return absent("no_list_prices", n=n)
    return Outcome(quotient(listed - net, listed), listed - net, listed, n)


def _cohort(parts: Parts) -> Outcome:
    won, over, n = (int(parts[name] or 0) for name in ("won", "over", "n"))
    if not n:
        return absent("no_deals_created")
    if over < n * _MATURE:
        return absent("cohort_maturing", n=n)
    low, high = wilson(won, n)
    return Outcome(quotient(won, n), Decimal(won), Decimal(n), n, low, high)


def _days(parts: Parts) -> Outcome:
    return Outcome(exact(parts["days"]) or Decimal(0), n=int(parts["n"] or 0))


_PUSH = partial(
    Metric,
    id="M27",
    direction=-1,
    population="pushes",
    needs=("course.close_on", "deals.close_on", "record.deals"),
    needs_open=True,
)

DEAL_HABITS = (
    Metric(
        key="cohort_win_rate",
        id="M13",
        unit="share",
        direction=1,
        source="Won, of all deals created in the period, once four fifths are closed",
        population="created",
        opens=Opens(top={"won": 1}, bottom={"n": 1}, n=("n",)),
        parts={
            "won": count_of(lambda t: t.is_closed & t.is_won),
            "over": count_of(lambda t: t.is_closed),
            "n": count_of(),
        },
        finish=_cohort,
        needs=("deals.created_on", "record.deals"),
        needs_losses=True,
    ),
    Metric(
        key="no_activity_share",
        rows=("open",),
        id="M24",
        unit="share",
        direction=-1,
        source="Open deals without a completed activity in 14 days, of all open deals",
        population="open",
        opens=RATE,
        parts={"hits": count_of(is_quiet), "out_of": count_of()},
        finish=finish_rate("no_open_deals"),
        needs=("activities.deal_id", "state.is_open"),
        needs_open=True,
    ),
    Metric(
        key="no_next_step_share",
        rows=("open",),
        id="M24",
        unit="share",
        direction=-1,
        source="Open deals whose next step is blank, of all open deals",
        population="open",
        opens=RATE,
        parts={"hits": count_of(has_no_next_step), "out_of": count_of()},
        finish=finish_rate("no_open_deals"),
        needs=("deals.next_step", "state.is_open", "state.next_step"),
        needs_open=True,
    ),
    _PUSH(
        key="push_count",
        unit="count",
        source="Moves of an expected close date to a later month",
        opens=COUNT,
        parts={"n": count_of()},
        finish=finish_count,
    ),
    _PUSH(
        key="push_days",
        unit="days",
        source="Days by which those moves put closing off",
        opens=Opens(top={"days": 1}, n=("n",)),
        parts={"n": count_of(), "days": sum_of(lambda t: t.days)},
        finish=_days,
    ),
    Metric(
        key="discount_depth",
        rows=("won",),
        id="M39",
        unit="share",
        direction=-1,
        source="One less what was paid over the list price of what was sold",
        population="discounted",
        opens=Opens(
            top={"given": 1},
            bottom={"listed": 1},
            n=("n",),
            own={"given": sum_of(lambda t: t.listed - t.net)},
        ),
        parts={
            "net": sum_of(lambda t: t.net),
            "listed": sum_of(lambda t: t.listed),
            "n": known_of(lambda t: t.listed),
        },
        finish=_discount,
        needs=(
            "deal_lines.list_price",
            "deal_lines.quantity",
            "deal_lines.amount",
            "amount",
            "record.deals",
        ),
    ),
)
