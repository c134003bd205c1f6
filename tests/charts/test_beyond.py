"""A bar that ends before its value does shows that it goes on."""

from decimal import Decimal

import pytest

from workbench.charts import theme
from workbench.charts.course import Line, Point, course
from workbench.charts.ranking import Standing, ranking
from workbench.charts.stage_flow import Stage, stage_flow
from workbench.charts.tiny import bullet
from workbench.page.cells import Track
from workbench.page.html_cells import cell_html
from workbench.page.typst_cells import cell_typst


def arrows(value):
    told = bullet(value, 1.0)
    return [layer["mark"]["shape"] for layer in told.spec["layer"] if layer["mark"].get("shape")]


@pytest.mark.parametrize(
    ("value", "found"),
    [
        (None, []), (0.0, []), (1.0, []), (1.5, []), (-0.5, []),
        (1.51, ["triangle-right"]), (-0.51, ["triangle-left"]),
    ],
)  # fmt: skip
def test_a_bullet_longer_than_its_track_ends_torn(value, found):
    assert arrows(value) == found


@pytest.mark.parametrize(
    ("reached", "look", "filled"),
    [
        (None, "absent", 0), ("-0.1", "below", 0), ("0", "whole", 0), ("0.6", "whole", 0.5),
        ("1.2", "whole", 1), ("1.21", "beyond", 1),
    ],
)  # fmt: skip
def test_a_goal_far_beyond_or_below_says_so_on_its_track(reached, look, filled):
    track = Track(None if reached is None else Decimal(reached))

    assert (track.look, float(track.filled)) == (look, filled)


def test_the_track_shows_it_on_a_page_and_on_paper():
    far, full = Track(Decimal(3)), Track(Decimal("1.2"))

    assert ('class="cut"' in cell_html(far, "en"), 'class="cut"' in cell_html(full, "en")) == (
        True, False,
    )  # fmt: skip
    assert ('"beyond"' in cell_typst(far, "en"), '"beyond"' in cell_typst(full, "en")) == (
        True, False,
    )  # fmt: skip


def labels(drawing):
    return [row["label"] for rows in drawing.rows.values() for row in rows if "label" in row]


@pytest.mark.parametrize(("value", "arrow"), [(50.0, ""), (1000.0, "›"), (-5.0, "‹")])
def test_a_figure_beyond_a_held_axis_has_an_arrow(value, arrow):
    row = Standing(key="a", name="Ana", value=value, label="", note="")
    told = ranking([row], width=760, line=None, line_label="", axis_text=str, reach=(0.0, 100.0))

    assert [each for each in labels(told) if each in ("›", "‹")] == [arrow] * bool(arrow)


@pytest.mark.parametrize(("value", "arrow"), [(50.0, ""), (1000.0, "↑"), (-5.0, "↓")])
def test_a_point_beyond_a_held_axis_has_an_arrow(value, arrow):
    line = Line(name="Ana", points=[Point(name="Q1", value=value, label="")])
    told = course(line, None, width=760, axis_text=str, reach=(0.0, 90.0))

    assert [each for each in labels(told) if each in ("↑", "↓")] == [arrow] * bool(arrow)


@pytest.mark.parametrize(("passed", "gaps"), [(10, 0), (11, 2)])
def test_a_stage_of_more_deals_than_its_plot_holds_is_torn(passed, gaps):
    stage = Stage(key="a", name="A", passed=passed, still=0, lost=0, rate_label="", counts="")
    told = stage_flow([stage], width=760, heads=("", "", ""), reach=10)
    every = [row for rows in told.rows.values() for row in rows if "x2" in row]
    slanted = [row for row in every if row.get("colour") == theme.PAPER and "place" not in row]

    assert len(slanted) == gaps
