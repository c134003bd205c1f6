"""A value below zero stands left of, or under, a line of zero, on an axis that says how far."""

import pytest
from samples import DRAWINGS

from workbench.charts import theme
from workbench.charts.bars import Bar, bars
from workbench.charts.chart import chart_of

BELOW = ["attainment, below zero", "bars, below zero", "coverage, below zero",
         "cumulative, below zero", "trend", "waterfall, below zero"]  # fmt: skip
ABOVE = ["attainment", "bars", "coverage", "cumulative", "waterfall"]


def words(name):
    told = DRAWINGS[name](600)
    return [str(row["label"]) for rows in told.rows.values() for row in rows if "label" in row]


def zero_lines(name):
    """Give how many layers draw one straight line in the ink of zero."""
    told = DRAWINGS[name](600)
    return sum(
        layer["mark"].get("color") == theme.INK3 and layer["mark"]["type"] in ("rule", "line")
        and not any("top" in row for row in told.rows[layer["data"]["name"]])
        for layer in told.spec["layer"]
    )  # fmt: skip


def is_negative_tick(label):
    return label[:1] in "−-" and label[1:2].isdigit() and "." not in label


@pytest.mark.parametrize("name", BELOW)
def test_a_value_below_zero_brings_a_line_of_zero_and_values_below_it(name):
    assert zero_lines(name) == 1
    assert any(is_negative_tick(label) for label in words(name))


@pytest.mark.parametrize("name", ABOVE)
def test_without_one_no_axis_is_added(name):
    assert zero_lines(name) == 0
    assert not any(is_negative_tick(label) for label in words(name))


@pytest.mark.parametrize("name", ["ranking, of amounts below zero", "course, below zero"])
def test_of_a_live_page_zero_is_the_darker_line(name):
    lines = DRAWINGS[name](600).rows
    grid = [row["colour"] for rows in lines.values() for row in rows
            if row.get("colour") in (theme.RULE, theme.INK3) and "x2" in row]  # fmt: skip

    assert grid.count(theme.INK3) == 1


def test_the_axis_writes_what_it_is_told_to():
    rows = [Bar(name="Returns", value=-40, label="-40")]
    told = bars(rows, width=600, axis_text="{:.0f} apples".format)
    labels = [row["label"] for each in told.rows.values() for row in each if "label" in row]

    assert {"-40 apples", "0 apples"} <= set(labels)


def test_a_chart_of_altairs_own_keeps_the_line_of_zero():
    shown = chart_of(DRAWINGS["bars, below zero"](600))
    lines = [layer for layer in shown.layer if list(layer.data.columns) == ["x"]]

    assert [list(layer.data["x"]) for layer in lines] == [[0.0]]
