"""A websocket to a kernel in hostile hands: any message, any header, and all that is heard."""

import json
import time
import uuid
from typing import TYPE_CHECKING, Any

import websocket

if TYPE_CHECKING:
    from hostile import Visitor


class Line:
    """A websocket, and everything that was heard on it."""

    def __init__(
        self, visitor: "Visitor", path: str, origin: str | None = "", proto: str = "", **more: str
    ) -> None:
        host, port = visitor.place
        headers = visitor.headers()
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
        self.answer(model, {"event": "click"})

    def answer(self, model: str, content: dict[str, Any]) -> None:
        """Tell a widget something, as its script in the page does."""
        data = {"method": "custom", "content": content}
        self.send("comm_msg", {"comm_id": model, "data": data})

    def close(self) -> None:
        """Leave."""
        self.socket.close(timeout=1)

    def __del__(self) -> None:
        """Let go where a test failed before it left."""
        if hasattr(self, "socket"):
            self.socket.shutdown()


def _json_of(frame: bytes) -> dict[str, Any] | None:
    """Read a message, be it text or with buffers behind it."""
    at = frame.find(b"{")
    if at < 0:
        return None
    told: dict[str, Any] = json.JSONDecoder().raw_decode(frame[at:].decode(errors="replace"))[0]
    return told
