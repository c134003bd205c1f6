"""A visitor with every tool a browser has, and some it has not: requests, sockets, raw bytes."""

import json
import re
import socket
import time
import uuid
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPMessage
from typing import Any
from urllib.parse import urlsplit

import psutil
import websocket

WHO = "X-Forwarded-User"
_KERNEL = re.compile(r'"kernelId"\s*:\s*"([0-9a-f-]{36})"')
_WORD = re.compile(r"Zq-\w+-[a-z]+")


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
        headers = self._headers() | {name.replace("_", "-"): told for name, told in more.items()}
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

    def _headers(self) -> dict[str, str]:
        told = {} if self.who is None else {WHO: self.who}
        if self.cookies:
            told["Cookie"] = "; ".join(f"{name}={each}" for name, each in self.cookies.items())
            told["X-XSRFToken"] = self.cookies.get("_xsrf", "")
        return told

    def post(self, path: str, body: str = "", **more: str) -> Answer:
        """Ask to change something."""
        return self.ask(path, "POST", body, **more)

    def line(self, kernel: str, **options: Any) -> "Line":
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


class Line:
    """A websocket, and everything that was heard on it."""

    def __init__(
        self, visitor: Visitor, path: str, origin: str | None = "", proto: str = "", **more: str
    ) -> None:
        host, port = visitor.place
        headers = visitor._headers()
        headers.pop("X-XSRFToken", None)  # browsers add no header of their own to a socket
        headers |= {name.replace("_", "-"): told for name, told in more.items()}
        options: dict[str, Any] = {"subprotocols": [proto]} if proto else {}
        if origin is None:
            options["suppress_origin"] = True
        else:
            options["origin"] = origin or f"http://{host}:{port}"
        self.session = uuid.uuid4().hex
        self.heard = b""
        self.socket = websocket.create_connection(
            f"ws://{host}:{port}/{path}", timeout=30, header=headers, **options
        )

    def send(
        self, kind: str, content: dict[str, Any], channel: str = "shell", **metadata: Any
    ) -> None:
        """Send one message of the protocol."""
        head = {"msg_id": uuid.uuid4().hex, "msg_type": kind, "session": self.session,
                "username": "x", "version": "5.3", "date": "2026-01-01T00:00:00Z"}  # fmt: skip
        told = {"header": head, "parent_header": {}, "metadata": metadata, "content": content,
                "channel": channel, "buffers": []}  # fmt: skip
        self.socket.send(json.dumps(told))

    def hear(self, seconds: float, until: bytes = b"\0never") -> bytes:
        """Listen for so long, or until something was said."""
        end = time.monotonic() + seconds
        start = len(self.heard)
        while (left := end - time.monotonic()) > 0 and until not in self.heard[start:]:
            self.socket.settimeout(left)
            try:
                # Pings too: waited for inside, each would begin the seconds anew
                code, data = self.socket.recv_data(control_frame=True)
            except (websocket.WebSocketException, OSError):
                break
            if code == websocket.ABNF.OPCODE_CLOSE:
                break
            self.heard += data + b"\n"
        return self.heard[start:]

    def states(self) -> dict[str, dict[str, Any]]:
        """Ask for every widget, as a page does when it loads; by model."""
        comm = uuid.uuid4().hex
        opened = {"comm_id": comm, "target_name": "jupyter.widget.control", "data": {}}
        self.send("comm_open", opened, version="1.0.0")
        self.send("comm_msg", {"comm_id": comm, "data": {"method": "request_states"}})
        self.hear(20, b"update_states")
        text = next((t for t in self.heard.split(b"\n") if b"update_states" in t), b"")
        told = _json_of(text)
        return told["content"]["data"]["states"] if told else {}

    def type(self, model: str, text: str) -> None:
        """Write into a field."""
        data = {"method": "update", "state": {"value": text}, "buffer_paths": []}
        self.send("comm_msg", {"comm_id": model, "data": data})

    def press(self, model: str) -> None:
        """Click a button."""
        data = {"method": "custom", "content": {"event": "click"}}
        self.send("comm_msg", {"comm_id": model, "data": data})

    def close(self) -> None:
        """Leave."""
        self.socket.close(timeout=1)


@dataclass(frozen=True)
class Seen:
    """All that reached a visitor who opened a page: the answer, and every frame of its socket."""

    answer: Answer
    frames: str

    @property
    def words(self) -> set[str]:
        """The planted words in any of it."""
        return self.answer.words | planted_in(self.frames)

    @property
    def everything(self) -> str:
        """Headers, page and frames."""
        return f"{self.answer.headers}{self.answer.body}{self.frames}"


def look(visitor: Visitor, path: str) -> Seen:
    """Open a page as a browser does, read all its widgets, and close it."""
    answer = visitor.ask(path)
    if not answer.kernel:
        return Seen(answer, "")
    line = visitor.line(answer.kernel)
    line.states()
    line.close()
    leave(visitor, answer.kernel)
    return Seen(answer, line.heard.decode(errors="replace"))


def look_all(visits: Mapping[Any, tuple[Visitor, str]]) -> dict[Any, Seen]:
    """Open many pages, two at a time; by the name of the visit."""
    with ThreadPoolExecutor(2) as hands:
        seen = hands.map(lambda visit: look(*visit), visits.values())
        return dict(zip(visits, seen, strict=True))


def leave(visitor: Visitor, kernel: str) -> None:
    """Give a kernel back, as the script of a closed page does."""
    visitor.post("/closed", kernel)


def planted_in(text: str) -> set[str]:
    """Find the planted words in a text."""
    return set(_WORD.findall(text))


def kernels_of(pid: int) -> list[psutil.Process]:
    """List the kernels a server runs."""
    found = []
    for each in psutil.Process(pid).children(recursive=True):
        try:
            if "ipykernel_launcher" in " ".join(each.cmdline()):
                found.append(each)
        except psutil.NoSuchProcess:
            continue
    return found


def _json_of(frame: bytes) -> dict[str, Any] | None:
    """Read a message, be it text or with buffers behind it."""
    at = frame.find(b"{")
    if at < 0:
        return None
    told: dict[str, Any] = json.JSONDecoder().raw_decode(frame[at:].decode(errors="replace"))[0]
    return told
