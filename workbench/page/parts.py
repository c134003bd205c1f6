"""The parts of a page: frozen, typed, without markup; what stands in them is in one language."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from workbench.charts.figure import NARROW, WIDE
from workbench.charts.layers import Drawing
from workbench.page.number import Number


@dataclass(frozen=True)
class Code:
    """A key people may type: a metric's, a column's."""

    text: str


@dataclass(frozen=True)
class Track:
    """How far a goal is reached: a share, drawn as a bar."""

    reached: Decimal | None  # None: absent, for `reason`
    reason: str = ""
    note: str = ""  # beneath it


@dataclass(frozen=True)
class Stack:
    """A cell of two lines: what it says, and smaller what belongs to it."""

    text: str
    beneath: str


@dataclass(frozen=True)
class Lines:
    """A cell of several lines."""

    lines: Sequence[str]
    is_whole: bool = False  # whether a line is never broken


@dataclass(frozen=True)
class Strong:
    """A cell that is read first in its row."""

    text: str


@dataclass(frozen=True)
class Marked:
    """A cell with a word set beside it."""

    text: str
    mark: str
    tone: Literal["evidence", "warning", "quiet"] = "evidence"


@dataclass(frozen=True)
class Course:
    """A cell with a small picture of how a figure went, and where it began."""

    picture: "Picture"
    begin: str


Cell = (
    str | Number | date | Code | Track | Stack | Lines | Strong | Marked | Course | None
)  # None: a dash


@dataclass(frozen=True)
class Column:
    """A column of a table."""

    label: str
    is_figure: bool = False  # figures stand right, words left


def words(label: str) -> Column:
    """Head a column of words."""
    return Column(label)


def figures(label: str) -> Column:
    """Head a column of figures."""
    return Column(label, is_figure=True)


@dataclass(frozen=True)
class Table:
    """Rows under columns; each row has a cell per column."""

    columns: Sequence[Column]
    rows: Sequence[Sequence[Cell]]
    title: str = ""
    has_total: bool = False  # whether the last row is a sum, set off by a rule


@dataclass(frozen=True)
class Picture:
    """A chart that knows how to draw itself at any width."""

    draw: Callable[[int], Drawing]  # for a width in px
    key: str  # goes before every id of the drawing; differs between the pictures of a page
    description: str  # what the drawing says, for people who do not see it
    widths: tuple[int, ...] = (WIDE, NARROW)  # of a wide screen and of a phone, or of any


@dataclass(frozen=True)
class Exhibit:
    """A picture under the finding it shows."""

    title: str  # the finding, a sentence
    subtitle: str  # definition, unit and n
    picture: Picture
    details: "Sequence[Block]" = ()  # folded away beneath it
    is_full: bool = True  # False sets it into one of two columns


@dataclass(frozen=True)
class Fold:
    """What stands folded away: terms, and what is behind them."""

    summary: str
    terms: Sequence[tuple[str, str]] = ()
    blocks: "Sequence[Block]" = ()
    is_open: bool = False


@dataclass(frozen=True)
class Callout:
    """A box that says what is missing, or what else a reader has to know."""

    title: str
    text: str


@dataclass(frozen=True)
class Lede:
    """The sentence a part begins with."""

    text: str


@dataclass(frozen=True)
class Note:
    """A small line."""

    text: str
    is_quiet: bool = False
    title: str = ""  # set above it


@dataclass(frozen=True)
class Untold:
    """Figures that cannot be told, together where they share a reason."""

    names: Sequence[str]
    reason: str


@dataclass(frozen=True)
class Gauge:
    """A figure in one line: its name, its value, a small picture, and what it says."""

    name: str
    number: Number
    picture: Picture | None
    reading: str  # what the figure says, in words
    counts: str  # the figures behind it


@dataclass(frozen=True)
class Gauges:
    """The figures a page opens with; `key` says how their pictures are read."""

    rows: Sequence[Gauge]
    key: str


@dataclass(frozen=True)
class Heading:
    """A heading within a section, with a word set beside it, and beneath what it rests on."""

    text: str
    mark: str = ""
    sub: str = ""


@dataclass(frozen=True)
class Paragraph:
    """A sentence of its own."""

    text: str
    is_sub: bool = False  # said of what stands above or below it


@dataclass(frozen=True)
class Terms:
    """Labelled words."""

    terms: Sequence[tuple[str, str]]


@dataclass(frozen=True)
class Bullets:
    """Lines one after the other, in no order that means anything."""

    lines: Sequence[str]


@dataclass(frozen=True)
class Steps:
    """Sentences one after the other, numbered."""

    lines: Sequence[str]


@dataclass(frozen=True)
class Paste:
    """Lines to paste somewhere, as they stand."""

    lines: Sequence[str]


@dataclass(frozen=True)
class Listing:
    """Sentences one after the other, numbered, under a heading."""

    title: str
    lines: Sequence[str]


@dataclass(frozen=True)
class Columns:
    """Listings beside each other."""

    listings: Sequence[Listing]


@dataclass(frozen=True)
class Grid:
    """Exhibits in two columns where there is room."""

    blocks: "Sequence[Block]"


@dataclass(frozen=True)
class Group:
    """Blocks that belong together."""

    blocks: "Sequence[Block]"


Block = (
    Table | Exhibit | Picture | Fold | Callout | Lede | Note | Untold | Gauges | Columns | Steps
    | Paste | Heading | Paragraph | Terms | Bullets | Grid | Group
)  # fmt: skip
