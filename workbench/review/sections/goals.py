"""Goals: what was to be reached, and how far the figures got."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from workbench import i18n
from workbench.i18n import MISSING, Lang, message
from workbench.page.cells import Cell, Track
from workbench.page.number import value_text
from workbench.page.parts import Block
from workbench.page.table import Table, figures
from workbench.page.table import words as text
from workbench.review import exhibits, words
from workbench.review.goal import Goal, goals_of
from workbench.review.outlook import label_of
from workbench.review.scoring import reached_of
from workbench.review.sections.agreed_goals import agreed_table, ways_of
from workbench.review.target import target_text

if TYPE_CHECKING:
    from workbench.review.brief import Brief


def goals(review: "Brief") -> tuple[str, Sequence[Block]]:
    """Set each goal of the quota table, and each that people set, against its figure."""
    found, told = goals_of(review), review.own_goals.goals
    if not found and not told:
        return message("goals-finding-none", review.lang), []
    ways = [reached_of(goal) for goal in found] + ways_of(review)
    met = sum((reached or 0) >= 1 for reached in ways)
    computable = sum(reached is not None for reached in ways)
    facts = [goal.actual for goal in found if goal.actual is not None and not goal.level]
    body = [_table(found, review)] if found else []
    finding = _finding(len(ways), computable, met, review.lang)
    return finding, [
        *body,
        *agreed_table(review),
        exhibits.fold(facts, review),
    ]


def _finding(n: int, computable: int, met: int, lang: Lang) -> str:
    """Say how many goals were met, of those that can be computed."""
    if not n:
        return message("goals-finding-closed", lang)
    if not computable:
        return message("goals-finding-untold", lang, n=n)
    kind = "all" if met == computable else "some" if met else "none"
    untold = n - computable
    return message("goals-finding", lang, met=kind, n=computable, count=met, untold=untold)


def _table(found: list[Goal], review: "Brief") -> Table:
    lang = review.lang
    heads = [
        text(message("goals-column-goal", lang)),
        figures(message("goals-column-weight", lang)),
        figures(message("goals-column-target", lang)),
        figures(message("goals-column-actual", lang)),
        text(message("goals-column-progress", lang)),
    ]
    return Table(heads, [_row(goal, review) for goal in found])


def _row(goal: Goal, review: "Brief") -> list[Cell]:
    lang = review.lang
    return [
        label_of(goal.metric, review) if goal.period else words.label(goal.key, lang),
        i18n.share(goal.weight, lang, 0) if goal.weight is not None else MISSING,
        _target(goal, review),
        words.fact_text(goal.actual, lang) if goal.actual else MISSING,
        _progress(goal, review),
    ]


def _target(goal: Goal, review: "Brief") -> str:
    """Write what is asked; of revenue also what was given, where leave or ramp lowers it."""
    if goal.key == "won_revenue":
        return target_text(review.figures["effective_quota"], review.lang)
    lang, currency = review.lang, review.currency
    target = value_text(goal.target, goal.unit, currency, lang)
    if goal.agreed is None:
        return target
    agreed = value_text(goal.agreed, goal.unit, currency, lang)
    return message("goals-needed", lang, needed=target, agreed=agreed)


def _progress(goal: Goal, review: "Brief") -> Track:
    reached = reached_of(goal)
    return Track(reached, _why(goal, review.lang) if reached is None else "")


def _why(goal: Goal, lang: Lang) -> str:
    """Say why the figure is absent, or else its target."""
    if goal.actual is not None and goal.actual.reason:
        return words.reason(goal.actual, lang)
    return words.reason_text(goal.why, "", lang)
