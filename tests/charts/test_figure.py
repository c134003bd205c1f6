import subprocess
import sys
from xml.etree import ElementTree as ET

import pytest
from markupsafe import Markup
from samples import DRAWINGS

from workbench.charts.figure import exhibit, figure
from workbench.charts.layers import Drawing


def clipped(width):
    place = {name: {"field": name, "type": "quantitative"} for name in ("x", "y")}
    line = {"mark": {"type": "line", "clip": True}, "encoding": place, "data": {"name": "rows0"}}
    rows = [{"x": 1, "y": 1}, {"x": 2, "y": 3}]
    return Drawing({"width": width, "layer": [line]}, {"rows0": rows})


def test_ids_begin_with_the_key_and_are_unique_in_the_figure():
    root = ET.fromstring(figure(clipped, key="won", description="d"))
    ids = [element.get("id") for element in root.iter() if element.get("id")]

    assert ids == ["won-wide-0", "won-narrow-0"]


def test_a_reference_follows_its_id():
    assert "url(#won-wide-0)" in figure(clipped, key="won", description="d")


def test_a_full_chart_is_drawn_wide_and_narrow():
    root = ET.fromstring(figure(DRAWINGS["attainment"], key="k", description="d"))

    assert [svg.get("class") for svg in root] == ["wide", "narrow"]


def test_what_the_chart_says_is_its_label_and_the_drawing_is_hidden():
    root = ET.fromstring(figure(DRAWINGS["peers"], key="k", description='5 < 6 & "x"'))

    assert (root.get("role"), root.get("aria-label")) == ("img", '5 < 6 & "x"')
    assert {svg.get("aria-hidden") for svg in root} == {"true"}


@pytest.mark.parametrize("word", ["font-family", "http", "xlink", "<style", "<image", "role-mark"])
@pytest.mark.parametrize("name", ["peers", "cumulative", "deals", "bullet"])
def test_a_drawing_brings_nothing_from_outside(name, word):
    assert word not in figure(DRAWINGS[name], key="k", description="d", widths=(360,))


def test_an_exhibit_escapes_its_words_but_not_the_figure():
    html = exhibit("<b>", "a & b", Markup("<figure></figure>"), is_full=False)

    assert html == (
        '<div class="ex"><h3>&lt;b&gt;</h3><p class="sub">a &amp; b</p><figure></figure></div>'
    )


def test_the_room_loads_altair_only_to_draw():
    code = (
        "import sys, workbench.charts.figure, workbench.charts.peers, workbench.charts.trend;"
        "sys.exit('altair' in sys.modules or 'vl_convert' in sys.modules)"
    )

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
