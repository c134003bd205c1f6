"""What lies beside a document: its other editions, and the formats of each."""

from dataclasses import dataclass

from workbench.i18n import Lang, message
from workbench.review.edition import USUAL


@dataclass(frozen=True)
class File:
    """A file that was made."""

    edition: str  # brief, talk or record
    format: str  # html, pdf, pptx or xlsx
    name: str


@dataclass(frozen=True)
class Link:
    """A link of an index page."""

    label: str
    href: str  # relative, percent-encoded


def file_label(file: File, lang: Lang) -> str:
    """Name a file as a link: its edition, where it is not the usual one, and its format."""
    form = message(f"publish-file-{file.format}", lang)
    if file.edition == USUAL:
        return form
    edition = message(f"publish-edition-{file.edition}", lang)
    if file.format == "html":
        return edition
    return message("publish-edition-file", lang, edition=edition, format=form)
