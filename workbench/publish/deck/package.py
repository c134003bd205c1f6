"""A deck as bytes: without the moment of its making, and with a mark that tells an edited one."""

import io
import re
import zipfile
from collections.abc import Mapping
from datetime import datetime, time
from hashlib import sha256
from typing import Any

from workbench.publish.extra import library
from workbench.publish.pdf import Paper

_CORE, _MARK = "docProps/core.xml", "workbench:"
_EMPTY = _MARK + "0" * 64
_MARKED = re.compile(rb"workbench:[0-9a-f]{64}")
_TIME = (1980, 1, 1, 0, 0, 0)  # the first a zip can tell


def packed(deck: Any, paper: Paper) -> bytes:
    """Write a deck with the hash of all it holds in its own properties."""
    told = deck.core_properties
    told.title, told.language, told.identifier = paper.title, paper.lang, _EMPTY
    told.author = told.last_modified_by = told.comments = told.keywords = ""
    told.created = told.modified = datetime.combine(paper.day, time())
    told.last_printed, told.revision = told.created, 1
    out = io.BytesIO()
    deck.save(out)
    parts = _parts(out.getvalue())
    mark = (_MARK + _digest(parts)).encode()
    return _zipped({**parts, _CORE: parts[_CORE].replace(_EMPTY.encode(), mark)})


def is_as_written(content: bytes) -> bool:
    """Whether a deck is as the workbench wrote it: nobody has saved it since."""
    try:
        parts = _parts(content)
        found = _MARKED.search(parts.get(_CORE, b""))
    except (zipfile.BadZipFile, OSError, RuntimeError):  # half a file; one with a password
        return False
    if found is None:
        return False
    blank = {**parts, _CORE: _MARKED.sub(_EMPTY.encode(), parts[_CORE])}
    return found[0].decode() == _MARK + _digest(blank)


def titles_in(content: bytes) -> list[str] | None:
    """Give what the titles of a deck said when the workbench wrote it; None of no such file."""
    try:
        slides = library("pptx").Presentation(io.BytesIO(content)).slides
    except (ValueError, KeyError, OSError, zipfile.BadZipFile, SyntaxError):
        return None
    titles = [slide.shapes.title for slide in slides]
    told = [title._element.nvSpPr.cNvPr.get("descr") for title in titles if title is not None]
    return [each for each in told if each]


def _parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as held:
        return {name: held.read(name) for name in held.namelist()}


def _digest(parts: Mapping[str, bytes]) -> str:
    told = sha256()
    for name in sorted(parts):
        told.update(f"{name}\0".encode() + sha256(parts[name]).digest())
    return told.hexdigest()


def _zipped(parts: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            told = zipfile.ZipInfo(name, _TIME)
            told.compress_type, told.external_attr = zipfile.ZIP_DEFLATED, 0o600 << 16
            made.writestr(told, content)
    return out.getvalue()
