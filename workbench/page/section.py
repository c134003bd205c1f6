"""A section asks one question and answers it with a finding, blocks and a form."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from workbench.i18n import Lang
from workbench.page.form import Form
from workbench.page.parts import Block

SECTION_MIMETYPE = "application/vnd.workbench.section+json"


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
    """One section as a reader is told it.

    In a notebook it shows as HTML, as its finding, and as a small record that publishing reads;
    `print` writes it as text.
    """

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
    def html(self) -> str:
        """The section as a whole `<section>` or `<header>`; escaped."""
        from workbench.page.html import section_html  # noqa: PLC0415 (only who draws loads it)

        return section_html(self)

    def __str__(self) -> str:
        from workbench.page.text import section_text  # noqa: PLC0415 (only who prints loads it)

        return section_text(self)

    def _repr_mimebundle_(self, **_: object) -> dict[str, Any]:
        record = {
            "key": self.key,
            "number": self.number,
            "name": self.name,
            "question": self.question,
            "finding": self.finding,
            "is_to_write": self.is_to_write,
            **self.facts,
        }
        return {"text/html": self.html, "text/plain": self.finding, SECTION_MIMETYPE: record}
