"""A drawing given as a chart of Altair's own: other words for the same picture."""

import altair as alt
import pytest
import vl_convert
from samples import DRAWINGS

from workbench.charts.attainment import PeriodBar, attainment
from workbench.charts.chart import chart_of
from workbench.charts.printable import printable

PLACED = {name: draw for name, draw in DRAWINGS.items() if draw(600).ground is not None}
# One of each kind, and the one whose dots would cover each other
HELD = sorted({name.split(",")[0] for name in PLACED} | {"deals, three hundred"})
EQUAL = 0.5  # px


def marks_of(chart):
    """Give what is drawn, layer by layer: where each mark stands, and what it says."""
    held = vl_convert.vegalite_to_scenegraph(printable(chart))["scenegraph"]
    drawn = []
    waiting = [held]
    while waiting:
        group = waiting.pop(0)
        if group.get("role") == "mark" and group["marktype"] != "group":
            drawn.append((group["marktype"], [placed(item) for item in group["items"]]))
        elif str(group.get("role", "")) not in ("axis", "legend"):
            waiting += [item for item in group.get("items", ()) if isinstance(item, dict)]
    return [layer for layer in drawn if layer[1]]


def placed(item):
    names = ("x", "y", "x2", "y2", "width", "height", "text", "size")
    return {name: item[name] for name in names if item.get(name) is not None}


def without_axes(drawing):
    whole = drawing.to_dict()
    layers = [
        layer for layer, what in zip(whole["layer"], drawing.stands_for, strict=True) if not what
    ]
    return {**whole, "layer": layers}


@pytest.mark.parametrize("name", HELD)
def test_the_chart_shows_the_drawing(name):
    drawing = PLACED[name](600)
    asked, given = marks_of(without_axes(drawing)), marks_of(chart_of(drawing).to_dict())
    assert [kind for kind, _ in given] == [kind for kind, _ in asked]
    for (_, of_chart), (_, of_drawing) in zip(given, asked, strict=True):
        for one, other in zip(of_chart, of_drawing, strict=True):
            assert one.keys() == other.keys()
            for key, value in one.items():
                if isinstance(value, str):
                    assert value == other[key]
                else:
                    assert abs(value - other[key]) <= EQUAL, (key, one, other)


def test_every_chart_of_an_exhibit_has_a_ground():
    in_px = {name.split(",")[0] for name in DRAWINGS} - {name.split(",")[0] for name in PLACED}
    assert in_px == {"ranking", "course", "flow", "map"}  # of live pages, which send rows of px


def bars():
    rows = (
        PeriodBar(name="2026-Q3", value=181.0, label="181", target=150.0),
        PeriodBar(name="2025-Q3", value=148.0, label="148", is_this=False),
    )
    return chart_of(attainment(rows, width=600, target_label="150"))


def test_a_chart_holds_tables_axes_and_scales():
    chart = bars()
    assert isinstance(chart, alt.LayerChart)
    held = [layer.data for layer in chart.layer if "value" in layer.data]
    assert [list(rows["value"]) for rows in held] == [[148.0], [181.0], [150.0]]
    told = chart.to_dict()["layer"][0]["encoding"]
    assert told["x"]["axis"] is not None
    assert told["x"]["scale"]["domain"][0] == 0
    assert "2025-Q3" in told["y"]["axis"]["labelExpr"]


def test_a_chart_is_changed_and_shown():
    chart = bars()
    chart.layer[0] = chart.layer[0].encode(color=alt.value("#123456"))
    chart = chart.properties(title="Mine")
    shown = vl_convert.vegalite_to_svg(chart.to_dict())
    assert "#123456" in shown
    assert "Mine" in shown


def test_two_rows_of_one_name_stay_two():
    rows = [PeriodBar(name="Acme", value=value, label="1") for value in (10.0, 20.0)]
    chart = chart_of(attainment(rows, width=600))
    values = chart.layer[0].data
    assert list(values["name"]) == ["Acme", "Acme"]
    assert len({item["y"] for _, items in marks_of(chart.to_dict())[:1] for item in items}) == 2
