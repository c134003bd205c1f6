"""A board for those who lead: a finding and a few tables, in a notebook or as text."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from workbench.i18n import Lang
from workbench.page.render import render
from workbench.review.cycle.listing import listing
from workbench.review.stylesheet import stylesheet


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

    def html(self) -> Markup:
        """Write it for a page that carries the style already."""
        return render("board", self.lang, title=self.title, lede=self.lede, parts=self.parts)

    def _repr_mimebundle_(self, **_: object) -> dict[str, str]:
        style = Markup("<style>{}</style>").format(Markup(stylesheet()))
        return {"text/html": str(style + self.html()), "text/plain": self.text()}


def part(
    title: str, heads: Sequence[str], rows: Sequence[Sequence[str]], *notes: str,
    figures: Sequence[int] = (), said: str = "",
) -> Part:  # fmt: skip
    """Make a part of lists."""
    told = tuple(tuple(row) for row in rows)
    return Part(title, tuple(heads), told, tuple(figures), said, tuple(n for n in notes if n))


def _block(shown: Part) -> str:
    lines = [f"\n{shown.title}"]
    if shown.said:
        lines.append(shown.said)
    if shown.rows:
        lines.append(listing(shown.heads, shown.rows))
    return "\n".join([*lines, *shown.notes])
