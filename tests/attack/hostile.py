"""A visitor with every tool a browser has, and some it has not: requests, sockets, raw bytes."""

import re
import socket
import uuid
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPMessage
from typing import Any
from urllib.parse import urlsplit

import websocket
from attacked_company import planted_in
from hostile_line import Line

WHO = "X-Forwarded-User"
_KERNEL = re.compile(r'"kernelId"\s*:\s*"([0-9a-f-]{36})"')


@dataclass(frozen=True)
class Answer:
    """What came back: nothing is followed, so a redirect is a status like others."""

    status: int
    headers: HTTPMessage
    body: str

    @property
    def kernel(self) -> str:
        """The kernel behind a page; "" where there is none."""
        found = _KERNEL.search(self.body)
        return found[1] if found else ""

    @property
    def words(self) -> set[str]:
        """The planted words in it, headers included."""
        return planted_in(str(self.headers) + self.body)


@dataclass
class Visitor:
    """Somebody in front of a server, named by the proxy; None is a request without a name."""

    base: str  # as http://127.0.0.1:8866/
    who: str | None = None
    cookies: dict[str, str] = field(default_factory=dict)

    @property
    def place(self) -> tuple[str, int]:
        """Host and port."""
        parts = urlsplit(self.base)
        assert parts.hostname
        assert parts.port
        return parts.hostname, parts.port

    def ask(
        self, path: str, method: str = "GET", body: str = "", seconds: float = 120, **more: str
    ) -> Answer:
        """Send one request; `more` are headers, with _ for -."""
        headers = self.headers() | {name.replace("_", "-"): told for name, told in more.items()}
        line = HTTPConnection(*self.place, timeout=seconds)
        try:
            line.request(method, path, body or None, headers)
            got = line.getresponse()
            told = Answer(got.status, got.msg, got.read().decode(errors="replace"))
        finally:
            line.close()
        for each in got.msg.get_all("Set-Cookie") or ():
            name, _, value = each.partition(";")[0].partition("=")
            self.cookies[name] = value
        return told

    def headers(self) -> dict[str, str]:
        """Say who it is, as the proxy does, and what the browser keeps."""
        told = {} if self.who is None else {WHO: self.who}
        if self.cookies:
            told["Cookie"] = "; ".join(f"{name}={each}" for name, each in self.cookies.items())
            told["X-XSRFToken"] = self.cookies.get("_xsrf", "")
        return told

    def post(self, path: str, body: str = "", **more: str) -> Answer:
        """Ask to change something."""
        return self.ask(path, "POST", body, **more)

    def line(self, kernel: str, **options: Any) -> Line:
        """Connect to a kernel as the page does; see `Line`."""
        return Line(self, f"api/kernels/{kernel}/channels?session_id={uuid.uuid4().hex}", **options)

    def is_let_in(self, kernel: str) -> bool:
        """Whether the kernel's socket opens for this visitor."""
        try:
            self.line(kernel).close()
        except (websocket.WebSocketException, OSError):
            return False
        return True

    def raw(self, data: bytes, seconds: float = 10) -> bytes:
        """Send bytes no client would, and read what comes until the server is done."""
        with socket.create_connection(self.place, timeout=seconds) as line:
            line.sendall(data)
            got = b""
            try:
                while part := line.recv(65536):
                    got += part
            except OSError:
                pass
        return got
