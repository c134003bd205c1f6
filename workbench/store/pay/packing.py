"""How the frozen text of a statement is kept: compressed, and as text that any database holds."""

import base64
import zlib

_PART = 1 << 13  # characters of base64, which four by four are three bytes
_LEVEL = 1  # a third larger than by the usual level, in a fourth of the time; runs pack thousands


def pack(text: str) -> str:
    """Compress a text into characters of base64; "" stays ""."""
    packed = zlib.compress(text.encode("utf-8"), _LEVEL) if text else b""
    return base64.b64encode(packed).decode("ascii")


def unpack_line(packed: str) -> str:
    """Give the first line of the text that was packed, without its end; of the rest no more."""
    unpacking, found = zlib.decompressobj(), b""
    for at in range(0, len(packed), _PART):
        found += unpacking.decompress(base64.b64decode(packed[at : at + _PART]))
        if b"\n" in found:
            break
    return found.partition(b"\n")[0].decode("utf-8")


def unpack(packed: str) -> str:
    """Give the text that was packed, byte for byte."""
    return zlib.decompress(base64.b64decode(packed)).decode("utf-8") if packed else ""
