"""A text file as UTF-8, block by block."""

import codecs
from pathlib import Path

from workbench.errors import SourceError
from workbench.sources.reading.encoding import Encoding
from workbench.sources.reading.quotes import Quotes

_BLOCK = 1 << 20


class Utf8Stream:
    """What a CSV reader reads from: a file's text in UTF-8, in any encoding.

    Looks at each block on the way: a byte that the encoding has not, a NUL and quotes that do
    not pair are told from here, with their line.
    """

    closed = False

    def __init__(self, path: Path, encoding: Encoding, quotes: Quotes, skip: int = 0) -> None:
        self._path, self._encoding, self.quotes = path, encoding, quotes
        self._file = path.open("rb")
        self._file.seek(encoding.mark)
        self._decoder = codecs.getincrementaldecoder(encoding.name)()
        self._lines = 1  # up to the block that is read next
        self._left = skip  # bytes of UTF-8 that are no rows
        self._ahead = b""

    def read(self, size: int = -1) -> bytes:
        """Give up to `size` bytes; none at the end.

        Raises
        ------
        SourceError
            At a byte the encoding has not, and at a NUL; names the line.
        """
        pieces, left = [], _BLOCK if size < 0 else size
        while left and (piece := self._piece(left)):
            pieces.append(piece)
            left -= len(piece)
        block = b"".join(pieces)
        self.quotes.look(block)
        return block

    def _piece(self, size: int) -> bytes:
        """Take up to `size` bytes from what was read ahead; none at the end alone."""
        while not self._ahead:
            raw = self._file.read(min(size, _BLOCK))
            block = self._text(raw)
            self._ahead = block[self._left :]
            self._left = max(0, self._left - len(block))
            if not raw:
                break
        piece, self._ahead = self._ahead[:size], self._ahead[size:]
        return piece

    def _text(self, raw: bytes) -> bytes:
        try:
            text = self._decoder.decode(raw, final=not raw)
        except UnicodeDecodeError as reason:
            raise self._unreadable(reason) from reason
        block = text.encode("utf-8", errors="replace")
        if b"\0" in block:
            line = self._lines + block[: block.index(b"\0")].count(b"\n")
            raise SourceError(
                f"{self._path}, line {line}, holds a NUL byte, which no text has. Export it "
                'again, or tell its encoding in workbench.toml, e.g. encoding = "utf-16".'
            )
        self._lines += block.count(b"\n")
        return block

    def _unreadable(self, reason: UnicodeDecodeError) -> SourceError:
        before = reason.object[: reason.start].decode(self._encoding.name, errors="ignore")
        line = self._lines + before.count("\n")
        byte = reason.object[reason.start]
        return SourceError(
            f"{self._path} is not written in {self._encoding.name}: byte {byte:#04x} in line "
            f"{line}. Tell its encoding in workbench.toml, e.g. "
            'encoding = "gb18030", "utf-16" or "cp1252".'
        )

    # What Arrow asks of a file
    def readable(self) -> bool:
        """Say that this can be read."""
        return True

    def writable(self) -> bool:
        """Say that this cannot be written."""
        return False

    def seekable(self) -> bool:
        """Say that this is read once, from the start."""
        return False

    def close(self) -> None:
        """Close the file."""
        self._file.close()
