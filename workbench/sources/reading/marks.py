"""What a sheet of .xlsx says beside its values: number formats, errors, formulas not computed."""

import posixpath
import re
import zipfile
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from xml.etree import ElementTree as ET
from xml.parsers import expat

from openpyxl.styles.numbers import BUILTIN_FORMATS

from workbench.errors import SourceError
from workbench.sources.reading.formats import format_of

NOT_CALCULATED = "#NOT_CALCULATED!"

_TAGS = frozenset(("c", "v", "t", "f", "row"))
_VALUE = re.compile(rb"<(?:\w+:)?(?:v|is)[ />]")
_BLOCK = 1 << 18
_ROOMY = 20_000_000  # cells of the rectangle around all values, from where it is looked at
_EMPTY = 50  # times as many cells as values


@dataclass
class Marks:
    """By row and column, counted from 0."""

    codes: dict[tuple[int, int], str] = field(default_factory=dict)  # number formats that matter
    texts: dict[tuple[int, int], str] = field(default_factory=dict)  # errors
    last: tuple[int, int] = (0, 0)  # the furthest row and column with a value
    values: int = 0


def marks_of(path: Path, sheet: str) -> Marks:
    """Read what python-calamine leaves out of a sheet of .xlsx.

    Raises
    ------
    SourceError
        When a value stands so far away that the sheet would fill the memory.
    """
    with zipfile.ZipFile(path) as archive:
        name = _part(archive, sheet)
        scan = _Scan(_codes(archive))
        with archive.open(name) as part:
            while block := part.read(_BLOCK):
                scan.parser.Parse(block, False)  # noqa: FBT003 (expat takes it by place)
            scan.parser.Parse(b"", True)  # noqa: FBT003
    rows, columns = (last + 1 for last in scan.marks.last)
    if rows * columns > max(_ROOMY, _EMPTY * scan.marks.values):
        raise SourceError(
            f"{path}: sheet {sheet!r} has a value in row {rows:,} or column {columns:,}, far away "
            "from the others. Clear that cell and save the workbook."
        )
    return scan.marks


def holds(path: Path, sheet: str) -> bool:
    """Tell whether a sheet of .xlsx has any value, and read no further than the first."""
    with zipfile.ZipFile(path) as archive, archive.open(_part(archive, sheet)) as part:
        rest = b""
        while block := part.read(_BLOCK):
            if _VALUE.search(rest + block):
                return True
            rest = block[-32:]
    return False


def _part(archive: zipfile.ZipFile, sheet: str) -> str:
    book = ET.fromstring(archive.read("xl/workbook.xml"))  # expat bounds entities
    links = ET.fromstring(archive.read("xl/_rels/workbook.xml.rels"))
    targets = {link.get("Id"): link.get("Target", "") for link in links}
    for entry in book.findall("{*}sheets/{*}sheet"):
        if entry.get("name") == sheet:
            key = next(value for name, value in entry.items() if name.endswith("}id"))
            target = targets[key]
            return target.lstrip("/") if target.startswith("/") else _within(target)
    raise KeyError(sheet)


def _within(target: str) -> str:
    return posixpath.normpath(f"xl/{target}")


def _codes(archive: zipfile.ZipFile) -> list[str]:
    """List the number formats by a cell's style; "" for one that adds nothing to the number."""
    if "xl/styles.xml" not in archive.namelist():
        return []
    styles = ET.fromstring(archive.read("xl/styles.xml"))
    own = {
        int(entry.get("numFmtId", "0")): entry.get("formatCode", "")
        for entry in styles.findall("{*}numFmts/{*}numFmt")
    }
    codes = []
    for style in styles.findall("{*}cellXfs/{*}xf"):
        number = int(style.get("numFmtId", "0"))
        code = own.get(number) or BUILTIN_FORMATS.get(number, "")
        codes.append(code if format_of(code).kind else "")
    return codes


class _Scan:
    """One pass over a sheet's XML; the handlers are called for each of its cells."""

    def __init__(self, codes: list[str]) -> None:
        self.marks = Marks()
        self._codes = codes
        self._row, self._column = -1, -1
        self._style, self._kind = "", ""
        self._has_formula, self._is_value = False, False
        self._value = ""
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text

    def _start(self, tag: str, given: dict[str, str]) -> None:
        name = tag if tag in _TAGS else tag.rpartition(":")[2]
        if name == "c":
            self._place(given.get("r", ""))
            self._style, self._kind = given.get("s", ""), given.get("t", "")
            self._has_formula, self._value = False, ""
        elif name in ("v", "t"):
            self._is_value = True
        elif name == "f":
            self._has_formula = True
        elif name == "row":
            self._row = int(given["r"]) - 1 if given.get("r", "").isdigit() else self._row + 1
            self._column = -1

    def _place(self, reference: str) -> None:
        letters = reference.rstrip("0123456789")
        self._column = _column(letters) if letters else self._column + 1

    def _text(self, text: str) -> None:
        if self._is_value:
            self._value += text

    def _end(self, tag: str) -> None:
        name = tag if tag in _TAGS else tag.rpartition(":")[2]
        if name == "c":
            self._close()
        elif name in ("v", "t"):
            self._is_value = False

    def _close(self) -> None:
        at = (self._row, self._column)
        if self._kind == "e":
            self.marks.texts[at] = self._value or "#ERROR!"
        elif self._has_formula and not self._value and self._kind != "str":
            self.marks.texts[at] = NOT_CALCULATED
        elif not self._value:
            return
        elif self._style.isdigit() and self._kind in ("", "n"):
            code = self._codes[int(self._style)] if int(self._style) < len(self._codes) else ""
            if code:
                self.marks.codes[at] = code
        self.marks.values += 1
        last = self.marks.last
        if self._row > last[0] or self._column > last[1]:
            self.marks.last = (max(last[0], self._row), max(last[1], self._column))


@lru_cache(maxsize=1 << 15)
def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = 26 * number + ord(letter) - ord("A") + 1
    return number - 1
