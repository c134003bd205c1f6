"""A team's figures as its members are told them: coarse enough that one person's part is not seen.

Who leads the team, sales ops and HR see each member's figures anyway, and read these exactly.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from workbench.metrics.disclosure import rate_told, sum_told
from workbench.metrics.fact import Fact
from workbench.review.team.figure import TeamFigure, Whose

Figures = Mapping[str, TeamFigure]


def told_to_members(figures: Figures, facts: Sequence[Fact], whose: Whose) -> Figures:
    """Give figures of a team in the steps of `metrics.disclosure`, without intervals.

    Parameters
    ----------
    figures
        By metric.
    facts
        The members' totals they are made of: the steps fit their spread.
    """
    return {
        metric: _told(each, [fact for fact in facts if _is_in(fact, metric, whose)])
        for metric, each in figures.items()
    }


def _is_in(fact: Fact, metric: str, whose: Whose) -> bool:
    return fact.metric == metric and fact.rep_id in whose.ids and fact.value is not None


def _told(figure: TeamFigure, members: Sequence[Fact]) -> TeamFigure:
    if figure.value is None:
        return figure
    values = [fact.value for fact in members if fact.value is not None]
    is_rate = figure.unit == "share"
    value = (
        rate_told(figure.value, figure.people - 1)
        if is_rate
        else sum_told(figure.value, values, figure.unit)
    )
    if value is None:  # of fewer than five, where the figure is that of the tree
        return replace(
            figure, value=None, numerator=None, denominator=None, reason="too_few_people"
        )
    n = sum_told(Decimal(figure.n), [Decimal(fact.n) for fact in members], "count")
    top, bottom = _parts(figure, members)
    return replace(figure, value=value, numerator=top, denominator=bottom, n=int(n or 0),
                   low=None, high=None)  # fmt: skip


def _parts(figure: TeamFigure, members: Sequence[Fact]) -> tuple[Decimal | None, Decimal | None]:
    """Give both parts of a ratio of money, coarse; of a sum or a rate by count neither is told."""
    if figure.low is not None or figure.numerator is None or figure.denominator is None:
        return None, None
    tops = [fact.numerator for fact in members if fact.numerator is not None]
    bottoms = [fact.denominator for fact in members if fact.denominator is not None]
    return sum_told(figure.numerator, tops, "money"), sum_told(figure.denominator, bottoms, "money")
