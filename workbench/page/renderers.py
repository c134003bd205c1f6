"""The formats a section can be written in; another one is a module beside these and a line here."""

from collections.abc import Callable, Mapping

from workbench.page.html import section_html
from workbench.page.section import Section
from workbench.page.text import section_text

RENDERERS: Mapping[str, Callable[[Section], str]] = {"html": section_html, "text": section_text}
