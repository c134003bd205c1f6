"""Figures of a whole team: sums of the members' numerators and denominators, of five or more."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

import pyarrow as pa
import pyarrow.compute as pc

from workbench.metrics.fact import Fact
from workbench.metrics.intervals import wilson
from workbench.model.money import quotient

SMALLEST = 5  # people a figure of a team rests on; of fewer none is told
_RATES = ("share", "ratio", "index")


@dataclass(frozen=True)
class TeamFigure:
    """One figure of a team."""

    metric: str
    value: Decimal | None  # None: absent, for `reason`
    unit: str
    currency: str
    numerator: Decimal | None
    denominator: Decimal | None
    n: int  # the rows it rests on
    people: int  # members it holds
    members: int  # members there are
    low: Decimal | None = None  # 95 % interval of a rate by count
    high: Decimal | None = None
    reason: str = ""  # too_few_people: fewer than five members have the figure


def member_facts(facts: pa.Table, members: Iterable[str]) -> list[Fact]:
    """Read the totals of some reps out of the facts of a period."""
    is_total = pc.equal(facts["by"], "")
    is_member = pc.is_in(facts["rep_id"], pa.array(sorted(members), pa.string()))
    return [Fact(**row) for row in facts.filter(pc.and_(is_total, is_member)).to_pylist()]


def team_figures(
    facts: Sequence[Fact], metrics: Sequence[str], members: int
) -> Mapping[str, TeamFigure]:
    """Add up what the members have.

    Parameters
    ----------
    facts
        The members' totals of a period, one per rep and metric.
    metrics
        Which to add up. Rates are the sum of numerators over that of denominators, never a mean
        of rates; counts and money are summed.
    members
        How many members the team has.

    Returns
    -------
    dict
        By metric. A member without the figure is in neither sum, and `people` counts without them.
    """
    return {metric: _added(metric, facts, members) for metric in metrics}


def _added(metric: str, facts: Sequence[Fact], members: int) -> TeamFigure:
    all_ = [fact for fact in facts if fact.metric == metric]
    known = [fact for fact in all_ if fact.value is not None]
    unit, currency = (all_[0].unit, all_[0].currency) if all_ else ("count", "")
    if len(known) < SMALLEST:
        return TeamFigure(
            metric, None, unit, currency, None, None, 0, len(known), members,
            reason="too_few_people",
        )  # fmt: skip
    n = sum(fact.n for fact in known)
    if unit not in _RATES:
        total = sum((fact.value for fact in known if fact.value is not None), Decimal(0))
        return TeamFigure(metric, total, unit, currency, total, None, n, len(known), members)
    top = sum((fact.numerator or Decimal(0) for fact in known), Decimal(0))
    bottom = sum((fact.denominator or Decimal(0) for fact in known), Decimal(0))
    value = quotient(top, bottom) if bottom else None
    bounds = _bounds(known, top, bottom, n)
    reason = "" if bottom else "too_few_people"
    return TeamFigure(
        metric, value, unit, currency, top, bottom, n, len(known), members, *bounds, reason
    )


def _bounds(
    known: Sequence[Fact], top: Decimal, bottom: Decimal, n: int
) -> tuple[Decimal | None, Decimal | None]:
    """Give the interval of a rate by count; of sums of money there is none."""
    is_counted = all(fact.low is not None for fact in known) and bottom == n and n > 0
    return wilson(int(top), n) if is_counted else (None, None)
