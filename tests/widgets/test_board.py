from decimal import Decimal

import pytest

from workbench.charts.layers import Drawing
from workbench.widgets.board import Board, Shown

ROWS = [{"name": "Ana", "value": Decimal("0.5")}]


def shown(rows, colour="black"):
    def draw(width):
        brush = {"name": "span", "select": {"type": "interval", "encodings": ["x"]}}
        dots = {"mark": {"type": "point", "color": colour}, "data": {"name": "rows0"},
                "params": [brush]}  # fmt: skip
        return Drawing({"width": width, "layer": [dots]}, {"rows0": rows})

    return Shown(draw, title="Half", sub="n = 2", description="One point at a half")


@pytest.fixture
def board():
    made = Board(lambda *told: made.heard.append(told))
    made.heard, made.sent = [], []
    made.send = made.sent.append
    return made


def told(board, **content):
    board._handle_custom_msg(content, [])


def test_nothing_is_sent_before_a_browser_says_how_wide_it_is(board):
    board.show({"a": shown(ROWS)})

    assert board.sent == []


def test_a_chart_is_drawn_for_the_width_the_browser_has(board):
    board.show({"a": shown(ROWS)})
    told(board, ready={"full": 1000, "half": 480})

    assert board.sent[-1]["charts"]["a"]["spec"]["width"] == 480


def test_new_rows_go_without_the_specification(board):
    told(board, ready={"full": 1000, "half": 480})
    board.show({"a": shown(ROWS)})
    board.show({"a": shown([{**ROWS[0], "value": Decimal("0.25")}])})

    (rows,) = board.sent[-1]["charts"]["a"]["rows"].values()
    assert board.sent[-1]["charts"]["a"]["spec"] is None
    assert rows == [{"name": "Ana", "value": 0.25}]


def test_a_chart_that_shows_the_same_is_not_sent_again(board):
    told(board, ready={"full": 1000, "half": 480})
    board.show({"a": shown(ROWS)})
    board.show({"a": shown([dict(ROWS[0])])})
    same = board.sent[-1]["charts"]["a"]
    board.forget("a")
    board.show({"a": shown(ROWS)})

    assert same["is_same"]
    assert "rows" not in same
    assert board.sent[-1]["charts"]["a"]["rows"]


def test_another_drawing_goes_with_its_specification(board):
    told(board, ready={"full": 1000, "half": 480})
    board.show({"a": shown(ROWS)})
    board.show({"a": shown(ROWS, colour="grey")})

    assert board.sent[-1]["charts"]["a"]["spec"]["layer"][0]["mark"]["color"] == "grey"


def test_a_second_tab_gets_everything(board):
    board.show({"a": shown(ROWS)})
    told(board, ready={"full": 1000, "half": 480})
    told(board, ready={"full": 1000, "half": 480})

    assert board.sent[-1]["charts"]["a"]["spec"] is not None


def test_what_a_reader_brushes_comes_back_by_name(board):
    board.show({"a": shown(ROWS)})
    told(board, ready={"full": 1000, "half": 480})
    told(board, picked={"chart": "a", "param": "span", "value": {"value": [0.1, 0.6]}})

    assert board.sent[-1]["charts"]["a"]["picks"] == ["span"]
    assert board.heard == [("a", "span", {"value": [0.1, 0.6]})]


def test_a_chart_without_rows_keeps_the_place_they_will_take(board):
    told(board, ready={"full": 1000, "half": 480})
    board.show({"a": shown([])})
    first = board.sent[-1]["charts"]["a"]
    board.show({"a": shown(ROWS)})

    assert first["rows"] == {"rows0": []}
    assert board.sent[-1]["charts"]["a"]["spec"] is None


def test_a_chart_the_browser_could_not_draw_is_told_and_sent_whole_again(board):
    said = []
    board._failed = said.append
    told(board, ready={"full": 1000, "half": 480})
    board.show({"a": shown(ROWS)})
    told(board, broken="Error: no such scale")
    board.show({"a": shown(ROWS)})

    assert said == ["Error: no such scale"]
    assert board.sent[-1]["charts"]["a"]["spec"] is not None


def test_the_widget_itself_is_small_and_vega_comes_when_it_is_asked_for():
    board = Board()
    sent = []
    board.send = lambda content, buffers: sent.append((content, buffers))
    assert len(board._esm) < 20_000
    told(board, needs="vega")

    ((content, (script,)),) = sent
    assert content == {"vega": True}
    assert b"workbenchVega" in script
    assert len(script) > 500_000
