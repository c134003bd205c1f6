"""A board of live charts: the document's drawing functions, redrawn with new rows in place.

A chart that is shown again with the same specification sends only the rows that changed; what a
reader brushes or clicks comes back by the name of the chart and of its selection. While a box is
being drawn only marks are answered: at most one question is under way, and what the hand has gone
past is never asked. Where a box stands once the hand has let go is what is shown here. Vega is not
part of the widget: a served page has it as a file, and where there is none, in JupyterLab, the
kernel hands it over once.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
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
Box = tuple[tuple[float, float], tuple[float, float]]  # px from the left, px from the top
Failed = Callable[[str], object]  # takes what the browser tells of a drawing that failed
Near = Callable[[str], object]  # takes the chart the pointer came into; "": all are drawn
_SCRIPTS = ("board_vega.js", "board_asking.js", "board_hand.js", "board_chart.js", "board.js")
_NARROWEST, _WIDEST = 280, 1400  # px


@dataclass(frozen=True)
class Shown:
    """One chart of a board, under the finding it shows."""

    draw: Draw | None  # gives the chart for a width in px, as for a document; None: there is none
    title: str  # the finding
    sub: str  # definition, unit and n
    description: str  # what the drawing says, for people who do not see it
    figures: str = ""  # drawn, as a table folded beneath it: finished HTML
    is_full: bool = False  # over both columns
    brush: Mapping[str, Box | None] = field(default_factory=dict)  # where each drawn box stands


@dataclass(frozen=True)
class Pick:
    """What a reader chose in a chart, under the name of its selection; None: nothing any more."""

    chart: str
    param: str
    value: Mapping[str, Any] | None


Picked = Callable[[Sequence[Pick]], object]
Moving = Callable[[Pick], Mapping[str, Draw]]  # gives what changes while a box is drawn, by chart


class Board(anywidget.AnyWidget):
    """Charts that keep their place while their rows change."""

    _esm = traitlets.Unicode().tag(sync=True)
    columns = traitlets.Int(2).tag(sync=True)

    def __init__(
        self,
        picked: Picked | None = None,
        *,
        moving: Moving | None = None,
        near: Near | None = None,
        failed: Failed | None = None,
        columns: int = 2,
    ) -> None:
        super().__init__(_esm=_script(), columns=columns)
        self._picked, self._moving, self._near, self._failed = picked, moving, near, failed
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

    def rehearse(self) -> None:
        """Draw all for nobody: what a first drawing loads is there for the next board."""
        for name, shown in self._shown.items():
            self._told(name, shown)
        self._sent.clear()

    def _put(self, charts: Mapping[str, Shown]) -> None:
        self.turn += 1
        told = {name: self._told(name, shown) for name, shown in charts.items()}
        self.send({"charts": told, "turn": self.turn})

    def width(self, *, is_full: bool = False) -> int:
        """Give the width in px that charts are drawn at."""
        return self._widths["full" if is_full or self.columns == 1 else "half"]

    def _told(self, name: str, shown: Shown) -> Json:
        told = {
            "title": shown.title,
            "sub": shown.sub,
            "description": shown.description,
            "figures": shown.figures,
            "is_full": shown.is_full,
            "brush": shown.brush,
        }
        if shown.draw is None:
            self._sent.pop(name, None)
            return {**told, "spec": None, "rows": None}
        drawn = shown.draw(self.width(is_full=shown.is_full))
        rows = _rows(drawn)
        known_spec, known = self._sent.get(name, (None, {}))
        self._sent[name] = drawn.spec, rows
        if known_spec == drawn.spec:
            return {**told, "spec": None, "rows": _changed(known, rows)}
        return {**told, "spec": drawn.spec, "picks": _selections(drawn.spec), "rows": rows}

    def _marks(self, drawings: Mapping[str, Draw]) -> Json:
        """Tell the rows that changed; a chart that would be another has to wait for its turn."""
        told = {}
        for name, draw in drawings.items():
            known_spec, known = self._sent.get(name, (None, {}))
            drawn = draw(self.width(is_full=self._shown[name].is_full))
            if drawn.spec != known_spec:
                continue
            rows = _rows(drawn)
            self._sent[name] = known_spec, rows
            told[name] = _changed(known, rows)
        return {name: rows for name, rows in told.items() if rows}

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
        elif "near" in content and self._near is not None:
            self._near(str(content["near"]["chart"]))
        elif "ask" in content:
            self._asked(content, int(content["ask"]))
        elif content.get("needs") == "vega":
            self.send({"vega": True}, buffers=[vega().encode()])
        elif "drawn" in content:
            self._seen(int(content["drawn"]))
        elif "broken" in content:
            self._sent.clear()  # who knows what the browser holds now: all is told anew
            if self._failed is not None:
                self._failed(str(content["broken"]))

    def _seen(self, turn: int) -> None:
        """Note what a browser has drawn; all is made ready while a hand is still on its way."""
        is_first, self.drawn = self.drawn == 0, turn
        if is_first and self._near is not None:
            self._near("")

    def _asked(self, content: Mapping[str, Any], ask: int) -> None:
        if "moving" in content:
            self._answer_move(_pick(content["moving"]), ask)
        else:
            self._answer([_pick(told) for told in content["picks"]], ask)

    def _answer_move(self, pick: Pick, ask: int) -> None:
        marks: Json = {}
        try:
            if self._moving is not None:
                marks = self._marks(self._moving(pick))
        finally:  # the next question waits for it
            self.send({"marks": marks, "ask": ask})

    def _answer(self, picks: Sequence[Pick], ask: int) -> None:
        """Hand on what was picked; where nothing came of it, what stands is shown again."""
        before = self.turn
        try:
            if picks and self._picked is not None:
                self._picked(picks)
        finally:
            if self.turn == before:
                self._put(self._shown)
            self.send({"answered": ask})


def _script() -> str:
    """Put the parts of the widget's module together."""
    folder = files("workbench.widgets")
    return "\n".join((folder / name).read_text(encoding="utf-8") for name in _SCRIPTS)


def _pick(told: Mapping[str, Any]) -> Pick:
    return Pick(str(told["chart"]), str(told["param"]), told["value"])


def _rows(drawn: Drawing) -> dict[str, list[dict[str, Json]]]:
    return {name: [_plain(row) for row in rows] for name, rows in drawn.rows.items()}


def _changed(known: Mapping[str, Json], rows: Mapping[str, Json]) -> dict[str, Json]:
    return {name: each for name, each in rows.items() if known.get(name) != each}


def _plain(row: Mapping[str, Json]) -> dict[str, Json]:
    """Give what JSON holds: a drawing needs no more digits than a float has."""
    return {
        name: float(value) if isinstance(value, Decimal) else value for name, value in row.items()
    }


def _selections(value: Json) -> dict[str, str]:
    """Find the selections a reader makes in a chart, in whatever layer they stand, and their kind.

    A `box` is drawn, a `turn` is a mark clicked for itself, a `state` all that is chosen.
    """
    found: dict[str, str] = {}
    if isinstance(value, list):
        for item in value:
            found |= _selections(item)
    elif isinstance(value, dict):
        found = {each["name"]: _kind(each) for each in value.get("params", []) if "select" in each}
        for item in value.values():
            found |= _selections(item)
    return found


def _kind(param: Mapping[str, Json]) -> str:
    select = param["select"]
    told = select if isinstance(select, dict) else {"type": select}
    if told["type"] == "interval":
        return "box"
    return "turn" if told.get("toggle") is False else "state"
