"""How the fork server and those it serves talk: one JSON object a line, over a Unix socket."""

import json
import select
import socket
import time
from typing import Any

Message = dict[str, Any]


class Wire:
    """One end of a connection."""

    def __init__(self, connection: socket.socket) -> None:
        self.connection = connection
        self.is_open = True
        self._received = b""

    def send(self, message: Message) -> None:
        """Write one message; OSError when the other end is gone."""
        self.connection.sendall(json.dumps(message).encode() + b"\n")

    def receive(self, seconds: float) -> Message | None:
        """Give the next message; None when none came in time, or the other end is gone."""
        end = time.monotonic() + seconds
        while b"\n" not in self._received:
            left = max(0.0, end - time.monotonic())
            if not self.is_open or not select.select([self.connection], [], [], left)[0]:
                return None
            self._read()
        line, _, self._received = self._received.partition(b"\n")
        message: Message = json.loads(line)
        return message

    def _read(self) -> None:
        try:
            found = self.connection.recv(65_536)
        except OSError:
            found = b""
        self._received += found
        self.is_open = bool(found)

    def close(self) -> None:
        """End the conversation; the other end sees it at once."""
        self.is_open = False
        self.connection.close()
