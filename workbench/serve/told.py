"""The answer to a kernel that asks what its page is to show."""

import asyncio
from http import HTTPStatus

from tornado.web import HTTPError

from workbench.serve.answering import Answering
from workbench.serve.guard import LOOPBACK
from workbench.widgets.address import SECRET_HEADER


class ToldHandler(Answering):
    """Answers over this machine's own line, to who has the word of a kernel."""

    async def prepare(self) -> None:  # type: ignore[override]
        """Let in whoever has a kernel's secret; nobody else is answered, known or not."""
        if self.request.remote_ip not in LOOPBACK | {self.server.ip}:
            raise HTTPError(HTTPStatus.NOT_FOUND)

    _is_gone = False

    async def post(self) -> None:
        """Answer once, when there is something to say."""
        telling = self.server.kernel_manager.telling
        secret = self.request.headers.get(SECRET_HEADER, "")
        told = telling.asked(secret)
        if told is None:
            raise HTTPError(HTTPStatus.NOT_FOUND)
        answer = await asyncio.shield(told)
        if self._is_gone or not telling.answered(secret):
            raise HTTPError(HTTPStatus.NOT_FOUND)
        await self.finish(dict(answer))

    def on_connection_close(self) -> None:
        """Keep the answer for the kernel's next try."""
        self._is_gone = True
