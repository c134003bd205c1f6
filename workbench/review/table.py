"""A small table of a document: a caption, columns, rows of finished text."""

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from workbench.i18n import Lang
from workbench.page.cells import Cell
from workbench.page.html import block_html
from workbench.page.table import Column, Table, figures, words

__all__ = ("figures", "table", "words")


def table(
    columns: Sequence[Column],
    rows: Iterable[Sequence[Cell]],
    *,
    lang: Lang,
    title: str = "",
    has_total: bool = False,
) -> Markup:
    """Draw a table; wide ones become cards on a phone.

    Parameters
    ----------
    columns
        The heads.
    rows
        One row per line; cells are finished text, in the order of the heads.
    has_total
        Whether the last row is a sum, set off by a rule.
    """
    return block_html(Table(columns, list(rows), title, has_total), lang)
