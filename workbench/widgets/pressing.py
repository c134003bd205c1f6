"""A press on a button comes after every letter typed before it.

The browser holds letters back while the kernel is busy with earlier ones, but sends a press at
once: it would overtake them, and what is saved or sent then lacks its last words. So the kernel
asks the browser once, and acts on the answer: it comes behind the letters held back.
"""

import asyncio
from collections.abc import Callable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import anywidget
import ipywidgets as ipw
import traitlets

_SCRIPT = files("workbench.widgets") / "pressing.js"
_LONGEST = 3.0  # seconds; nobody answers where a notebook runs without a browser
Act = Callable[[], object]


class _Echo(anywidget.AnyWidget):
    """Asks the browser, and does what waits for its answer."""

    _esm = traitlets.Unicode().tag(sync=True)

    def __init__(self) -> None:
        super().__init__(_esm=_SCRIPT.read_text(encoding="utf-8"))
        self.waiting: dict[int, Act] = {}
        self.turn = 0
        self.on_msg(lambda _widget, content, _buffers: self.heard(content))

    def ask(self, act: Act, loop: asyncio.AbstractEventLoop) -> None:
        self.turn += 1
        self.waiting[self.turn] = act
        self.send({"turn": self.turn})
        loop.call_later(_LONGEST, self.heard, {"turn": self.turn})

    def heard(self, content: Mapping[str, Any]) -> None:
        act = self.waiting.pop(content.get("turn", 0), None)
        if act is not None:
            act()


@cache
def _echo() -> _Echo:
    return _Echo()


def on_press(button: ipw.Button, act: Act) -> ipw.Button:
    """Do something whenever a button is pressed, once all typed before has arrived.

    Without a kernel around, as in a test, it is done at once. Gives the button back.
    """
    _echo()  # the browser has to know it before the first press

    def pressed(_button: ipw.Button) -> None:
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:
            act()
            return
        _echo().ask(act, loop)

    button.on_click(pressed)
    return button
