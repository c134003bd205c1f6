"""Parts of live pages: what a page is about, what came of an act, a file to take along."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Tone = Literal["strong", "small", "warning", "evidence", "todo"]
Look = Literal["bare", "paragraph", "dim", "empty", "moved", "asked", "told", "rests", "amount"]


@dataclass(frozen=True)
class Run:
    """Words within a line that are set apart from the rest."""

    text: str
    tone: Tone


@dataclass(frozen=True)
class Line:
    """Words one after the other in one line."""

    runs: Sequence[str | Run]
    look: Look = "paragraph"


@dataclass(frozen=True)
class Label:
    """What stands above a field: its name, a word beside it, and smaller lines beneath."""

    text: str
    beside: str = ""
    beneath: Sequence[str] = ()


@dataclass(frozen=True)
class Eyebrow:
    """What stands over a title: where one is, and a word set beside it."""

    words: Sequence[str]
    mark: str = ""


@dataclass(frozen=True)
class Headline:
    """The sentence a whole page stands for, and what it rests on."""

    text: str
    lede: str


@dataclass(frozen=True)
class Mark:
    """What a page's script reads of a field: what the store holds of it, or that it was taken."""

    name: Literal["holds", "taken"]
    value: str


@dataclass(frozen=True)
class Status:
    """What came of the last thing done; read out where a page is read out."""

    text: str
    look: Literal["field", "plain", "page", "busy"] = "field"
    is_wrong: bool = False
    mark: Mark | None = None


@dataclass(frozen=True)
class Trouble:
    """What went wrong, in a sentence; the details are folded away."""

    text: str
    summary: str = ""
    detail: str = ""  # "" for none


@dataclass(frozen=True)
class Download:
    """A file that the page itself holds."""

    label: str
    name: str  # of the file
    kind: str  # media type
    content: str  # base64
    look: Literal["line", "file", "document"] = "line"


@dataclass(frozen=True)
class Fact:
    """A labelled word; whether it is a warning."""

    label: str
    text: str
    is_warning: bool = False


@dataclass(frozen=True)
class Facts:
    """Labelled words, some of them warnings."""

    facts: Sequence[Fact]


@dataclass(frozen=True)
class Matrix:
    """Names in boxes: a row and a column say what a box means."""

    heads: Sequence[str]
    rows: Sequence[tuple[str, Sequence[Sequence[str]]]]  # label, and per head the names


@dataclass(frozen=True)
class EachLanguage:
    """The same words in several languages, of which a page shows its own."""

    told: Sequence[tuple[str, str]]  # tag of the language, words


LivePart = (
    Line | Label | Eyebrow | Headline | Status | Trouble | Download | Facts | Matrix
    | EachLanguage
)  # fmt: skip
