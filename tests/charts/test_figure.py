import subprocess
import sys
from xml.etree import ElementTree as ET

import pytest
from samples import DRAWINGS

from workbench.charts.figure import svgs
from workbench.charts.layers import Drawing


def clipped(width):
    place = {name: {"field": name, "type": "quantitative"} for name in ("x", "y")}
    line = {"mark": {"type": "line", "clip": True}, "encoding": place, "data": {"name": "rows0"}}
    rows = [{"x": 1, "y": 1}, {"x": 2, "y": 3}]
    return Drawing({"width": width, "layer": [line]}, {"rows0": rows})


def drawn(draw, **how):
    return ET.fromstring(f"<page>{svgs(draw, **how)}</page>")


def test_ids_begin_with_the_key_and_are_unique_in_the_figure():
    ids = [each.get("id") for each in drawn(clipped, key="won").iter() if each.get("id")]

    assert ids == ["won-wide-0", "won-narrow-0"]


def test_a_reference_follows_its_id():
    assert "url(#won-wide-0)" in svgs(clipped, key="won")


def test_a_full_chart_is_drawn_wide_and_narrow_and_hidden_from_who_is_read_to():
    made = drawn(DRAWINGS["attainment"], key="k")

    assert [(svg.get("class"), svg.get("aria-hidden")) for svg in made] == [
        ("wide", "true"), ("narrow", "true"),
    ]  # fmt: skip


@pytest.mark.parametrize("word", ["font-family", "http", "xlink", "<style", "<image", "role-mark"])
@pytest.mark.parametrize("name", ["peers", "cumulative", "deals", "bullet"])
def test_a_drawing_brings_nothing_from_outside(name, word):
    assert word not in svgs(DRAWINGS[name], key="k", widths=(360,))


def test_the_room_loads_altair_only_to_draw():
    code = (
        "import sys, workbench.charts.figure, workbench.charts.peers, workbench.charts.trend;"
        "sys.exit('altair' in sys.modules or 'vl_convert' in sys.modules)"
    )

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
