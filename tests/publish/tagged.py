"""What who listens to a PDF needs of its tags: faults of a file, as sentences; none is none."""

import re
from collections.abc import Iterator
from pathlib import Path

import pypdf
from pypdf.generic import ArrayObject, ContentStream, DictionaryObject

_DRAWS = {b"Tj", b"TJ", b"'", b'"', b"f", b"F", b"f*", b"S", b"s", b"B", b"B*", b"b", b"b*",
          b"Do", b"sh"}  # fmt: skip
Tag = tuple[str, DictionaryObject]


def faults(file: Path) -> list[str]:
    """Give what is wrong with a PDF's tags, names and fonts by the rules of PDF/UA-1."""
    reader = pypdf.PdfReader(file)
    tags = list(tags_of(reader))
    return [*_named(reader), *_loose(reader), *_fonts(reader), *_headings(tags), *_tables(tags),
            *_pictures(tags)]  # fmt: skip


def tags_of(reader: pypdf.PdfReader) -> Iterator[Tag]:
    """Give every tag of the structure tree in reading order, by what it stands for."""
    root = reader.trailer["/Root"]["/StructTreeRoot"]
    roles = root.get("/RoleMap", {})
    for tag in _below(root):
        role = tag.get("/S", "")
        yield str(roles.get(role, role)), tag


def _below(tag: DictionaryObject) -> Iterator[DictionaryObject]:
    for child in children(tag):
        yield child
        yield from _below(child)


def children(tag: DictionaryObject) -> list[DictionaryObject]:
    """Give the tags right beneath one, without the marks of what is drawn."""
    kids = tag.get("/K", [])
    kids = kids.get_object() if hasattr(kids, "get_object") else kids
    found = [kid.get_object() for kid in (kids if isinstance(kids, ArrayObject) else [kids])]
    return [kid for kid in found if isinstance(kid, DictionaryObject) and "/S" in kid]


def _named(reader: pypdf.PdfReader) -> Iterator[str]:
    root = reader.trailer["/Root"]
    if not root.get("/Lang"):
        yield "no language"
    if not root.get("/ViewerPreferences", {}).get("/DisplayDocTitle"):
        yield "the title is not shown"
    if not (reader.metadata and reader.metadata.title):
        yield "no title"
    if not re.search(rb"pdfuaid:part>1<|pdfuaid:part=\"1\"", root["/Metadata"].get_data()):
        yield "it does not say which rules it keeps"


def _loose(reader: pypdf.PdfReader) -> Iterator[str]:
    """Find what is drawn outside every mark: nobody reads it aloud, nothing says to skip it."""
    for number, page in enumerate(reader.pages, 1):
        depth = 0
        for _, operator in ContentStream(page["/Contents"], reader).operations:
            depth += {b"BDC": 1, b"BMC": 1, b"EMC": -1}.get(operator, 0)
            if operator in _DRAWS and not depth:
                yield f"page {number} draws with {operator.decode()} outside its tags"
                break


def _fonts(reader: pypdf.PdfReader) -> Iterator[str]:
    for page in reader.pages:
        for name, font in page["/Resources"].get("/Font", {}).items():
            held = font.get_object()
            inner = held["/DescendantFonts"][0].get_object() if "/DescendantFonts" in held else held
            about = inner["/FontDescriptor"]
            if not any(f"/FontFile{n}" in about for n in ("", "2", "3")):
                yield f"font {name} is not in the file"
            if "/ToUnicode" not in held:
                yield f"font {name} does not say which characters it draws"


def _headings(tags: list[Tag]) -> Iterator[str]:
    before = 0
    for role, tag in tags:
        if re.fullmatch(r"/H\d", role):
            level = int(role[2:])
            if level > before + 1:
                yield f"a heading of level {level} comes after one of level {before}"
            if "/K" not in tag:
                yield f"a heading of level {level} is empty"
            before = level


def _tables(tags: list[Tag]) -> Iterator[str]:
    for role, tag in tags:
        if role != "/Table":
            continue
        rows = [each for each in _below(tag) if each["/S"] == "/TR"]
        if len({len(children(row)) for row in rows}) != 1:
            yield "a table's rows are not equally long"
        heads = [each for each in _below(tag) if each["/S"] == "/TH"]
        if not heads or any("/Scope" not in str(each.get("/A")) for each in heads):
            yield "a table's head does not say what it heads"


def _pictures(tags: list[Tag]) -> Iterator[str]:
    for role, tag in tags:
        if role == "/Figure" and not str(tag.get("/Alt", "")).strip():
            yield "a picture says nothing"
