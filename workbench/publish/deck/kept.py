"""Where a deck is written: never over one that somebody changed."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from workbench.errors import Said
from workbench.i18n import said, told
from workbench.private import write_private_bytes
from workbench.publish.deck.package import is_as_written, titles_in

_LOG = logging.getLogger("workbench")
SUFFIX = ".pptx"
_MOST_NAMED = 3  # headings a line names


@dataclass(frozen=True)
class Place:
    """Where a deck goes."""

    file: Path
    edited: Path | None = None  # the last of those changed by hand before it


def place_of(folder: Path, stem: str) -> Place:
    """Find where the next deck goes: `review.pptx`, else `review.2.pptx`, and so on."""
    edited, number = None, 1
    while is_edited(file := folder / _name(stem, number)):
        edited, number = file, number + 1
    return Place(file, edited)


def is_edited(file: Path) -> bool:
    """Whether somebody changed a deck since it was written; a missing one nobody did."""
    return file.is_file() and not is_as_written(file.read_bytes())


def decks_of(folder: Path, stem: str) -> list[Path]:
    """List the decks of a document, the changed ones too."""
    found, number = [], 1
    while (file := folder / _name(stem, number)).is_file():
        found.append(file)
        number += 1
    return found


def file_in(folder: Path, stem: str, name: str) -> Path | None:
    """Give a document's file of a format; of decks the one as the workbench wrote it, if any is.

    Returns
    -------
    Path or None
        None where there is none; a deck of which only changed ones are left is the last of these.
    """
    if f".{name}" != SUFFIX:
        file = folder / f"{stem}.{name}"
        return file if file.is_file() else None
    decks = decks_of(folder, stem)
    return next((file for file in decks if not is_edited(file)), decks[-1] if decks else None)


def placed(
    folder: Path, stem: str, made: Mapping[str, bytes]
) -> tuple[dict[str, bytes], Said | None]:
    """Give files the names they are written under: a deck never takes that of a changed one.

    Parameters
    ----------
    made
        By format.

    Returns
    -------
    dict, Said or None
        The files by name, and what to tell where a changed deck was kept.
    """
    place = place_of(folder, stem)
    names = {name: f"{stem}.{name}" for name in made} | {SUFFIX[1:]: place.file.name}
    deck = made.get(SUFFIX[1:])
    note = None if deck is None else kept_told(place, deck)
    return {names[name]: content for name, content in made.items()}, note


def write_beside(folder: Path, stem: str, made: Mapping[str, bytes]) -> list[Path]:
    """Write the files of a page, by format, and note where a changed deck was kept."""
    contents, note = placed(folder, stem, made)
    for name, content in contents.items():
        write_private_bytes(folder / name, content)
    if note is not None:
        _LOG.warning(told(note, "en"), extra={"said": note})
    return [folder / name for name in contents]


def kept_told(place: Place, content: bytes) -> Said | None:
    """Say that a changed deck was kept, and which headings of the new one it does not have."""
    if place.edited is None:
        return None
    names = {"edited": place.edited.name, "written": place.file.name}
    before, now = titles_in(place.edited.read_bytes()), titles_in(content)
    if before is None or now is None:
        return said("slides-kept", moved="unread", titles="", **names)
    other = [title for title in now if title not in before]
    named = " · ".join(other[:_MOST_NAMED]) + (" …" if len(other) > _MOST_NAMED else "")
    return said("slides-kept", moved="some" if other else "none", titles=named, **names)


def _name(stem: str, number: int) -> str:
    return f"{stem}{SUFFIX}" if number == 1 else f"{stem}.{number}{SUFFIX}"
