"""Rules and definitions of two reviews side by side: those that are not what they were."""

from collections.abc import Mapping

from workbench.i18n import Lang, message
from workbench.page.cells import Cell
from workbench.page.parts import Block, Heading, Lede, Note
from workbench.page.table import Table, words
from workbench.review.as_signed import Basis
from workbench.review.differing.end import End

_HEADS = ("rule", "before", "now")


def basis_blocks(before: End, after: End, lang: Lang) -> list[Block]:
    """Tell which rules and definitions changed; nothing where neither review was signed.

    What is not signed stands on the rules of today on both sides. Figures of a signed round are
    computed by the rules of today too, on its own data; a note says so where they changed.
    """
    if not (before.is_signed or after.is_signed):
        return []
    head = Heading(message("differing-basis", lang))
    unknown = [each.label for each in (before, after) if each.basis is None]
    if before.basis is None or after.basis is None:
        return [head, *(Lede(message("differing-basis-untold", lang, review=r)) for r in unknown)]
    rows = [*_rows(before.basis, after.basis)]
    if not rows:
        return [head, Lede(message("differing-basis-none", lang))]
    table = Table([words(message(f"differing-{each}", lang)) for each in _HEADS], rows)
    return [head, table, Note(message("differing-basis-today", lang))]


def _rows(before: Basis, after: Basis) -> list[list[Cell]]:
    return [
        *_differing(before.rules, after.rules),
        *_differing(before.definitions, after.definitions),
    ]


def _differing(before: Mapping[str, str], after: Mapping[str, str]) -> list[list[Cell]]:
    names = dict.fromkeys([*before, *after])
    found = ((name, before.get(name), after.get(name)) for name in names)
    return [[name, old, new] for name, old, new in found if old != new]
