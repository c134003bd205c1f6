"""A board of live charts: the document's drawing functions, redrawn with new rows in place.

A chart that is shown again with the same specification sends only its rows to the browser, and
nothing where they are the same too; what a reader brushes or clicks comes back by the name of the
chart and of its selection. Vega is not part of the widget: a served page has it as a file, and
where there is none, in JupyterLab, the kernel hands it over once.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from importlib.resources import files
from typing import Any

import anywidget
import traitlets

from workbench.charts.bundle import vega
from workbench.charts.figure import HALF, WIDE
from workbench.charts.layers import Drawing

Json = Any
Draw = Callable[[int], Drawing]
Picked = Callable[[str, str, Mapping[str, Any] | None], object]
Failed = Callable[[str], object]  # takes what the browser tells of a drawing that failed
_SCRIPT = files("workbench.widgets") / "board.js"
_NARROWEST, _WIDEST = 280, 1400  # px


@dataclass(frozen=True)
class Shown:
    """One chart of a board, under the finding it shows."""

    draw: Draw | None  # gives the chart for a width in px, as for a document; None: there is none
    title: str  # the finding
    sub: str  # definition, unit and n
    description: str  # what the drawing says, for people who do not see it
    is_full: bool = False  # over both columns


class Board(anywidget.AnyWidget):
    """Charts that keep their place while their rows change."""

    _esm = traitlets.Unicode().tag(sync=True)
    columns = traitlets.Int(2).tag(sync=True)

    def __init__(
        self, picked: Picked | None = None, *, failed: Failed | None = None, columns: int = 2
    ) -> None:
        super().__init__(_esm=_SCRIPT.read_text(encoding="utf-8"), columns=columns)
        self._picked, self._failed = picked, failed
        self._shown: dict[str, Shown] = {}
        self._sent: dict[str, tuple[Json, Json]] = {}  # by chart: what the browser holds of it
        self._widths = {"full": WIDE, "half": HALF}
        self._is_open = False  # whether a browser has said how wide it is
        self.turn = 0  # how often something was shown
        self.drawn = 0  # the last turn a browser has drawn
        self.on_msg(self._heard)

    def show(self, charts: Mapping[str, Shown]) -> None:
        """Show charts, in this order when they are new; others stay as they are."""
        self._shown.update(charts)
        if self._is_open:
            self._put(charts)

    def _put(self, charts: Mapping[str, Shown]) -> None:
        self.turn += 1
        told = {name: self._told(name, shown) for name, shown in charts.items()}
        self.send({"charts": told, "turn": self.turn})

    def width(self, *, is_full: bool = False) -> int:
        """Give the width in px that charts are drawn at."""
        return self._widths["full" if is_full or self.columns == 1 else "half"]

    def forget(self, name: str) -> None:
        """Draw a chart anew when it is shown next, without what was picked in it."""
        self._sent.pop(name, None)

    def _told(self, name: str, shown: Shown) -> Json:
        told = {
            "title": shown.title,
            "sub": shown.sub,
            "description": shown.description,
            "is_full": shown.is_full,
        }
        if shown.draw is None:
            self.forget(name)
            return {**told, "spec": None, "picks": [], "rows": None}
        drawn = shown.draw(self.width(is_full=shown.is_full))
        spec = drawn.spec
        rows = {each: [_plain(row) for row in held] for each, held in drawn.rows.items()}
        known_spec, known_rows = self._sent.get(name, (None, None))
        self._sent[name] = spec, rows
        if (known_spec, known_rows) == (spec, rows):
            return {**told, "is_same": True}
        told["spec"] = None if known_spec == spec else spec
        return {**told, "picks": sorted(_selections(spec)), "rows": rows}

    def _heard(self, _widget: object, content: Mapping[str, Any], _buffers: object) -> None:
        if "ready" in content:
            self._widths = {
                name: min(max(int(width), _NARROWEST), _WIDEST)
                for name, width in content["ready"].items()
                if name in self._widths
            }
            self._is_open = True
            self._sent.clear()  # another tab, or another width: it holds nothing of this yet
            self._put(self._shown)
        elif "picked" in content and self._picked is not None:
            told = content["picked"]
            self._picked(str(told["chart"]), str(told["param"]), told["value"])
        elif content.get("needs") == "vega":
            self.send({"vega": True}, buffers=[vega().encode()])
        elif "drawn" in content:
            self.drawn = int(content["drawn"])
        elif "broken" in content:
            self._sent.clear()  # who knows what the browser holds now: all is told anew
            if self._failed is not None:
                self._failed(str(content["broken"]))


def _plain(row: Mapping[str, Json]) -> dict[str, Json]:
    """Give what JSON holds: a drawing needs no more digits than a float has."""
    return {
        name: float(value) if isinstance(value, Decimal) else value for name, value in row.items()
    }


def _selections(value: Json) -> set[str]:
    """Find the names of the selections a reader makes in a chart, in whatever layer they stand."""
    if isinstance(value, list):
        return set().union(*(_selections(item) for item in value)) if value else set()
    if not isinstance(value, dict):
        return set()
    own = {param["name"] for param in value.get("params", []) if "select" in param}
    return own.union(*(_selections(item) for item in value.values())) if value else own
