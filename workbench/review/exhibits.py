"""What stands with a figure: what a picture says, how it was made, a note where it is absent."""

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import TYPE_CHECKING

from workbench.charts.waterfall import Change
from workbench.i18n import Lang, message, money, number, share
from workbench.metrics.fact import Fact
from workbench.page.cells import Cell
from workbench.page.number import Number
from workbench.page.parts import Block, Callout, Fold
from workbench.page.table import Table, figures
from workbench.page.table import words as text
from workbench.review import words

if TYPE_CHECKING:
    from workbench.review.rep_period import RepPeriod

_MOST_SAID = 12  # figures a description names; the table beneath has all


def fold(facts: Iterable[Fact], review: "RepPeriod", *, rows: Iterable[Block] = ()) -> Fold:
    """Give the fold-out "how this figure is made" for one or more facts.

    Parameters
    ----------
    facts
        The facts shown above it, the headline first.
    review
        Of the facts; it knows the rows they leave out.
    rows
        A table of the rows behind it; nothing when they are too many to print.
    """
    lang = review.lang
    terms = [term for fact in facts for term in _terms(fact, review)]
    return Fold(message("review-how-made", lang), terms, tuple(rows))


def said(finding: str, rows: Iterable[str], lang: Lang) -> str:
    """Say what a picture says: its finding, then its figures, of many the first ones."""
    told = list(rows)
    left = len(told) - _MOST_SAID
    shown = [*told[:_MOST_SAID], *([message("exhibit-more", lang, n=left)] if left > 0 else [])]
    colon, between = ("：", "；") if lang == "zh" else (": ", "; ")
    return colon.join(part for part in (finding, between.join(shown)) if part)


def amounts(currency: str, lang: Lang) -> Callable[[float], str]:
    """Give what writes amounts on an axis, without their unit."""
    return lambda value: money(Decimal(repr(value)), currency, lang, has_unit=False)


def shares(lang: Lang) -> Callable[[float], str]:
    """Give what writes shares on an axis."""
    return lambda value: share(Decimal(repr(value)), lang, 0)


def steps_table(changes: Iterable[Change], currency: str, lang: Lang) -> Table:
    """Give the rows of a waterfall: totals, and what changed them."""
    rows: list[list[Cell]] = [
        [each.name, Number(Decimal(repr(each.value)), "money", currency, is_exact=True)]
        for each in changes
    ]
    heads = [text(message("exhibit-what", lang)), figures(message("exhibit-amount", lang))]
    return Table(heads, rows, is_plain=True)


def absent(fact: Fact, lang: Lang) -> Callout:
    """Give the note for a figure that cannot be computed: its name and the reason."""
    title = message("review-absent", lang, name=words.label(fact.metric, lang))
    return Callout(title, words.reason(fact, lang))


def _terms(fact: Fact, review: "RepPeriod") -> list[tuple[str, str]]:
    lang = review.lang
    name = words.label(fact.metric, lang)
    terms = [
        (name, message(f"{fact.metric}-definition", lang)),
        (message("review-formula", lang), message(f"{fact.metric}-formula", lang)),
    ]
    if fact.reason:
        return [*terms, (message("review-reason", lang), words.reason(fact, lang))]
    parts = (("review-numerator", fact.numerator), ("review-denominator", fact.denominator))
    for key, part in parts:
        if part is not None and fact.denominator is not None:
            terms.append((message(key, lang), _part(part, lang)))
    terms.append((message("review-n", lang), number(fact.n, lang)))
    notes = "；" if lang == "zh" else "; "
    if fact.note:
        terms.append((message("review-note", lang), notes.join(words.notes(fact, lang))))
    left = [
        f"{message(f'left-out-{reason}', lang)} {number(n, lang)}"
        for (metric, reason), n in review.left_out.items()
        if metric == fact.metric
    ]
    if left:
        terms.append((message("review-left-out", lang), notes.join(left)))
    if fact.grade:
        terms.append((message("review-grade", lang), message(f"review-grade-{fact.grade}", lang)))
    return terms


def _part(value: Decimal, lang: Lang) -> str:
    return number(value, lang, 0 if value == value.to_integral_value() else 2)
