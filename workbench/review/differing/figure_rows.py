"""Figures of two reviews side by side, and whether a change is more than chance."""

from collections.abc import Iterable

from workbench import i18n
from workbench.i18n import Lang, message
from workbench.metrics.catalogue import CATALOGUE, is_state
from workbench.metrics.comparison.before_after import before_after
from workbench.metrics.fact import Fact
from workbench.page.cells import Cell, Stack
from workbench.page.table import Column, Table, figures, words
from workbench.review import words as told
from workbench.review.figures import Figures


def changed(before: Figures, after: Figures) -> list[tuple[Fact, Fact]]:
    """Pair the totals that differ, in the order they were computed.

    A figure that is there on one end alone differs; one that is absent on both does not.
    """
    pairs = (
        (fact, after.facts[key]) for key, fact in before.facts.items()
        if not key[1] and key in after.facts
    )  # fmt: skip
    return [(old, new) for old, new in pairs if old.value != new.value]


def restated(before: Figures, again: Figures) -> list[tuple[Fact, Fact]]:
    """Pair figures of one period that later data tell otherwise.

    What tells how things stand on the day of the data is left out: it differs by its nature.
    """
    pairs = changed(before, again)
    return [pair for pair in pairs if pair[0].metric in CATALOGUE and not is_state(pair[0].metric)]


def absent(before: Figures, after: Figures) -> int:
    """Count the totals that neither end has."""
    both = (key for key in before.facts if not key[1] and key in after.facts)
    return sum(before.facts[key].value is None is after.facts[key].value for key in both)


def figure_table(pairs: Iterable[tuple[Fact, Fact]], lang: Lang, title: str = "") -> Table:
    """Lay figures of two periods out: before, now, the difference, and what may be said of it."""
    rows = [[*_row(old, new, lang), _reading(old, new, lang)] for old, new in pairs]
    return Table([*_columns(lang), words(message("differing-reading", lang))], rows, title=title)


def restated_table(pairs: Iterable[tuple[Fact, Fact]], lang: Lang, title: str = "") -> Table:
    """Lay out figures of one period by two states of the data: no chance is in what differs."""
    return Table(_columns(lang), [_row(old, new, lang) for old, new in pairs], title=title)


def _columns(lang: Lang) -> list[Column]:
    return [
        words(message("differing-figure", lang)), figures(message("differing-before", lang)),
        figures(message("differing-now", lang)), figures(message("differing-difference", lang)),
    ]  # fmt: skip


def _row(old: Fact, new: Fact, lang: Lang) -> list[Cell]:
    ends = (_cell(old, lang), _cell(new, lang))
    return [told.label(old.metric, lang), *ends, _difference(old, new, lang)]


def _cell(fact: Fact, lang: Lang) -> Cell:
    beneath = told.reason(fact, lang) or told.counts(fact, lang)
    return Stack(told.fact_text(fact, lang), beneath)


def _difference(old: Fact, new: Fact, lang: Lang) -> str | None:
    is_alike = (old.unit, old.currency) == (new.unit, new.currency)
    if old.value is None or new.value is None or not is_alike:
        return None
    value = new.value - old.value
    if old.unit == "share":
        return i18n.points(value, lang)
    return f"{'+' if value > 0 else ''}{told.fact_text(new._replace(value=value), lang)}"


def _reading(old: Fact, new: Fact, lang: Lang) -> str | None:
    """Say whether a rate by count changed more than by chance; None of all other figures."""
    said = verdict(old, new)
    return message(f"differing-{said.replace('_', '-')}", lang) if said else None


def verdict(old: Fact, new: Fact) -> str:
    """Judge the change of a rate by count, as `before_after`; "" of all other figures."""
    first, second = _cases(old), _cases(new)
    if first is None or second is None:
        return ""
    return before_after([first], [second]).verdict


def _cases(fact: Fact) -> tuple[int, int] | None:
    """Give hits and cases of a rate by count; None of another figure, or an absent one."""
    hits, cases = fact.numerator, fact.denominator
    if fact.unit != "share" or fact.value is None or hits is None or cases is None:
        return None
    is_by_count = hits == int(hits) and 0 <= hits <= cases == fact.n
    return (int(hits), int(cases)) if is_by_count else None
