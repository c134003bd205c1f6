"""The newest wins: what is asked for again and again is done once, when all has been heard."""

import asyncio
from collections.abc import Callable

_ROUNDS = 3  # of the loop in which nothing was asked: a message that waits is heard in each


class Latest:
    """Call a function for the newest of what is asked, once the messages that wait were heard.

    Without a running loop nothing waits, and it is called at once.
    """

    def __init__(self, act: Callable[[], None]) -> None:
        self._act = act
        self._left = 0  # rounds until it is done; 0: nothing is asked

    def __call__(self) -> None:
        """Ask for it."""
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:  # no kernel around
            self._act()
            return
        is_waiting = self._left > 0
        self._left = _ROUNDS
        if not is_waiting:
            loop.call_soon(self._wait, loop)

    def _wait(self, loop: asyncio.AbstractEventLoop) -> None:
        self._left -= 1
        if self._left > 0:
            loop.call_soon(self._wait, loop)
        else:
            self._act()
