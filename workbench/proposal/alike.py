"""Files of the same columns: several of one table, or one twice."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from workbench.i18n import Lang, message
from workbench.proposal.export import Export, anywhere, read_export
from workbench.sources.places import files_of
from workbench.sources.scratch import Scratch
from workbench.sources.table_source import FileSource


def distinct(
    scratch: Scratch, exports: list[Export], passed_over: dict[str, str], lang: Lang
) -> Iterator[Export]:
    """Put files of the same columns together; of the same file twice, one counts."""
    alike: dict[tuple[object, ...], list[Export]] = {}
    for export in exports:
        key = (frozenset(export.headers), export.told.get("sheet"), export.paths[0].suffix)
        alike.setdefault(key, []).append(export)
    for group in alike.values():
        kept: list[Export] = []
        for export in group:
            twin = next((each for each in kept if _same(each, export)), None)
            if twin is None:
                kept.append(export)
            else:
                passed_over[export.file] = message(
                    "proposal-twin", lang, file=export.file, twin=twin.file
                )
        yield from _together(scratch, kept, passed_over, lang)


def _together(
    scratch: Scratch, group: list[Export], passed_over: dict[str, str], lang: Lang
) -> Iterator[Export]:
    if len(group) == 1:
        yield group[0]
        return
    paths = tuple(path for export in group for path in export.paths)
    pattern = _pattern(paths)
    if pattern:
        place = group[0].paths[0].parent / pattern
        yield replace(
            read_export(scratch, place, group[0].told, f"of_{group[0].raw.name}"), paths=paths
        )
        return
    first, *others = group
    for export in others:
        passed_over[export.file] = message(
            "proposal-alike", lang, file=export.file, first=first.file
        )
    yield first


def _pattern(paths: Sequence[Path]) -> str:
    """Write what stands for these files and no other of the folder; "" where nothing does."""
    stems = [path.stem for path in paths]
    prefix = re.split(r"[\d(]", stems[0])[0]
    if not prefix or not all(stem.startswith(prefix) for stem in stems):
        return ""
    names = {path.name for path in paths}
    tried = (f"{prefix}{star}{paths[0].suffix}" for star in ("*", "[0-9]*"))
    return next((each for each in tried if _meant(paths[0].parent, each) == names), "")


def _meant(folder: Path, pattern: str) -> set[str]:
    """Name the files a pattern stands for, by the reader's own rule."""
    return {path.name for path in files_of(anywhere(folder), FileSource(file=pattern)).values()}


def _same(one: Export, other: Export) -> bool:
    return one.paths[0].read_bytes() == other.paths[0].read_bytes() and one.told == other.told
