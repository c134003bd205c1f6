"""One place: whose it is, its kernel, and the line to its page."""

import asyncio
from dataclasses import dataclass
from typing import Protocol


class Socket(Protocol):
    """The websocket of a page."""

    @property
    def is_open(self) -> bool:
        """Whether messages pass."""

    def close(self) -> None:
        """End it."""


@dataclass(eq=False)
class Seat:
    """One open page."""

    owner: str  # by the name the identity gives
    kernel_id: str = ""  # "" until one is there
    is_sent: bool = False
    is_new: bool = True  # no websocket has come yet
    socket: Socket | None = None
    timer: asyncio.TimerHandle | None = None
    leaves_until: float = 0.0  # of the loop's clock: until then its page is about to be left

    @property
    def is_left(self) -> bool:
        """Whether its page was sent and is looked at by nobody."""
        return self.is_sent and self.socket is None
