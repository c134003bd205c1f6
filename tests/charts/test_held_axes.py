"""Axes that are held while a box is drawn: nothing moves but the marks."""

import pytest

from workbench.charts.course import Line, Point, course
from workbench.charts.ranking import Standing, ranking
from workbench.charts.stage_flow import Stage, stage_flow


def ranked(value):
    row = Standing(key="a", name="Ana", value=value, label="", note="", low=value, high=value)
    return ranking(
        [row], width=760, line=value, line_label="", axis_text=str, reach=(0.0, 100.0)
    ).rows  # fmt: skip


def gone(value):
    points = [Point(name="Q1", value=value, label="", low=value, high=value)]
    return course(
        Line(name="Ana", points=points), None, width=760, axis_text=str, reach=(0.0, 90.0)
    ).rows


def flown(n):
    stage = Stage(key="a", name="A", passed=n, still=0, lost=0, rate_label="", counts="")
    return stage_flow([stage], width=760, heads=("", "", ""), reach=10).rows


@pytest.mark.parametrize("value", [0.0, 50.0, 1000.0, None])
def test_the_axis_is_the_same_whatever_stands_on_it(value):
    assert [ranked(value)[rows] for rows in ("rows1", "rows2")] == [
        ranked(100.0)[rows] for rows in ("rows1", "rows2")
    ]
    assert [gone(value)[rows] for rows in ("rows0", "rows1")] == [
        gone(90.0)[rows] for rows in ("rows0", "rows1")
    ]


def test_what_lies_beyond_stands_at_the_end_of_the_axis():
    assert ranked(1000.0)["rows7"][0]["x"] == ranked(100.0)["rows7"][0]["x"]
    assert gone(1000.0)["rows4"][0]["y"] == gone(100.0)["rows4"][0]["y"]
    assert flown(20)["rows1"][0]["x2"] == flown(10)["rows1"][0]["x2"]
    assert flown(5)["rows1"][0]["x2"] < flown(10)["rows1"][0]["x2"] / 2 + 1


def test_what_is_not_known_is_not_drawn():
    assert ranked(None)["rows7"] == []
    assert gone(None)["rows4"] == []
