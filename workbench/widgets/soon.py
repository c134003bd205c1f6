"""Saving soon: at once without a kernel, else a moment after the first unsaved letter."""

import asyncio
from collections.abc import Callable

SAVE_AFTER = 0.5  # seconds from the first unsaved letter: typing on does not put it off


class Soon:
    """Call a function a moment later, once, however often it is asked for meanwhile."""

    def __init__(self, act: Callable[[], None]) -> None:
        self.act = act
        self.is_waiting = False

    def __call__(self) -> None:
        """Ask for it."""
        if self.is_waiting:
            return
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:  # no kernel around
            self.act()
            return
        self.is_waiting = True
        loop.call_later(SAVE_AFTER, self._do)

    def _do(self) -> None:
        self.is_waiting = False
        self.act()
