"""A drawing as series of figures, for a program that draws charts of its own.

What was placed in px is read back into values. Bars, columns and lines over days come out; what no
office program has a chart for, as dots in lanes, does not.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from workbench.charts import theme
from workbench.charts.chart import names_of
from workbench.charts.ground import Ground
from workbench.charts.layers import Drawing, Row

Kind = Literal["bars", "stacked", "columns", "lines"]
# base carries a bar that does not begin at zero and is not seen
# and ahead is a dashed line that goes on where one of its colour ends
Role = Literal["main", "mark", "middle", "base", "total", "more", "less", "ahead"]
Steps = Literal["days", "months"]
_SHARE = re.compile(r"^\D*?(\d+(?:[.,]\d+)?)\s*%")
_NEAR = 0.006  # a share is written to the tenth of a percent, or to the percent


@dataclass(frozen=True, kw_only=True)
class Series:
    """Figures of one kind, one for each category; of lines one for each of `across`."""

    role: Role
    values: Sequence[float | None]  # None: absent
    colours: Sequence[str]  # of each value
    name: str = ""  # "" leaves it to the role
    across: Sequence[float] = ()  # of lines: how many steps from their beginning
    is_dashed: bool = False


@dataclass(frozen=True, kw_only=True)
class Plot:
    """A chart without a place: categories, and the figures of each."""

    kind: Kind
    series: Sequence[Series]
    categories: Sequence[str] = ()  # in the order of the drawing, the first on top or left
    is_share: bool = False
    steps: Steps = "days"  # of lines


def plot_of(drawing: Drawing) -> Plot | None:
    """Read a drawing back.

    Returns
    -------
    Plot or None
        None where it is no bars, columns or lines: then `marks_of` says what it shows.
    """
    ground = drawing.ground
    if ground is None:
        return None
    layers = _layers(drawing)
    if ground.y is None:
        return _in_rows(drawing, layers)
    return _in_columns(drawing, layers) or _in_lines(ground, layers)


def marks_of(drawing: Drawing) -> list[tuple[str, str]]:
    """Give what each mark says of itself, with the name of its row, each once; "" for none."""
    names = names_of(drawing)
    told = [
        (names[row["row"]] if names and "row" in row else "", str(row["hover"]))
        for _, rows in _layers(drawing)
        for row in rows
        if row.get("hover")
    ]
    return list(dict.fromkeys(told))


_Layers = Sequence[tuple[Mapping[str, Any], Sequence[Row]]]


def _layers(drawing: Drawing) -> _Layers:
    return [(layer["mark"], drawing.rows[layer["data"]["name"]]) for layer in drawing.spec["layer"]]


def _of(layers: _Layers, kind: str, without: str = "") -> _Layers:
    return [(mark, rows) for mark, rows in layers if mark["type"] == kind and _ink(mark) != without]


def _ink(mark: Mapping[str, Any]) -> str:
    """Give the colour of a mark: of a hollow one that of its edge; a dashed bar is nobody's."""
    if "strokeDash" in mark and mark["type"] == "bar":
        return theme.AXIS
    told = mark.get("color") or mark.get("fill") or ""
    return str(mark.get("stroke", told) if told == theme.PAPER else told)


def _in_rows(drawing: Drawing, layers: _Layers) -> Plot | None:
    names = names_of(drawing)
    bars = _of(layers, "bar", theme.BAND) or _of(layers, "point")
    found = [(row, _ink(mark)) for mark, rows in bars for row in rows]
    places = [int(row["row"]) for row, _ in found]
    if not names or not found or len(set(places)) < len(places):
        return None  # several marks of a row are no bar
    if any(row.get("start") for row, _ in found):
        return _stacked(names, found)
    marks = _marks(layers, len(names), "row", "value")
    series = [_series(found, len(names), "row", "value"), *marks]
    shares = _are_shares(layers, {int(row["row"]): float(row["value"]) for row, _ in found})
    return Plot(kind="bars", categories=names, series=series, is_share=shares)


def _series(found: Iterable[tuple[Row, str]], n: int, at: str, value: str) -> Series:
    values: list[float | None] = [None] * n
    colours = [theme.REP] * n
    for row, ink in found:
        values[int(row[at])], colours[int(row[at])] = float(row[value]), ink
    return Series(role="main", values=values, colours=colours)


def _marks(layers: _Layers, n: int, at: str, value: str) -> list[Series]:
    """Give what the bars are measured against: ticks, one for each row at most."""
    ticks = [(row, mark) for mark, rows in _of(layers, "tick") for row in rows]
    if not ticks or len({int(row[at]) for row, _ in ticks}) < len(ticks):
        return []
    values: list[float | None] = [None] * n
    for row, _ in ticks:
        values[int(row[at])] = float(row[value])
    is_target = _ink(ticks[0][1]) == theme.INK
    ink = theme.INK if is_target else theme.PEER
    return [Series(role="mark" if is_target else "middle", values=values, colours=[ink] * n)]


def _stacked(names: Sequence[str], found: Sequence[tuple[Row, str]]) -> Plot | None:
    """Give bars that begin where the one above ended; not across zero, where a stack cannot."""
    ends = {int(row["row"]): (float(row["start"]), float(row["value"]), ink) for row, ink in found}
    if min(min(start, value) for start, value, _ in ends.values()) < 0:
        return None
    roles: tuple[tuple[Role, str], ...] = (
        ("total", theme.INK), ("more", theme.REP), ("less", theme.WARN),
    )  # fmt: skip
    rows = [ends.get(n, (0.0, 0.0, "")) for n in range(len(names))]
    unseen = [min(start, value) for start, value, _ in rows]
    base = Series(role="base", values=unseen, colours=[""] * len(rows))
    series = [
        Series(
            role=role, colours=[ink] * len(rows),
            values=[abs(value - start) if own == ink else None for start, value, own in rows],
        )
        for role, ink in roles
    ]  # fmt: skip
    return Plot(kind="stacked", categories=names, series=[base, *series])


def _in_columns(drawing: Drawing, layers: _Layers) -> Plot | None:
    ground = drawing.ground
    if ground is None or ground.y is None or not _of(layers, "bar"):
        return None
    names = _beneath(ground, layers)
    told = [
        (mark, [{**row, "n": int(row["x"])} for row in rows])
        for mark, rows in layers
        if mark["type"] in ("bar", "tick")
    ]
    found = [(row, _ink(mark)) for mark, rows in _of(told, "bar") for row in rows]
    if not found or max(row["n"] for row, _ in found) >= len(names):
        return None
    series = [_series(found, len(names), "n", "y"), *_marks(told, len(names), "n", "y")]
    return Plot(kind="columns", categories=names, series=series)


def _in_lines(ground: Ground, layers: _Layers) -> Plot | None:
    words = {
        _ink(mark): str(rows[0]["label"])
        for mark, rows in _of(layers, "text")
        if len(rows) == 1 and mark.get("align") == "left"
    }
    named = {theme.REP: theme.REP, theme.PEER: theme.INK3, theme.INK: theme.INK2}
    lines = _of(layers, "line", theme.AXIS)
    inks = [_ink(mark) for mark, _ in lines]
    series = [
        Series(
            role="ahead" if _goes_on(mark, inks) else "main",
            name="" if inks.count(ink) > 1 else words.get(named.get(ink, ""), ""),
            values=[float(row["y"]) for row in rows], across=[float(row["x"]) for row in rows],
            colours=[ink], is_dashed="strokeDash" in mark,
        )
        for (mark, rows), ink in zip(lines, inks, strict=True)
    ]  # fmt: skip
    is_named = len(_beneath(ground, layers)) == ground.x.high  # each step has a name of its own
    return (
        Plot(kind="lines", series=series, steps="months" if is_named else "days")
        if series
        else None
    )


def _goes_on(mark: Mapping[str, Any], inks: Sequence[str]) -> bool:
    return "strokeDash" in mark and inks.count(_ink(mark)) > 1


def _beneath(ground: Ground, layers: _Layers) -> list[str]:
    """Give what is written under the ground, from left to right."""
    beneath = [
        (float(row["px"]), str(row["label"]))
        for _, rows in _of(layers, "text")
        for row in rows
        if ground.y is not None and row.get("py", 0) > ground.y.pixels
    ]
    return [label for _, label in sorted(beneath)]


def _are_shares(layers: _Layers, values: Mapping[int, float]) -> bool:
    """Whether a figure is written as a percentage of itself, not only beside one."""
    for _, rows in _of(layers, "text"):
        for row in rows:
            told = _SHARE.match(str(row.get("label", "")))
            if told and "row" in row and int(row["row"]) in values:
                written = float(told[1].replace(",", ".")) / 100
                return abs(written - abs(values[int(row["row"])])) < _NEAR
    return False
