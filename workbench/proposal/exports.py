"""The files of a folder, as they are read: what may be exported tables, and what is none."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from workbench.errors import Doubt, SourceError
from workbench.i18n import Lang, message
from workbench.proposal.alike import distinct
from workbench.proposal.export import Export, read_export
from workbench.sources.reading.sheets import sheets_of
from workbench.sources.scratch import Scratch

ENDINGS = ("csv", "tsv", "psv", "txt", "xlsx", "xls", "xlsb", "ods", "parquet")


@dataclass(frozen=True)
class Found:
    """What a folder holds."""

    exports: tuple[Export, ...]
    passed_over: Mapping[str, str]  # file: the sentence that says why
    doubts: Mapping[str, Doubt]  # file: what has to be told before it can be read


def found_exports(
    scratch: Scratch, folder: Path, told: Mapping[str, Mapping[str, Any]], lang: Lang
) -> Found:
    """Read every file of a folder that may be a table.

    Parameters
    ----------
    told
        Options of files that were told, by name: `{"deals.csv": {"encoding": "gb18030"}}`.

    Raises
    ------
    SourceError
        When the folder is missing or holds no file that may be a table.
    """
    if not folder.is_dir():
        raise SourceError(f"There is no folder {str(folder)!r}. Give the one your exports lie in.")
    exports: list[Export] = []
    passed_over: dict[str, str] = {}
    doubts: dict[str, Doubt] = {}
    for path, sheet in _tables(folder, passed_over, lang):
        options = {**sheet, **told.get(path.name, {})}
        try:
            exports.append(read_export(scratch, path, options, f"{len(exports)}"))
        except SourceError as reason:
            if reason.doubts:
                doubts[path.name] = reason.doubts[0]
            else:
                passed_over[_called(path, sheet)] = str(reason)
    if not exports and not doubts:
        endings = ", ".join(ENDINGS)
        raise SourceError(f"{str(folder)!r} holds no table: no file of {endings}.")
    return Found(tuple(distinct(scratch, exports, passed_over, lang)), passed_over, doubts)


def _tables(
    folder: Path, passed_over: dict[str, str], lang: Lang
) -> Iterator[tuple[Path, dict[str, Any]]]:
    for path in sorted(folder.iterdir()):
        if path.is_dir() or path.name.startswith((".", "~$")) or path.name == "workbench.toml":
            continue
        if path.suffix.lower().lstrip(".") not in ENDINGS:
            passed_over[path.name] = message(
                "proposal-ending", lang, file=path.name, endings=", ".join(ENDINGS)
            )
            continue
        sheets = sheets_of(path)
        if len(sheets) > 1:
            yield from ((path, {"sheet": sheet}) for sheet in sheets)
        else:
            yield path, {}


def _called(path: Path, sheet: Mapping[str, Any]) -> str:
    return f"{path.name} [{sheet['sheet']}]" if sheet else path.name
