"""Targets, pace and coverage: figures made of other figures of the same rep."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from workbench.metrics.metric import Metric, Outcome, absent
from workbench.model.money import quotient


@dataclass(frozen=True)
class Ledger:
    """What is known of one rep when the derived figures are made."""

    outcomes: Mapping[str, Outcome]  # the totals computed so far, by metric
    quota: Outcome
    due: Outcome  # open amount expected to close in the period, past due apart
    weighted: Outcome
    weighted_due: Outcome  # of the open deals expected to close in the period
    season: Outcome  # share of the period's revenue that earlier years had won by this day
    working_days: int  # of the period
    elapsed_days: int  # working days that have elapsed of it

    @property
    def won(self) -> Outcome:
        """Won revenue."""
        return self.outcomes["won_revenue"]


@dataclass(frozen=True, kw_only=True)
class Derived(Metric):
    """A metric computed from a ledger, not from rows."""

    derive: Callable[[Ledger], Outcome]


def _attainment(ledger: Ledger) -> Outcome:
    quota, won = ledger.quota, ledger.won
    if quota.value is None:
        return absent(quota.reason, n=won.n)
    if won.value is None:
        return absent(won.reason)
    if quota.value == 0:
        return absent("no_quota", n=won.n, note=quota.note)
    value = quotient(won.value, quota.value)
    return Outcome(value, won.value, quota.value, won.n, note=f"{quota.note} {won.note}".strip())


def _gap(ledger: Ledger) -> Outcome:
    quota, won = ledger.quota, ledger.won
    if quota.value is None or won.value is None:
        return absent(quota.reason or won.reason, n=won.n)
    return Outcome(quota.value - won.value, n=won.n, note=quota.note)


def _linear_pace(ledger: Ledger) -> Outcome:
    attainment = _attainment(ledger)
    if attainment.value is None:
        return attainment
    if not ledger.elapsed_days or not ledger.working_days:
        return absent("period_not_started", n=attainment.n)
    # won / (quota × elapsed / all days), with one division so that it is rounded once
    top = (attainment.numerator or Decimal(0)) * ledger.working_days
    bottom = (attainment.denominator or Decimal(0)) * ledger.elapsed_days
    due = quotient(bottom, ledger.working_days)
    return Outcome(
        quotient(top, bottom), attainment.numerator, due, attainment.n, note=attainment.note
    )


def _run_rate(ledger: Ledger) -> Outcome:
    gap, left = _gap(ledger), ledger.working_days - ledger.elapsed_days
    if gap.value is None:
        return gap
    if not left:
        return absent("no_days_left", n=gap.n)
    needed = max(gap.value, Decimal(0))
    return Outcome(quotient(needed, left), needed, Decimal(left), gap.n, note=gap.note)


def _coverage(ledger: Ledger) -> Outcome:
    gap, due = _gap(ledger), ledger.due
    if gap.value is None:
        return gap._replace(n=due.n)
    if ledger.quota.value == 0:
        return absent("no_quota", n=due.n, note=ledger.quota.note)
    if gap.value <= 0:
        return absent("quota_met", n=due.n)
    if due.value is None:
        return absent(due.reason)
    note = f"{gap.note} {due.note}".strip()
    return Outcome(quotient(due.value, gap.value), due.value, gap.value, due.n, note=note)


def _seasonal_pace(ledger: Ledger) -> Outcome:
    attainment = _attainment(ledger)
    if attainment.value is None:
        return attainment
    if ledger.season.value is None:
        return _linear_pace(ledger).noted("linear_instead")
    due = quotient((attainment.denominator or Decimal(0)) * ledger.season.value, 1)
    won = attainment.numerator or Decimal(0)
    return Outcome(quotient(won, due), won, due, attainment.n, note=attainment.note)


def _projection_linear(ledger: Ledger) -> Outcome:
    if ledger.won.value is None:
        return absent(ledger.won.reason)
    if not ledger.elapsed_days:
        return absent("period_not_started", n=ledger.won.n)
    value = quotient(ledger.won.value * ledger.working_days, ledger.elapsed_days)
    return Outcome(value, n=ledger.won.n, note=ledger.won.note)


def _projection_seasonal(ledger: Ledger) -> Outcome:
    if ledger.won.value is None:
        return absent(ledger.won.reason)
    if ledger.season.value is None:
        return absent(ledger.season.reason, n=ledger.season.n)
    value = quotient(ledger.won.value, ledger.season.value)
    return Outcome(value, n=ledger.won.n, note=ledger.won.note)


def _projection_pipeline(ledger: Ledger) -> Outcome:
    won, due = ledger.won, ledger.weighted_due
    if won.value is None or due.value is None:
        return absent(won.reason or due.reason, n=won.n)
    note = f"{won.note} {due.note}".strip()
    return Outcome(won.value + due.value, n=won.n + due.n, note=note)


_PROJECTION = partial(Derived, id="M08", unit="money", direction=1, rows=("won",))

TARGETS = (
    Derived(
        key="quota_attainment",
        rows=("won",),
        id="M02",
        unit="share",
        direction=1,
        source="Won revenue of effective quota",
        derive=_attainment,
    ),
    Derived(
        key="quota_gap",
        rows=("won",),
        id="M03",
        unit="money",
        direction=-1,
        source="Effective quota less won revenue; negative is above quota",
        derive=_gap,
    ),
    Derived(
        key="effective_quota",
        id="M04",
        unit="money",
        direction=0,
        source="Quota lowered by leave and ramp, by working days",
        derive=lambda ledger: ledger.quota,
    ),
    Derived(
        key="linear_pace",
        rows=("won",),
        id="M06",
        unit="index",
        direction=1,
        source="Attainment by the share of working days elapsed",
        derive=_linear_pace,
    ),
    Derived(
        key="seasonal_pace",
        rows=("won",),
        id="M07",
        unit="index",
        direction=1,
        source="Attainment by the share of the revenue that earlier years had won by this day",
        derive=_seasonal_pace,
    ),
    _PROJECTION(
        key="projection_linear",
        source="Won revenue by the share of working days elapsed",
        derive=_projection_linear,
    ),
    _PROJECTION(
        key="projection_seasonal",
        source="Won revenue by the share that earlier years had won by this day",
        derive=_projection_seasonal,
    ),
    _PROJECTION(
        key="projection_pipeline",
        source="Won revenue and the weighted open amount expected in the period",
        derive=_projection_pipeline,
        rows=("won", "open"),
        needs=("deals.close_on", "amount"),
    ),
    Derived(
        key="required_run_rate",
        rows=("won",),
        id="M09",
        unit="money_per_day",
        direction=-1,
        source="What is left of the quota per working day left",
        derive=_run_rate,
    ),
    Derived(
        key="pipeline_coverage",
        rows=("open",),
        id="M19",
        unit="ratio",
        direction=1,
        source="Open amount due in the period by remaining quota",
        derive=_coverage,
        needs=("deals.close_on",),
    ),
    Derived(
        key="weighted_pipeline",
        rows=("open",),
        id="M21",
        unit="money",
        direction=1,
        source="Open amount by the share of past deals won from its stage",
        derive=lambda ledger: ledger.weighted,
        needs=("amount",),
    ),
)
