"""What keeps one notebook from harming anybody else: its end, its memory, its chance."""

import ctypes
import os
import random
import signal
import sys
import threading
from pathlib import Path

PR_SET_PDEATHSIG, PR_SET_CHILD_SUBREAPER = 1, 36  # linux/prctl.h
_MEGABYTE = 2**20


def die_with(parent: int, lifeline: int) -> None:
    """End this process when its parent ends, however that ends.

    Parameters
    ----------
    parent
        Process id of the parent.
    lifeline
        The reading end of a pipe whose writing end only the parent holds.
    """
    if sys.platform == "linux":
        _prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != parent:  # it ended before the line above
            os._exit(1)
        return
    threading.Thread(target=_end_after, args=(lifeline,), daemon=True).start()


def adopt_strays() -> None:
    """Become the parent of what descendants leave behind, so that it can be ended (Linux)."""
    if sys.platform == "linux":
        _prctl(PR_SET_CHILD_SUBREAPER, 1)


def children() -> set[int]:
    """List the processes whose parent this one is now; empty where the system does not tell."""
    listed = Path(f"/proc/self/task/{os.getpid()}/children")
    try:
        return {int(each) for each in listed.read_text().split()}
    except OSError:
        return set()


def limit_memory(megabytes: int) -> None:
    """Let this process take so much more than it has: then MemoryError, not a full machine."""
    if sys.platform != "linux" or megabytes <= 0:
        return
    import resource  # noqa: PLC0415 (not on Windows)

    fields = Path("/proc/self/status").read_text().split("VmData:", 1)
    held = int(fields[1].split(maxsplit=1)[0]) * 1024
    limit = held + megabytes * _MEGABYTE
    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    if hard != resource.RLIM_INFINITY:
        limit = min(limit, hard)
    resource.setrlimit(resource.RLIMIT_DATA, (limit, limit))


def reseed() -> None:
    """Give this process chances of its own; those of the parent are the same for all children."""
    random.seed()
    numpy = sys.modules.get("numpy")
    if numpy is not None:
        numpy.random.seed()


def _prctl(option: int, value: int) -> None:
    ctypes.CDLL(None, use_errno=True).prctl(option, value, 0, 0, 0)


def _end_after(lifeline: int) -> None:
    os.read(lifeline, 1)  # returns when the last writing end is closed
    os.killpg(os.getpgrp(), signal.SIGKILL)
