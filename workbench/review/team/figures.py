"""Figures of a whole team, by one definition: those of who leads it, else its members' together.

Who leads a team has the figures of its tree: each deal once, for who was in the team on its day,
and the target set for the team. The document of who leads, the index and the team's page read the
same facts. Where the team is nobody's tree, its members' figures are added up.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from workbench.metrics.fact import Fact
from workbench.model.money import quotient
from workbench.review.team.added import added
from workbench.review.team.figure import SMALLEST, TeamFigure, Whose
from workbench.review.team.once import Once

# Made by the target of the team: of the members only what they won is in it
_BY_TARGET = ("effective_quota", "quota_attainment", "linear_pace", "seasonal_pace")


def team_figures(
    facts: Sequence[Fact], metrics: Sequence[str], whose: Whose, once: Once | None = None
) -> Mapping[str, TeamFigure]:
    """Give the figures of a team.

    Parameters
    ----------
    facts
        Totals of a period, one per metric and rep: of the members and of who leads them.
    metrics
        Which to give.
    once
        The members' deals, each once; None where only sums of money are asked for.

    Returns
    -------
    dict
        By metric. `people` are the members who have the figure; of one made by the target, those
        whose won revenue is known. Of fewer than five none is told.
    """
    lead = {fact.metric: fact for fact in facts if whose.lead and fact.rep_id == whose.lead}
    return {metric: _held(_figure(metric, facts, lead, whose, once)) for metric in metrics}


def _figure(
    metric: str,
    facts: Sequence[Fact],
    lead: Mapping[str, Fact],
    whose: Whose,
    once: Once | None,
) -> TeamFigure:
    members = added(metric, facts, whose, once)
    if metric not in lead:
        return members
    if metric not in _BY_TARGET:
        return _of_tree(lead[metric], members)
    people = added("won_revenue", facts, whose, once).people
    if lead[metric].value is not None:
        return replace(_of_tree(lead[metric], members), people=people)
    return _by_targets_of_members(members, lead.get("won_revenue"))


def _of_tree(fact: Fact, members: TeamFigure) -> TeamFigure:
    return TeamFigure(
        fact.metric, fact.value, fact.unit, fact.currency, fact.numerator, fact.denominator, fact.n,
        members.people, members.members, fact.low, fact.high, fact.reason, "tree",
    )  # fmt: skip


def _by_targets_of_members(members: TeamFigure, won: Fact | None) -> TeamFigure:
    """Hold what the tree won against the members' targets, where none is set for the team."""
    if won is None or won.value is None or not members.denominator:
        return members
    value = quotient(won.value, members.denominator)
    return replace(members, value=value, numerator=won.value, n=won.n)


def _held(found: TeamFigure) -> TeamFigure:
    """Tell no figure of fewer than five: it would be theirs."""
    if found.value is None or found.people >= SMALLEST:
        return found
    return replace(
        found, value=None, numerator=None, denominator=None, n=0, low=None, high=None,
        reason="too_few_people",
    )  # fmt: skip
