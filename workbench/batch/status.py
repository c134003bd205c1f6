"""What is known of the documents in one rep's folder: `status.json`, written last."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from typing import Any, Literal

from workbench.private import write_private
from workbench.publish.deck.kept import SUFFIX, is_edited
from workbench.publish.problem import Problem

State = Literal["made", "failed"]
_FILE = "status.json"


@dataclass(frozen=True, kw_only=True)
class Made:
    """One document: its state, what it was made from, and what was written."""

    state: State
    input_hash: str  # of everything the document shows and is made by
    outputs: Mapping[str, str] = field(default_factory=dict)  # sha256 by file name
    problem: Problem | None = None
    made_at: str = ""  # ISO time with zone; the time of making stands only here
    seconds: float = 0.0
    parts: Mapping[str, str] = field(default_factory=dict)  # hash by part of the input
    revision: str = ""  # the last change in the store that concerned it
    why: str = ""  # why it was made


@dataclass(frozen=True)
class Status:
    """All documents of one rep in one period."""

    rep_id: str
    documents: Mapping[str, Made] = field(default_factory=dict)  # by stem: `review`, `review.en`

    def with_document(self, stem: str, made: Made) -> "Status":
        """Give the status with one document put in."""
        return replace(self, documents={**self.documents, stem: made})


def read_status(folder: Path, rep_id: str, aliases: Mapping[str, str] | None = None) -> Status:
    """Read the status of a folder; without one, or with one of another rep, an empty status.

    Parameters
    ----------
    aliases
        The id of now by earlier ids: a status under another id of the rep is the rep's.
    """
    now = aliases or {}
    status = _read(folder)
    if status is None or now.get(status.rep_id, status.rep_id) != now.get(rep_id, rep_id):
        return Status(rep_id)
    return replace(status, rep_id=rep_id)


def take_over(folder: Path, rep_id: str, aliases: Mapping[str, str]) -> Status:
    """Read a status that may stand under another id of the rep, and have it stand under this."""
    status = read_status(folder, rep_id, aliases)
    if status.documents and owner_of(folder) != rep_id:
        write_status(folder, status)
    return status


def owner_of(folder: Path) -> str:
    """Give the id of the rep whose status stands in a folder; "" where none does."""
    status = _read(folder)
    return "" if status is None else status.rep_id


def _read(folder: Path) -> Status | None:
    try:
        return _status(json.loads((folder / _FILE).read_text(encoding="utf-8")))
    except (OSError, ValueError, KeyError, TypeError):  # none yet, or not written by us
        return None


def write_status(folder: Path, status: Status) -> None:
    """Write the status whole; call it after every output it names is in place."""
    record = json.dumps(asdict(status), ensure_ascii=False, indent=1, sort_keys=True)
    write_private(folder / _FILE, record + "\n")


def is_current(folder: Path, made: Made | None, input_hash: str) -> bool:
    """Whether a document was made from the same input and no file but its deck changed since."""
    if made is None or made.state != "made" or made.input_hash != input_hash:
        return False
    return all(
        file_hash(folder / name) == digest or _is_changed_deck(folder / name)
        for name, digest in made.outputs.items()
    )


def file_hash(path: Path) -> str:
    """Give the sha256 of a file; "" when there is none."""
    return sha256(path.read_bytes()).hexdigest() if path.is_file() else ""


def _is_changed_deck(file: Path) -> bool:
    """Whether it is a deck somebody changed: it stays theirs, and nothing is to be made again."""
    return file.suffix == SUFFIX and is_edited(file)


def _status(found: dict[str, Any]) -> Status:
    documents = {}
    for stem, record in found["documents"].items():
        problem = Problem(**record["problem"]) if record["problem"] else None
        documents[stem] = Made(**{**record, "problem": problem})
    return Status(found["rep_id"], documents)
