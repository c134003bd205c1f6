import pytest

from workbench.charts.course import Line, Point, course
from workbench.charts.cumulative import Calendar, Run, Step, cumulative
from workbench.charts.scale import Span, apart, fitting, round_steps, steps
from workbench.charts.text import distinct, shorten, width


def test_a_chinese_glyph_is_one_em():
    assert width("目标", size=10) == 2 * 10


def test_a_long_name_ends_in_an_ellipsis_and_fits():
    short = shorten("华东精密仪器", 40)

    assert (short, width(short) <= 40) == ("华东…", True)


def test_a_name_that_fits_exactly_stays_whole():
    assert shorten("Due in Q4", width("Due in Q4")) == "Due in Q4"


@pytest.mark.parametrize(
    ("names", "cut"),
    [
        (["Acme Tools East", "Acme Tools West", "Bo"], ["Acme T…East", "Acme T…West", "Bo"]),
        (["华东精密仪器一厂", "华东精密仪器二厂"], ["华东精密…一厂", "华东精密…二厂"]),
        (["Acme and so on", "Acme and so on"], ["Acme and s…"] * 2),  # of one name: they are alike
    ],
)
def test_names_that_begin_alike_are_cut_where_they_still_differ(names, cut):
    assert distinct(names, 78) == cut


def test_names_that_begin_and_end_alike_show_where_they_differ():
    names = [f"Northern {place} Holding and Trading Company Limited" for place in ("Oil", "Gas")]

    assert [each[:4] for each in distinct(names, 60)] == ["…Oil", "…Gas"]


def test_where_nothing_that_differs_fits_names_are_numbered():
    assert distinct(["华东精密仪器一厂", "华东精密仪器二厂"], 24) == ["1", "2"]


@pytest.mark.parametrize("room", range(0, 200, 7))
def test_names_cut_to_a_room_fit_it(room):
    for name in distinct(["Acme Tools East", "Acme Tools West", "华东精密仪器一厂"], room):
        assert width(name) <= max(room, 30)


def test_a_labelled_bar_leaves_room_for_its_label():
    span = fitting(300, [(5.0, 60.0)])

    assert span.at(5.0) == 300 - 60


def test_nothing_to_draw_still_gives_an_axis():
    assert fitting(300, [(0.0, 60.0)]) == Span(0.0, 1.0, 300)


def test_values_below_zero_extend_the_axis_to_the_left():
    assert fitting(300, [(-10.0, 0.0), (20.0, 0.0)]) == Span(-10.0, 20.0, 300)


def test_grid_steps_are_round_and_reach_the_highest_value():
    assert round_steps(181) == [0, 50, 100, 150, 200]


@pytest.mark.parametrize(
    ("values", "grid"),
    [
        ([181], [0, 50, 100, 150, 200]),
        ([-10, 20], [-10, -5, 0, 5, 10, 15, 20]),
        ([-3, 181], [-50, 0, 50, 100, 150, 200]),
        ([-30], [-30, -20, -10, 0]),
        ([], [0, 1]),
    ],
)
def test_a_grid_below_zero_has_one_step_and_holds_zero(values, grid):
    assert steps(values) == grid


def test_labels_that_would_touch_are_pushed_apart():
    assert apart([100, 102], 14, 0, 200) == [100, 114]


def test_labels_pushed_apart_stay_inside():
    assert apart([198, 199], 14, 0, 200) == [186, 200]


@pytest.mark.parametrize(
    ("wide", "said"),
    [
        (760, ["2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4"]),
        (290, ["25-Q1", "25-Q2", "25-Q3", "25-Q4"]),
        (220, ["25-Q2", "25-Q4"]),
    ],
)
def test_names_of_periods_lose_their_century_and_then_every_other_goes(wide, said):
    points = [Point(name=f"2025-Q{n}", value=1.0, label="1") for n in range(1, 5)]
    told = course(Line(name="Ana", points=points), None, width=wide, axis_text=str)

    assert [row["label"] for row in told.rows["rows6"]] == said


@pytest.mark.parametrize(("total", "is_under"), [(11.0, True), (9.0, False)])
def test_a_target_is_named_on_the_side_where_no_line_runs(total, is_under):
    run = Run(label="2026", steps=[Step(1, total)], last_day=90)
    drawn = cumulative([run], Calendar(days=90, months=[]), width=400, amount_text=str,
                       target=10.0, target_label="target 10")  # fmt: skip
    rows = [row for each in drawn.rows.values() for row in each]
    (named,) = [row["py"] for row in rows if row.get("label") == "target 10"]

    assert (named > drawn.ground.y.pixels - drawn.ground.y.at(10)) is is_under
