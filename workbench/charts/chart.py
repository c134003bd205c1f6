"""From a drawing to a chart of Altair's own: with axes, scales and tables, to change and to show.

A drawing is placed in px, since that is quick to draw by the hundred and fits to the px. A chart
says the same in values: what was placed by px is read back, and axes stand where the drawing
wrote names and grid lines itself.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from copy import deepcopy
from typing import TYPE_CHECKING, Any

from workbench.charts.ground import Ground
from workbench.charts.layers import Drawing, Json, Row, altair
from workbench.charts.printable import printable

if TYPE_CHECKING:
    from altair import Chart
    from altair import LayerChart as LayerChart  # noqa: PLC0414 (pages name what is given)

_LONGEST_NAME = 220  # px


def chart_of(drawing: Drawing) -> "LayerChart":
    """Give a drawing as a layered chart.

    Returns
    -------
    altair.LayerChart
        Each layer's `data` is a DataFrame, one row per mark: `value` and `start`, or `x` and `y`,
        in the figures' own units; `row` and `name` of a chart in rows; `label` of words; `hover`.
        A drawing whose ground is not known is given as it is, in px and without axes.
    """
    alt, ground = altair(), drawing.ground
    if ground is None:
        return alt.LayerChart.from_dict(drawing.to_dict())
    names = names_of(drawing)
    layers = [
        _layer(layer, _read_back(drawing.rows[layer["data"]["name"]], ground, names), ground, names)
        for layer, what in zip(drawing.spec["layer"], drawing.stands_for, strict=True)
        if not what
    ]
    size = {name: drawing.spec[name] for name in ("width", "height")}
    return alt.layer(*layers).properties(**size, config=deepcopy(drawing.spec["config"]))


def names_of(drawing: Drawing) -> list[str]:
    """Give the names of the rows, which the drawing writes itself; none for one without rows."""
    for n, what in enumerate(drawing.stands_for):
        if what == "names":
            return [printable(str(row["label"])) for row in drawing.rows[f"rows{n}"]]
    return []


def _read_back(rows: Sequence[Row], ground: Ground, names: Sequence[str]) -> list[dict[str, Any]]:
    """Say in values what rows say in px."""
    values = _values(ground)
    told = [
        ({"name": names[row["row"]]} if names and "row" in row else {})
        | {key: values[key](told) if key in values else told for key, told in row.items()}
        for row in rows
    ]
    return list(printable(told))


def _values(ground: Ground) -> Mapping[str, Callable[[float], float]]:
    """Give the columns that are px, and what turns them into values."""
    across, up = ground.x.value_at, ground.y
    if up is None:
        row = lambda px: int(px / ground.row_height)  # noqa: E731 (of a table of functions)
        return {"x": across, "top": row, "bottom": row, "lift": lambda px: -px}
    return {"px": across, "end": across, "py": lambda px: up.value_at(up.pixels - px)}


def _layer(look: Json, rows: Sequence[Row], ground: Ground, names: Sequence[str]) -> "Chart":
    import pandas as pd  # noqa: PLC0415 (only where somebody asks for a chart)

    encoding = deepcopy(look["encoding"])
    encoding["x"] |= _axis_across(ground)
    if "field" in encoding["y"]:
        encoding["y"] |= _axis_down(ground, names)
        if encoding["y"]["field"] == "py" and ground.y is None:
            encoding["y"]["field"] = "row"
    if any(row.get("lift") for row in rows):
        half = ground.row_height / 2
        scale = {"domain": [-half, half], "nice": False, "zero": False}
        encoding["yOffset"] = {"field": "lift", "type": "quantitative", "scale": scale}
    if any(row.get("hover") for row in rows):
        encoding["tooltip"] = {"field": "hover", "type": "nominal"}
    told = {"data": {"name": "rows"}, "mark": look["mark"], "encoding": encoding}
    chart = altair().Chart.from_dict(told)
    chart.data = pd.DataFrame(rows)
    return chart


def _axis_across(ground: Ground) -> Json:
    scale = {"domain": list(ground.x.domain), "nice": False, "zero": False, "padding": 0}
    # Two measured axes: the drawing writes days and periods beneath it as words
    return {"scale": scale, "title": None, "axis": {} if ground.y is None else None}


def _axis_down(ground: Ground, names: Sequence[str]) -> Json:
    if ground.y is not None:
        scale = {"domain": list(ground.y.domain), "nice": False, "zero": False, "padding": 0}
        return {"scale": scale, "title": None, "axis": {}}
    # Rows by their number, so that two accounts of one name stay two rows
    said = f"{json.dumps(list(names))}[datum.value]"
    axis = {"labelExpr": said, "labelLimit": _LONGEST_NAME, "grid": False} if names else None
    scale = {"type": "band", "domain": list(range(ground.rows)), "padding": 0}
    return {"type": "ordinal", "title": None, "axis": axis, "scale": scale}
