"""What changed between two reviews, as parts of a page; pure."""

from workbench import i18n
from workbench.i18n import Lang, message
from workbench.page.parts import Block, Heading, Lede, Note
from workbench.review.differing.basis_rows import basis_blocks
from workbench.review.differing.end import End
from workbench.review.differing.figure_rows import (
    absent,
    changed,
    figure_table,
    restated,
    restated_table,
)
from workbench.review.differing.word_rows import word_table
from workbench.review.figures import Figures


def between(before: End, after: End, again: Figures | None, lang: Lang) -> list[Block]:
    """Tell what changed from one review to another.

    Parameters
    ----------
    before, after
        The two ends, of one rep.
    again
        The figures of the period before, by the data of the end after; None where both stand on
        the same data, so that nothing can differ.
    """
    return [
        Heading(message("differing-title", lang, before=before.label, after=after.label)),
        Note(message("differing-data", lang, **_data(before, after, lang))),
        *_figures(before, after, lang),
        *_restated(before, after, again, lang),
        *basis_blocks(before, after, lang),
        *_words(before, after, lang),
    ]


def _data(before: End, after: End, lang: Lang) -> dict[str, str]:
    days = {"first": i18n.long_date(before.as_of, lang), "last": i18n.long_date(after.as_of, lang)}
    return {**days, "before": before.data, "after": after.data}


def _figures(before: End, after: End, lang: Lang) -> list[Block]:
    pairs, n = changed(before.figures, after.figures), absent(before.figures, after.figures)
    head = Heading(message("differing-figures", lang))
    told: list[Block] = [figure_table(pairs, lang)] if pairs else []
    if not pairs:
        told = [Lede(message("differing-figures-none", lang))]
    return [head, *told, *([Note(message("differing-absent", lang, n=n))] if n else [])]


def _restated(before: End, after: End, again: Figures | None, lang: Lang) -> list[Block]:
    head = Heading(message("differing-restated", lang, review=before.label))
    if again is None:
        return [head, Lede(message("differing-same-data", lang))]
    pairs = restated(before.figures, again)
    if not pairs:
        return [head, Lede(message("differing-restated-none", lang))]
    lede = Lede(message("differing-restated-by", lang, **_data(before, after, lang)))
    return [head, lede, restated_table(pairs, lang)]


def _words(before: End, after: End, lang: Lang) -> list[Block]:
    head = Heading(message("differing-words", lang))
    if before.words is None or after.words is None:
        return [head, *(Lede(why) for why in dict.fromkeys((before.why, after.why)) if why)]
    table = word_table(before.words, after.words, lang)
    notes = [Note(why) for why in dict.fromkeys((before.why, after.why)) if why]
    return [head, table or Lede(message("differing-words-none", lang)), *notes]
