"""The manifest of a snapshot: what it is, and how its files are known to be whole."""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

MANIFEST = "manifest.json"
IDENTITY = ("as_of", "zone", "rules", "tables")  # of a manifest; the rest is how it is kept


def manifest_hash(manifest: Mapping[str, Any]) -> str:
    """Hash what a snapshot is: its day, its zone, the rules of its tables, and their content.

    A manifest without `rules` is of an earlier version, whose hash was of everything it said.
    """
    if "rules" not in manifest:
        return _hash({key: value for key, value in manifest.items() if key != "hash"})
    return _hash({key: manifest[key] for key in IDENTITY})


def is_whole(manifest: Mapping[str, Any]) -> bool:
    """Whether a manifest says what it said when it was written."""
    is_sealed = "rules" not in manifest or manifest.get("seal") == seal(manifest)
    return is_sealed and manifest_hash(manifest) == manifest["hash"]


def seal(manifest: Mapping[str, Any]) -> str:
    """Hash all a manifest says, the hashes of its files included."""
    return _hash({key: value for key, value in manifest.items() if key != "seal"})


def _hash(told: Mapping[str, Any]) -> str:
    text = json.dumps(told, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def file_hash(file: Path) -> str:
    """Hash the bytes of a file."""
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()
