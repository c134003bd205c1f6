"""Outputs that cannot be written: which causes those are, and what to do."""

import errno
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
