import re
from xml.etree import ElementTree as ET

import pytest
import vl_convert
from samples import DRAWINGS, HOSTILE, drawn_deals

from workbench.charts import text, theme
from workbench.charts.drawing import svg_of
from workbench.charts.figure import svgs

FULL = [name for name in DRAWINGS if name.split(",")[0] not in {"bullet", "interval"}]


def drawn(name, width=360):
    return str(svgs(DRAWINGS[name], key="k", widths=(width,)))


def labels_of(html):
    """Each label with the px where it starts and ends, and the drawing's width."""
    root = ET.fromstring(html)
    found = []

    def walk(element, x, inherited):
        inherited = {**inherited, **element.attrib}
        moved = re.fullmatch(r"translate\(([-\d.]+),([-\d.]+)\)", element.get("transform", ""))
        x += float(moved[1]) if moved else 0.0
        if element.tag == "text" and element.text:
            size = text.width(element.text, is_bold=inherited.get("font-weight") == "600")
            anchor = inherited.get("text-anchor", "start")
            start = x - {"start": 0, "middle": size / 2, "end": size}[anchor]
            found.append((element.text, start, start + size))
        for child in element:
            walk(child, x, {k: v for k, v in inherited.items() if k != "transform"})

    walk(root, 0.0, {})
    return found, float(root.get("width"))


def unclipped(svg):
    """Without the numbers of clip paths, which go on from one drawing to the next."""
    return re.sub(r"clip\d+", "clip", svg)


@pytest.mark.parametrize("name", DRAWINGS)
def test_every_chart_is_valid_vega_lite(name):
    assert DRAWINGS[name](360).to_dict(validate=True)["layer"]


@pytest.mark.parametrize("name", DRAWINGS)
def test_the_same_chart_gives_the_same_bytes(name):
    assert drawn(name) == drawn(name)


@pytest.mark.parametrize("name", DRAWINGS)
def test_compiled_once_for_many_rows_it_is_vega_lites_own_drawing(name):
    chart = DRAWINGS[name](360)
    whole = vl_convert.vegalite_to_svg(chart.to_dict())

    assert unclipped(svg_of(chart.spec, chart.rows)) == unclipped(whole)


@pytest.mark.parametrize("width", [760, 352])
@pytest.mark.parametrize("name", FULL)
def test_no_label_is_cut_off_at_the_edge(name, width):
    labels, edge = labels_of(drawn(name, width))

    assert [label for label in labels if label[1] < -1 or label[2] > edge + 1] == []


@pytest.mark.parametrize("width", [760, 352])
@pytest.mark.parametrize("name", FULL)
def test_a_chart_is_exactly_as_wide_as_asked(name, width):
    _, edge = labels_of(drawn(name, width))

    assert edge == width


def test_hostile_names_are_text():
    html = drawn("concentration")

    assert "<script" not in html


def test_hostile_names_are_still_readable_when_pointed_at():
    (title,) = (t for t in ET.fromstring(drawn("deals, one")).iter("title") if t.text)

    assert title.text == HOSTILE.replace("\x00", "").replace("\x0b", "")


def test_past_due_deals_are_named_and_others_are_not():
    words = [label for label, _, _ in labels_of(drawn("deals", 760))[0]]

    assert ("长汀材料5" in words, "长汀材料6" in words) == (True, False)


def test_every_open_deal_is_a_dot():
    html = str(svgs(drawn_deals(300), key="k", widths=(760,)))

    assert html.count("<circle") == 300


def test_three_hundred_deals_stay_small():
    html = str(svgs(drawn_deals(300), key="k"))

    assert len(html) < 60_000


def test_a_line_stops_at_the_day_known():
    html = drawn("cumulative, no deals")
    labels = {label: start for label, start, _ in labels_of(html)[0]}

    assert labels["2026"] < labels["2025"] - 100


def test_an_absent_rate_says_why_and_draws_no_dot():
    html = drawn("peers", 760)

    assert (html.count("<circle"), "没有记录" in html) == (3, True)


def test_nothing_won_draws_no_orange():
    assert theme.WARN not in drawn("attainment, nothing won")
