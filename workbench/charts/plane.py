"""The ground charts are drawn on: rows from top to bottom, values from left to right.

A plane has a fixed outer size; what stands beside the plot (names, end labels) is measured first
and the plot takes what is left. Rows are drawn by their number, not their name, so that two
accounts of one name stay two rows, and Vega's own sorting has nothing to sort.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from workbench.charts import text, theme
from workbench.charts.ground import Ground
from workbench.charts.layers import Drawing, MarkLayer, Place, Row, Style, finished, marks
from workbench.charts.scale import Span, centred, steps

_BOLD = 600
_GAPS = (8.0, 13.0)  # px before the end of a torn bar
_AXIS = 24.0  # px beneath a plot for the values of an axis
_APART = 8.0  # px between two values of an axis
NAME_GAP = 10.0  # px names take beside their own width


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

    def torn(self, rows: Sequence[Row], colour: str, *, size: float) -> list[MarkLayer]:
        """Mark bars that go on where the plot ends, at `value`: two gaps, and an arrow outwards."""
        layers = []
        for way, shape in ((-1, "triangle-right"), (1, "triangle-left")):
            ends = [row for row in rows if (row["value"] <= 0) is (way > 0)]
            if not ends:
                continue
            gaps = [
                {**row, "value": self.span.value_at(self.span.at(row["value"]) + way * px)}
                for row in ends
                for px in _GAPS
            ]
            arrows = [{**row, "size": size * size} for row in ends]
            layers += [
                self.ticks(gaps, theme.PAPER, size=size + 2, thickness=2),
                self.dots(arrows, colour, shape=shape, strokeWidth=0),
            ]
        return layers

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
        """Write the rows' names to the left of the plot, cut to fit and told apart."""
        cut = text.distinct(labels, self.left - NAME_GAP)
        rows = [{"row": row, "x": 0, "label": label} for row, label in enumerate(cut)]
        return replace(self.words(rows, **{"align": "right", "dx": -8, **mark}), stands_for="names")

    def grid(self, values: Sequence[float], labels: Sequence[str]) -> list[MarkLayer]:
        """Draw upright grid lines with their values written underneath."""
        positions = [self.span.at(value) for value in values]
        lines = [{"x": position} for position in positions]
        said = [
            {"x": self._inside(position, text.width(label)), "label": label}
            for position, label in zip(positions, labels, strict=True)
        ]
        layers = (
            uprights(lines, self.span.pixels, 0, self.height),
            line_of_words(said, self.span.pixels, self.height + 14, color=theme.INK3),
        )
        return [replace(layer, stands_for="axis") for layer in layers]

    def below_zero(
        self, values: Sequence[float], axis_text: Callable[[float], str]
    ) -> list[MarkLayer]:
        """Draw the line of zero, and the values left and right of it; nothing if none is below."""
        if self.span.low >= 0:
            return []
        ticks = [each for each in steps(values) if self.span.low <= each <= self.span.high]
        zero = uprights([{"x": self.span.at(0)}], self.span.pixels, 0, self.height,
                        color=theme.INK3)  # fmt: skip
        shown = self._readable(ticks, axis_text)
        return [*self.grid(shown, [axis_text(each) for each in shown]), zero]

    def _readable(self, ticks: Sequence[float], axis_text: Callable[[float], str]) -> list[float]:
        """Leave out values whose labels would touch: zero and the two ends stay longest."""
        kept: dict[float, tuple[float, float]] = {}
        for tick in dict.fromkeys((0.0, ticks[0], ticks[-1], *ticks)):
            size = text.width(axis_text(tick))
            start = self._inside(self.span.at(tick), size) - size / 2
            if all(
                start >= right + _APART or start + size <= left - _APART
                for left, right in kept.values()
            ):
                kept[tick] = (start, start + size)
        return sorted(kept)

    def _inside(self, x: float, size: float) -> float:
        """Give the middle of a label near `x` that stays on the drawing."""
        return centred(x + self.left, size, self.left + self.span.pixels + self.right) - self.left

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


def axis_room(span: Span) -> float:
    """Give the px an axis takes beneath a plot, which stands where a value is below zero."""
    return _AXIS if span.low < 0 else 0.0


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
