"""A section asks one question and answers it with a finding, blocks and a form."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from workbench.i18n import Lang
from workbench.page.form import Form
from workbench.page.parts import Block, Exhibit, exhibits_of


@dataclass(frozen=True)
class Cover:
    """Whose page it is, of which period, and on what it rests."""

    company: str
    kind: str
    period: str
    name: str
    role: str
    basis: Sequence[tuple[str, str]]
    is_made: bool = False  # of an invented company
    withheld: str = ""  # what is not for this reader; "" where all is


@dataclass(frozen=True)
class Section:
    """One section as a reader is told it."""

    key: str
    lang: Lang
    finding: str  # one sentence with the figures
    blocks: Sequence[Block] = ()
    number: str = ""  # as in the contents; "" for none
    name: str = ""
    question: str = ""
    anchor: str = ""  # by which the page is entered there; "" is the key
    is_numbered: bool = True  # False: it opens the page, without a line over it
    source: str = ""  # who or what fills it
    cover: Cover | None = None
    is_note: bool = False  # of a note: a heading and what was written, without a question
    form: Form | None = None
    is_to_write: bool = False  # whether somebody still has to write something here
    facts: dict[str, Any] = field(default_factory=dict)  # what else publishing may read

    @property
    def exhibits(self) -> Sequence[Exhibit]:
        """The pictures of the section under their findings, in order."""
        return tuple(exhibits_of(self.blocks))
