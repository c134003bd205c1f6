"""Drawing in a process of its own, so that many short-lived ones share one drawing library.

The library takes half a second for its first drawing and starts threads, which a fork does not
survive: so it is loaded neither in each kernel of a batch nor in the process they are forked from.
A drawer is a process that draws what it is sent. It gets a specification and gives an SVG, the same
bytes as drawn here; without one, or when it fails, the drawing is made in this process.
"""

import json
import os
import signal
import socket
import struct
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.resources import as_file, files
from pathlib import Path
from types import ModuleType
from typing import Any

ADDRESS = "WORKBENCH_DRAWER"  # environment variable: where a drawer listens
Json = Any  # a chart as Vega-Lite reads it
Rows = Mapping[str, Sequence[Mapping[str, Any]]]
_LONGEST = 60  # seconds a drawing may take in a drawer; it ends itself then
_LENGTH = struct.Struct(">Q")


def svg_of(spec: Json, rows: Rows | None = None) -> str:
    """Draw a Vega-Lite specification.

    Parameters
    ----------
    spec
        Its data hold rows, or a name of `rows`.
    rows
        By that name. What many charts share is compiled once where their rows come apart from it.

    Raises
    ------
    ValueError
        When the library cannot draw it.
    """
    address, text = os.environ.get(ADDRESS), json.dumps([spec, rows or {}])
    if address:
        try:
            return _asked(address, text)
        except OSError:  # it is gone, or could not draw this: the reason is met below
            pass
    return _drawn(text)


def _drawn(text: str) -> str:
    spec, rows = json.loads(text)
    vega = json.loads(_compiled(json.dumps(spec)))
    data = [
        {**held, "values": rows[held["name"]]} if held["name"] in rows else held
        for held in vega.get("data", ())
    ]
    return str(_converter().vega_to_svg({**vega, "data": data}))


@lru_cache(1024)
def _compiled(spec: str) -> str:
    """Give the Vega of a specification without its rows, as text: many reps share it."""
    return json.dumps(_converter().vegalite_to_vega(json.loads(spec)))  # its own text lacks digits


@dataclass
class Drawer:
    """A drawing process, raised again when it died."""

    address: Path
    _process: subprocess.Popen[bytes] | None = field(default=None, init=False)

    @property
    def pid(self) -> int:
        """The process id; 0 while there is none."""
        return self._process.pid if self._process else 0

    def keep_alive(self) -> None:
        """Start the process when it is not running; it listens before anybody is told of it."""
        if self._process is not None and self._process.poll() is None:
            return
        if self._process is not None and self._process.stdin is not None:
            self._process.stdin.close()
        self.address.unlink(missing_ok=True)
        listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        before = os.umask(0o177)  # for its owner alone
        try:
            listener.bind(str(self.address))
        finally:
            os.umask(before)
        listener.listen(64)
        with listener:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "workbench.charts.drawing", str(listener.fileno())],
                stdin=subprocess.PIPE,  # closed when the process that started it ends
                pass_fds=(listener.fileno(),),
                start_new_session=True,
            )

    def forget(self) -> None:
        """In a forked copy: let go of the process without ending it."""
        if self._process is not None and self._process.stdin is not None:
            self._process.stdin.close()
            self._process.returncode = 0  # not this copy's to wait for
        self._process = None

    def stop(self) -> None:
        """End the process."""
        if self._process is not None:
            self._process.kill()
            self._process.communicate()  # closes its pipe and waits
        self.address.unlink(missing_ok=True)


@cache
def _converter() -> ModuleType:
    """Load the drawing library once, with the font that measures Chinese."""
    import vl_convert  # noqa: PLC0415 (32 MB: only once a chart is drawn)

    with as_file(files("workbench.charts") / "fonts") as folder:
        vl_convert.register_font_directory(str(folder))
    return vl_convert


def _asked(address: str, text: str) -> str:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
        connection.settimeout(2 * _LONGEST)
        connection.connect(address)
        _send(connection, text)
        return _receive(connection)


def _send(connection: socket.socket, text: str) -> None:
    content = text.encode()
    connection.sendall(_LENGTH.pack(len(content)) + content)


def _receive(connection: socket.socket) -> str:
    (length,) = _LENGTH.unpack(_exactly(connection, _LENGTH.size))
    return _exactly(connection, length).decode()


def _exactly(connection: socket.socket, length: int) -> bytes:
    found = bytearray()
    while len(found) < length:
        part = connection.recv(min(length - len(found), 1 << 20))
        if not part:
            raise ConnectionResetError("the other end is gone")
        found += part
    return bytes(found)


def _serve(listener: socket.socket) -> None:
    """Draw for one after another; a drawing that fails closes its connection without an answer."""
    while True:
        connection, _ = listener.accept()
        with connection:
            try:
                connection.settimeout(_LONGEST)
                asked = _receive(connection)
                signal.alarm(_LONGEST)
                _send(connection, _drawn(asked))
            except (OSError, ValueError):  # the library says ValueError of what it cannot draw
                continue
            finally:
                signal.alarm(0)


def _end_with_parent() -> None:
    os.read(0, 1)
    os._exit(0)


def main() -> None:
    """Draw for whoever connects, until the process that started this one ends."""
    import threading  # noqa: PLC0415 (only here)

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    listener = socket.socket(fileno=int(sys.argv[1]))
    _drawn('[{"mark": "point", "data": {"values": []}}, {}]')  # the slow first one
    _serve(listener)


if __name__ == "__main__":
    main()
