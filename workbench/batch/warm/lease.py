"""Start a fork server, and ask one for kernels. Both are held by a connection: let go, it ends."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from socket import AF_UNIX, SOCK_STREAM, socket
from typing import Self

from workbench.batch.warm.wire import Wire
from workbench.errors import BatchError

SERVER = "WORKBENCH_WARM"  # environment variable: where a server of this batch listens
MEMORY_MB = 2048  # what a kernel may take beyond what it was forked with
Books = Sequence[Mapping[str, str]]  # parameters of reviews made beforehand, so they are held
LONGEST_FOLDER = 60  # characters, of a folder for Unix sockets: their address may have 107
_START_SECONDS = 120
_STOP_SECONDS = 1.0


@dataclass
class Server:
    """A fork server that this process started."""

    folder: Path
    process: subprocess.Popen[str]
    _is_ready: bool = False

    @property
    def address(self) -> Path:
        """Where it listens."""
        return self.folder / "server"

    def ready(self) -> Self:
        """Wait until it listens.

        Raises
        ------
        BatchError
            When it ended before; it says so itself where the machine ended it.
        """
        if not self._is_ready:
            line = self.process.stdout.readline() if self.process.stdout else ""
            if line.strip() != "ready":
                self.stop()
                raise BatchError(
                    line.strip()
                    or "The process that kernels are forked from ended with "
                    f"{self.process.returncode} before it listened; what it said stands above. "
                    "Run with --engine stock to do without it."
                )
            self._is_ready = True
        return self

    def stop(self) -> None:
        """Close its lease; it ends its kernels and itself."""
        if self.process.stdin is not None:
            self.process.stdin.close()
        try:
            self.process.wait(timeout=_STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        if self.process.stdout is not None:
            self.process.stdout.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()


def start_server(
    books: Books = (),
    *,
    drawers: int = 1,
    environment: Mapping[str, str] | None = None,
) -> Server:
    """Start a fork server; it listens once `ready` returns.

    Parameters
    ----------
    books
        What its notebooks read, see `preload`; nothing for notebooks of any kind.
    drawers
        How many processes draw charts for the kernels.
    environment
        What the server's environment has beyond this process's.
    """
    folder = Path(tempfile.mkdtemp(prefix="wb-", dir=_short_folder()))  # mode 0700
    settings = json.dumps({"books": [dict(each) for each in books], "drawers": drawers})
    process = subprocess.Popen(
        [sys.executable, "-m", "workbench.batch.warm", str(folder / "server"), settings],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        start_new_session=True,  # a signal to this group does not reach it: it has to clean up
        env={**os.environ, **(environment or {})},
        text=True,
    )
    return Server(folder, process)


def can_fork() -> bool:
    """Whether this system copies processes, and has sockets with a path."""
    return hasattr(os, "fork") and sys.platform != "win32"


class Kernel:
    """A forked kernel: runs while this object holds its connection."""

    def __init__(self, address: Path, request: Mapping[str, object]) -> None:
        connection = socket(AF_UNIX, SOCK_STREAM)
        try:
            connection.settimeout(30)
            connection.connect(str(address))
            self._wire = Wire(connection)
            self._wire.send(dict(request))
            answer = self._wire.receive(_START_SECONDS)
        except BaseException:
            connection.close()
            raise
        if answer is None:
            connection.close()
            raise ConnectionResetError("the fork server ended")
        self.pid = int(answer["pid"])
        self.exit_code: int | None = None

    def poll(self, seconds: float = 0.0) -> int | None:
        """Give the exit code; None while it runs. A lost server counts as killed."""
        if self.exit_code is None:
            message = self._wire.receive(seconds)
            if message is not None:
                self.exit_code = int(message["exit"])
            elif not self._wire.is_open:
                self.exit_code = -9
        return self.exit_code

    def signal(self, number: int) -> None:
        """Send a signal to the kernel and what it started."""
        if self.exit_code is None:
            try:
                self._wire.send({"signal": number})
            except OSError:
                self.exit_code = -9

    def wait(self, seconds: float) -> int | None:
        """Wait for its end."""
        end = time.monotonic() + seconds
        while self.poll(max(0.0, end - time.monotonic())) is None and time.monotonic() < end:
            pass
        return self.exit_code

    def close(self) -> None:
        """Let go: the server ends the kernel if it still runs."""
        self._wire.close()


def _short_folder() -> str:
    folder = tempfile.gettempdir()
    return folder if len(folder) <= LONGEST_FOLDER else "/tmp"
