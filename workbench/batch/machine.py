"""Causes that are the machine's, not a review's: no open file, no memory, no room on the disk.

The next document would meet them too, so the batch stops with one sentence instead of failing every
rep. Where a notebook's end does not say why (a kernel that died), several in a row say it.
"""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from workbench.batch.files import unwritable_sentence
from workbench.batch.job import Outcome
from workbench.errors import BatchError, WorkbenchError
from workbench.publish.problem import Problem

Cause = Literal["files", "memory", "disk"]
IN_A_ROW = 3  # documents without one made between them, ended for no reason of their own

_CODES: dict[int, Cause] = {
    errno.EMFILE: "files", errno.ENFILE: "files", errno.ENOMEM: "memory",
    errno.ENOSPC: "disk", errno.EDQUOT: "disk", errno.EROFS: "disk", errno.EFBIG: "disk",
}  # fmt: skip
_TEXTS: dict[str, Cause] = {os.strerror(code): cause for code, cause in _CODES.items()}
_TEXTS["database or disk is full"] = "disk"  # SQLite's own words
_FOR_WANT_OF_MEMORY = frozenset({"MemoryError", "OutOfMemoryException", "ArrowMemoryError"})
# The end of a kernel or a worker that something outside the notebook brought about
_FROM_OUTSIDE = frozenset({"DeadKernelError", "BrokenProcessPool", "LostServerError"})
_STAYS = "What is finished is whole and stays."
_WAYS: dict[Cause, tuple[str, str]] = {
    "files": (
        "this machine lets it open no more files",
        "Allow more (`ulimit -n 4096`) or make fewer at once (`--jobs 1`)",
    ),
    "memory": (
        "this machine has no memory left for it",
        "End other programs or make fewer at once (`--jobs 1`)",
    ),
    "disk": (
        "this machine has no room left to write",
        "Make room, also in the folder for temporary files",
    ),
}


def machine_sentence(cause: Cause, told: str) -> str:
    """Say why a batch stops and what to do."""
    why, way = _WAYS[cause]
    told = told.strip().rstrip(".")[:200]
    return f"The batch stopped: {why} ({told}). {_STAYS} {way}, then run the same command again."


def cause_of(error: BaseException) -> Cause | None:
    """Tell which end of the machine an error is; None where it is none."""
    if isinstance(error, MemoryError):
        return "memory"
    code = getattr(error, "errno", None)
    return _CODES.get(code) if isinstance(code, int) else _cause_in(str(error))


def require_no_cause(problem: Problem | None) -> None:
    """Stop the batch where a notebook ended for what the next one would meet at once.

    Its memory is its own, for each has a limit: see `Run`.

    Raises
    ------
    BatchError
        Before anything of the document is written; an older one stays.
    """
    cause = _cause_in(problem.text) if problem else None
    if problem and cause and cause != "memory":
        raise BatchError(machine_sentence(cause, problem.text))


def stop_sentence(error: BaseException) -> str:
    """Say of any command that the machine ended it, and what to do; "" where it did not."""
    cause = cause_of(error)
    if cause is None:
        return ""
    why, way = _WAYS[cause]
    return f"Stopped: {why} ({str(error) or 'out of memory'}). {way}, then run the command again."


@contextmanager
def stopped_by_the_machine(folder: Path) -> Iterator[None]:
    """Turn an error that is the machine's into the sentence that stops the batch."""
    try:
        yield
    except WorkbenchError:
        raise
    except Exception as reason:
        cause = cause_of(reason)
        if cause is None:
            raise
        if cause == "disk" and isinstance(reason, OSError):
            raise BatchError(unwritable_sentence(reason, folder)) from reason
        raise BatchError(machine_sentence(cause, str(reason) or "out of memory")) from reason


@dataclass
class Run:
    """How many documents in a row were ended by something outside them."""

    ended: int = 0

    def note(self, outcome: Outcome) -> None:
        """Take in the next outcome.

        Raises
        ------
        BatchError
            When the last few were all ended for no reason of their own.
        """
        problem = outcome.problem
        self.ended = self.ended + 1 if problem and _is_from_outside(problem) else 0
        if problem and self.ended >= IN_A_ROW:
            raise BatchError(
                f"The batch stopped: {self.ended} documents in a row were ended from outside, or "
                "found no memory or no open file left "
                f"({problem.error}: {problem.text.strip().rstrip('.')}). {_STAYS} End other "
                "programs, make fewer at once (`--jobs 1`), or allow more: `ulimit -n 4096`, "
                "`--memory 4096` for each notebook. Then run the same command again."
            )


def _is_from_outside(problem: Problem) -> bool:
    named = problem.error in _FOR_WANT_OF_MEMORY | _FROM_OUTSIDE
    has_not_begun = problem.error == "RuntimeError" and problem.cell is None
    return named or has_not_begun or _cause_in(problem.text) == "memory"


def _cause_in(text: str) -> Cause | None:
    return next((cause for words, cause in _TEXTS.items() if words in text), None)
