"""Charts drawn by a process of its own: the same bytes, and never none."""

import os
import re
import signal

import pytest

from workbench.charts import theme
from workbench.charts.drawing import ADDRESS, Drawer, _compiled, svg_of

SPEC = {
    "mark": "bar",
    "title": "目标 <100%>",
    "data": {"values": [{"a": "x", "b": 1}, {"a": "y", "b": 2.5}]},
    "encoding": {
        "x": {"field": "a", "type": "nominal"},
        "y": {"field": "b", "type": "quantitative"},
    },
}


@pytest.fixture
def drawer(tmp_path, monkeypatch):
    raised = Drawer(tmp_path / "drawer")
    raised.keep_alive()
    monkeypatch.setenv(ADDRESS, str(raised.address))
    yield raised
    raised.stop()


@pytest.mark.parametrize("names", ["㐂仲", "𠮷野", "鿕龥"])
def test_every_chinese_character_is_measured_as_wide_as_another(names):
    """No font of the machine, or none, may decide how much room a rare name gets."""
    room = [re.findall(r"translate\([^)]*\)", svg_of(_named(text))) for text in (names, "目标")]

    assert room[0] == room[1]
    assert room[0] != re.findall(r"translate\([^)]*\)", svg_of(_named("ab")))


def _named(text):
    across = {"y": {"field": "a", "type": "nominal"}, "x": SPEC["encoding"]["y"]}
    rows = [{"a": text, "b": 1}]
    return {**SPEC, "data": {"values": rows}, "encoding": across, "config": {"font": theme.FONT}}


@pytest.mark.skipif(not hasattr(os, "fork"), reason="drawers serve forked kernels")
def test_a_drawer_gives_the_bytes_drawn_here(drawer, monkeypatch):
    there = svg_of(SPEC)
    monkeypatch.delenv(ADDRESS)

    assert drawer.pid
    assert there == svg_of(SPEC)


def test_other_rows_are_drawn_by_what_was_compiled_for_the_first():
    named = {**SPEC, "data": {"name": "own"}}
    svg_of(named, {"own": SPEC["data"]["values"]})
    known = _compiled.cache_info().misses

    assert "&lt;z&gt;" in svg_of(named, {"own": [{"a": "x", "b": 1}, {"a": "<z>", "b": 9}]})
    assert _compiled.cache_info().misses == known


@pytest.mark.skipif(not hasattr(os, "fork"), reason="drawers serve forked kernels")
def test_what_cannot_be_drawn_is_said_here_and_harms_no_later_drawing(drawer):
    with pytest.raises(ValueError, match="conversion failed"):
        svg_of({"mark": "no such mark", "data": {"values": []}})

    assert svg_of(SPEC).startswith("<svg")
    assert drawer.pid


@pytest.mark.skipif(not hasattr(os, "fork"), reason="drawers serve forked kernels")
def test_a_drawer_that_died_is_done_without_and_raised_again(drawer):
    dead = drawer.pid
    os.kill(dead, signal.SIGKILL)
    os.waitpid(dead, 0)

    assert svg_of(SPEC).startswith("<svg")
    drawer.keep_alive()
    assert drawer.pid != dead
    assert svg_of(SPEC).startswith("<svg")
