"""An executed notebook as one self-contained HTML file without any script."""

from collections.abc import Iterable
from functools import cache
from importlib.resources import as_file, files
from typing import Any
from urllib.parse import quote

from nbconvert.exporters.templateexporter import TemplateExporter
from nbconvert.preprocessors import Preprocessor
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_notebook, new_output
from traitlets.config import Config

from workbench.errors import ReviewError
from workbench.i18n import Lang, message, require_lang
from workbench.page.shown import Shown
from workbench.publish.inert import require_inert
from workbench.publish.sections import PublishedSection, section_outputs, sections
from workbench.publish.style import POLICY, minified, page_style, running_lines

# By edition: how much of a page is printed
_CSS = {"brief": "wb short", "talk": "wb short talk"}
LANG_TAGS: dict[Lang, str] = {"zh": "zh-CN", "en": "en"}


class SectionsOnly(Preprocessor):
    """Leave of a notebook only what its sections show."""

    def preprocess(
        self, nb: NotebookNode, resources: dict[str, Any]
    ) -> tuple[NotebookNode, dict[str, Any]]:
        """Keep each section's output; code, parameters, notes and tracebacks go."""
        found = [output for cell in nb.cells for output in section_outputs(cell)]
        cells = [
            new_code_cell(id=f"section-{index}", outputs=[output])
            for index, output in enumerate(found)
        ]
        return NotebookNode(nb, cells=cells), resources


class DocumentExporter(TemplateExporter):
    """Write a page from the sections of a notebook, with the package's own template.

    Not nbconvert's HTMLExporter: that one reads the page once more and rewrites its SVG.
    """

    output_mimetype = "text/html"


def document(notebook: NotebookNode, own_style: str = "") -> str:
    """Turn an executed review notebook into its document.

    Parameters
    ----------
    notebook
        Executed without an error; its cover says title and language.
    own_style
        CSS over that of reviews.

    Returns
    -------
    str
        One HTML page: no script, no request, the same bytes for the same sections.

    Raises
    ------
    ReviewError
        When the notebook has no cover, or a section holds something that could run.
    """
    found = sections(notebook)
    cover = next((section for section in found if section.key == "cover"), None)
    if cover is None:
        raise ReviewError(
            "The notebook shows no cover, so it cannot be published. "
            'Keep a cell tagged "section" that ends with review.section("cover").'
        )
    page, _ = _exporter().from_notebook_node(
        notebook, resources={"page": _page(cover, found, own_style)}
    )
    require_inert(page)
    return str(page)


def document_of(sections: Iterable[Shown], own_style: str = "") -> str:
    """Write sections at hand as a document, as if a notebook had shown them."""
    cells = [
        new_code_cell(
            metadata={"tags": ["section"]},
            outputs=[new_output("display_data", data=section._repr_mimebundle_())],
        )
        for section in sections
    ]
    return document(new_notebook(cells=cells), own_style)


def _page(
    cover: PublishedSection, found: tuple[PublishedSection, ...], own_style: str
) -> dict[str, Any]:
    lang = require_lang(cover.record["lang"])
    head, foot = cover.record.get("running_head", ""), cover.record.get("running_foot", "")
    return {
        "lang_tag": LANG_TAGS[lang],
        "policy": POLICY,
        "css": _CSS.get(cover.record.get("edition", ""), "wb"),
        "title": cover.record["title"],
        "style": page_style() + minified(own_style) + running_lines(head, foot),
        "contents_label": message("publish-contents", lang),
        "contents_key": message("publish-contents-key", lang),
        "contents": [
            {**vars(section), "href": quote(section.key)}
            for section in found
            if section.number and cover.record.get("edition") != "brief"  # one page needs none
        ],
        "footer": " · ".join(part for part in (message("publish-made-by", lang), foot) if part),
    }


@cache
def _exporter() -> DocumentExporter:
    with as_file(files("workbench.publish") / "templates") as folder:
        exporter = DocumentExporter(
            config=Config(),  # not the reader's own nbconvert settings
            template_name="review",
            template_file="index.html.j2",
            extra_template_basedirs=[str(folder)],
            default_preprocessors=[],
        )
    exporter.register_preprocessor(SectionsOnly(), enabled=True)
    return exporter
