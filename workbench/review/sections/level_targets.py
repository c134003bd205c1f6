"""Targets of a product, a region or a segment, in a line each beneath the attainment of all."""

from typing import TYPE_CHECKING

from workbench.i18n import message, share
from workbench.page.number import value_text
from workbench.page.parts import Block, Note
from workbench.review import words
from workbench.review.goal import Goal, goals_of
from workbench.review.scoring import reached_of

if TYPE_CHECKING:
    from workbench.review.brief import Brief


def level_targets(review: "Brief") -> list[Block]:
    """Tell what was reached of each target that is not one of the whole figure.

    Nothing where there are none.
    """
    lines = [_line(goal, review) for goal in goals_of(review) if goal.level]
    return [Note(line) for line in lines]


def _line(goal: Goal, review: "Brief") -> str:
    lang, reached = review.lang, reached_of(goal)
    name = words.label(goal.key, lang)
    if reached is None or goal.actual is None:
        told = goal.actual.reason if goal.actual is not None else ""
        why = words.reason_text(told or goal.why or "no_quota", "", lang)
        return message("results-level-absent", lang, name=name, reason=why)
    return message(
        "results-level",
        lang,
        name=name,
        actual=words.fact_text(goal.actual, lang),
        target=value_text(goal.target, goal.unit, review.currency, lang),
        share=share(reached, lang),
    )
