"""The parts of a page: frozen, typed, without markup; what stands in them is in one language."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from workbench.charts.figure import WIDE
from workbench.i18n import Lang, message
from workbench.page.live import LivePart
from workbench.page.number import Number
from workbench.page.picture import Picture
from workbench.page.table import Table

if TYPE_CHECKING:
    from workbench.charts.chart import LayerChart

Rank = Literal["page", "section", "part", "within", "later", "who"]
Frame = Literal[
    "solo", "box", "page", "board", "head", "live", "leaving", "preview", "pick", "act"
]  # fmt: skip


@dataclass(frozen=True)
class Exhibit:
    """A picture under the finding it shows."""

    title: str  # the finding, a sentence
    subtitle: str  # definition, unit and n
    picture: Picture
    figures: Table  # behind the picture: what it draws, for who does not see it or wants to reckon
    details: "Sequence[Block]" = ()  # folded away beneath it
    is_full: bool = True  # False sets it into one of two columns
    is_bare: bool = False  # True leaves the figures behind it to another edition

    def beneath(self, lang: Lang) -> "Sequence[Block]":
        """Give what is folded away beneath the picture, its figures first."""
        if self.is_bare:
            return self.details
        return (Fold(message("exhibit-figures", lang), blocks=(self.figures,)), *self.details)

    def chart(self, width: int = WIDE) -> "LayerChart":
        """Give the picture as a chart of Altair's own, under its finding; see `chart_of`."""
        title = {"text": self.title, "subtitle": self.subtitle, "anchor": "start"}
        return self.picture.chart(width).properties(title=title)


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
    """A heading, with a word set beside it, and beneath what it rests on."""

    text: str
    mark: str = ""
    sub: str = ""
    rank: Rank = "within"  # a section


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
    """Lines to paste somewhere, as they stand; their columns stay under each other."""

    lines: Sequence[str]
    look: Literal["plain", "reconciled", "wide"] = "plain"


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
    """Blocks that belong together, in a frame."""

    blocks: "Sequence[Block]"
    frame: Frame = "solo"
    is_detail: bool = False  # for who looks closer: not taken into a talk


Block = (
    Table | Exhibit | Picture | Fold | Callout | Lede | Note | Untold | Gauges | Columns | Steps
    | Paste | Heading | Paragraph | Terms | Bullets | Grid | Group | LivePart
)  # fmt: skip


def exhibits_of(blocks: Sequence[Block]) -> Iterator[Exhibit]:
    """Give the exhibits among blocks, in order, those within other blocks too."""
    for block in blocks:
        if isinstance(block, Exhibit):
            yield block
            yield from exhibits_of(block.details)
        elif isinstance(block, Fold | Grid | Group):
            yield from exhibits_of(block.blocks)
