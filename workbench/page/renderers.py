"""The formats a section can be written in; another one is a module beside these and a line here.

Of a PDF, a workbook and a deck it is the source, which `publish` makes the file of.
"""

from collections.abc import Callable, Mapping

from workbench.page.html import section_html
from workbench.page.section import Section
from workbench.page.sheet import section_sheet
from workbench.page.slides import section_slides
from workbench.page.text import section_text
from workbench.page.typst import section_typst

RENDERERS: Mapping[str, Callable[[Section], str]] = {
    "html": section_html,
    "text": section_text,
    "pdf": section_typst,
    "xlsx": section_sheet,
    "pptx": section_slides,
}
