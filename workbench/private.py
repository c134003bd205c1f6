"""Files and folders only their owner can read, whatever the umask; written whole or not at all.

What the workbench writes about people is written through these: documents, snapshots, facts, views,
exports, working copies of notebooks.
"""

import os
import shutil
import tempfile
import time
from pathlib import Path

from filelock import FileLock

FOLDER_MODE, FILE_MODE = 0o700, 0o600
_ASIDE, _OLD = "workbench-aside-", 24 * 60 * 60  # of a folder for a while: name, seconds


def make_private(folder: Path) -> Path:
    """Make a folder, and those above it that are missing, for its owner alone."""
    if not folder.is_dir():
        make_private(folder.parent)
        folder.mkdir(mode=FOLDER_MODE, exist_ok=True)
    return folder


def make_private_file(file: Path) -> None:
    """Make an empty file for what writes on by itself, as a database; one there stays as it is.

    SQLite makes what it writes beside a database with the rights of the database, so all of a store
    is private where its file was made so. What cannot be made here is left to that to say.
    """
    try:
        made = os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, FILE_MODE)
    except OSError:
        return
    try:
        file.chmod(FILE_MODE)  # a umask takes away from the owner too
    finally:
        os.close(made)


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


def new_private(path: Path, text: str) -> None:
    """Write a file that must not be there yet.

    Raises
    ------
    FileExistsError
        When it is; nothing is changed then.
    """
    descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, FILE_MODE)
    with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as opened:
        opened.write(text)


def close_to_others(written: Path) -> Path:
    """Take from others what a library wrote: a file, or a folder of ours with all it holds."""
    for place in (written, *written.rglob("*")):
        place.chmod(FOLDER_MODE if place.is_dir() else FILE_MODE)
    return written


def new_aside() -> Path:
    """Make a folder for its owner alone, for what a database lays aside while it is open.

    Who asks for it takes it away. A process that is killed cannot, so folders that are older than
    a day and whose process is gone are cleared here.
    """
    for left in Path(tempfile.gettempdir()).glob(f"{_ASIDE}*"):
        if _is_left(left):
            shutil.rmtree(left, ignore_errors=True)  # another owner's stays
    return Path(tempfile.mkdtemp(prefix=f"{_ASIDE}{os.getpid()}-"))


def _is_left(aside: Path) -> bool:
    maker = aside.name.removeprefix(_ASIDE).partition("-")[0]
    try:
        age = time.time() - aside.lstat().st_mtime
    except OSError:
        return False  # another cleared it
    return age > _OLD and not (maker.isdecimal() and _is_running(int(maker)))


def _is_running(process: int) -> bool:
    if os.name != "posix":
        return False  # what is open there cannot be taken away
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True  # somebody else's
    return True


def private_lock(place: Path | str) -> FileLock:
    """Give the lock of a file or folder, `<place>.lock` beside it in a folder for its owner alone.

    Beside something in a folder that is not there yet, so the folder is made.
    """
    file = Path(f"{place}.lock")
    make_private(file.parent)
    return FileLock(file, mode=FILE_MODE)


def _sync_folder(folder: Path) -> None:
    """Let the new name itself survive a power cut, where the system can say so."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
