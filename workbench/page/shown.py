"""A section that shows itself: in a notebook, in a document, in a terminal."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from workbench.page.renderers import RENDERERS
from workbench.page.section import Section

SECTION_MIMETYPE = "application/vnd.workbench.section+json"
SOURCE_MIMETYPE = "application/vnd.workbench.source."  # and the format it is the source of


@dataclass(frozen=True)
class Shown(Section):
    """A section in a notebook: HTML, its finding, and a small record that publishing reads.

    `print` writes it as text. `formats` says what else it is written in, and of which section:
    a workbook is not made of the very sections of a page.
    """

    formats: Mapping[str, Section] = field(default_factory=dict)

    @property
    def html(self) -> str:
        """The section as a whole `<section>` or `<header>`; escaped."""
        return RENDERERS["html"](self)

    def __str__(self) -> str:
        return RENDERERS["text"](self)

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
        sources = {
            f"{SOURCE_MIMETYPE}{name}": RENDERERS[name](section)
            for name, section in self.formats.items()
        }
        told = {"text/html": self.html, "text/plain": self.finding, SECTION_MIMETYPE: record}
        return {**told, **sources}
