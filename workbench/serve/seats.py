"""The places of open pages: whose each is, how many somebody may have, and when one is free again.

A page holds a kernel, so it holds a place. It is somebody's: of who opened it, and reachable by
nobody else. It is free again when its page says that it was closed, when no websocket comes once
the page was sent, and when a websocket was lost for longer than a reload takes.
"""

import asyncio
from collections.abc import Awaitable, Callable

from workbench.serve.seat import Seat, Socket

UNSEEN = 20.0  # seconds a sent page may go without a websocket: nobody looks at it
LOST = 10.0  # seconds a page may be without the websocket it had: a reload, a short break
_PATIENCE = 2.0  # seconds a page waits for a place: one that is reloaded gives up its own just now


class Seats:
    """All places; `end` ends a kernel."""

    def __init__(
        self, most: int, each: int | None, end: Callable[[str], Awaitable[None]],
        *, unseen: float = UNSEEN, lost: float = LOST,
    ) -> None:  # fmt: skip
        self.most, self.each = most, each
        self._end = end
        self._unseen, self._lost = unseen, lost
        self._seats: list[Seat] = []  # the oldest first
        self._freed = asyncio.Event()

    def why_not(self, owner: str) -> str:
        """Say what keeps somebody from one more: `full`, `full-each`, or "" for nothing."""
        if len(self._seats) >= self.most:
            return "full"
        own = sum(seat.owner == owner for seat in self._seats)
        return "full-each" if self.each is not None and own >= self.each else ""

    async def take(self, owner: str) -> Seat | None:
        """Give somebody a place; None when there is none, also not in a moment.

        A page of their own that is just being left for this one makes room; where people are told
        apart, so does the oldest of their own that nobody looks at.
        """
        until = asyncio.get_running_loop().time() + _PATIENCE
        while self.why_not(owner):
            giving = self._giving(owner)
            if giving is not None:
                await self.end(giving)
            elif not await self._is_freed(until):
                return None
        seat = Seat(owner)
        self._seats.append(seat)
        return seat

    def of(self, kernel_id: str, owner: str) -> Seat | None:
        """Find somebody's place; None also for another's: who asks does not learn which."""
        mine = (seat for seat in self._seats if seat.owner == owner)
        return next((seat for seat in mine if kernel_id and seat.kernel_id == kernel_id), None)

    def is_held(self, seat: Seat) -> bool:
        """Whether a place was not given up meanwhile."""
        return seat in self._seats

    def sent(self, seat: Seat) -> None:
        """Note that the page is out: now its websocket has to come."""
        seat.is_sent = True
        if seat.socket is None:
            self._end_in(seat, self._unseen)

    def seen(self, owner: str) -> None:
        """Note that somebody's browser loads scripts: their pages are about to be looked at."""
        for seat in self._seats:
            if seat.owner == owner and seat.is_left and seat.is_new:
                self._end_in(seat, self._unseen)

    def connect(self, seat: Seat, socket: Socket) -> None:
        """Give a place its websocket; the one it had is ended, as that of a page lost before."""
        before, seat.socket, seat.is_new = seat.socket, socket, False
        self._keep(seat)
        if before is not None:
            before.close()

    def disconnect(self, seat: Seat, socket: Socket) -> None:
        """Note that a websocket ended."""
        if seat.socket is socket:
            seat.socket = None
            self._end_in(seat, self._lost if seat.is_sent else self._unseen)

    def leaving(self, seat: Seat) -> None:
        """Note that a page is about to be left: a browser asks for the next one before it goes."""
        seat.leaves_until = asyncio.get_running_loop().time() + self._lost
        self._freed.set()

    async def end(self, seat: Seat) -> None:
        """Free a place and end its kernel."""
        if self._drop(seat) and seat.kernel_id:
            await self._end(seat.kernel_id)

    def left(self, kernel_id: str) -> None:
        """Note that a kernel ended by itself, or was closed for resting too long."""
        for seat in [seat for seat in self._seats if seat.kernel_id == kernel_id]:
            self._drop(seat)

    def _giving(self, owner: str) -> Seat | None:
        now = asyncio.get_running_loop().time()
        own = [seat for seat in self._seats if seat.owner == owner]
        leaving = (seat for seat in own if seat.leaves_until > now)
        left = (seat for seat in own if seat.is_left and self.each is not None)
        return next(leaving, None) or next(left, None)

    def _drop(self, seat: Seat) -> bool:
        if seat not in self._seats:
            return False
        self._seats.remove(seat)
        self._keep(seat)
        if seat.socket is not None:
            seat.socket.close()
        self._freed.set()
        return True

    def _end_in(self, seat: Seat, seconds: float) -> None:
        self._keep(seat)
        if seat in self._seats:
            loop = asyncio.get_running_loop()
            seat.timer = loop.call_later(seconds, lambda: loop.create_task(self.end(seat)))

    def _keep(self, seat: Seat) -> None:
        if seat.timer is not None:
            seat.timer.cancel()
            seat.timer = None

    async def _is_freed(self, until: float) -> bool:
        self._freed.clear()
        rest = until - asyncio.get_running_loop().time()
        try:
            await asyncio.wait_for(self._freed.wait(), max(0.0, rest))
        except TimeoutError:
            return False
        return True
