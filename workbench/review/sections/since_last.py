"""What changed since the last review: rates that moved beyond chance, and what was restated.

It stands beneath the course, which draws the same periods and says nothing of chance: of figures
that stand there no number is told again in the open, but where it moved.
"""

from typing import TYPE_CHECKING

from workbench import i18n
from workbench.i18n import message
from workbench.metrics.catalogue import CATALOGUE, is_state
from workbench.model.day import day_of
from workbench.page.parts import Block, Fold, Group, Note
from workbench.review import words
from workbench.review.differing.figure_rows import (
    changed,
    figure_table,
    restated,
    restated_table,
    verdict,
)

if TYPE_CHECKING:
    from workbench.metrics.fact import Fact
    from workbench.review.brief import Brief
    from workbench.review.last_review import LastReview

_Pair = tuple["Fact", "Fact"]
_MOVED, _JUDGED = ("above", "below"), ("above", "below", "not_distinguishable")


def since_last(review: "Brief") -> list[Block]:
    """Tell what moved since the review before; nothing where there is none.

    In the open stand rates that moved by more than chance, and figures later data tell otherwise
    than those the last review was signed on; folded away all others that differ.
    """
    last = review.last_review
    if last is None:
        return []
    pairs = _compared(last, review)
    again = [*_restated(last, review), *_ruled(last, review), *_redefined(last, review)]
    if not pairs and not again:
        return []
    moved = [pair for pair in pairs if verdict(*pair) in _MOVED]
    others = [pair for pair in pairs if pair not in moved]
    # The fold stands beside the frame: in one it would be left out on paper, of the record too
    return [Group([*_moved(moved, last, review), *again]), *_others(others, review)]


def _compared(last: "LastReview", review: "Brief") -> list[_Pair]:
    """Pair the totals that differ; of a period that still runs only rates, never its sums."""
    pairs = [pair for pair in changed(last.figures, review.figures) if _is_of_period(pair[0])]
    if review.period.is_over(review.as_of):
        return pairs
    return [pair for pair in pairs if verdict(*pair)]


def _is_of_period(fact: "Fact") -> bool:
    return fact.metric in CATALOGUE and not is_state(fact.metric)


def _moved(moved: list[_Pair], last: "LastReview", review: "Brief") -> list[Block]:
    """List the rates that moved, or say of how many none did."""
    lang, title = review.lang, _title(last, review)
    if moved:
        return [figure_table(moved, lang, title=title)]
    now = review.figures.facts
    both = ((fact, now[key]) for key, fact in last.figures.facts.items() if key in now)
    found = [said for pair in both if (said := verdict(*pair))]  # those that stayed the same too
    n = sum(said in _JUDGED for said in found)
    told = message("since-none", lang, n=n) if found else message("since-no-rates", lang)
    return [Note(told, title=title)]


def _title(last: "LastReview", review: "Brief") -> str:
    lang, period = review.lang, last.period.name
    if last.signed is None:
        return message("since-period", lang, period=period)
    day = day_of(last.signed.signed_at, review.time_zone)
    return message("since-review", lang, period=period, day=i18n.long_date(day, lang))


def _restated(last: "LastReview", review: "Brief") -> list[Block]:
    """List what later data tell otherwise, or say that it cannot be told."""
    lang, period = review.lang, last.period.name
    if last.is_gone:
        return [Note(message("since-gone", lang, period=period), is_quiet=True)]
    pairs = [] if last.then is None else restated(last.then, last.figures)
    if not pairs:
        return []
    title = message("since-restated", lang, period=period, day=_data_day(last, review))
    return [restated_table(pairs, lang, title=title)]


def _ruled(last: "LastReview", review: "Brief") -> list[Block]:
    """Name the rules figures are counted by otherwise now than when the last review was signed."""
    if not last.ruled:
        return []
    lang = review.lang
    named = i18n.listed((message(rule_name(option), lang) for option in last.ruled), lang)
    return [Note(message("since-rules", lang, rules=named))]


def _redefined(last: "LastReview", review: "Brief") -> list[Block]:
    """Name the figures of the review that are defined in other words now."""
    lang, here = review.lang, review.figures
    named = [words.label(each, lang) for each in last.redefined if here.value(each) is not None]
    if not named:
        return []
    return [Note(message("since-definitions", lang, figures=i18n.listed(named, lang)))]


def rule_name(option: str) -> str:
    """Give the sentence that names a rule before a reader who knows no option."""
    return f"rule-{option.replace('.', '-').replace('_', '-')}"


def _data_day(last: "LastReview", review: "Brief") -> str:
    signed = last.signed.data if last.signed else None
    return i18n.long_date(signed[0], review.lang) if signed else ""


def _others(pairs: list[_Pair], review: "Brief") -> list[Block]:
    if not pairs:
        return []
    lang = review.lang
    chance = Note(message("since-chance", lang), is_quiet=True)
    summary = message("since-others", lang, n=len(pairs))
    return [Fold(summary, blocks=(figure_table(pairs, lang), chance))]
