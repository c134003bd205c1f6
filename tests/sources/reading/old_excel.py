"""A workbook of Excel 97, byte by byte: one sheet of numbers, texts and errors, with formats."""

import struct

_SECTOR = 512
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_GENERAL = 0


def _record(kind, body):
    return struct.pack("<HH", kind, len(body)) + body


def _start(kind):
    return _record(0x809, struct.pack("<HHHHII", 0x600, kind, 0x0DBB, 0x07CC, 0, 6))


def _short(text):
    return struct.pack("<BB", len(text), 1) + text.encode("utf-16-le")


def _long(text):
    return struct.pack("<HB", len(text), 1) + text.encode("utf-16-le")


def _style(number):
    return _record(0xE0, struct.pack("<HHHBBBBIIH", 0, number, 0, 0x20, 0, 0, 0, 0, 0, 0x20C0))


def _cell(row, column, value, style):
    at = struct.pack("<HHH", row, column, style)
    if isinstance(value, str) and value.startswith("#"):
        return _record(0x205, at + struct.pack("<BB", {"#REF!": 0x17, "#N/A": 0x2A}[value], 1))
    if isinstance(value, str):
        return _record(0x204, at + _long(value))
    return _record(0x203, at + struct.pack("<d", value))


def _stream(sheet, rows, codes):
    font = _record(0x31, struct.pack("<HHHHHBBBB", 200, 0, 8, 400, 0, 0, 0, 0, 0) + _short("Arial"))
    head = _start(5) + _record(0x42, struct.pack("<H", 1200)) + font * 5
    head += b"".join(
        _record(0x41E, struct.pack("<H", 164 + n) + _long(code)) for n, code in enumerate(codes)
    )
    head += _style(_GENERAL) * 16 + b"".join(_style(164 + n) for n in range(len(codes)))
    size = len(_record(0x85, struct.pack("<IBB", 0, 0, 0) + _short(sheet))) + 4
    bound = _record(0x85, struct.pack("<IBB", len(head) + size, 0, 0) + _short(sheet))
    page = _start(0x10)
    width = max(len(row) for row in rows)
    page += _record(0x200, struct.pack("<IIHHH", 0, len(rows), 0, width, 0))
    for number, row in enumerate(rows):
        for column, (value, code) in enumerate(row):
            page += _cell(number, column, value, 16 + codes.index(code) if code else 15)
    return head + bound + _record(0x0A, b"") + page + _record(0x0A, b"")


def _entry(name, kind, first, size, child):
    text = name.encode("utf-16-le") + b"\0\0"
    tree = struct.pack("<III", _FREE, _FREE, child)
    return (
        text.ljust(64, b"\0")
        + struct.pack("<HBB", len(text), kind, 1)
        + tree
        + bytes(36)
        + struct.pack("<III", first, size, 0)
    )


def old_workbook(sheet, rows):
    """Write rows of (value, number format) as an .xls; "" is the format General."""
    codes = sorted({code for row in rows for _, code in row if code})
    return compound("Workbook", _stream(sheet, rows, codes))


def compound(name, stream):
    """Write one stream into a file of the container that old Office programs use."""
    stream = stream.ljust(max(4096, -(-len(stream) // _SECTOR) * _SECTOR), b"\0")
    sectors = len(stream) // _SECTOR
    chain = [_FAT, _END, *range(3, 2 + sectors), _END]
    fat = struct.pack(f"<{len(chain)}I", *chain).ljust(_SECTOR, b"\xff")
    directory = _entry("Root Entry", 5, _END, 0, 1) + _entry(name, 2, 2, len(stream), _FREE)
    head = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16)
    head += struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, _END, 0, _END, 0)
    head += struct.pack("<I", 0).ljust(436, b"\xff")
    return head + fat + directory.ljust(_SECTOR, b"\0") + stream
