"""In which encoding a text is written; where two readings are open it is asked, not guessed."""

import codecs
import re
from dataclasses import dataclass
from pathlib import Path

from workbench.errors import Doubt, SourceError
from workbench.sources.reading.plausible import ENCODINGS, share
from workbench.sources.reading.shown import shown

_BLOCK = 1 << 22
_SAMPLE = 1 << 16  # bytes of lines outside of ASCII that are weighed
_SURE = 0.8
_MARGIN = 0.25
_OPEN = 0.3  # less likely readings are not shown
_NAMES = 3
# Of names and escapes, not of texts
_NO_TEXT = ("idna", "punycode", "unicode-escape", "unicode_escape", "raw-unicode-escape", "utf-7")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (b"\x84\x31\x95\x33", "gb18030"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


@dataclass(frozen=True)
class Encoding:
    """How the bytes of a file are read as text."""

    name: str
    mark: int  # bytes before the text
    is_told: bool = False


def encoding_of(path: Path, told: str, echo: int) -> Encoding:
    """Find the encoding of a text file.

    Parameters
    ----------
    path
        A file of text; all of it is read, block by block.
    told
        The encoding workbench.toml names; "" finds it.
    echo
        Characters of a value that a sentence repeats.

    Returns
    -------
    Encoding
        A told one as told; else by its byte order mark, as UTF-8 where all of it is, as UTF-16
        where every other byte of plain signs is zero, else the one that reads clearly best.

    Raises
    ------
    SourceError
        When there is no such encoding, when it is UTF-8 but for some bytes, or when two
        encodings are left; with the lines to paste.
    """
    with path.open("rb") as file:
        start = file.read(_SAMPLE)
    mark, marked = next(((len(m), name) for m, name in _MARKS if start.startswith(m)), (0, ""))
    if told:
        known = _known(path, told)
        return Encoding(known, mark if _is_family(told, marked) else 0, is_told=True)
    if marked:
        return Encoding(marked, mark)
    wide = _wide(start)
    if wide:
        return Encoding(wide, 0)
    flaw = _flaw(path)
    return Encoding("utf-8" if flaw is None else _weighed(path, flaw, echo), 0)


def _known(path: Path, told: str) -> str:
    try:
        name = codecs.lookup(told).name
        b"a".decode(name) if "16" not in name and "32" not in name else ""
    except (LookupError, UnicodeError, TypeError, ValueError) as reason:
        raise SourceError(f"{path}: there is no encoding {told!r}. Try utf-8.") from reason
    if name in _NO_TEXT:
        raise SourceError(f"{path}: no table is written in {told!r}. Try utf-8.")
    return "utf-8" if name == "utf-8-sig" else name


def _is_family(told: str, marked: str) -> bool:
    """Tell whether a mark is the told encoding's own; utf-16 and utf-32 take theirs themselves."""
    name = codecs.lookup(told).name.removesuffix("-sig")
    return name == marked


def _wide(start: bytes) -> str:
    """Recognise UTF-16 without a mark: the zero bytes stand on one side, lines end as they do."""
    if b"\0" not in start:
        return ""
    even, odd = start[::2].count(0), start[1::2].count(0)
    name = "utf-16-le" if odd and not even else "utf-16-be" if even and not odd else ""
    if not name:
        return ""
    text = start[: len(start) // 2 * 2].decode(name, errors="replace")
    ends = text.count("\n") + text.count("\r")
    return name if ends and "\0" not in text and "\ufffd" not in text[:-1] else ""


@dataclass(frozen=True)
class _Flaw:
    """The first byte that is not UTF-8."""

    byte: int
    line: int

    def __str__(self) -> str:
        return f"byte {self.byte:#04x} in line {self.line}"


def _flaw(path: Path) -> _Flaw | None:
    decoder = codecs.getincrementaldecoder("utf-8")()
    lines = 1
    with path.open("rb") as file:
        while True:
            block = file.read(_BLOCK)
            try:
                decoder.decode(block, final=not block)
            except UnicodeDecodeError as reason:
                before = reason.object[: reason.start].count(b"\n")
                return _Flaw(reason.object[reason.start], lines + before)
            if not block:
                return None
            lines += block.count(b"\n")


def _weighed(path: Path, flaw: _Flaw, echo: int) -> str:
    sample = _sample(path)
    if _is_nearly_utf8(sample):
        raise SourceError(
            f"{path} is written in UTF-8 but for {flaw}. Mend that line, or export the file again."
        )
    ranked = sorted(((share(sample, name), name) for name in ENCODINGS), reverse=True)
    (best, name), (second, _) = ranked[:2]
    if best >= _SURE and second <= best - _MARGIN:
        return name
    open_names = [name for worth, name in ranked if worth >= _OPEN][:_NAMES]
    said = _question(path, flaw, sample, open_names, echo)
    lines = tuple(f'encoding = "{name}"' for name in open_names)
    raise SourceError(said, [Doubt("", said, lines)] if lines else ())


def _sample(path: Path) -> bytes:
    """Read the first lines with bytes outside of ASCII."""
    kept, size = [], 0
    with path.open("rb") as file:
        for line in file:
            if not line.isascii():
                kept.append(line)
                size += len(line)
            if size >= _SAMPLE:
                break
    return b"".join(kept)


def _is_nearly_utf8(sample: bytes) -> bool:
    text = sample.decode("utf-8", errors="replace")
    bad = text.count("\ufffd")
    good = sum(not sign.isascii() for sign in text) - bad
    return good > bad


def _question(path: Path, flaw: _Flaw, sample: bytes, names: list[str], echo: int) -> str:
    said = f"{path} is not written in utf-8: {flaw}."
    if not names:
        return (
            f"{said} Tell its encoding in workbench.toml, e.g. "
            'encoding = "gb18030", "cp1252" or "utf-16".'
        )
    readings = "; as ".join(f"{name} it reads {_examples(sample, name, echo)}" for name in names)
    lines = " or ".join(f'encoding = "{name}"' for name in names)
    return f"{said} As {readings}. Put the line that is right into workbench.toml: {lines}"


def _examples(sample: bytes, encoding: str, echo: int) -> str:
    cells = re.split(r'[,;\t|"\r\n]+', sample.decode(encoding, errors="replace"))
    named = dict.fromkeys(cell.strip() for cell in cells if not cell.isascii())
    return ", ".join(shown(cell, echo) for cell in list(named)[:_NAMES])
