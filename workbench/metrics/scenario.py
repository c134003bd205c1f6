"""The scenario lab: what attainment and score would be, had one driver of the result differed.

Won revenue is deals decided × win rate × average size. A shorter cycle decides more deals in the
same days; coverage brings open pipeline that is won at the rate by value. Nothing else changes:
that is an assumption, and the caller prints it.
"""

from dataclasses import dataclass, replace
from decimal import Decimal

from workbench.metrics.score import Item, Score, weighted_score
from workbench.model.money import FACT_SCALE, quotient, round_half_up


@dataclass(frozen=True, kw_only=True)
class Drivers:
    """What a result is made of; None where it is not known."""

    won_revenue: Decimal | None
    quota: Decimal | None
    win_rate: Decimal | None
    deal_size: Decimal | None
    cycle_days: Decimal | None
    coverage: Decimal | None  # open amount due by remaining quota
    win_rate_by_value: Decimal | None


@dataclass(frozen=True, kw_only=True)
class Changes:
    """What is tried out; None leaves a driver as it is."""

    win_rate: Decimal | None = None
    deal_size: Decimal | None = None
    cycle_days: Decimal | None = None
    coverage: Decimal | None = None
    quota: Decimal | None = None


@dataclass(frozen=True)
class Scenario:
    """The result under the changes."""

    won_revenue: Decimal | None
    attainment: Decimal | None
    score: Score | None
    reason: str = ""  # why something is absent


def scenario(
    drivers: Drivers,
    changes: Changes,
    items: tuple[Item, ...] = (),
    attainment_key: str = "quota_attainment",
) -> Scenario:
    """Recompute attainment, and the score whose item `attainment_key` it is.

    Returns
    -------
    Scenario
        Without changes exactly the result there is. A change of a driver that is unknown or 0
        gives no value, with reason `driver_unknown`.
    """
    quota = drivers.quota if changes.quota is None else changes.quota
    factor = _factor(drivers, changes)
    if drivers.won_revenue is None or factor is None:
        return Scenario(None, None, None, "driver_unknown")
    won = round_half_up(drivers.won_revenue * factor, FACT_SCALE)
    brought = _brought(drivers, changes, quota, won)
    if brought is None:
        return Scenario(None, None, None, "driver_unknown")
    won += brought
    if not quota:
        return Scenario(won, None, None, "no_quota")
    attainment = quotient(won, quota)
    scored = [
        replace(item, score=attainment) if item.key == attainment_key else item for item in items
    ]
    return Scenario(won, attainment, weighted_score(scored) if items else None)


def _factor(drivers: Drivers, changes: Changes) -> Decimal | None:
    """Give by how much revenue grows; None when a changed driver is not known."""
    factor = Decimal(1)
    for name in ("win_rate", "deal_size", "cycle_days"):
        then, now = getattr(changes, name), getattr(drivers, name)
        if then is None or then == now:
            continue
        top, bottom = (now, then) if name == "cycle_days" else (then, now)
        if not top or not bottom:
            return Decimal(0) if top == 0 and bottom else None
        factor *= quotient(top, bottom)
    return factor


def _brought(
    drivers: Drivers, changes: Changes, quota: Decimal | None, won: Decimal
) -> Decimal | None:
    """Give what another coverage would add, over what today's already brings."""
    if changes.coverage is None or changes.coverage == drivers.coverage:
        return Decimal(0)
    rate = drivers.win_rate_by_value
    if rate is None or not quota:
        return None
    left = max(Decimal(0), quota - won)
    more = changes.coverage - (drivers.coverage or Decimal(0))
    return round_half_up(left * more * rate, FACT_SCALE)
