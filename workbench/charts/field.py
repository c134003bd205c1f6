"""The ground of charts with two measured axes: time to the right, amounts upwards."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from workbench.charts import text, theme
from workbench.charts.ground import Ground
from workbench.charts.layers import Drawing, MarkLayer, Place, Row, Style, finished, marks
from workbench.charts.scale import Span, steps

_SAID = ("description", "hover:N", None)  # what a mark tells who does not see it


@dataclass(frozen=True, kw_only=True)
class Field:
    """A plot with room on its four sides, all in px; `y` counts its pixels upwards."""

    x: Span
    y: Span
    left: float = 0.0
    right: float = 0.0
    top: float = 0.0
    bottom: float = 0.0

    def height_of(self, value: float) -> float:
        """Give the distance of a value from the top of the plot in px."""
        return self.y.pixels - self.y.at(value)

    def path(self, rows: Sequence[Row], colour: str, **mark: Style) -> MarkLayer:
        """Draw a line through `x`, `y` in the order given."""
        drawn = [{**row, "order": n} for n, row in enumerate(rows)]
        mark = {"color": colour, "strokeWidth": 2, **mark}
        return marks(drawn, "line", mark, (*self._place(), ("order", "order:Q", None)))

    def band(self, rows: Sequence[Row], colour: str) -> MarkLayer:
        """Fill between `y` and `y2` along `x`."""
        mark = {"color": colour, "opacity": 1}
        return marks(rows, "area", mark, (*self._place(), ("y2", "y2:Q", None)))

    def dots(self, rows: Sequence[Row], colour: str, *, size: float = 26) -> MarkLayer:
        """Draw a dot at each `x`, `y`."""
        mark = {"fill": colour, "stroke": colour, "size": size, "opacity": 1, "aria": True}
        return marks(rows, "point", mark, (*self._place(), _SAID))

    def columns(self, rows: Sequence[Row], colour: str, *, size: float) -> MarkLayer:
        """Draw an upright bar from zero to `y` at each `x`."""
        mark = {"color": colour, "size": size, "orient": "vertical", "aria": True}
        layer = marks(rows, "bar", mark, (*self._place(), ("y2", "zero:Q", None), _SAID))
        across = layer.look["encoding"]["x"]
        # Vega-Lite moves bars inwards by some px; lines and words stay where they are
        across = {**across, "scale": {**across["scale"], "padding": 0}}
        return replace(
            layer, look={**layer.look, "encoding": {**layer.look["encoding"], "x": across}}
        )

    def ticks(self, rows: Sequence[Row], colour: str, *, size: float) -> MarkLayer:
        """Draw a level tick at each `x`, `y`."""
        mark = {"color": colour, "size": size, "thickness": 2.5, "orient": "horizontal"}
        return marks(rows, "tick", {**mark, "opacity": 1, "aria": True}, (*self._place(), _SAID))

    def words(self, rows: Sequence[Row], colour: str = theme.INK2, **mark: Style) -> MarkLayer:
        """Write `label` at `px`, `py`, both in px from the plot's top left corner."""
        mark = {"color": colour, "align": "center", "baseline": "middle", **mark}
        return marks(rows, "text", mark, (*self._pixels(), ("text", "label:N", None)))

    def levels(self, values: Sequence[float], labels: Sequence[str]) -> list[MarkLayer]:
        """Draw level grid lines with their values on the left."""
        heights = [self.height_of(value) for value in values]
        lines = [{"px": 0, "py": height, "end": self.x.pixels} for height in heights]
        place = (*self._pixels(), ("x2", "end:Q", None))
        grid = marks(lines, "rule", {"color": theme.RULE, "strokeWidth": 1}, place)
        words = [
            {"px": -8, "py": height, "label": text.shorten(label, self.left - 8)}
            for height, label in zip(heights, labels, strict=True)
        ]
        layers = (grid, self.words(words, theme.INK3, align="right"))
        axis = [replace(layer, stands_for="axis") for layer in layers]
        return [*axis, self.zero()] if self.y.low < 0 else axis

    def target(self, value: float, label: str, py: float) -> list[MarkLayer]:
        """Draw a dashed level line over the whole width, named at its left at `py`."""
        ends = [{"x": 0, "y": value}, {"x": self.x.high, "y": value}]
        line = self.path(ends, theme.INK, strokeWidth=1.4, strokeDash=[4, 3])
        return [line, self.words([{"px": 4, "py": py, "label": label}], align="left")]

    def zero(self, colour: str = theme.INK3) -> MarkLayer:
        """Draw the line of zero over the whole width."""
        ends = [{"x": self.x.low, "y": 0}, {"x": self.x.high, "y": 0}]
        return self.path(ends, colour, strokeWidth=1)

    def finish(self, layers: Sequence[MarkLayer]) -> Drawing:
        """Put layers together, the first at the back, at the field's exact size."""
        room = {"left": self.left, "right": self.right, "top": self.top, "bottom": self.bottom}
        ground = Ground(self.x, self.y)
        return finished(layers, width=self.x.pixels, height=self.y.pixels, room=room, ground=ground)

    def _place(self) -> Place:
        return (("x", "x:Q", tuple(self.x.domain)), ("y", "y:Q", tuple(self.y.domain)))

    def _pixels(self) -> Place:
        return (("x", "px:Q", (0, self.x.pixels)), ("y", "py:Q", (self.y.pixels, 0)))


def growing(
    reached: Sequence[float],
    days: float,
    *,
    size: tuple[int, float],
    right: float,
    amount_text: Callable[[float], str],
) -> tuple[Field, list[MarkLayer]]:
    """Give the ground of a sum that grows to the right from zero, and its level lines.

    Parameters
    ----------
    reached
        All amounts to be drawn, a target's too.
    days
        How many days, or steps, from left to right.
    size
        Outer width and height of the plot in px.
    right
        Room for what is written at the ends of lines, in px.
    """
    values = steps(reached)
    labels, (width, height) = [amount_text(value) for value in values], size
    left = text.widest(labels) + 10
    field = Field(
        x=Span(0, days, width - left - right), y=Span(values[0], values[-1], height),
        left=left, right=right, bottom=24,
        top=20,  # a target at the very top is named above its line
    )  # fmt: skip
    return field, field.levels(values, labels)
