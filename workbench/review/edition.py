"""The editions of one review: a page for a look, what a talk needs, and everything for the file."""

from collections.abc import Iterable
from dataclasses import replace

from workbench.errors import UnknownNameError
from workbench.i18n import error
from workbench.page.form import Form
from workbench.page.section import Section
from workbench.page.short import short
from workbench.page.shown import Shown

EDITIONS = ("brief", "talk", "record")
USUAL = "talk"  # goes unnamed in the names of files; decks and workbooks are made with it
EVERY_EDITION = ("pdf",)  # formats beside HTML that each has a file of
_ON_ONE_PAGE = ("cover", "summary")
_FOR_THE_FILE = ("appendix",)  # sections a talk goes without on paper


def asked_editions(told: str) -> tuple[str, ...]:
    """Read which editions are asked for; () where none is named.

    Raises
    ------
    UnknownNameError
        For one there is not.
    """
    asked = tuple(dict.fromkeys(name.strip() for name in told.split(",") if name.strip()))
    unknown = next((name for name in asked if name not in EDITIONS), None)
    if unknown is not None:
        raise error(
            UnknownNameError, "refusal-no-edition", edition=unknown, editions=", ".join(EDITIONS)
        )
    return tuple(name for name in EDITIONS if name in asked)


def formats_of(edition: str, formats: Iterable[str]) -> tuple[str, ...]:
    """Give the formats an edition has files of; there is one deck and one workbook for all."""
    return tuple(name for name in formats if edition == USUAL or name in EVERY_EDITION)


def is_in(key: str, edition: str) -> bool:
    """Whether an edition has a section at all."""
    return edition != "brief" or key in _ON_ONE_PAGE


def edited(made: Shown, edition: str) -> Shown:
    """Give a section as an edition shows it on a screen; its cover says which one it is of."""
    told = made if made.cover is None else replace(made, facts={**made.facts, "edition": edition})
    return short(replace(told, form=_written(told.form))) if edition == "brief" else told


def _written(form: Form | None) -> Form | None:
    """Keep what was written: a page to look at leaves no room for what was not."""
    items = tuple(item for item in form.items if item.written) if form else ()
    return replace(form, items=items) if form and items else None


def on_paper(made: Section, edition: str) -> Section | None:
    """Give a section as an edition prints it; None where it leaves it out."""
    if edition == "record":
        return made
    return None if made.key in _FOR_THE_FILE else short(made)
