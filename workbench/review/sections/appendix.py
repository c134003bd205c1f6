"""The appendix: every definition used, the rows left out, the state of the data."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from workbench.i18n import Lang, has_message, message
from workbench.page.cells import Cell
from workbench.page.number import Number
from workbench.page.parts import Block, Callout, Note
from workbench.page.table import Table, figures
from workbench.page.table import words as text
from workbench.review import words

if TYPE_CHECKING:
    from workbench.review.brief import Brief


def appendix(review: "Brief", said: str) -> tuple[str, Sequence[Block]]:
    """List definitions, the rep's rows left out, and what was set aside on freezing.

    Parameters
    ----------
    said
        The other sections as text: a measure is defined here when they name it, in the order in
        which they first do.
    """
    lang = review.lang
    body = [_definitions(review, said), *_left_out(review), *_notes(review)]
    how = Callout(
        title=message("appendix-how-title", lang),
        text=message("appendix-how", lang),
    )
    return message("appendix-finding", lang), [*body, how]


def _definitions(review: "Brief", said: str) -> Table:
    lang = review.lang
    found = {metric: _first(words.label(metric, lang), said) for metric, *_ in review.figures.facts}
    rows: list[list[Cell]] = [
        [words.label(metric, lang), message(f"{metric}-definition", lang)]
        for metric in sorted((each for each, at in found.items() if at >= 0), key=found.__getitem__)
    ]
    heads = [text(message(f"appendix-{key}", lang)) for key in ("measure", "definition")]
    return Table(heads, rows)


def _first(label: str, said: str) -> int:
    """Where a text first names a measure; -1: nowhere. A word of Latin letters is a whole one."""
    edge = r"\b" if label.isascii() else ""
    found = re.search(edge + re.escape(label) + edge, said, re.IGNORECASE)
    return found.start() if found else -1


def _left_out(review: "Brief") -> list[Block]:
    lang = review.lang
    title = message("appendix-left-out", lang)
    rows: list[list[Cell]] = [
        [words.label(metric, lang), message(f"left-out-{reason}", lang), Number(n, "count")]
        for (metric, reason), n in review.left_out.items()
    ]
    if not rows:
        return [Note(message("appendix-left-out-none", lang), title=title)]
    heads = [
        text(message("appendix-measure", lang)),
        text(message("appendix-issue", lang)),
        figures(message("appendix-rows", lang)),
    ]
    return [Table(heads, rows, title=title)]


def reason_told(reason: str, lang: Lang) -> str:
    """Say what is odd to who reads no table: without columns and settings."""
    own = f"appendix-reason-{reason}"
    return message(own if has_message(own, lang) else f"data-reason-{reason}", lang)


def _notes(review: "Brief") -> list[Block]:
    lang = review.lang
    title = message("appendix-notes", lang)
    rows: list[list[Cell]] = [
        [words.table_name(each.table, lang), reason_told(each.reason, lang), _count(each.count)]
        for each in review.data_notes
    ]
    if not review.has("assignments"):
        rows.append([words.table_name("reps", lang), message("appendix-assignments", lang), None])
    if not rows:
        return [Note(message("appendix-notes-none", lang), title=title)]
    heads = [
        text(message("appendix-table", lang)),
        text(message("appendix-issue", lang)),
        figures(message("appendix-rows", lang)),
    ]
    return [Table(heads, rows, title=title)]


def _count(n: int) -> Number:
    return Number(n, "count")
