"""The goals people set for a rep: what they serve, what they weigh, how far they have come."""

from decimal import Decimal
from typing import TYPE_CHECKING

from workbench import i18n
from workbench.i18n import MISSING, message
from workbench.metrics.catalogue import CATALOGUE
from workbench.page.cells import Cell, Stack, Track
from workbench.page.number import value_text
from workbench.page.parts import Block, Note
from workbench.page.table import Table, figures
from workbench.page.table import words as text
from workbench.review import words
from workbench.review.cycle.goals import is_behind, progress, weight_lacking
from workbench.review.scoring import attainment_of, fact_of
from workbench.store.goal import WHOLE, Goal

if TYPE_CHECKING:
    from workbench.review.brief import Brief


def ways_of(review: "Brief") -> list[Decimal | None]:
    """Give how far each goal that holds is reached; None where that cannot be told."""
    return [_reached(goal, review) for goal in review.own_goals.goals if goal.is_open]


def agreed_table(review: "Brief") -> list[Block]:
    """Draw the goals set for the rep, with their weighted attainment; nothing without any."""
    goals, lang = review.own_goals.goals, review.lang
    if not goals:
        return []
    heads = [
        text(message("goals-column-goal", lang)),
        figures(message("goals-column-weight", lang)),
        figures(message("goals-column-way", lang)),
        figures(message("goals-column-actual", lang)),
        text(message("goals-column-progress", lang)),
    ]
    rows = [_row(goal, review) for goal in goals]
    total = _total(review)
    title = message("goals-set", lang)
    drawn = Table(heads, [*rows, *total], title=title, has_total=bool(total))
    return [drawn, *_note(review)]


def _row(goal: Goal, review: "Brief") -> list[Cell]:
    fact = fact_of(goal, review)
    return [
        _name(goal, review),
        _percent(goal, review),
        _way(goal, review),
        MISSING if fact is None else words.fact_text(fact, review.lang),
        _progress(goal, review),
    ]


def _name(goal: Goal, review: "Brief") -> Stack:
    """Name a goal, and beneath it by what it is measured, until when, and what it serves."""
    lang, served = review.lang, review.own_goals.served.get(goal.parent, "")
    told = [words.label(goal.metric, lang) if goal.metric else ""]
    told += [i18n.long_date(goal.due_on, lang) if goal.due_on else ""]
    told += [message("goals-serves", lang, what=served) if served else ""]
    return Stack(goal.what, " · ".join(each for each in told if each))


def _percent(goal: Goal, review: "Brief") -> str:
    weight = goal.number("weight")
    return MISSING if weight is None else i18n.share(weight / WHOLE, review.lang, 0)


def _way(goal: Goal, review: "Brief") -> str:
    told = [_written(goal, name, review) for name in ("baseline", "target")]
    return MISSING if told == [MISSING, MISSING] else " → ".join(told)


def _written(goal: Goal, name: str, review: "Brief") -> str:
    value = goal.number(name)
    if value is None or goal.metric not in CATALOGUE:
        return MISSING if value is None else f"{value:f}"
    unit = CATALOGUE[goal.metric].unit
    return value_text(value, unit, review.currency, review.lang)


def _reached(goal: Goal, review: "Brief") -> Decimal | None:
    fact = fact_of(goal, review)
    return None if fact is None else progress(goal, fact.value)


def _progress(goal: Goal, review: "Brief") -> Cell:
    lang, fact = review.lang, fact_of(goal, review)
    if not goal.is_open:
        return message("goal-closed", lang, reason=goal.reason)
    reached = _reached(goal, review)
    why = words.reason(fact, lang) if reached is None and fact is not None else ""
    behind = fact is not None and is_behind(goal, fact.value)
    return Track(reached, why, message("goals-behind", lang) if behind else "")


def _total(review: "Brief") -> list[list[Cell]]:
    score, lang = attainment_of(review.own_goals.goals, review), review.lang
    if score is None:
        return []
    told = MISSING if score.value is None else i18n.share(score.value, lang)
    used = MISSING if score.share_used is None else i18n.share(score.share_used, lang, 0)
    return [[message("goals-weighted", lang), used, "", "", told]]


def _note(review: "Brief") -> list[Block]:
    """Say what the weights lack; how the attainment is made where they do not."""
    lang = review.lang
    lacking = weight_lacking(goal for goal in review.own_goals.goals if goal.is_open)
    if lacking is None:
        return []
    if lacking:
        return [Note(message("goals-weighted-lack", lang, n=f"{lacking:f}"), is_quiet=True)]
    return [Note(message("goals-weighted-how", lang), is_quiet=True)]
