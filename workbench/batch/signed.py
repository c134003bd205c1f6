"""Signed documents: made once from what was signed, kept apart, and never made again."""

from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from workbench.batch.plan import Plan
from workbench.batch.written import Written
from workbench.private import make_private, write_private_bytes
from workbench.publish.deck.kept import SUFFIX, file_in, is_edited, place_of
from workbench.review.asked_formats import FORMATS
from workbench.review.cycle.answers import SIGNED_AT, cycle_name
from workbench.store import Actor
from workbench.store.opening import store_of

_BATCH = Actor.program("batch")


@dataclass(frozen=True)
class SignedFolder:
    """Where the documents of a signed review are kept."""

    folder: Path  # <rep>/signed/<round>
    noted: frozenset[str]  # hashes of what the store knows was kept for this rep

    def has(self, stem: str) -> bool:
        """Whether a document is kept already: the very page that the store noted."""
        return self.holds(f"{stem}.html")

    def holds(self, name: str) -> bool:
        """Whether a file is kept, the very one that the store noted."""
        file = self.folder / name
        return file.is_file() and _hash(file) in self.noted

    def set_aside(self, stem: str) -> None:
        """Move away what the store knows nothing of: another store's, or changed by hand."""
        page = self.folder / f"{stem}.html"
        if page.is_file() and not self.has(stem):
            self.folder.rename(self.folder.with_name(f"{self.folder.name}-{_hash(page)[:8]}"))

    def restore(self, stem: str) -> Path:
        """Put the kept bytes in place of whatever stands in the rep's folder; give the page."""
        place = self.folder.parent.parent
        for kept in _files(self.folder, stem):
            if not self.holds(kept.name):  # changed by hand: neither it nor what was made of it
                self._set_aside(kept, place / kept.name)
                continue
            content, file = kept.read_bytes(), place / kept.name
            if kept.suffix == SUFFIX:  # never over one that somebody changed
                file = place_of(place, stem).file
            if not file.is_file() or file.read_bytes() != content:
                write_private_bytes(file, content)
        return place / f"{stem}.html"

    def _set_aside(self, kept: Path, shown: Path) -> None:
        """Move away a file that is not as the store noted it, and its like in the rep's folder.

        Where what is shown is as noted, it takes the place of the kept one.
        """
        aside = self.folder / f"{kept.name}-{_hash(kept)[:8]}"
        kept.rename(aside)
        if shown.is_file() and _hash(shown) in self.noted:
            write_private_bytes(kept, shown.read_bytes())
        elif shown.is_file() and shown.suffix != SUFFIX:  # a deck may be somebody's own
            shown.unlink()


def signed_folder(planned: Plan, store: Written, rep_id: str) -> SignedFolder | None:
    """Say where a rep's signed documents belong; None while the review is not signed.

    That of who has left is signed by the manager alone.
    """
    if store.stages.get(rep_id) not in SIGNED_AT:
        return None
    number = store.answers(rep_id).signed_round
    if not number:
        return None
    folder = planned.folder / planned.folders[rep_id] / "signed" / str(number)
    return SignedFolder(folder, store.kept.get(rep_id, frozenset()))


def keep_signed(planned: Plan, rep_id: str, signed: SignedFolder, stem: str) -> None:
    """Keep a document of a signed review as it is now, and note its hashes; once.

    The page is written last: where it lies, the hashes are in the store.
    """
    if signed.has(stem):
        return
    signed.set_aside(stem)
    make_private(signed.folder.parent)
    make_private(signed.folder)
    made = _files(signed.folder.parent.parent, stem)
    contents = {f"{stem}{each.suffix}": each.read_bytes() for each in made}
    hashes = {name: sha256(content).hexdigest() for name, content in contents.items()}
    *before, (page, content) = contents.items()
    for name, other in before:
        write_private_bytes(signed.folder / name, other)
    _note(planned, rep_id, hashes)
    write_private_bytes(signed.folder / page, content)


def keep_later(
    planned: Plan, rep_id: str, signed: SignedFolder, made: dict[str, bytes], source: str
) -> SignedFolder:
    """Keep files that were made later of what was signed, and note them and their source.

    Gives the folder as the store notes it then.

    Parameters
    ----------
    made
        Their bytes by name.
    source
        Name of the kept file they were made of.
    """
    hashes = {name: sha256(content).hexdigest() for name, content in made.items()}
    _note(planned, rep_id, hashes, {source: _hash(signed.folder / source)})
    for name, content in made.items():
        write_private_bytes(signed.folder / name, content)
    return replace(signed, noted=signed.noted.union(hashes.values()))


def _note(
    planned: Plan, rep_id: str, hashes: dict[str, str], source: dict[str, str] | None = None
) -> None:
    cycle = cycle_name(planned.period.name, planned.template)
    store = store_of(planned.workspace)
    try:
        with store.writing() as connection:
            place = (cycle, rep_id)
            store.note(
                connection, _BATCH, "publish", rep_id, review=place, before=source, after=hashes
            )
    finally:
        store.engine.dispose()


def _hash(file: Path) -> str:
    return sha256(file.read_bytes()).hexdigest()


def _files(folder: Path, stem: str) -> list[Path]:
    names = ("ipynb", *FORMATS[1:], FORMATS[0])  # the page comes last
    found = (file_in(folder, stem, name) for name in names)
    return [file for file in found if file is not None and not _is_changed_deck(file)]


def _is_changed_deck(file: Path) -> bool:
    return file.suffix == SUFFIX and is_edited(file)
