"""What can be counted of leading, in the document of who leads a team; no verdict."""

from typing import TYPE_CHECKING

from workbench import i18n
from workbench.i18n import MISSING, message
from workbench.metrics.disclosure import FEWEST
from workbench.page.parts import Block, Group, Note
from workbench.page.table import Table, figures
from workbench.page.table import words as text
from workbench.review import words
from workbench.review.leading import Leading, own_leading

if TYPE_CHECKING:
    from workbench.review.brief import Brief


def leading(review: "Brief") -> list[Block]:
    """List the own measures of who leads a team; nothing in the document of anybody else."""
    if not review.rep.has_team_scope:
        return []
    lang = review.lang
    found = own_leading(review)
    heads = [
        text(message("results-measure", lang)),
        figures(message("results-now", lang)),
        text(message("leading-made-of", lang)),
    ]
    rows = [_spread(found, review), *_written(found, review), _forecast(found, review)]
    drawn = Table(heads, rows, title=message("leading-title", lang))
    note = Note(message("leading-note", lang), is_quiet=True)
    return [Group([drawn, note])]


def _spread(found: Leading, review: "Brief") -> list[str]:
    lang = review.lang
    name = message("leading-spread", lang)
    if found.spread is None:
        few = message("leading-too-few", lang, n=FEWEST)
        return [name, MISSING, few]
    low, high = (i18n.share(each, lang, 0) for each in (found.spread.low, found.spread.high))
    counted = {"n": found.with_figure, "members": found.members}
    between = message("peers-between", lang, low=low, high=high)
    told = message("peers-median-between", lang, median=between)
    return [name, told, message("leading-counted", lang, **counted)]


def _written(found: Leading, review: "Brief") -> list[list[str]]:
    lang, told = review.lang, found.written
    names = [message(f"leading-{name}", lang) for name in ("talks", "on-time", "promises")]
    if told is None:
        return [[name, MISSING, message("leading-no-store", lang)] for name in names]
    talks = message("leading-talks-of", lang, reached=told.reached, members=found.members)
    return [
        [names[0], i18n.number(told.talks, lang), talks],
        [names[1], *_of(told.on_time, told.steps, "steps", review)],
        [names[2], *_of(told.kept, told.due, "due", review)],
    ]


def _of(top: int, bottom: int, what: str, review: "Brief") -> list[str]:
    """Write how many of how many; of none it is absent, not 0."""
    lang = review.lang
    if not bottom:
        return [MISSING, message(f"leading-no-{what}", lang)]
    return [f"{top} / {bottom}", message(f"leading-of-{what}", lang, n=bottom)]


def _forecast(found: Leading, review: "Brief") -> list[str]:
    lang, told = review.lang, found.forecast
    name, shown = message("leading-forecast", lang), MISSING
    if told.reason == "too_few_people":
        return [name, shown, message("leading-too-few", lang, n=FEWEST)]
    if told.value is None:
        return [name, shown, words.reason_text(told.reason, "", lang)]
    shown = i18n.number(told.value * 100, lang, 1, is_signed=True) + "%"
    return [name, shown, message(f"leading-forecast-{told.basis}", lang)]
