"""The ground charts are drawn on: rows from top to bottom, values from left to right.

A plane has a fixed outer size; what stands beside the plot (names, end labels) is measured first
and the plot takes what is left. Rows are drawn by their number, not their name, so that two
accounts of one name stay two rows, and Vega's own sorting has nothing to sort.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import ModuleType
from typing import TYPE_CHECKING, Any

from workbench.charts import text, theme
from workbench.charts.scale import Span

if TYPE_CHECKING:
    import altair as alt

_BOLD = 600
Style = Any  # a property of a Vega-Lite mark: a number, a word, a list of numbers
Row = Mapping[str, Any]  # one drawn mark: row, value, and what the mark needs (start, label, hover)


@dataclass(frozen=True, kw_only=True)
class Plane:
    """A plot of numbered rows with room on its four sides, all in px."""

    span: Span  # the values from left to right; its pixels are the plot's width
    rows: int
    row_height: float = 34.0
    left: float = 0.0
    right: float = 0.0
    top: float = 0.0
    bottom: float = 0.0

    @property
    def height(self) -> float:
        """Height of the plot."""
        return self.rows * self.row_height

    def middle(self, row: int) -> float:
        """Give the vertical middle of a row."""
        return (row + 0.5) * self.row_height

    def bars(self, rows: Sequence[Row], colour: str, *, size: float, **mark: Style) -> "alt.Chart":
        """Draw bars from `start` to `value`."""
        mark = {"color": colour, "size": size, "aria": True, **mark}
        return marks_of(rows).mark_bar(**mark).encode(**self._place(has_start=True))

    def lines(self, rows: Sequence[Row], colour: str, *, size: float, **mark: Style) -> "alt.Chart":
        """Draw a horizontal line from `start` to `value`."""
        mark = {"color": colour, "strokeWidth": size, "aria": True, **mark}
        return marks_of(rows).mark_rule(**mark).encode(**self._place(has_start=True))

    def ticks(
        self, rows: Sequence[Row], colour: str, *, size: float, thickness: float = 2.5
    ) -> "alt.Chart":
        """Draw an upright tick at `value`."""
        drawn = marks_of(rows).mark_tick(
            color=colour, size=size, thickness=thickness, orient="vertical", opacity=1, aria=True
        )
        return drawn.encode(**self._place())

    def dots(
        self, rows: Sequence[Row], colour: str, *, is_hollow: bool = False, **mark: Style
    ) -> "alt.Chart":
        """Draw a dot of area `size` at `value`, `lift` px above the row's middle.

        Hollow is for a small sample.
        """
        fill, stroke = (theme.PAPER, colour) if is_hollow else (colour, theme.PAPER)
        edge = 2 if is_hollow else 1
        mark = {"fill": fill, "stroke": stroke, "strokeWidth": edge, "opacity": 1, **mark}
        placed = [
            {**row, "py": self.middle(int(row["row"])) - float(row.get("lift", 0))} for row in rows
        ]
        down = altair().Scale(domain=[self.height, 0])
        y = altair().Y("py:Q", scale=down, axis=None)
        size = altair().Size("size:Q", scale=None, legend=None)
        drawn = marks_of(placed).mark_point(aria=True, **mark)
        return drawn.encode(**{**self._place(), "y": y}, size=size)

    def words(self, rows: Sequence[Row], colour: str = theme.INK2, **mark: Style) -> "alt.Chart":
        """Write `label` at `x` px (from the plot's left edge) in a row's middle, cut to fit."""
        mark = {"color": colour, "align": "left", "baseline": "middle", **mark}
        if mark["align"] == "left":
            rows = [{**row, "label": self._cut(row, mark.get("fontWeight"))} for row in rows]
        x = altair().X("x:Q", scale=altair().Scale(domain=[0, self.span.pixels]), axis=None)
        y = self._place()["y"]
        return marks_of(rows).mark_text(**mark).encode(x=x, y=y, text=altair().Text("label:N"))

    def _cut(self, row: Row, weight: Style) -> str:
        room = self.span.pixels + self.right - row["x"]
        return text.shorten(row["label"], room, is_bold=weight == _BOLD)

    def names(self, labels: Sequence[str], **mark: Style) -> "alt.Chart":
        """Write the rows' names to the left of the plot."""
        rows = [{"row": row, "x": 0, "label": label} for row, label in enumerate(labels)]
        return self.words(rows, **{"align": "right", "dx": -8, **mark})

    def grid(self, values: Sequence[float], labels: Sequence[str]) -> list["alt.Chart"]:
        """Draw upright grid lines with their values written underneath."""
        positions = [self.span.at(value) for value in values]
        rows = [
            {"x": position, "label": label}
            for position, label in zip(positions, labels, strict=True)
        ]
        return [
            uprights(rows, self.span.pixels, 0, self.height),
            line_of_words(rows, self.span.pixels, self.height + 14, color=theme.INK3),
        ]

    def heading(self, rows: Sequence[Row], y: float = -8, **mark: Style) -> "alt.Chart":
        """Write labels above the plot, each centred on its `x` px."""
        return line_of_words(rows, self.span.pixels, y, **mark)

    def joints(self, rows: Sequence[Row]) -> "alt.Chart":
        """Draw upright hairlines at `x` from `top` to `bottom`, all in px of the plot."""
        px = altair().Scale(domain=[0, self.span.pixels])
        py = altair().Scale(domain=[self.height, 0])
        x = altair().X("x:Q", scale=px, axis=None)
        y = altair().Y("top:Q", scale=py, axis=None)
        drawn = marks_of(rows).mark_rule(color=theme.INK3, strokeWidth=1)
        return drawn.encode(x=x, y=y, y2=altair().Y2("bottom:Q"))

    def _place(self, *, has_start: bool = False) -> dict[str, Any]:
        """Encode row and value; every layer repeats the same domains, or Vega would merge them."""
        rows = altair().Scale(domain=list(range(self.rows)))
        place: dict[str, Any] = {
            "x": altair().X("value:Q", scale=altair().Scale(domain=self.span.domain), axis=None),
            "y": altair().Y("row:O", scale=rows, axis=None),
            "description": altair().Description("hover:N"),
        }
        return {**place, "x2": altair().X2("start:Q")} if has_start else place

    def finish(self, layers: Sequence["alt.Chart"]) -> "alt.LayerChart":
        """Put layers together, the first at the back, at the plane's exact size."""
        room = {"left": self.left, "right": self.right, "top": self.top, "bottom": self.bottom}
        return finished(layers, width=self.span.pixels, height=self.height, room=room)


def uprights(
    rows: Sequence[Row], width: float, top: float, bottom: float, **mark: Style
) -> "alt.Chart":
    """Draw hairlines at each `x` px from `top` to `bottom` px."""
    drawn = marks_of(rows).mark_rule(**{"color": theme.RULE, "strokeWidth": 1, **mark})
    x = altair().X("x:Q", scale=altair().Scale(domain=[0, width]), axis=None)
    return drawn.encode(x=x, y=altair().YValue(top), y2=altair().Y2Value(bottom))


def line_of_words(rows: Sequence[Row], width: float, y: float, **mark: Style) -> "alt.Chart":
    """Write labels side by side at height `y` px, each centred on its `x` px."""
    mark = {"align": "center", "baseline": "middle", "color": theme.INK2, **mark}
    x = altair().X("x:Q", scale=altair().Scale(domain=[0, width]), axis=None)
    return (
        marks_of(rows)
        .mark_text(**mark)
        .encode(x=x, y=altair().YValue(y), text=altair().Text("label:N"))
    )


def finished(
    layers: Sequence["alt.Chart"],
    *,
    width: float,
    height: float,
    room: Mapping[str, float],
) -> "alt.LayerChart":
    """Layer charts into one of an exact size: the plot plus `room` on its four sides."""
    return _layers_class()(
        layer=list(layers),
        resolve={"scale": {"x": "independent", "y": "independent"}},
        width=width,
        height=height,
        padding=dict(room),
        autosize={"type": "none"},
        config=theme.config(),
    )


@cache
def _layers_class() -> Any:  # noqa: ANN401 (a class of Altair's, loaded late)
    """Give a class for layers that share nothing, as all of ours do.

    Altair copies every layer twice to lift what layers have in common: a tenth of a document's
    time. With selections it still does, to tell them apart.
    """
    layered = altair().LayerChart
    undefined = altair().Undefined

    class Layers(layered):  # type: ignore[misc, valid-type]
        def __init__(self, layer: Sequence["alt.Chart"] = (), **kwargs: Any) -> None:  # noqa: ANN401
            if len(layer) < 2 or any(each.params is not undefined for each in layer):  # noqa: PLR2004
                super().__init__(layer=layer, **kwargs)
            else:
                super(layered, self).__init__(layer=list(layer), **kwargs)

    return Layers


def altair() -> ModuleType:
    """Load Altair."""
    import altair as loaded  # noqa: PLC0415 (the largest import of all: only once a chart is drawn)

    return loaded


@cache
def _rows_class() -> Any:  # noqa: ANN401 (a class of Altair's, loaded late)
    """Give a class of data that layers share: Altair copies a chart's parts again and again."""

    class Rows(altair().Data):  # type: ignore[misc]
        def __deepcopy__(self, _memo: object = None) -> "Rows":
            return self

    return Rows


def marks_of(rows: Sequence[Row]) -> "alt.Chart":
    """Begin a layer with its rows written into it.

    Encode it with channels (`Text("label:N")`), not with text alone: Altair finds the class of a
    text by hashing every class it has, which takes longer than drawing.
    """
    return altair().Chart(_rows_class()(values=[dict(row) for row in rows]))
