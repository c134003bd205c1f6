"""Who may read what the workbench wrote about people: its owner alone."""

from collections.abc import Iterator
from pathlib import Path

from workbench.review.security.finding import Finding, some
from workbench.sources.workspace import FILE_NAME, STORE_NAME, Workspace

_OTHERS, _WRITING = 0o077, 0o022
_OF_PEOPLE = ("snapshots", "facts", "views", "lab")
# What is run, or decides figures and pay: who writes there acts as whoever runs the workbench
_DECIDING = ("plans", "templates", "notebooks", "growth.toml", FILE_NAME)


def open_to_others(workspace: Workspace) -> Iterator[Finding]:
    """Find what others than the owner may read or write; one finding for each place."""
    for place in _places(workspace):
        loose = [each for each in _all_of(place) if each.lstat().st_mode & _OTHERS]
        if loose:
            yield Finding("modes-open", _told(place, loose))


def writable_by_others(workspace: Workspace) -> Iterator[Finding]:
    """Find plans, notebooks and rules that others may change, or that lie outside the workspace."""
    for place in (workspace.folder, *(workspace.folder / name for name in _DECIDING)):
        found = [place] if place == workspace.folder else _all_of(place)
        loose = [each for each in found if not each.is_symlink() and _is_writable(each)]
        if loose:
            yield Finding("plans-writable", _told(place, loose))
    for place in (workspace.folder / name for name in _DECIDING):
        for link in (each for each in _all_of(place) if each.is_symlink()):
            if not link.resolve().is_relative_to(workspace.folder.resolve()):
                yield Finding("plans-outside", {"place": str(link), "to": str(link.resolve())})


def _places(workspace: Workspace) -> Iterator[Path]:
    yield from sorted(workspace.folder.glob(f"{STORE_NAME}*"))
    yield from sorted(workspace.folder.glob("*.jsonl"))
    yield from (workspace.folder / name for name in _OF_PEOPLE)
    yield workspace.outputs


def _all_of(place: Path) -> list[Path]:
    """List a place and all it holds; nothing where it is not there. Links are not followed."""
    if not place.exists() and not place.is_symlink():
        return []
    held = sorted(place.rglob("*")) if place.is_dir() and not place.is_symlink() else []
    return [place, *(each for each in held if each.is_symlink() or each.exists())]


def _is_writable(place: Path) -> bool:
    return bool(place.lstat().st_mode & _WRITING)


def _told(place: Path, loose: list[Path]) -> dict[str, str | int]:
    return {"place": str(place), "n": len(loose), "files": some(_named(loose, place))}


def _named(loose: list[Path], place: Path) -> Iterator[str]:
    for each in loose:
        mode = f"{each.lstat().st_mode & 0o777:04o}"
        yield f"{each.relative_to(place) if each != place else each.name} {mode}"
