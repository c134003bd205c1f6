"""The members' figures added up: what a team has where it is nobody's tree."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from workbench.metrics.fact import Fact
from workbench.metrics.intervals import wilson
from workbench.model.money import quotient
from workbench.review.team.figure import TeamFigure, Whose
from workbench.review.team.once import Once

_RATES = ("share", "ratio", "index")
_STATES = {"won_deals": "won", "lost_deals": "lost", "open_deals": "open"}
_PRICED = {"won_revenue": "won", "open_pipeline": "open"}


def added(metric: str, facts: Sequence[Fact], whose: Whose, once: Once | None) -> TeamFigure:
    """Add up what the members have of one metric.

    Rates are the sum of numerators over that of denominators, never a mean of rates; counts and
    money are summed. A member without the figure is in neither sum. What counts deals counts each
    once, where `once` tells them.
    """
    all_ = [fact for fact in facts if fact.metric == metric and fact.rep_id in whose.ids]
    known = [fact for fact in all_ if fact.value is not None]
    unit, currency = (all_[0].unit, all_[0].currency) if all_ else ("count", "")
    empty = TeamFigure(
        metric, None, unit, currency, None, None, 0, len(known), len(whose.ids), reason=_why(all_)
    )
    if not known:
        return empty
    told = replace(empty, n=sum(fact.n for fact in known), reason="")
    return _rate(told, known, once) if unit in _RATES else _total(told, known, once)


def _why(facts: Sequence[Fact]) -> str:
    """Give the reason all members share for having no figure."""
    reasons = {fact.reason for fact in facts}
    return reasons.pop() if len(reasons) == 1 else "too_few_people"


def _total(told: TeamFigure, known: Sequence[Fact], once: Once | None) -> TeamFigure:
    total = sum((fact.value for fact in known if fact.value is not None), Decimal(0))
    if once and told.metric in _STATES:
        total = Decimal(n := once.deals[_STATES[told.metric]])
    else:
        n = once.priced[_PRICED[told.metric]] if once and told.metric in _PRICED else told.n
    return replace(told, value=total, numerator=total, n=n)


def _rate(told: TeamFigure, known: Sequence[Fact], once: Once | None) -> TeamFigure:
    top = sum((fact.numerator or Decimal(0) for fact in known), Decimal(0))
    bottom, n = sum((fact.denominator or Decimal(0) for fact in known), Decimal(0)), told.n
    if once and told.metric == "win_rate":
        n = once.deals["won"] + once.deals["lost"]
        top, bottom = Decimal(once.deals["won"]), Decimal(n)
    if not bottom:
        return replace(told, reason="too_few_people")
    # Of sums of money there is no interval
    is_counted = all(fact.low is not None for fact in known) and bottom == n
    low, high = wilson(int(top), n) if is_counted else (None, None)
    return replace(
        told,
        value=quotient(top, bottom),
        numerator=top,
        denominator=bottom,
        n=n,
        low=low,
        high=high,
    )
