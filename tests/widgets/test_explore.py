"""The page of an exploration, as a kernel drives it."""

import shutil
from dataclasses import replace

import pytest

from workbench.errors import RefusedError
from workbench.review.exploration.ranked import ranking_picture
from workbench.review.exploration.shelf import save_view, shelf
from workbench.review.exploration.view import View
from workbench.widgets.board import Pick
from workbench.widgets.data_quality import open_data_quality
from workbench.widgets.exploring.opening import open_explore
from workbench.widgets.page import Trouble

DEALS = """
    deal_id,rep_id,name,stage,amount,is_closed,is_won,created_on,close_on
    A,ana,=A,won,40,true,true,2026-07-01,2026-07-11
    B,ana,Lost,lost,60,true,false,2026-07-01,2026-09-30
    C,bo,Open,offer,30,false,false,2026-08-01,2026-10-15
    D,bo,Old,won,70,true,true,2026-01-01,2026-02-01
"""
HISTORY = """
    deal_id,at,rep_id,stage
    C,2026-08-01T00:00:00Z,bo,offer
    A,2026-07-01T00:00:00Z,ana,offer
    A,2026-07-11T00:00:00Z,ana,won
"""


@pytest.fixture(scope="module")
def looked_at(read_company):
    """Freeze and cut the company once; each test has a copy to save views in."""
    made = read_company(DEALS, deal_history=HISTORY)
    open_explore(workspace=str(made.folder), lang="en")
    return made


@pytest.fixture
def made(looked_at, tmp_path):
    return replace(looked_at, folder=shutil.copytree(looked_at.folder, tmp_path / "copy"))


@pytest.fixture
def explore(made):
    return open_explore(workspace=str(made.folder), lang="en")


def told(chart, param, value):
    return {"chart": chart, "param": param, "value": value}


def picked(page, *picks):
    page.board._handle_custom_msg({"picks": [told(*pick) for pick in picks], "ask": 1}, [])


def opened_in_a_browser(page):
    """Let a browser say how wide it is; gives what the board sends it from then on."""
    sent = []
    page.board.send = lambda content, **_buffers: sent.append(content)
    page.board._handle_custom_msg({"ready": {"full": 760, "half": 360}}, [])
    return sent


def test_a_row_clicked_and_its_control_do_the_same(explore):
    picked(explore, ("ranking", "rep", {"key": ["ana"]}))
    clicked, shown = explore.view, explore.controls.rep.value
    explore.controls.rep.value = ""
    explore.controls.rep.value = "ana"

    assert (clicked.rep, shown) == ("ana", "ana")
    assert explore.view == clicked


def test_the_same_row_clicked_again_lets_go(explore):
    for _ in range(2):
        picked(explore, ("ranking", "rep", {"key": ["ana"]}))

    assert explore.view.rep == ""


def test_a_period_and_a_stage_are_picked_in_their_charts(explore):
    picked(explore, ("trend", "period", {"key": ["2026-Q1"]}))
    picked(explore, ("funnel", "stage", {"key": ["offer"]}))

    assert (explore.view.period, explore.view.stage) == ("2026-Q1", "offer")
    assert explore.controls.period.value == "2026-Q1"


def test_a_box_on_the_map_becomes_days_and_amounts(explore):
    explore.board._handle_custom_msg({"ready": {"full": 760, "half": 360}}, [])
    picked(explore, ("map", "box", {"x": [0, 682], "y": [0, 200]}))

    assert explore.view.days == (0, 60)
    assert explore.view.amount[0] <= 30 <= explore.view.amount[1]
    assert "30" in explore.deals.table.value
    picked(explore, ("map", "box", None))
    assert explore.view.days is None


def test_others_follow_a_choice(explore):
    explore.controls.amount.value = "50..100"

    assert "Lost" in explore.deals.table.value
    assert "=A" not in explore.deals.table.value


@pytest.mark.parametrize("text", ["many", "1..", "1..2..3", "<script>"])
def test_a_range_that_is_none_is_told_and_changes_nothing(explore, text):
    before = explore.view
    explore.controls.days.value = text

    assert "is no range. Write two numbers, as in 0..90." in explore.page.state.value
    assert "<script>" not in explore.page.state.value
    assert explore.view == before
    assert explore.controls.days.value == ""


@pytest.mark.parametrize("told", ["ana:rep", "mia:manager", "H1:hr", "F1:finance"])
def test_everybodys_deals_and_rows_are_for_sales_ops(made, told):
    folder = str(made.folder)
    with pytest.raises(RefusedError, match="cannot open explore"):
        open_explore(workspace=folder, actor=told)
    with pytest.raises(RefusedError, match="cannot open the quality of the data"):
        open_data_quality(workspace=folder, actor=told)

    assert open_data_quality(workspace=folder, actor="O1:sales_ops").space.folder == made.folder


def test_a_period_without_deals_says_what_to_do(made):
    page = open_explore("2019-Q1", str(made.folder), lang="en")

    assert "Nothing to show for Win rate here" in page.page.finding.value


def test_a_view_is_saved_and_reopened(explore, made):
    explore.controls.rep.value = "ana"
    explore.tools.choice.value = "view"
    explore.tools.shelf.name.value = "Ana only"
    explore.tools.shelf.widget.children[1].children[2].click()
    again = open_explore(workspace=str(made.folder), lang="en", view="ana-only")

    assert "kept as ana-only" in explore.page.state.value
    assert again.view == explore.view


def test_a_text_that_is_no_view_is_told_and_stays_as_it_is(explore):
    explore.tools.choice.value = "view"
    before = explore.view
    explore.tools.shelf.text.value = 'metrik = "x"'
    explore.tools.shelf.widget.children[1].children[0].click()

    assert "no use for metrik" in explore.page.state.value
    assert explore.tools.shelf.text.value == 'metrik = "x"'
    assert explore.view == before


def test_a_view_file_edited_into_nonsense_is_told_on_the_page(explore, made):
    save_view(made.workspace, "mine", View(rep="bo"))
    (shelf(made.workspace) / "mine.toml").write_text("rep = [", encoding="utf-8")
    explore.tools.choice.value = "view"
    explore.tools.shelf.kept.value = "mine"

    assert "mine.toml is not TOML" in explore.page.state.value
    assert (shelf(made.workspace) / "mine.toml").read_text(encoding="utf-8") == "rep = ["


def test_all_rows_are_exported_and_no_name_computes(explore, made, monkeypatch):
    monkeypatch.setattr(explore.explored.workspace, "outputs", made.folder / "outputs")
    explore.deals._write("csv")
    (file,) = (explore.explored.workspace.outputs / "exports").iterdir()
    file_text = file.read_text(encoding="utf-8-sig")
    file.unlink()

    assert ",'=A," in file_text
    assert "download=" in explore.deals.link.value


@pytest.mark.parametrize("tool", ["figure", "compare", "what-if", "change", "outliers", "view"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_tool_opens_with_and_without_a_rep(made, tool, lang):
    page = open_explore(workspace=str(made.folder), lang=lang)
    page.tools.choice.value = tool
    page.controls.rep.value = "ana"
    page.controls.against.value = "bo"

    assert page.page.state.value == ""
    assert page.tools.room.children


def test_where_a_person_looks_on_a_company_that_is_gone_is_a_sentence(monkeypatch, tmp_path):
    monkeypatch.setenv("JPY_SESSION_NAME", "explore.ipynb")
    page = open_explore(workspace=str(tmp_path / "gone"), lang="en")

    assert isinstance(page, Trouble)
    assert "There is no workspace" in page._repr_html_()


def test_a_snapshot_taken_away_meanwhile_is_told_and_loses_nothing(explore, made):
    shutil.rmtree(made.folder / "snapshots")
    before = explore.view
    explore.controls.period.value = "2026-Q1"

    assert "is gone; what was computed before is still shown" in explore.page.state.value
    assert explore.view == before
    assert explore.controls.period.value == "2026-Q3"


def test_a_rep_who_was_not_there_in_a_period_is_let_go(company):
    reps = "rep_id,name,hired_on\nana,Ana,2020-01-01\nbo,Bo,2026-06-01\n"
    made = company(DEALS, reps=reps)
    explore = open_explore(workspace=str(made.folder), lang="en")
    explore.controls.rep.value = "bo"
    explore.controls.period.value = "2026-Q1"

    assert (explore.view.period, explore.view.rep) == ("2026-Q1", "")
    assert explore.page.state.value == ""


BOX = ("map", "box", {"x": [0, 682], "y": [0, 200]})
MANY = """
    deal_id,rep_id,name,stage,amount,is_closed,is_won,created_on,close_on
    A,ana,A,won,40,true,true,2026-07-01,2026-07-11
    B,ana,B,lost,60,true,false,2026-07-01,2026-09-20
    C,bo,C,won,30,true,true,2026-07-01,2026-07-05
    D,bo,D,offer,500,false,false,2026-09-01,2026-10-15
    E,ana,E,offer,20,false,false,2026-08-01,2026-10-15
"""
ENTERED = """
    deal_id,at,rep_id,stage
    A,2026-07-01T00:00:00Z,ana,offer
    A,2026-07-11T00:00:00Z,ana,won
    C,2026-07-01T00:00:00Z,bo,offer
    C,2026-07-05T00:00:00Z,bo,won
    D,2026-09-01T00:00:00Z,bo,offer
    E,2026-08-01T00:00:00Z,bo,offer
"""


@pytest.fixture
def many(company):
    return company(MANY, deal_history=ENTERED)


def test_all_that_was_picked_is_taken_over_at_once_and_drawn_once(explore):
    opened_in_a_browser(explore)
    turn = explore.board.turn
    picked(explore, ("trend", "period", {"key": ["2026-Q1"]}), ("ranking", "rep", {"key": ["bo"]}))

    assert (explore.view.period, explore.view.rep) == ("2026-Q1", "bo")
    assert explore.board.turn == turn + 1


def test_a_pick_that_cannot_be_leaves_all_as_it_was_and_is_told(explore):
    before = explore.view
    picked(explore, ("ranking", "rep", {"key": ["bo"]}), ("funnel", "stage", {"key": ["none"]}))

    assert explore.view == before
    assert "none" in explore.page.state.value


def test_while_a_box_is_drawn_marks_follow_it_and_the_view_stays(many):
    explore = open_explore(workspace=str(many.folder), lang="en")
    explore.controls.metric.value = "won_deals"
    sent, before = opened_in_a_browser(explore), explore.view
    explore.board._handle_custom_msg({"near": {"chart": "map"}}, [])
    explore.board._handle_custom_msg(
        {"moving": told("map", "box", {"x": [0, 80], "y": [0, 200]}), "ask": 7}, []
    )

    answer = sent[-1]
    assert (answer["ask"], set(answer["marks"])) == (7, {"ranking", "trend", "funnel"})
    assert explore.view == before
    labels = [row["label"] for row in answer["marks"]["ranking"]["rows9"]]
    assert [label.partition("\u3000")[0] for label in labels] == ["0", "1"]


def test_what_boxes_will_ask_is_ready_before_a_hand_comes(many):
    explore = open_explore(workspace=str(many.folder), lang="en")
    assert explore.held is None

    explore.board._handle_custom_msg({"drawn": 1}, [])

    assert explore.held is not None


def test_rows_and_axes_stand_still_while_a_box_is_drawn(many):
    explore = open_explore(workspace=str(many.folder), lang="en")
    opened_in_a_browser(explore)
    explore._near("map")
    boxes = [{"x": [0, far], "y": [0, 200]} for far in (20, 80, 682)]
    drawn = [
        {name: draw(760) for name, draw in explore._moving(Pick("map", "box", box)).items()}
        for box in boxes
    ]

    for name, still in (("ranking", ("rows1", "rows2", "rows8")), ("trend", ("rows0", "rows1"))):
        for each in drawn[1:]:
            assert each[name].spec == drawn[0][name].spec
            for rows in still:
                assert each[name].rows[rows] == drawn[0][name].rows[rows]


def test_what_is_drawn_of_a_box_is_what_its_view_shows_when_it_is_let_go(many):
    explore = open_explore(workspace=str(many.folder), lang="en")
    opened_in_a_browser(explore)
    box = {"x": [0, 682], "y": [0, 200]}
    moved = explore._moving(Pick("map", "box", box))["ranking"](760)
    picked(explore, ("map", "box", box))
    ranking, _found, _total = ranking_picture(explore.explored, explore.view, "en")

    def figures(drawing):
        return {row["label"] for row in drawing.rows["rows9"]}

    assert figures(moved) == figures(ranking.draw(760))


def test_a_box_typed_or_drawn_stands_on_the_map_where_its_ends_are(explore):
    opened_in_a_browser(explore)
    explore.controls.days.value = "0..60"
    explore.controls.amount.value = "10..50"
    (left, right), (top, bottom) = explore.board._shown["map"].brush["box"]

    assert explore._boxed({"x": [left, right], "y": [top, bottom]}) == {
        "days": (0, 60), "amount": (10, 50)
    }  # fmt: skip
    explore.board._handle_custom_msg({"ready": {"full": 1000, "half": 480}}, [])
    assert explore.board._shown["map"].brush["box"][0][1] > right
    explore.controls.reset.click()
    assert explore.board._shown["map"].brush["box"] is None
