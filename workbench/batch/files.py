"""Files and folders only their owner can read, written whole or not at all."""

import os
import tempfile
from pathlib import Path


def make_private(folder: Path) -> Path:
    """Make a folder, and those above it that are missing, for its owner alone."""
    if not folder.is_dir():
        make_private(folder.parent)
        folder.mkdir(mode=0o700, exist_ok=True)
    return folder


def write_private(path: Path, text: str) -> bytes:
    """Write a file so that a reader sees the old text or the new, never half of it.

    Returns
    -------
    bytes
        What was written.
    """
    content = text.encode("utf-8")
    write_private_bytes(path, content)
    return content


def write_private_bytes(path: Path, content: bytes) -> None:
    """Do the same for bytes."""
    descriptor, temporary = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)  # mode 0600
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
