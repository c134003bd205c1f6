"""What lies beside a document: its other editions, and the formats of each."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from workbench.i18n import Lang, message
from workbench.review.asked_formats import FORMATS
from workbench.review.edition import EDITIONS, USUAL

_PAGE = FORMATS[0]


@dataclass(frozen=True)
class File:
    """A file that was made."""

    edition: str  # brief, talk or record
    format: str  # html, pdf, pptx or xlsx
    name: str


@dataclass(frozen=True)
class Link:
    """A link of an index page."""

    label: str  # in its line, which begins with the edition
    name: str  # in full, for who hears it alone
    href: str  # relative, percent-encoded


def links(files: Iterable[File], folder: str, lang: Lang) -> tuple[tuple[Link, ...], ...]:
    """Lead to files, a line for each edition; the usual one has no name of its own."""
    by_edition: dict[str, list[Link]] = {}
    for each in files:
        found = by_edition.setdefault(each.edition, [])
        form, href = message(f"publish-file-{each.format}", lang), href_of(folder, each.name)
        edition = message(f"publish-edition-{each.edition}", lang)
        full = message("publish-edition-file", lang, edition=edition, format=form)
        is_first = each.edition != USUAL and not found
        label = (edition if each.format == _PAGE else full) if is_first else form
        found.append(Link(label, full, href))
    return tuple(map(tuple, by_edition.values()))


def page_of(files: Sequence[File]) -> File | None:
    """Choose the page a name leads to: the usual edition, else the fullest there is."""
    order = (USUAL, *reversed(EDITIONS))
    pages = [each for each in files if each.format == _PAGE]
    return min(pages, key=lambda each: order.index(each.edition), default=None)


def href_of(folder: str, name: str) -> str:
    """Write the address of a file beside the folder of an index; "" for no file."""
    return f"../{quote(folder, safe='')}/{quote(name, safe='')}" if name else ""
