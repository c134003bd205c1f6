"""The bar above the walk: steps, the clock, and the keys of a shared screen."""

from collections.abc import Callable, Mapping
from importlib.resources import files
from typing import Any

import anywidget
import traitlets

_SCRIPT = files("workbench.widgets.coaching") / "pace.js"
Heard = Callable[[Mapping[str, Any]], object]


class Pace(anywidget.AnyWidget):
    """What the browser needs to show where the walk stands; says `go`, `by` or `leave`."""

    _esm = traitlets.Unicode().tag(sync=True)
    who = traitlets.Unicode().tag(sync=True)
    names: traitlets.List[str] = traitlets.List().tag(sync=True)
    now = traitlets.Unicode().tag(sync=True)
    ends: traitlets.List[int] = traitlets.List().tag(
        sync=True
    )  # seconds from the beginning each step ends
    at = traitlets.Int(0).tag(sync=True)
    elapsed = traitlets.Float(-1.0).tag(sync=True)  # seconds since it began; below 0: not yet
    is_presenting = traitlets.Bool(False).tag(sync=True)  # noqa: FBT003 (traitlets wants it so)
    words = traitlets.Dict().tag(sync=True)

    def __init__(self, heard: Heard, **traits: object) -> None:
        super().__init__(_esm=_SCRIPT.read_text(encoding="utf-8"), **traits)
        self._tell = heard
        self.on_msg(self._heard)

    def _heard(self, _widget: object, content: Mapping[str, Any], _buffers: object) -> None:
        self._tell(content)
