"""The ground charts are drawn on: rows from top to bottom, values from left to right.

A plane has a fixed outer size; what stands beside the plot (names, end labels) is measured first
and the plot takes what is left. Rows are drawn by their number, not their name, so that two
accounts of one name stay two rows, and Vega's own sorting has nothing to sort.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from workbench.charts import text, theme
from workbench.charts.ground import Ground
from workbench.charts.layers import Drawing, MarkLayer, Place, Row, Style, finished, marks
from workbench.charts.scale import Span

_BOLD = 600


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

    def bars(self, rows: Sequence[Row], colour: str, *, size: float, **mark: Style) -> MarkLayer:
        """Draw bars from `start` to `value`."""
        mark = {"color": colour, "size": size, "aria": True, **mark}
        return marks(rows, "bar", mark, self._place(has_start=True))

    def lines(self, rows: Sequence[Row], colour: str, *, size: float, **mark: Style) -> MarkLayer:
        """Draw a horizontal line from `start` to `value`."""
        mark = {"color": colour, "strokeWidth": size, "aria": True, **mark}
        return marks(rows, "rule", mark, self._place(has_start=True))

    def ticks(
        self, rows: Sequence[Row], colour: str, *, size: float, thickness: float = 2.5
    ) -> MarkLayer:
        """Draw an upright tick at `value`."""
        mark = {"color": colour, "size": size, "thickness": thickness, "orient": "vertical"}
        return marks(rows, "tick", {**mark, "opacity": 1, "aria": True}, self._place())

    def dots(
        self,
        rows: Sequence[Row],
        colour: str,
        *,
        is_hollow: bool = False,
        pick: str = "",
        **mark: Style,
    ) -> MarkLayer:
        """Draw a dot of area `size` at `value`, `lift` px above the row's middle.

        Hollow is for a small sample; `pick` as for `marks`.
        """
        fill, stroke = (theme.PAPER, colour) if is_hollow else (colour, theme.PAPER)
        edge = 2 if is_hollow else 1
        mark = {"fill": fill, "stroke": stroke, "strokeWidth": edge, "opacity": 1, **mark}
        placed = [
            {**row, "py": self.middle(int(row["row"])) - float(row.get("lift", 0))} for row in rows
        ]
        across, _, said = self._place()
        down = ("y", "py:Q", (self.height, 0))
        place = (across, down, said, ("size", "size:Q", None))
        return marks(placed, "point", {"aria": True, **mark}, place, pick=pick)

    def words(self, rows: Sequence[Row], colour: str = theme.INK2, **mark: Style) -> MarkLayer:
        """Write `label` at `x` px (from the plot's left edge) in a row's middle, cut to fit."""
        mark = {"color": colour, "align": "left", "baseline": "middle", **mark}
        if mark["align"] == "left":
            rows = [{**row, "label": self._cut(row, mark.get("fontWeight"))} for row in rows]
        _, down, _ = self._place()
        place = (("x", "x:Q", (0, self.span.pixels)), down, ("text", "label:N", None))
        return marks(rows, "text", mark, place)

    def _cut(self, row: Row, weight: Style) -> str:
        room = self.span.pixels + self.right - row["x"]
        return text.shorten(row["label"], room, is_bold=weight == _BOLD)

    def names(self, labels: Sequence[str], **mark: Style) -> MarkLayer:
        """Write the rows' names to the left of the plot."""
        rows = [{"row": row, "x": 0, "label": label} for row, label in enumerate(labels)]
        return replace(self.words(rows, **{"align": "right", "dx": -8, **mark}), stands_for="names")

    def grid(self, values: Sequence[float], labels: Sequence[str]) -> list[MarkLayer]:
        """Draw upright grid lines with their values written underneath."""
        positions = [self.span.at(value) for value in values]
        rows = [
            {"x": position, "label": label}
            for position, label in zip(positions, labels, strict=True)
        ]
        layers = (
            uprights(rows, self.span.pixels, 0, self.height),
            line_of_words(rows, self.span.pixels, self.height + 14, color=theme.INK3),
        )
        return [replace(layer, stands_for="axis") for layer in layers]

    def heading(self, rows: Sequence[Row], y: float = -8, **mark: Style) -> MarkLayer:
        """Write labels above the plot, each centred on its `x` px."""
        return line_of_words(rows, self.span.pixels, y, **mark)

    def joints(self, rows: Sequence[Row]) -> MarkLayer:
        """Draw upright hairlines at `x` from `top` to `bottom`, all in px of the plot."""
        place = (
            ("x", "x:Q", (0, self.span.pixels)),
            ("y", "top:Q", (self.height, 0)),
            ("y2", "bottom:Q", None),
        )
        return marks(rows, "rule", {"color": theme.INK3, "strokeWidth": 1}, place)

    def _place(self, *, has_start: bool = False) -> Place:
        """Encode value and row; every layer repeats the same domains, or Vega would merge them."""
        place: Place = (
            ("x", "value:Q", tuple(self.span.domain)),
            ("y", "row:O", tuple(range(self.rows))),
            ("description", "hover:N", None),
        )
        return (*place, ("x2", "start:Q", None)) if has_start else place

    def finish(self, layers: Sequence[MarkLayer]) -> Drawing:
        """Put layers together, the first at the back, at the plane's exact size."""
        room = {"left": self.left, "right": self.right, "top": self.top, "bottom": self.bottom}
        ground = Ground(self.span, rows=self.rows, row_height=self.row_height)
        return finished(
            layers, width=self.span.pixels, height=self.height, room=room, ground=ground
        )


def uprights(
    rows: Sequence[Row], width: float, top: float, bottom: float, **mark: Style
) -> MarkLayer:
    """Draw hairlines at each `x` px from `top` to `bottom` px."""
    place = (("x", "x:Q", (0, width)), ("y", top, None), ("y2", bottom, None))
    return marks(rows, "rule", {"color": theme.RULE, "strokeWidth": 1, **mark}, place)


def line_of_words(rows: Sequence[Row], width: float, y: float, **mark: Style) -> MarkLayer:
    """Write labels side by side at height `y` px, each centred on its `x` px."""
    mark = {"align": "center", "baseline": "middle", "color": theme.INK2, **mark}
    place = (("x", "x:Q", (0, width)), ("y", y, None), ("text", "label:N", None))
    return marks(rows, "text", mark, place)
