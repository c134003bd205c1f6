"""What all answers share: who may ask and from where, their language, and errors as sentences.

Nothing of Voilà or the Jupyter server answers by itself: every handler stands on this one, and
what `prepare` has not let through reaches none of them.
"""

from collections.abc import Collection
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from jupyter_core.utils import ensure_async
from jupyter_server.base.handlers import JupyterHandler
from tornado.web import HTTPError

from workbench.i18n import Lang, message
from workbench.serve.asking import language
from workbench.serve.guard import (
    HEADERS,
    LOOPBACK,
    is_asked_under,
    is_own_page,
    is_taken_in,
    plain_host,
)
from workbench.serve.look import note_page, policy

if TYPE_CHECKING:
    from workbench.serve.served import Served

_KNOWN = {400: "wrong", 403: "refused", 404: "unknown", 405: "unknown", 503: "full"}


class Answering(JupyterHandler):
    """Lets in who is known and asks from here."""

    @property
    def server(self) -> "Served":
        """The server this answers for."""
        found: Served = self.settings["workbench"]
        return found

    @property
    def lang(self) -> Lang:
        """In which language to answer."""
        return language(self.request.query, self.server.workspace)

    @property
    def name(self) -> str:
        """Who asks, as the identity names them: what belongs to somebody is theirs by it."""
        return str(self.current_user.username)

    async def prepare(self) -> None:  # type: ignore[override] # theirs leads to their own login page
        """Refuse what is asked from elsewhere, or by nobody; before anything is looked up."""
        if not is_asked_under(self.request, self._hosts()):
            raise HTTPError(HTTPStatus.FORBIDDEN)
        if not is_own_page(self.request) or is_taken_in(self.request):
            raise HTTPError(HTTPStatus.FORBIDDEN)
        found = await ensure_async(self.identity_provider.get_user(self))
        self.current_user = self._jupyter_current_user = found
        if found is None:
            self.say(HTTPStatus.FORBIDDEN, "nobody" if self.server.is_shared else "login")
        elif self.request.method not in ("GET", "HEAD"):
            self.check_xsrf_cookie()

    def _hosts(self) -> Collection[str]:
        return self.server.workspace.serve.hosts if self.server.is_shared else LOOPBACK

    def check_origin(self, origin_to_satisfy_tornado: str = "") -> bool:  # noqa: ARG002
        """Whether one of our pages asks; websockets and what changes something need it."""
        return is_own_page(self.request)

    def set_default_headers(self) -> None:
        """Say with every answer that no other page may hold it."""
        for name, value in HEADERS.items():
            self.set_header(name, value)
        self.set_header("Content-Security-Policy", policy(plain_host(self.request)))

    def say(self, status: int, key: str, sentence: str = "") -> None:
        """Answer with a page of one sentence, and the way back to the start page."""
        self.set_status(status)
        self.set_header("Content-Type", "text/html; charset=UTF-8")
        told = sentence or message(f"serve-{key}-why", self.lang)
        self.finish(note_page(self.lang, f"serve-{key}", told, self.server.base_url))

    def write_error(self, status_code: int, **_: Any) -> None:  # noqa: ANN401
        """Say what went wrong; what exactly is in the log."""
        self._write_buffer: list[bytes] = []  # what was written and not yet sent
        self.say(status_code, _KNOWN.get(status_code, "broken"))


class UnknownHandler(Answering):
    """Every other address: nothing is there."""

    async def prepare(self) -> None:  # type: ignore[override]
        """Answer whatever is asked for, whatever the method."""
        await super().prepare()
        if not self._finished:
            raise HTTPError(HTTPStatus.NOT_FOUND)
