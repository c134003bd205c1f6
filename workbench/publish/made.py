"""The files beside a page: what a notebook's sections were written in, made into files."""

from collections.abc import Iterable, Sequence
from datetime import date

from nbformat import NotebookNode

from workbench.errors import ReviewError
from workbench.i18n import Lang, require_lang
from workbench.publish.extra import library
from workbench.publish.faces import faces_of
from workbench.publish.pdf import Paper, pdf
from workbench.publish.sections import PublishedSection, sections
from workbench.publish.workbook import workbook

_LIBRARIES = {"pdf": ("typst", "fontTools.ttLib"), "xlsx": ("xlsxwriter",)}


def require_formats(fonts: Sequence[str], formats: Iterable[str], langs: Iterable[Lang]) -> None:
    """Refuse formats this machine cannot make, before anything runs.

    Parameters
    ----------
    fonts
        As workbench.toml names them; () takes what is usual.

    Raises
    ------
    ParameterError
        Where a library or every font is missing; says what to install.
    """
    for name in formats:
        for needed in _LIBRARIES.get(name, ()):
            library(needed)
        if name == "pdf":
            for lang in langs:
                faces_of(fonts, lang)


def in_formats(notebook: NotebookNode, fonts: Sequence[str]) -> dict[str, bytes]:
    """Make the files an executed notebook holds the sources of, by format.

    Returns
    -------
    dict
        Empty where HTML alone was asked for.
    """
    found = sections(notebook)
    sources: dict[str, list[str]] = {}
    for section in found:
        for name, text in section.sources.items():
            sources.setdefault(name, []).append(text)
    if not sources:
        return {}
    cover = next((section for section in found if section.key == "cover"), None)
    if cover is None:
        raise ReviewError(
            "The notebook shows no cover, so no file can be made beside its page. "
            'Keep a cell tagged "section" that ends with review.section("cover").'
        )
    return {name: _file(name, texts, cover, fonts) for name, texts in sources.items()}


def _file(name: str, texts: Sequence[str], cover: PublishedSection, fonts: Sequence[str]) -> bytes:
    paper = _paper(cover)
    if name == "xlsx":
        return workbook(texts[0], paper.day)
    return pdf(texts, paper, faces_of(fonts, paper.lang))


def _paper(cover: PublishedSection) -> Paper:
    told = cover.record
    return Paper(
        title=told["title"],
        lang=require_lang(told["lang"]),
        day=date.fromisoformat(told["as_of"]),
        head=told.get("running_head", ""),
        foot=told.get("running_foot", ""),
        standing=told.get("standing", ""),
    )
