"""The files beside a page: what a notebook's sections were written in, made into files."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from nbformat import NotebookNode

from workbench.errors import ReviewError
from workbench.i18n import Lang, require_lang
from workbench.page.renderers import RENDERERS
from workbench.page.sheet import tables_of
from workbench.page.shown import Shown
from workbench.publish.deck.base import base_of
from workbench.publish.deck.made import deck
from workbench.publish.extra import library
from workbench.publish.faces import faces_of
from workbench.publish.pdf import Paper, pdf
from workbench.publish.sections import PublishedSection, sections
from workbench.publish.workbook import workbook

_SHEETS = {"brief": 1, "talk": 8}  # what a look and a talk take at most
_LIBRARIES = {
    "pdf": ("typst", "fontTools.ttLib"), "pptx": ("pptx", "xlsxwriter"), "xlsx": ("xlsxwriter",),
}  # fmt: skip


def require_formats(
    fonts: Sequence[str],
    formats: Iterable[str],
    langs: Iterable[Lang],
    template: Path | None = None,
) -> None:
    """Refuse formats this machine cannot make, before anything runs.

    Parameters
    ----------
    fonts
        As workbench.toml names them; () takes what is usual.
    template
        Of decks; None takes a plain one.

    Raises
    ------
    ParameterError
        Where a library or every font is missing, or the template cannot be used; says what to do.
    """
    for name in formats:
        for needed in _LIBRARIES.get(name, ()):
            library(needed)
        if name == "pdf":
            for lang in langs:
                faces_of(fonts, lang)
        elif name == "pptx":
            base_of(template)


def in_formats(
    notebook: NotebookNode,
    formats: Collection[str],
    fonts: Sequence[str],
    template: Path | None = None,
    *,
    is_later: bool = False,
) -> dict[str, bytes]:
    """Make files of an executed notebook, by format.

    Parameters
    ----------
    formats
        Those to make; one the notebook holds no source of is left out.
    is_later
        Whether it was signed before: then the files say so in their foot.

    Returns
    -------
    dict
        Empty where HTML alone was asked for.
    """
    found = sections(notebook)
    sources: dict[str, list[str]] = {}
    for section in found:
        for name, text in section.sources.items():
            if name in formats:
                sources.setdefault(name, []).append(text)
    if not sources:
        return {}
    cover = next((section for section in found if section.key == "cover"), None)
    if cover is None:
        raise ReviewError(
            "The notebook shows no cover, so no file can be made beside its page. "
            'Keep a cell tagged "section" that ends with review.section("cover").'
        )
    paper = _paper(cover)
    if is_later:
        paper = replace(paper, later=cover.record.get("later", ""))
    return {name: _file(name, texts, paper, fonts, template) for name, texts in sources.items()}


def files_of(
    sections: Sequence[Shown],
    formats: Iterable[str],
    fonts: Sequence[str],
    paper: Paper,
    template: Path | None = None,
) -> dict[str, bytes]:
    """Make the files of sections at hand, by format; the first section is their cover."""
    made: dict[str, bytes] = {}
    for name in formats:
        whole = [tables_of(sections, paper.title)] if name == "xlsx" else sections
        texts = [RENDERERS[name](each) for each in whole]
        made[name] = _file(name, texts, paper, fonts, template)
    return made


def paper_of(cover: Mapping[str, str], day: date, standing: str = "") -> Paper:
    """Read what stands around a document from what its cover says of itself."""
    edition = cover.get("edition", "record")
    return Paper(
        title=cover["title"],
        lang=require_lang(cover["lang"]),
        day=day,
        head=cover.get("running_head", ""),
        foot=cover.get("running_foot", ""),
        standing=standing,
        is_short=edition != "record",
        most=_SHEETS.get(edition, 0),
    )


def _file(
    name: str, texts: Sequence[str], paper: Paper, fonts: Sequence[str], template: Path | None
) -> bytes:
    if name == "xlsx":
        return workbook(texts[0], paper.day, paper.later)
    if name == "pptx":
        return deck(texts, paper, template)
    return pdf(texts, paper, faces_of(fonts, paper.lang))


def _paper(cover: PublishedSection) -> Paper:
    told = cover.record
    return paper_of(told, date.fromisoformat(told["as_of"]), told.get("standing", ""))
