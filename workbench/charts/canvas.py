"""The ground of charts that change while one looks: everything is placed in px of the plot.

Positions and colours are written into the rows, so that other figures are other rows of the same
drawing: a live page sends only them, and Altair, which takes a tenth of a second for such a
chart, makes each only once. A layer without rows stays, empty, for the same reason.
"""

from collections.abc import Callable, Sequence
from copy import deepcopy
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from workbench.charts import theme
from workbench.charts.layers import (
    Drawing,
    Json,
    MarkLayer,
    Marks,
    Row,
    Style,
    altair,
    finished,
    look_of,
)
from workbench.charts.scale import Span

if TYPE_CHECKING:
    import altair as alt


@dataclass(frozen=True)
class Layer:
    """Marks of one kind; `kind` and `marks` say how they look, `rows` where they stand."""

    kind: str
    marks: Marks
    rows: Sequence[Row]


@dataclass(frozen=True, kw_only=True)
class Canvas:
    """A plot of an exact size with room on its four sides, all in px; `y` counts downwards."""

    width: float
    height: float
    left: float = 0.0
    right: float = 0.0
    top: float = 0.0
    bottom: float = 0.0

    def boxes(self, rows: Sequence[Row]) -> Layer:
        """Fill boxes from `x`, `y` to `x2`, `y2` with `colour`."""
        return Layer("boxes", (), rows)

    def lines(self, rows: Sequence[Row], *, size: float, **mark: Style) -> Layer:
        """Draw straight lines from `x`, `y` to `x2`, `y2` in `colour`."""
        return Layer("lines", _frozen({"strokeWidth": size, **mark}), rows)

    def paths(self, rows: Sequence[Row], *, size: float = 2.0) -> Layer:
        """Draw a line through `x`, `y` for each `part`, in its `colour`."""
        return Layer("paths", _frozen({"strokeWidth": size}), rows)

    def bands(self, rows: Sequence[Row], colour: str, *, opacity: float = 0.55) -> Layer:
        """Fill between `y` and `y2` along `x` for each `part`."""
        return Layer("bands", _frozen({"color": colour, "opacity": opacity}), rows)

    def dots(self, rows: Sequence[Row], **mark: Style) -> Layer:
        """Draw a dot of area `size` at each `x`, `y`, filled with `colour`, edged with `edge`."""
        return Layer("dots", _frozen({"opacity": 1, **mark}), rows)

    def brushed(self, rows: Sequence[Row], pick: str, **mark: Style) -> Layer:
        """Draw dots over which a reader can draw a box, whose px are told under `pick`."""
        return Layer("brushed", _frozen({"pick": pick, "opacity": 1, **mark}), rows)

    def words(self, rows: Sequence[Row], **mark: Style) -> Layer:
        """Write `label` at each `x`, `y` in `colour`."""
        return Layer("words", _frozen({"align": "left", "baseline": "middle", **mark}), rows)

    def targets(self, rows: Sequence[Row], pick: str) -> Layer:
        """Let a reader click boxes; what is picked is told as `key` under the name `pick`."""
        return Layer("targets", _frozen({"pick": pick}), rows)

    def finish(self, layers: Sequence[Layer]) -> Drawing:
        """Put layers together, the first at the back, at the canvas's exact size."""
        spec = _spec(self, tuple((layer.kind, layer.marks) for layer in layers))
        return Drawing(spec, {f"rows{n}": layer.rows for n, layer in enumerate(layers)})


def level(value: float, span: Span) -> str:
    """Give the colour of a grid line: zero stands out where the axis goes below it."""
    return theme.INK3 if value == 0 and span.low < 0 else theme.RULE


@lru_cache(maxsize=128)
def _spec(canvas: Canvas, looks: tuple[tuple[str, Marks], ...]) -> Json:
    """Write the specification of a size; once for all drawings that differ only in their rows."""
    spec = deepcopy(_template(looks))
    spec |= {"width": canvas.width, "height": canvas.height}
    spec["padding"] = {
        "left": canvas.left, "right": canvas.right, "top": canvas.top, "bottom": canvas.bottom
    }  # fmt: skip
    for layer in spec["layer"]:
        layer["encoding"]["x"]["scale"]["domain"] = [0, canvas.width]
        layer["encoding"]["y"]["scale"]["domain"] = [canvas.height, 0]
    return spec


@lru_cache(maxsize=32)
def _template(looks: tuple[tuple[str, Marks], ...]) -> Json:
    """Let Altair write a kind of drawing, at a size of 1 px; once, whatever sizes follow."""
    layers = [
        MarkLayer(look_of(_LOOKS[kind](_layer(), _thawed(marks))), ()) for kind, marks in looks
    ]
    room = {"left": 0, "right": 0, "top": 0, "bottom": 0}
    return finished(layers, width=1, height=1, room=room).spec


def _layer() -> "alt.Chart":
    loaded = altair()
    across, down = loaded.Scale(domain=[0, 1]), loaded.Scale(domain=[1, 0])
    return loaded.Chart(loaded.NamedData(name="rows")).encode(
        x=loaded.X("x:Q", scale=across, axis=None), y=loaded.Y("y:Q", scale=down, axis=None)
    )


def _boxes(chart: "alt.Chart", mark: dict[str, Style]) -> "alt.Chart":
    drawn = chart.mark_rect(aria=True, **mark)
    return drawn.encode(**_ends(), fill=_colour("fill"), description="hover:N")


def _lines(chart: "alt.Chart", mark: dict[str, Style]) -> "alt.Chart":
    return chart.mark_rule(**mark).encode(**_ends(), stroke=_colour("stroke"))


def _paths(chart: "alt.Chart", mark: dict[str, Style]) -> "alt.Chart":
    return chart.mark_line(**mark).encode(detail="part:N", stroke=_colour("stroke"), order="x:Q")


def _bands(chart: "alt.Chart", mark: dict[str, Style]) -> "alt.Chart":
    return chart.mark_area(**mark).encode(y2="y2:Q", detail="part:N")


def _dots(chart: "alt.Chart", mark: dict[str, Style]) -> "alt.Chart":
    return chart.mark_point(aria=True, **mark).encode(
        size=altair().Size("size:Q", scale=None, legend=None),
        fill=_colour("fill"),
        stroke=_colour("stroke", "edge"),
        description="hover:N",
        tooltip="hover:N",
    )


def _brushed(chart: "alt.Chart", mark: dict[str, Style]) -> "alt.Chart":
    alt, pick = altair(), mark.pop("pick")
    look = alt.BrushConfig(fill=theme.REP, fillOpacity=0.08, stroke=theme.REP)
    # The wheel scrolls the page, also over a box
    box = alt.selection_interval(name=pick, encodings=["x", "y"], mark=look, zoom=False)
    return _dots(chart, mark).properties(name=f"brushed_{pick}").add_params(box)


def _words(chart: "alt.Chart", mark: dict[str, Style]) -> "alt.Chart":
    return chart.mark_text(**mark).encode(text="label:N", fill=_colour("fill"))


def _targets(chart: "alt.Chart", mark: dict[str, Style]) -> "alt.Chart":
    pick = mark["pick"]
    chosen = altair().selection_point(name=pick, fields=["key"], on="click", toggle=False)
    drawn = chart.mark_rect(opacity=0, cursor="pointer", fill=theme.PAPER)
    placed = drawn.encode(**_ends(), tooltip="hover:N")
    return placed.properties(name=f"targets_{pick}").add_params(chosen)


_LOOKS: dict[str, Callable[["alt.Chart", dict[str, Style]], "alt.Chart"]] = {
    "boxes": _boxes,
    "lines": _lines,
    "paths": _paths,
    "bands": _bands,
    "dots": _dots,
    "brushed": _brushed,
    "words": _words,
    "targets": _targets,
}


def _ends() -> dict[str, Any]:
    return {"x2": altair().X2("x2:Q"), "y2": altair().Y2("y2:Q")}


def _colour(channel: str, field: str = "colour") -> Any:  # noqa: ANN401 (a channel of Altair)
    kinds = {"fill": altair().Fill, "stroke": altair().Stroke}
    return kinds[channel](f"{field}:N", scale=None, legend=None)


def _frozen(mark: dict[str, Style]) -> Marks:
    return tuple((k, tuple(v) if isinstance(v, list) else v) for k, v in sorted(mark.items()))


def _thawed(marks: Marks) -> dict[str, Style]:
    return {name: list(value) if isinstance(value, tuple) else value for name, value in marks}
