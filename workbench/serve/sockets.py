"""The line between a page and its kernel, and what a page asks of its own kernel.

Whose a kernel is, its place says (`seats.py`). To everybody else it is not there: another's, one
that waits for a reader, and one that never was get the same answer.
"""

import json
from http import HTTPStatus

from jupyter_client.jsonutil import json_default
from tornado.web import HTTPError
from voila.tornado.kernel_websocket_handler import VoilaKernelWebsocketHandler

from workbench.serve.answering import Answering
from workbench.serve.seat import Seat

MESSAGES = [  # what a page may send to its kernel: what widgets say, and nothing that runs code
    "comm_open",
    "comm_close",
    "comm_msg",
    "comm_info_request",
    "kernel_info_request",
]


class _Own(Answering):
    """Answers about the visitor's own kernels."""

    def seat(self, kernel_id: str) -> Seat:
        """Find the visitor's place.

        Raises
        ------
        HTTPError
            404, when there is none of theirs.
        """
        found = self.server.seats.of(kernel_id, self.name)
        if found is None:
            raise HTTPError(HTTPStatus.NOT_FOUND)
        return found


class SocketHandler(_Own, VoilaKernelWebsocketHandler):
    """The websocket of a page; a page has one, a later one takes over."""

    async def get(self, kernel_id: str) -> None:
        """Let the owner connect."""
        seat = self.seat(kernel_id)
        if seat.socket is not None and not seat.socket.is_open:
            raise HTTPError(HTTPStatus.CONFLICT)  # one is just connecting
        self._place = seat
        self.server.seats.connect(seat, self)
        try:
            await super().get(kernel_id)  # type: ignore[misc] # a coroutine, whatever it says
        finally:
            if not self.is_open:
                self.server.seats.disconnect(seat, self)

    @property
    def is_open(self) -> bool:
        """Whether messages pass."""
        return self.ws_connection is not None

    def on_message(self, message: str | bytes) -> None:
        """Pass a message on; one that promises more parts than it holds ends the line.

        What reads it counts up to the number it says, before it looks whether they are there: that
        would hold everybody's pages, and memory without end.
        """
        if isinstance(message, bytes) and _parts(message, self.selected_subprotocol) > len(message):
            self.close()
            return
        super().on_message(message)

    def on_close(self) -> None:
        """Note that the page is without its line."""
        self.server.seats.disconnect(self._place, self)
        super().on_close()


class KernelHandler(_Own):
    """What Voilà's script asks before it connects: whether its kernel is there."""

    async def get(self, kernel_id: str) -> None:
        """Describe the visitor's own kernel."""
        self.seat(kernel_id)
        self.set_header("Content-Type", "application/json")
        model = self.kernel_manager.kernel_model(kernel_id)
        await self.finish(json.dumps(model, default=json_default))


class AliveHandler(_Own):
    """A page asks whether its kernel is still there; which, stands in the body."""

    async def post(self) -> None:
        """Say yes, or 404."""
        self.seat(self.kernel_id())
        self.set_status(HTTPStatus.NO_CONTENT)

    def kernel_id(self) -> str:
        """Read the id; no address holds it, since addresses are written to logs."""
        return self.request.body.decode("ascii", errors="replace")


class LeavingHandler(AliveHandler):
    """A page that is about to be left makes room for the one that comes in its place."""

    async def post(self) -> None:
        """Keep the kernel as long as there is room beside it."""
        self.server.seats.leaving(self.seat(self.kernel_id()))
        self.set_status(HTTPStatus.NO_CONTENT)


class ClosedHandler(AliveHandler):
    """A page that is closed gives its place back."""

    async def post(self) -> None:
        """End the visitor's own kernel."""
        await self.server.seats.end(self.seat(self.kernel_id()))
        self.set_status(HTTPStatus.NO_CONTENT)


def _parts(message: bytes, protocol: str | None) -> int:
    """Read how many parts a message says it has; each takes four bytes or more of it.

    The newer protocol, which names itself, counts in eight bytes, the older one in four.
    """
    newer, older = int.from_bytes(message[:8], "little"), int.from_bytes(message[:4], "big")
    return 4 * (newer if protocol else older)
