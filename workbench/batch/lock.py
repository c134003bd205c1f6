"""One batch at a time in a folder of outputs; another waits until the first is done."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from workbench.batch.files import unwritable_sentence
from workbench.errors import BatchError
from workbench.private import make_private


@contextmanager
def outputs_of(folder: Path, on_wait: Callable[[str], None]) -> Iterator[None]:
    """Hold a folder of outputs; the system lets go of it when this process ends, however it ends.

    Parameters
    ----------
    folder
        Of one period; made when it is missing.
    on_wait
        Told once, in a sentence, when another batch is at work there.

    Raises
    ------
    BatchError
        When the folder cannot be written.
    """
    try:
        make_private(folder)
        lock = FileLock(folder / ".lock", mode=0o600)
        try:
            lock.acquire(timeout=0)
        except Timeout:
            on_wait(f"Another batch is writing {folder}: waiting until it is done.")
            lock.acquire()
    except OSError as reason:
        raise BatchError(unwritable_sentence(reason, folder)) from reason
    try:
        yield
    finally:
        lock.release()
