"""Whether a source is still what a snapshot was made from; told in words, cheaply."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

from workbench.errors import SourceError
from workbench.snapshots.freeze import reader_digest
from workbench.snapshots.kept import Kept
from workbench.snapshots.snapshot import read_snapshot
from workbench.snapshots.source_record import FileMark, mark, shaping_keys, write_record
from workbench.sources.places import told_files
from workbench.sources.workspace import Workspace

_PROGRAM = "the program"
_NAMED = 3  # how many of what changed a line names


@dataclass(frozen=True)
class Comparison:
    """What differs between a source and what a snapshot was made from."""

    changed: tuple[str, ...]  # files and keys as people know them; () when all is the same
    marks: Mapping[str, FileMark]  # how the files look now, where that was looked at

    @property
    def told(self) -> str:
        """Name what changed, as `deals.csv and [tables.deals] units.amount`."""
        named = list(self.changed[:_NAMED])
        more = len(self.changed) - len(named)
        named += [f"{more} more"] if more else []
        return " and ".join([", ".join(named[:-1]), named[-1]] if named[1:] else named)

    @property
    def sentence(self) -> str:
        """Begin a sentence about what changed: `deals.csv changed`."""
        told = f"{self.told} changed"
        return told[0].upper() + told[1:] if self.changed[0] == _PROGRAM else told


def compare(workspace: Workspace, kept: Kept) -> Comparison:
    """Compare the source of a workspace with what a snapshot was made from.

    A file is read only where its size, times or inode differ, or where it had changed so shortly
    before it was read that a change after it could not be seen by them.
    """
    record = kept.record
    if record is None:
        return Comparison((_PROGRAM,), {})  # an earlier version, which did not say
    marks: dict[str, FileMark] = {}
    changed = []
    keys = tuple(_keys(record.keys, shaping_keys(workspace)))
    told = told_files(workspace)
    for name, path in told.items():
        before, now = record.files.get(name), _looked(path, record.files.get(name))
        if now is not None:
            marks[name] = now
        if now is None or before is None or before.sha256 != now.sha256:
            changed.append(name)
    if not keys:  # of a pattern that is told as it was
        changed += [name for name in record.files if name not in told]
    program = [_PROGRAM] if record.reader != reader_digest() else []
    return Comparison(tuple(chain(changed, keys, program)), marks)


def _looked(path: Path, before: FileMark | None) -> FileMark | None:
    """Look at a file; None where it is gone or cannot be read: freezing says why."""
    try:
        is_same = before is not None and before.looks_the_same(path.stat())
        return before if is_same else mark(path)
    except (OSError, SourceError):
        return None


def moved_on(workspace: Workspace, kept: Kept) -> Comparison:
    """Compare the source alone, not the program, with what a pinned snapshot was made from."""
    if kept.record:
        found = compare(workspace, kept)
        return replace(found, changed=tuple(each for each in found.changed if each != _PROGRAM))
    told = read_snapshot(kept.folder).manifest["tables"].values()
    before = {name: digest for entry in told for name, digest in entry.get("files", {}).items()}
    looked = {path.name: _looked(path, None) for path in told_files(workspace).values()}
    now = {name: each.sha256 for name, each in looked.items() if each is not None}
    changed = sorted(name for name in before if before[name] != now.get(name))
    return Comparison(tuple(changed), {})


def remember(kept: Kept, found: Comparison) -> None:
    """Keep how unchanged files look now, so that they need not be read the next time.

    Only for who may freeze; it changes nothing that anybody reads of a snapshot.
    """
    record = kept.record
    if record and not found.changed and dict(found.marks) != dict(record.files):
        with suppress(OSError):  # a folder that cannot be written is read all the same
            write_record(kept.folder, replace(record, files=found.marks))


def _keys(before: Mapping[str, str], now: Mapping[str, str]) -> Iterator[str]:
    """Name the keys of workbench.toml that differ, as `[tables.deals] units.amount`."""
    for key in sorted({*before, *now}):
        if before.get(key) != now.get(key):
            parts = key.split(".")
            room = 2 if parts[0] in ("tables", "files") else 1
            yield f"[{'.'.join(parts[:room])}] {'.'.join(parts[room:])} of workbench.toml"
