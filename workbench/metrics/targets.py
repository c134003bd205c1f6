"""Targets, pace and coverage: figures made of other figures of the same rep."""

from dataclasses import replace
from decimal import Decimal

from workbench.metrics.ledger import Derived, Ledger
from workbench.metrics.metric import Outcome, absent
from workbench.metrics.parts import Opens
from workbench.model.money import quotient


def _attainment(ledger: Ledger) -> Outcome:
    quota, won = ledger.quota, ledger.won
    if quota.value is None:
        return absent(quota.reason, n=won.n, note=quota.note)
    if won.value is None:
        return absent(won.reason, note=won.note)
    if quota.value == 0:
        return absent("no_quota", n=won.n, note=quota.note)
    value = quotient(won.value, quota.value)
    return Outcome(value, won.value, quota.value, won.n, note=f"{quota.note} {won.note}".strip())


def _full_attainment(ledger: Ledger) -> Outcome:
    given = ledger.quota.numerator
    if ledger.quota.value is None or not given:
        return _attainment(ledger)
    return _attainment(replace(ledger, quota=ledger.quota._replace(value=given)))


def _gap(ledger: Ledger) -> Outcome:
    quota, won = ledger.quota, ledger.won_so_far
    if quota.value is None:
        return absent(quota.reason, n=won.n, note=quota.note)
    if won.value is None:
        return absent(won.reason, n=won.n, note=won.note)
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
    if ledger.gone is not None and ledger.last_day < ledger.employment.period.last_day:
        return ledger.gone._replace(n=gap.n)
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
    if ledger.gone is not None:
        return ledger.gone._replace(n=due.n)
    if due.value is None:
        return absent(due.reason)
    note = f"{gap.note} {due.note}".strip()
    return Outcome(quotient(due.value, gap.value), due.value, gap.value, due.n, note=note)


def _seasonal_pace(ledger: Ledger) -> Outcome:
    attainment = _attainment(ledger)
    if attainment.value is None:
        return attainment
    if not ledger.is_whole:
        return _linear_pace(ledger).noted("linear_at_work")
    if ledger.season.value is None:
        return _linear_pace(ledger).noted("linear_instead")
    due = quotient((attainment.denominator or Decimal(0)) * ledger.season.value, 1)
    won = attainment.numerator or Decimal(0)
    return Outcome(quotient(won, due), won, due, attainment.n, note=attainment.note)


_WON = {"won": 1}
_QUOTA = {"given": 1, "leave": 1}
_GAP = {**_QUOTA, "won": -1}

TARGETS = (
    Derived(
        key="quota_attainment",
        opens=Opens(top=_WON, bottom=_QUOTA, n=("won",)),
        rows=("won",),
        id="M02",
        unit="share",
        direction=1,
        source="Won revenue of effective quota",
        derive=_attainment,
        by=("product_family", "product_id", "region", "segment", "metric"),  # `metrics.aimed`
    ),
    Derived(
        key="full_quota_attainment",
        opens=Opens(top=_WON, bottom={"given": 1}, n=("won",)),
        rows=("won",),
        id="M02",
        unit="share",
        direction=1,
        source="Won revenue of the quota as given, before leave, ramp and leaving",
        derive=_full_attainment,
    ),
    Derived(
        key="quota_gap",
        opens=Opens(top=_GAP, n=("won",)),
        rows=("won",),
        id="M03",
        unit="money",
        direction=-1,
        source="Effective quota less won revenue; negative is above quota",
        derive=_gap,
    ),
    Derived(
        key="effective_quota",
        opens=Opens(top={"given": 1}, n=("given",), among=("leave",)),
        id="M04",
        unit="money",
        direction=0,
        source="Quota to the last day at work, lowered by leave and ramp, by working days",
        derive=lambda ledger: ledger.quota,
    ),
    Derived(
        key="linear_pace",
        opens=Opens(top=_WON, bottom={**_QUOTA, "days_to_come": 1}, n=("won",)),
        rows=("won",),
        id="M06",
        unit="index",
        direction=1,
        source="Attainment by the share of working days elapsed, of those at work",
        derive=_linear_pace,
    ),
    Derived(
        key="seasonal_pace",
        opens=Opens(top=_WON, bottom={**_QUOTA, "season_to_come": 1}, n=("won",)),
        rows=("won",),
        id="M07",
        unit="index",
        direction=1,
        source="Attainment by the share of the revenue that earlier years had won by this day",
        derive=_seasonal_pace,
    ),
    Derived(
        key="required_run_rate",
        opens=Opens(top={**_GAP, "above_quota": 1}, bottom={"days_left": 1}, n=("won",)),
        rows=("won",),
        id="M09",
        unit="money_per_day",
        direction=-1,
        source="What is left of the quota per working day left",
        looks_ahead=True,
        derive=_run_rate,
    ),
    Derived(
        key="pipeline_coverage",
        opens=Opens(top={"due": 1}, bottom=_GAP, n=("due",)),
        rows=("open",),
        id="M19",
        unit="ratio",
        direction=1,
        source="Open amount due in the period by remaining quota",
        looks_ahead=True,
        derive=_coverage,
        needs=("deals.close_on", "state.is_open", "state.close_on", "state.amount"),
        needs_open=True,
    ),
    Derived(
        key="weighted_pipeline",
        opens=Opens(top={"weighted": 1}, n=("weighted",)),
        rows=("open",),
        id="M21",
        unit="money",
        direction=1,
        source="Open amount by the share of past deals won from its stage",
        derive=lambda ledger: ledger.weighted,
        needs=("amount", "state.is_open", "state.amount", "state.stage"),
        needs_open=True,
    ),
)
