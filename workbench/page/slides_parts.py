"""What a slide is made of: lines of words, a table, figures, a chart, and notes for the speaker."""

from collections.abc import Iterable, Sequence
from typing import Any

Part = dict[str, Any]  # JSON; `kind` says which, as `publish/deck` reads it


def said(*lines: tuple[str, str]) -> Part:
    """Write lines with their look: head, quiet, bullet, prompt, or "" for plain words."""
    return {"kind": "words", "lines": [list(line) for line in lines if line[0]]}


def noted(lines: Iterable[str]) -> Part:
    """Write lines a speaker reads and nobody is shown."""
    return {"kind": "notes", "lines": [line for line in lines if line]}


def listed(
    title: str,
    heads: Sequence[tuple[str, bool]],
    rows: Sequence[Sequence[str]],
    *,
    has_total: bool = False,
) -> Part:
    """Write a table; a head is its label and whether figures stand beneath."""
    told = {"heads": [list(head) for head in heads], "rows": [list(row) for row in rows]}
    return {"kind": "table", "title": title, **told, "has_total": has_total}
