"""A page painted for the time before its widgets live: what it shows, and that it is inert."""

import re

import ipywidgets as ipw
import pytest
from bs4 import BeautifulSoup

from workbench.charts.layers import Drawing
from workbench.widgets.board import Board, Shown
from workbench.widgets.exploring.opening import open_explore
from workbench.widgets.page import Page
from workbench.widgets.painted import painted

DEALS = """
    deal_id,rep_id,name,stage,amount,is_closed,is_won,created_on,close_on
    A,ana,<script>hit</script>,won,40,true,true,2026-07-01,2026-07-11
    B,ana,Lost,lost,60,true,false,2026-07-01,2026-09-30
    C,bo,<img src=x>,offer,30,false,false,2026-08-01,2026-10-15
"""
REPS = """
    rep_id,name
    ana,Ana <b>
    bo,Bo
"""


@pytest.fixture
def opened(company):
    folder = company(DEALS, reps=REPS).folder
    return lambda lang, **told: open_explore(workspace=str(folder), lang=lang, **told)


def read(told):
    return BeautifulSoup(str(told), "html.parser")


def texts(tree, css):
    return [" ".join(each.get_text().split()) for each in tree.select(css)]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_what_is_painted_is_what_the_page_says(opened, lang):
    page = opened(lang)
    tree = read(page.page.painted())
    chosen = [each.select("option[selected]")[0].text for each in tree.select("select")]
    controls = page.controls

    assert texts(tree, "h1") == texts(read(page.page.finding.value), "h1")
    assert texts(tree, "table tr") == texts(read(page.deals.table.value), "tr")
    assert chosen[0] == controls.period.value == "2026-Q3"
    assert [each.get("data-chart") for each in tree.select(".slot")] == list(page.board.shown)
    assert texts(tree, ".slot h3") == [each.title for each in page.board.shown.values()]
    assert len(tree.select("[data-chart=map] svg circle")) == 1  # one deal is open
    assert f"lang-{lang}" in tree.select_one(".wb")["class"]


def test_it_shows_the_period_and_the_choice_that_are_asked_for(opened):
    page = opened("en", period="2026-Q2")
    page.controls.rep.value = "bo"
    tree = read(page.page.painted())
    chosen = [each.select("option[selected]")[0].text for each in tree.select("select")]

    assert chosen[0] == "2026-Q2"
    assert "Bo" in chosen
    assert "2026-Q3" not in texts(tree, ".deals h3")[0]


def test_nothing_in_it_runs_or_answers(opened):
    told = opened("en").page.painted()
    tree = read(told)

    assert tree.select_one(".painted").has_attr("inert")
    assert tree.select_one(".painted")["aria-busy"] == "true"
    assert not tree.select("script, img, iframe, form, a[href^=javascript]")
    assert not re.search(r"<[^>]*\son\w+=", told)
    assert "Ana\xa0<b>" in [each.get_text() for each in tree.select("option")]


def test_a_chart_there_is_none_of_says_why_and_a_widget_that_is_hidden_stays_so():
    board = Board()
    board.show({"map": Shown(None, "No deals", "Why & how", "")})
    button = ipw.Button(description="More")
    button.layout.display = "none"
    tree = read(painted(ipw.VBox([board, button]), {}))

    assert texts(tree, ".slot") == ["No dealsWhy & how"]
    assert not tree.select("svg")
    assert tree.select("button")[0].get("style") == "display:none"


def test_each_chart_is_drawn_at_the_width_a_wide_window_gives_it():
    widths = []

    def draw(width):
        widths.append(width)
        spec = {"mark": "point", "data": {"name": "rows0"}, "width": width, "height": 20}
        return Drawing(spec, {"rows0": []})

    board = Board()
    board.show({"half": Shown(draw, "", "", ""), "full": Shown(draw, "", "", "", is_full=True)})
    painted(board, {})

    assert widths == [540, 1120]


def test_what_goes_on_is_said_only_while_it_is_painted():
    page = Page("en", ["Explore"])

    assert read(page.painted()).select(".state .busy")
    assert page.state.value == ""


def test_a_kind_of_widget_that_is_not_painted_is_refused():
    with pytest.raises(TypeError, match="IntSlider"):
        painted(ipw.VBox([ipw.IntSlider()]), {})
