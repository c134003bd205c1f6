from decimal import Decimal

import pytest

from workbench.charts.layers import Drawing
from workbench.widgets.board import Board, Pick, Shown

ROWS = [{"name": "Ana", "value": Decimal("0.5")}]


def drawn(rows, colour="black", more=()):
    def draw(width):
        brush = {"name": "span", "select": {"type": "interval", "encodings": ["x"]}}
        dots = {"mark": {"type": "point", "color": colour}, "data": {"name": "rows0"},
                "params": [brush]}  # fmt: skip
        return Drawing({"width": width, "layer": [dots]}, {"rows0": rows, "rows1": more})

    return draw


def shown(rows, brush=None, **look):
    return Shown(
        drawn(rows, **look), title="Half", sub="n = 2", description="One point at a half",
        brush={"span": brush},
    )  # fmt: skip


@pytest.fixture
def board():
    heard = []
    made = Board(heard.append, moving=lambda _pick: made.moves, near=heard.append)
    made.heard, made.sent, made.moves = heard, [], {}
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

    assert board.sent[-1]["charts"]["a"]["spec"] is None
    assert board.sent[-1]["charts"]["a"]["rows"] == {"rows0": [{"name": "Ana", "value": 0.25}]}


def test_only_the_rows_that_changed_are_sent_again(board):
    told(board, ready={"full": 1000, "half": 480})
    board.show({"a": shown(ROWS, more=ROWS)})
    board.show({"a": shown([dict(ROWS[0])], more=[])})
    board.show({"a": shown(ROWS, more=[])})

    assert board.sent[-2]["charts"]["a"]["rows"] == {"rows1": []}
    assert board.sent[-1]["charts"]["a"]["rows"] == {}
    assert board.sent[-1]["charts"]["a"]["spec"] is None


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


def test_all_that_a_reader_picked_comes_back_at_once_and_is_answered(board):
    board.show({"a": shown(ROWS)})
    told(board, ready={"full": 1000, "half": 480})
    picks = [{"chart": "a", "param": "span", "value": {"value": [0.1, 0.6]}},
             {"chart": "b", "param": "rep", "value": None}]  # fmt: skip
    told(board, picks=picks, ask=7)

    assert board.sent[0]["charts"]["a"]["picks"] == {"span": "box"}
    assert board.heard == [[Pick("a", "span", {"value": [0.1, 0.6]}), Pick("b", "rep", None)]]
    assert board.sent[-1] == {"answered": 7}


def test_the_chart_that_a_pointer_came_into_is_told(board):
    told(board, near={"chart": "a"})

    assert board.heard == ["a"]


def test_while_a_box_is_drawn_only_the_rows_that_changed_are_answered(board):
    board.show({"a": shown(ROWS, more=ROWS), "b": shown(ROWS), "c": shown(ROWS)})
    told(board, ready={"full": 1000, "half": 480})
    board.moves = {"a": drawn([], more=ROWS), "b": drawn(ROWS)}
    told(board, moving={"chart": "c", "param": "span", "value": {"value": [0.1, 0.2]}}, ask=3)
    board.show({"a": shown([], more=ROWS)})

    assert board.sent[-2] == {"marks": {"a": {"rows0": []}}, "ask": 3}
    assert board.sent[-1]["charts"]["a"]["rows"] == {}  # the browser holds them


def test_a_chart_that_would_be_another_waits_until_the_hand_lets_go(board):
    board.show({"a": shown(ROWS)})
    told(board, ready={"full": 1000, "half": 480})
    board.moves = {"a": drawn([], colour="grey")}
    told(board, moving={"chart": "c", "param": "span", "value": None}, ask=3)
    board.show({"a": shown(ROWS)})

    assert board.sent[-2] == {"marks": {}, "ask": 3}
    assert board.sent[-1]["charts"]["a"]["rows"] == {}


@pytest.mark.parametrize("question", ["moving", "picks"])
def test_a_question_that_fails_is_answered_too(board, question):
    board.show({"a": shown(ROWS)})
    told(board, ready={"full": 1000, "half": 480})
    board._moving = board._picked = lambda _given: 1 / 0
    pick = {"chart": "a", "param": "span", "value": None}
    told(board, **{question: pick if question == "moving" else [pick]}, ask=4)

    wanted = {"moving": {"marks": {}, "ask": 4}, "picks": {"answered": 4}}
    assert board.sent[-1] == wanted[question]


def test_where_nothing_came_of_a_pick_what_stands_is_shown_again(board):
    box = ((10.0, 60.0), (0.0, 200.0))
    board.show({"a": shown(ROWS, brush=box), "b": shown(ROWS)})
    told(board, ready={"full": 1000, "half": 480})
    board.moves = {"b": drawn([])}
    told(board, moving={"chart": "a", "param": "span", "value": None}, ask=3)
    told(board, picks=[], ask=4)

    assert board.heard == []
    assert board.sent[-2]["charts"]["a"]["brush"] == {"span": box}
    assert board.sent[-2]["charts"]["b"]["rows"] == {"rows0": [{"name": "Ana", "value": 0.5}]}
    assert board.sent[-1] == {"answered": 4}


def test_a_chart_without_rows_keeps_the_place_they_will_take(board):
    told(board, ready={"full": 1000, "half": 480})
    board.show({"a": shown([])})
    first = board.sent[-1]["charts"]["a"]
    board.show({"a": shown(ROWS)})

    assert first["rows"] == {"rows0": [], "rows1": []}
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
