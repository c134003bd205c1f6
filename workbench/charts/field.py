"""The ground of charts with two measured axes: time to the right, amounts upwards."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from workbench.charts import text, theme
from workbench.charts.plane import Row, Style, altair, finished, marks_of
from workbench.charts.scale import Span

if TYPE_CHECKING:
    import altair as alt


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

    def path(self, rows: Sequence[Row], colour: str, **mark: Style) -> "alt.Chart":
        """Draw a line through `x`, `y` in the order given."""
        drawn = [{**row, "order": n} for n, row in enumerate(rows)]
        mark = {"color": colour, "strokeWidth": 2, **mark}
        order = altair().Order("order:Q")
        return marks_of(drawn).mark_line(**mark).encode(**self._place(), order=order)

    def dots(self, rows: Sequence[Row], colour: str, *, size: float = 26) -> "alt.Chart":
        """Draw a dot at each `x`, `y`."""
        drawn = marks_of(rows).mark_point(
            fill=colour, stroke=colour, size=size, opacity=1, aria=True
        )
        return drawn.encode(**self._place(), description=altair().Description("hover:N"))

    def columns(self, rows: Sequence[Row], colour: str, *, size: float) -> "alt.Chart":
        """Draw an upright bar from zero to `y` at each `x`."""
        drawn = marks_of(rows).mark_bar(color=colour, size=size, orient="vertical", aria=True)
        return drawn.encode(
            **self._place(), y2=altair().Y2("zero:Q"), description=altair().Description("hover:N")
        )

    def ticks(self, rows: Sequence[Row], colour: str, *, size: float) -> "alt.Chart":
        """Draw a level tick at each `x`, `y`."""
        drawn = marks_of(rows).mark_tick(
            color=colour, size=size, thickness=2.5, orient="horizontal", opacity=1, aria=True
        )
        return drawn.encode(**self._place(), description=altair().Description("hover:N"))

    def words(self, rows: Sequence[Row], colour: str = theme.INK2, **mark: Style) -> "alt.Chart":
        """Write `label` at `px`, `py`, both in px from the plot's top left corner."""
        mark = {"color": colour, "align": "center", "baseline": "middle", **mark}
        return (
            marks_of(rows).mark_text(**mark).encode(**self._pixels(), text=altair().Text("label:N"))
        )

    def levels(self, values: Sequence[float], labels: Sequence[str]) -> list["alt.Chart"]:
        """Draw level grid lines with their values on the left."""
        heights = [self.height_of(value) for value in values]
        lines = [{"px": 0, "py": height, "end": self.x.pixels} for height in heights]
        x2 = altair().X2("end:Q")
        grid = marks_of(lines).mark_rule(color=theme.RULE, strokeWidth=1)
        words = [
            {"px": -8, "py": height, "label": text.shorten(label, self.left - 8)}
            for height, label in zip(heights, labels, strict=True)
        ]
        return [grid.encode(**self._pixels(), x2=x2), self.words(words, theme.INK3, align="right")]

    def finish(self, layers: Sequence["alt.Chart"]) -> "alt.LayerChart":
        """Put layers together, the first at the back, at the field's exact size."""
        room = {"left": self.left, "right": self.right, "top": self.top, "bottom": self.bottom}
        return finished(layers, width=self.x.pixels, height=self.y.pixels, room=room)

    def _place(self) -> dict[str, Any]:
        alt = altair()
        return {
            "x": alt.X("x:Q", scale=alt.Scale(domain=self.x.domain), axis=None),
            "y": alt.Y("y:Q", scale=alt.Scale(domain=self.y.domain), axis=None),
        }

    def _pixels(self) -> dict[str, Any]:
        alt = altair()
        down = alt.Scale(domain=[self.y.pixels, 0])
        return {
            "x": alt.X("px:Q", scale=alt.Scale(domain=[0, self.x.pixels]), axis=None),
            "y": alt.Y("py:Q", scale=down, axis=None),
        }
