"""What answers an address: the start page, and a notebook's page."""

import asyncio
from collections.abc import AsyncIterator
from http import HTTPStatus
from urllib.parse import parse_qsl, urlencode

from tornado.iostream import StreamClosedError
from tornado.web import HTTPError

from workbench.errors import RefusedError, StoreError, WorkbenchError
from workbench.i18n import told
from workbench.serve.answering import Answering
from workbench.serve.asking import Asked, company, period_asked, read_address
from workbench.serve.guard import is_looked_at
from workbench.serve.look import broken
from workbench.serve.page import Page
from workbench.serve.rendering import kept_awake, page_parts
from workbench.serve.seat import Seat
from workbench.serve.standing_in import stands_in_for
from workbench.serve.start import start_page
from workbench.serve.visitor import Visitor, visitor

_FRESH = {"Cache-Control": "no-store", "Pragma": "no-cache"}


class _Shown(Answering):
    """A page for a person, from an address."""

    async def get(self, *named: str) -> None:
        """Say in one sentence why it cannot be shown, where it cannot."""
        if self._has_left_token():
            return
        for header, value in _FRESH.items():
            self.set_header(header, value)
        try:
            await self.show(*named)
        except StoreError:
            self.log.exception("Whom a visitor may see could not be read.")
            self.say(HTTPStatus.SERVICE_UNAVAILABLE, "no-store")
        except RefusedError as reason:
            self.say(HTTPStatus.FORBIDDEN, "refused", told(reason, self.lang))
        except WorkbenchError as reason:
            self.say(HTTPStatus.BAD_REQUEST, "wrong", told(reason, self.lang))

    head = get

    async def show(self, *named: str) -> None:
        """Write it."""
        raise NotImplementedError

    async def visitor(self) -> Visitor | None:
        """Tell who asks, as of the period the address names; None on a desk.

        On a desk that is the holder of the token; without a token, nobody in particular.
        """
        if not self.server.is_shared:
            return None
        space = self.server.workspace
        span = period_asked(self.request.query, space)
        there = company(space, span)
        person_id = there.called(self.name) or self.name
        name = span.name if span else space.calendar.period(space.default_period).name
        stands_in = await asyncio.to_thread(stands_in_for, space.store_url, person_id, name)
        return visitor(there, space, self.name, stands_in)

    def _has_left_token(self) -> bool:
        """Drop the token from the address once a cookie holds it."""
        pairs = parse_qsl(self.request.query, keep_blank_values=True, errors="replace")
        kept = [(name, value) for name, value in pairs if name != "token"]
        if len(kept) == len(pairs):
            return False
        self.redirect(self.request.path + (f"?{urlencode(kept)}" if kept else ""))
        return True


class StartHandler(_Shown):
    """The list of pages."""

    async def show(self, *_: str) -> None:
        """Show the pages this visitor may open."""
        try:
            html = start_page(self.server, self.lang, await self.visitor())
        except (RefusedError, StoreError):
            raise
        except WorkbenchError as reason:
            self.say(HTTPStatus.OK, "broken", told(reason, self.lang))
        else:
            await self.finish(html)


class PageHandler(_Shown):
    """A notebook as a page."""

    async def show(self, *named: str) -> None:
        """Check all that can be refused; only then take a place and a kernel."""
        found = self.server.pages.get(named[0])
        if found is None:
            raise HTTPError(HTTPStatus.NOT_FOUND)
        page, space = found[0], self.server.workspace
        asked = read_address(self.request.query, page, space, await self.visitor())
        if not is_looked_at(self.request):
            raise HTTPError(HTTPStatus.FORBIDDEN)
        if self.request.method == "HEAD":
            return
        seat = await self.server.seats.take(self.name)
        if seat is None:
            self.set_header("Retry-After", "60")
            key = self.server.seats.why_not(self.name) or "full"
            self.say(HTTPStatus.SERVICE_UNAVAILABLE, key)
            return
        await self._open(page, asked, seat)

    async def _open(self, page: Page, asked: Asked, seat: Seat) -> None:
        self._seat = seat
        _ = self.xsrf_token  # sets the cookie with which the page may end its own kernel
        told = {"query": asked.query, "actor": asked.actor}
        try:
            await self._send(kept_awake(page_parts(self.server, page.name, seat, told)))
        except StreamClosedError:
            await self.server.seats.end(seat)  # the reader left
        except Exception:
            if self.server.seats.is_held(seat):
                self.log.exception("The page %s could not be made.", self.request.path)
                await self.server.seats.end(seat)
            self.write(broken(self.lang))
        else:
            self.server.seats.sent(seat)

    async def _send(self, parts: AsyncIterator[str]) -> None:
        """Send what is ready."""
        async for part in parts:
            self.write(part)
            await self.flush()

    def on_connection_close(self) -> None:
        """Give the place back as soon as the reader leaves, whatever the kernel is at."""
        seat = getattr(self, "_seat", None)
        if seat is not None:
            asyncio.get_running_loop().create_task(self.server.seats.end(seat))
