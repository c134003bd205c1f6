"""Files and folders only their owner can read, written whole or not at all."""

import errno
import os
import tempfile
from pathlib import Path

# What a full disk and a folder that may not be written say; the next file would meet it too
UNWRITABLE = frozenset(
    {errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EACCES, errno.EPERM, errno.EIO}
)


def unwritable_sentence(error: OSError, folder: Path) -> str:
    """Say why a batch stops and what to do."""
    place = error.filename or folder
    return (
        f"The batch stopped: {place} cannot be written: {error.strerror}. What is finished is "
        "whole and stays. Make room or give the right to write, then run the same command again."
    )


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
        _sync_folder(path.parent)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _sync_folder(folder: Path) -> None:
    """Let the new name itself survive a power cut, where the system can say so."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
