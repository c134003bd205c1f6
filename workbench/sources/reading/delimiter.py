"""What separates the cells of a text: told, on its first line, or by what divides rows alike."""

import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from workbench.errors import Doubt, SourceError
from workbench.sources.reading.records import extent, records
from workbench.sources.reading.shown import quoted, shown

_USUAL = (",", ";", "\t", "|")
_RARE = ("^", "~", ":", "#", "\x01", "\x1f", "¦", "§")
_PRIOR = {".tsv": "\t", ".tab": "\t", ".psv": "|", ".csv": ","}
_ALIKE = 0.8  # of the rows
_FEW = 2
_MARK = re.compile(r'"?sep=([\x01-\x7f])"?(\r\n|\r|\n|$)', re.IGNORECASE)


@dataclass(frozen=True)
class Delimiter:
    """The sign between cells."""

    sign: str
    is_told: bool
    skip: int = 0  # bytes of the line "sep=;" before the first row


def delimiter_of(path: Path, told: str, text: str, echo: int, *, is_whole: bool) -> Delimiter:
    """Find the delimiter of a text.

    Parameters
    ----------
    path
        The file; its ending decides between signs that divide the rows equally well.
    told
        The delimiter workbench.toml names; "" finds it.
    text
        The start of the file.
    echo
        Characters of a value that a sentence repeats.
    is_whole
        Whether `text` is all of the file.

    Returns
    -------
    Delimiter
        A comma where the first row holds no delimiter: a file of one column.

    Raises
    ------
    SourceError
        When none or more than one fits; shows the header and the line to paste.
    """
    mark = _MARK.match(text)
    skip = len(mark[0].encode()) if mark else 0
    if told:
        return Delimiter(_usable(path, told), is_told=True, skip=skip)
    if mark:
        return Delimiter(mark[1], is_told=False, skip=skip)
    prior = _PRIOR.get(path.suffix.lower(), ",")
    scores = {sign: _score(records(text, sign, is_whole=is_whole)) for sign in _USUAL}
    best = max(scores.values())
    found = [sign for sign in _USUAL if scores[sign] == best]
    if best > (0, 0, 0):
        return Delimiter(_only(path, found, prior, text, echo), is_told=False)
    return Delimiter(_of_header(path, prior, text, echo), is_told=False)


def _usable(path: Path, told: str) -> str:
    if len(told) != 1 or not told.isascii() or told in '"\r\n\0':
        raise SourceError(
            f"{path}: a delimiter is one plain character, not {told!r}. Put into workbench.toml "
            'e.g. delimiter = ";" or delimiter = "\\t"'
        )
    return told


def _score(rows: list[list[str]]) -> tuple[float, int, int]:
    """Say how many rows a sign divides alike, from the first it divides; then into how many."""
    widths = [len(row) for row in rows if extent(row)]
    start = next((n for n, width in enumerate(widths) if width > 1), None)
    if start is None:
        return (0, 0, 0)
    # Rows of one cell are titles above and notes below
    body = [width for width in widths[start:] if width > 1]
    width, alike = Counter(body).most_common(1)[0]
    if alike < _ALIKE * len(body) or 2 * len(body) < len(widths) - start:
        return (0, 0, 0)
    whole = [extent(row) >= width for row in rows if len(row) > 1][:1]
    return (round(alike / len(widths), 2), int(any(whole)), width)


def _only(path: Path, found: list[str], prior: str, text: str, echo: int) -> str:
    if len(found) > 1 and prior not in found:
        raise _question(path, found, text, echo)
    return found[0] if len(found) == 1 else prior


def _of_header(path: Path, prior: str, text: str, echo: int) -> str:
    """Go by the header alone, where rows are too uneven to tell."""
    header = _first_line(text)
    inside = [sign for sign in _USUAL if sign in header]
    rare = [sign for sign in _RARE if header.count(sign) >= _FEW]
    if len(inside) > 1 or (rare and not inside):
        raise _question(path, inside or rare, text, echo)
    return inside[0] if inside else prior


def _first_line(text: str) -> str:
    lines = (line.strip(" ") for line in re.split(r"\r\n|\r|\n", text[: 1 << 14]))
    return next((line for line in lines if line), "")


def _question(path: Path, found: list[str], text: str, echo: int) -> SourceError:
    lines = tuple(f"delimiter = {quoted(sign)}" for sign in found)
    said = f"{path}: it is open what separates the cells of {shown(_first_line(text), echo)}."
    cure = f"Put the line that is right into workbench.toml: {' or '.join(lines)}"
    return SourceError(f"{said} {cure}", [Doubt("", said, lines)])
