"""A small table of a document: a caption, columns, rows of finished text."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from workbench.i18n import Lang
from workbench.review.render import render


@dataclass(frozen=True)
class Heading:
    """The head of one column."""

    label: str
    is_figure: bool = False  # figures stand right, words left


def words(label: str) -> Heading:
    """Head a column of words."""
    return Heading(label)


def figures(label: str) -> Heading:
    """Head a column of figures."""
    return Heading(label, is_figure=True)


def table(
    columns: Sequence[Heading],
    rows: Iterable[Sequence[str | Markup]],
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
    css = "cards" if len(columns) > 3 else ""  # noqa: PLR2004 (three columns fit a phone)
    return render(
        "table",
        lang,
        title=title,
        caption="",
        columns=columns,
        rows=list(rows),
        css=css,
        has_total=has_total,
    )
