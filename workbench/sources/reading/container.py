"""What a file is: by its first bytes, then by its ending."""

import zipfile
from pathlib import Path
from typing import Literal

from workbench.errors import SourceError

Kind = Literal["text", "xlsx", "xlsb", "ods", "xls", "html", "parquet"]

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PARQUET = b"PAR1"
_FOREIGN = (
    (b"%PDF", "a PDF"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
)
_MARKUP = (b"<html", b"<!doctype html", b"<table", b"<head", b"<body", b"<meta", b"<style", b"<div")
_BINARY_ENDINGS = (".xlsx", ".xlsm", ".xlsb", ".ods", ".xls", ".parquet")
_INSIDE: tuple[tuple[str, Kind], ...] = (
    ("xl/workbook.xml", "xlsx"),
    ("xl/workbook.bin", "xlsb"),
    ("content.xml", "ods"),
)
_START = 4096
_CONTROLS = frozenset(range(32)) - frozenset(b"\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f")


def kind_of(path: Path, unpacked: int) -> Kind:
    """Say what a file is.

    Parameters
    ----------
    path
        Any file.
    unpacked
        How many bytes a workbook may unpack to, from `Limits.unpacked`.

    Raises
    ------
    SourceError
        When it cannot be opened, is empty, is broken, or is nothing that holds a table.
    """
    start = _start(path)
    foreign = next((name for mark, name in _FOREIGN if start.startswith(mark)), "")
    if foreign:
        raise SourceError(f"{path} is {foreign}. Export the table as CSV or as a workbook.")
    if _begins_and_ends(path, start):
        return "parquet"
    if start.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zipped(path, unpacked)
    if start.startswith(_OLE):
        return _ole(path)
    return _plain(path, start)


def is_parquet(path: Path) -> bool:
    """Whether a file's columns have kinds of their own; raises as `kind_of`."""
    return _begins_and_ends(path, _start(path))


def _begins_and_ends(path: Path, start: bytes) -> bool:
    is_named = path.suffix.lower() == ".parquet"
    return start.startswith(_PARQUET) and (is_named or _ends(path))


def _start(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            start = file.read(_START)
    except OSError as reason:
        raise SourceError(f"{path} cannot be opened: {reason.strerror}.") from reason
    if not start:
        raise SourceError(f"{path} is empty. Its first row must hold the names of the columns.")
    return start


def _ends(path: Path) -> bool:
    """Tell whether a file ends as Parquet does: the first cell of a text may be PAR1 as well."""
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - len(_PARQUET)))
        return file.read() == _PARQUET


def _plain(path: Path, start: bytes) -> Kind:
    text = start.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if text.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = text[2:].replace(b"\0", b"").lstrip()
    if text.startswith(b"<?xml") and b"excel.sheet" in text:
        raise SourceError(f"{path} is an XML spreadsheet of Excel 2003. Save it as .xlsx.")
    if text.startswith(_MARKUP) or (text.startswith(b"<?xml") and b"<html" in text):
        return "html"
    ending = path.suffix.lower()
    is_wide = start.startswith((b"\xff\xfe", b"\xfe\xff")) or 3 * start.count(0) > len(start)
    if ending in _BINARY_ENDINGS and not is_wide and _CONTROLS & set(start):
        raise _broken(path)
    return "text"


def _broken(path: Path) -> SourceError:
    kind = "Parquet file" if path.suffix.lower() == ".parquet" else "workbook"
    return SourceError(f"{path} is no {kind} that can be read. Export it again.")


def _zipped(path: Path, unpacked: int) -> Kind:
    try:
        with zipfile.ZipFile(path) as archive:
            _refuse_bomb(path, sum(member.file_size for member in archive.infolist()), unpacked)
            names = set(archive.namelist())
            damaged = archive.testzip()
    except SourceError:
        raise
    except Exception as reason:  # zipfile, zlib, lzma and struct say it in their own ways
        raise _cut_off(path) from reason
    if damaged:
        raise _cut_off(path)
    kind = next((kind for name, kind in _INSIDE if name in names), None)
    if kind is None:
        raise SourceError(f"{path} is a zip archive without a workbook in it. Unpack it first.")
    return kind


def _cut_off(path: Path) -> SourceError:
    return SourceError(
        f"{path} is damaged: half a workbook, or one changed on its way. Export it again."
    )


def _refuse_bomb(path: Path, size: int, unpacked: int) -> None:
    if size > unpacked:
        raise SourceError(
            f"{path} unpacks to {size:,} bytes, more than the {unpacked:,} allowed. Export it as "
            f"CSV, or raise the limit in workbench.toml: [limits] unpacked = {size}"
        )


def _ole(path: Path) -> Kind:
    raw = path.read_bytes()
    if "EncryptedPackage".encode("utf-16-le") in raw:
        raise SourceError(f"{path} is locked with a password. Save it without one.")
    if not any(name.encode("utf-16-le") in raw for name in ("Workbook", "Book")):
        raise SourceError(
            f"{path} is an old Office file without a workbook in it. Export it as CSV."
        )
    return "xls"
