from workbench.charts.scale import Span, apart, fitting, round_steps
from workbench.charts.text import shorten, width


def test_a_chinese_glyph_is_one_em():
    assert width("目标", size=10) == 2 * 10


def test_a_long_name_ends_in_an_ellipsis_and_fits():
    short = shorten("华东精密仪器", 40)

    assert (short, width(short) <= 40) == ("华东…", True)


def test_a_name_that_fits_exactly_stays_whole():
    assert shorten("Due in Q4", width("Due in Q4")) == "Due in Q4"


def test_a_labelled_bar_leaves_room_for_its_label():
    span = fitting(300, [(5.0, 60.0)])

    assert span.at(5.0) == 300 - 60


def test_nothing_to_draw_still_gives_an_axis():
    assert fitting(300, [(0.0, 60.0)]) == Span(0.0, 1.0, 300)


def test_values_below_zero_extend_the_axis_to_the_left():
    assert fitting(300, [(-10.0, 0.0), (20.0, 0.0)]) == Span(-10.0, 20.0, 300)


def test_grid_steps_are_round_and_reach_the_highest_value():
    assert round_steps(181) == [0, 50, 100, 150, 200]


def test_labels_that_would_touch_are_pushed_apart():
    assert apart([100, 102], 14, 0, 200) == [100, 114]


def test_labels_pushed_apart_stay_inside():
    assert apart([198, 199], 14, 0, 200) == [186, 200]
