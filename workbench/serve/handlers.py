"""What answers an address: the start page, a notebook's page, and a sentence for all the rest."""

from collections.abc import AsyncIterator, Mapping
from http import HTTPStatus
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlencode

from jupyter_server.auth.decorator import allow_unauthenticated
from jupyter_server.auth.login import LoginFormHandler
from tornado.iostream import StreamClosedError
from tornado.web import HTTPError, RequestHandler, authenticated
from voila.handler import VoilaHandler

from workbench.errors import RefusedError, WorkbenchError
from workbench.i18n import Lang, message
from workbench.serve.asking import Asked, company, language, read_address
from workbench.serve.look import broken, note_page, policy
from workbench.serve.page import Page
from workbench.serve.start import start_page
from workbench.serve.visitor import Visitor, visitor

if TYPE_CHECKING:
    from workbench.serve.server import Server

ACTOR_HEADER = "X-Workbench-Actor"  # said by this server to its kernels, never by a browser


class Answering(RequestHandler):
    """What all our answers share: their language, their policy, and errors as sentences."""

    @property
    def server(self) -> "Server":
        """The server this answers for."""
        found: Server = self.settings["workbench"]
        return found

    @property
    def lang(self) -> Lang:
        """In which language to answer."""
        return language(self.request.query, self.server.workspace)

    @property
    def content_security_policy(self) -> str:
        """Let a page load from here only."""
        return policy(self.request.host)

    def say(self, status: int, key: str, sentence: str = "") -> None:
        """Answer with a page of one sentence, and the way back to the start page."""
        self.set_status(status)
        self.set_header("Content-Type", "text/html; charset=UTF-8")
        told = sentence or message(f"serve-{key}-why", self.lang)
        self.finish(note_page(self.lang, f"serve-{key}", told, self.server.base_url))

    def write_error(self, status_code: int, **_: Any) -> None:  # noqa: ANN401
        """Say what went wrong; what exactly is in the log."""
        known = {400: "wrong", 403: "refused", 404: "unknown", 405: "unknown", 503: "full"}
        self.clear_body()
        self.say(status_code, known.get(status_code, "broken"))

    def clear_body(self) -> None:
        """Forget what was written and not yet sent."""
        self._write_buffer: list[bytes] = []

    def visitor(self) -> Visitor | None:
        """Tell who asks; None on a desk."""
        if not self.server.is_shared:
            return None
        name = getattr(self.current_user, "username", "")
        return visitor(company(self.server.workspace), self.server.workspace, name)


class _Known(Answering, VoilaHandler):
    """An answer for people who showed the token, or whom the server in front names."""

    def has_left_token(self) -> bool:
        """Drop the token from the address once a cookie holds it."""
        pairs = parse_qsl(self.request.query, keep_blank_values=True, errors="replace")
        kept = [(name, value) for name, value in pairs if name != "token"]
        if len(kept) == len(pairs):
            return False
        self.redirect(self.request.path + (f"?{urlencode(kept)}" if kept else ""))
        return True


class StartHandler(_Known):
    """The list of pages."""

    @authenticated
    async def get(self) -> None:
        """Show the pages this visitor may open."""
        if self.has_left_token():
            return
        try:
            html = start_page(self.server, self.lang, self.visitor())
        except RefusedError as reason:
            self.say(HTTPStatus.FORBIDDEN, "refused", str(reason))
        except WorkbenchError as reason:
            self.say(HTTPStatus.OK, "broken", str(reason))
        else:
            await self.finish(html)


class PageHandler(_Known):
    """A notebook as a page."""

    @authenticated
    async def get(self, name: str) -> None:
        """Check the address, take a kernel, and send the page as its cells are done."""
        found = self.server.pages.get(name)
        if found is None:
            self.say(HTTPStatus.NOT_FOUND, "unknown")
            return
        if self.has_left_token():
            return
        page = found[0]
        try:
            asked = read_address(self.request.query, page, self.server.workspace, self.visitor())
        except RefusedError as reason:
            self.say(HTTPStatus.FORBIDDEN, "refused", str(reason))
        except WorkbenchError as reason:
            self.say(HTTPStatus.BAD_REQUEST, "wrong", str(reason))
        else:
            await self._open(page, asked)

    async def _open(self, page: Page, asked: Asked) -> None:
        self._pass_on(asked)
        _ = self.xsrf_token  # sets the cookie with which the page may end its own kernel
        parts = self.get_generator(path=f"{page.name}.ipynb")
        async with self.server.kernel_manager.door:
            if self.server.kernel_manager.is_full:
                self.set_header("Retry-After", "60")
                self.say(HTTPStatus.SERVICE_UNAVAILABLE, "full")
                return
            self.write(await anext(parts))
        await self._send(parts)

    async def _send(self, parts: AsyncIterator[str]) -> None:
        """Send what is ready; where the rest fails, the page says so instead of breaking off."""
        try:
            self.flush()
            async for part in parts:
                self.write(part)
                self.flush()
        except StreamClosedError:
            return  # the reader left
        except Exception:
            self.log.exception("The page %s could not be made.", self.request.path)
            self.write(broken(self.lang))

    def _pass_on(self, asked: Asked) -> None:
        """Let the kernel hear of the checked values only."""
        self.request.query = asked.query
        self.request.uri = f"{self.request.path}?{asked.query}"
        self.request.arguments = self.request.query_arguments = {}
        self.request.headers.pop(ACTOR_HEADER, None)
        if asked.actor:
            self.request.headers[ACTOR_HEADER] = asked.actor


class LoginHandler(Answering, LoginFormHandler):
    """Asks for the token."""

    def _render(self, message: Mapping[str, str] | None = None) -> None:
        if message:
            self.set_status(HTTPStatus.UNAUTHORIZED)
        self.say(self.get_status(), "login")


class UnknownHandler(Answering):
    """Every other address: nothing is there."""

    @allow_unauthenticated
    def prepare(self) -> None:
        """Answer whatever is asked for."""
        self.set_header("Content-Security-Policy", self.content_security_policy)
        raise HTTPError(HTTPStatus.NOT_FOUND)
