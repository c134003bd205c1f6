"""A board for those who lead: a finding and a few tables, in a notebook or as text."""

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.i18n import Lang
from workbench.page.cells import Cell, Lines
from workbench.page.fragment import fragment
from workbench.page.parts import Block, Group, Heading, Lede, Note, Paragraph
from workbench.page.table import Column, Table
from workbench.review.cycle.listing import listing
from workbench.review.stylesheet import stylesheet

_WHOLE = 12  # characters; as short as a day, a cell is never broken


@dataclass(frozen=True)
class Part:
    """One table of a board with what has to be known of it."""

    title: str
    heads: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    figures: tuple[int, ...] = ()  # columns that stand to the right
    said: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Board:
    """Shows itself; `rows` gives the tables as they are."""

    title: str
    lang: Lang
    parts: tuple[Part, ...] = ()
    lede: str = ""

    def text(self) -> str:
        """Write it for a terminal; ends with a line feed."""
        blocks = [self.title, self.lede, *(_block(part) for part in self.parts)]
        return "\n".join(block.rstrip("\n") for block in blocks if block.strip()) + "\n"

    def rows(self) -> list[tuple[str, ...]]:
        """Give the rows of all tables, one after the other."""
        return [row for part in self.parts for row in part.rows]

    @property
    def blocks(self) -> list[Block]:
        """The board as parts of a page."""
        lede = [Lede(self.lede)] if self.lede else []
        inside = [block for part in self.parts for block in _blocks(part)]
        return [Group([Heading(self.title, rank="section"), *lede, *inside], "board")]

    @property
    def html(self) -> str:
        """The board for a page that carries the style already; escaped."""
        return fragment(self.lang, *self.blocks)

    def _repr_mimebundle_(self, **_: object) -> dict[str, str]:
        html = fragment(self.lang, *self.blocks, style=stylesheet())
        return {"text/html": html, "text/plain": self.text()}


def part(
    title: str, heads: Sequence[str], rows: Sequence[Sequence[str]], *notes: str,
    figures: Sequence[int] = (), said: str = "",
) -> Part:  # fmt: skip
    """Make a part of lists."""
    told = tuple(tuple(row) for row in rows)
    return Part(title, tuple(heads), told, tuple(figures), said, tuple(n for n in notes if n))


def _blocks(shown: Part) -> list[Block]:
    """Set a table under its title, what has to be known of it below."""
    columns = [Column(head, n in shown.figures) for n, head in enumerate(shown.heads)]
    rows = [[_cell(cell) for cell in row] for row in shown.rows]
    return [
        Heading(shown.title, rank="later"),
        *([Paragraph(shown.said)] if shown.said else ()),
        *([Table(columns, rows)] if rows else ()),
        *(Note(note, is_quiet=True) for note in shown.notes),
    ]


def _cell(text: str) -> Cell:
    return Lines([text], is_whole=True) if len(text) <= _WHOLE else text


def _block(shown: Part) -> str:
    lines = [f"\n{shown.title}"]
    if shown.said:
        lines.append(shown.said)
    if shown.rows:
        lines.append(listing(shown.heads, shown.rows))
    return "\n".join([*lines, *shown.notes])
