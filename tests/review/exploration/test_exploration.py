"""What a view shows, on a company small enough to count."""

from decimal import Decimal

import pytest

from workbench.errors import UnknownNameError
from workbench.metrics.fact import Fact
from workbench.page.html import blocks_html
from workbench.review.exploration.changing import explained
from workbench.review.exploration.closer import compared, opened
from workbench.review.exploration.exploration import Exploration
from workbench.review.exploration.outliers import outliers
from workbench.review.exploration.ranked import ranking_picture
from workbench.review.exploration.standing import standings
from workbench.review.exploration.trend import trend_picture
from workbench.review.exploration.trying import tried
from workbench.review.exploration.view import View, WhatIf
from workbench.snapshots import freeze

REPS = """
    rep_id,name,team,manager_id
    ana,Ana,North,boss
    bo,Bo,North,boss
    cy,Cy,South,boss
    boss,Boss,North,
"""
QUOTAS = """
    rep_id,metric,start_on,end_on,target
    ana,won_revenue,2026-07-01,2026-10-01,200
"""


def deals(**won_and_lost):
    """Give each rep deals of 10 won and of 20 lost in the quarter, one of 5 won before."""
    lines = ["deal_id,rep_id,amount,is_closed,is_won,created_on,close_on,product_id"]
    for rep, (won, lost) in won_and_lost.items():
        lines += [f"{rep}w{n},{rep},10,true,true,2026-07-01,2026-08-01,P" for n in range(won)]
        lines += [f"{rep}l{n},{rep},20,true,false,2026-07-01,2026-08-02,P" for n in range(lost)]
        lines.append(f"{rep}e,{rep},5,true,true,2026-04-01,2026-05-01,P")
    return "\n".join(lines) + "\n"


@pytest.fixture(scope="module")
def explored(read_company):
    made = read_company(deals(ana=(6, 6), bo=(3, 9), cy=(1, 1)), reps=REPS, quotas=QUOTAS)
    return Exploration(made.workspace, freeze(made.workspace, None))


def rate(rep, hits, out_of):
    value = Decimal(hits) / Decimal(out_of)
    return Fact(
        period="p", rep_id=rep, metric="win_rate", by="", level="", value=value, unit="share",
        currency="", numerator=Decimal(hits), denominator=Decimal(out_of), n=out_of,
        low=value / 2, high=value, grade="", reason="", note="",
    )  # fmt: skip


def test_a_manager_stands_beside_no_rep(explored):
    assert list(explored.people(View())) == ["ana", "bo", "cy"]


def test_a_team_keeps_its_reps_and_their_total(explored):
    view = View(team="North")
    total = explored.total(view, explored.where(view))

    assert [fact.rep_id for fact in explored.standing(view)] == ["ana", "bo"]
    assert (total.numerator, total.denominator) == (6 + 3, 12 + 12)


def test_while_a_rep_is_picked_the_line_stays_that_of_all(explored):
    _picture, _found, total = ranking_picture(explored, View(rep="ana"), "en")

    assert (total.numerator, total.denominator) == (10, 26)


def test_a_rep_is_drawn_beside_the_team_over_the_periods(explored):
    picture = trend_picture(explored, View(metric="won_revenue", rep="bo"), "en")
    words = [row["label"] for row in picture.draw(760).rows["rows5"]]

    assert words[1::2] == ["Bo", "All reps"]


def test_fewer_than_five_cases_stand_last_whatever_their_rate():
    found = standings([rate("few", 3, 3), rate("some", 5, 20), rate("more", 12, 20)])

    assert [fact.rep_id for fact in found.facts] == ["more", "some", "few"]
    assert found.compared == 2


def test_equal_rates_differ_by_chance_and_a_far_one_does_not():
    alike = [rate(f"r{n}", 10 + n % 2, 30) for n in range(8)]
    far = [*alike, rate("far", 29, 30)]

    assert standings(alike).is_within_chance
    assert standings(far).apart == {"far"}


def test_a_choice_of_deals_and_a_figure_of_whole_reps_say_so(explored):
    facts = explored.standing(View(metric="quota_attainment", days=(0, 9)))

    assert {(fact.value, fact.reason) for fact in facts} == {(None, "not_cut_by_deal")}


def test_the_parts_of_a_change_add_up_to_it(explored):
    picture = explained(explored, View(metric="won_revenue"), "en")
    total = explored.cut.whole("won_revenue", explored.period(View()), explored.where(View()))

    assert picture.title.startswith("Won revenue +¥85")
    assert total.value == 100
    assert "2026-Q2 ¥15" in picture.description


def test_what_if_without_a_change_is_what_is_and_twice_the_rate_twice_as_much(explored):
    same = tried(explored, View(rep="ana"), "en")
    twice = tried(explored, View(rep="ana", what_if=WhatIf(win_rate=100)), "en")

    assert "30.0%" in same.title
    assert "30.0% → 60.0%" in twice.title


@pytest.mark.parametrize(("view", "says"), [(View(), "Choose a rep"), (View(rep="bo"), "no quota")])
def test_what_if_says_what_it_lacks(explored, view, says):
    picture = tried(explored, view, "en")

    assert picture.draw is None
    assert says in picture.sub


def drawn(blocks):
    return blocks_html(blocks, "en")


def test_a_figure_opens_to_its_formula_counts_and_rows(explored):
    html = drawn(opened(explored, View(segment="", days=(0, 40), rep="ana"), "en"))

    assert "won / (won + lost)" in html
    assert "<dd>6</dd>" in html
    assert "<dd>12</dd>" in html
    assert html.count("<tr>") == 1 + 12


def test_a_rep_without_a_choice_of_deals_is_opened_as_the_review_opens_it(explored):
    assert "6 / 12" in drawn(opened(explored, View(rep="ana"), "en"))


def test_two_reps_are_compared_figure_by_figure(explored):
    html = drawn(compared(explored, View(rep="ana", against="bo"), "en"))

    assert "Ana beside Bo" in html
    assert "+25.0 points" in html
    assert "within chance" in html


def test_an_outlier_is_found_by_the_stated_rule(company):
    alike = {f"r{n}": (10 + n % 2, 20) for n in range(9)}
    reps = "rep_id,name\n" + "".join(f"{rep},{rep.upper()}\n" for rep in [*alike, "far"])
    made = company(deals(**alike, far=(58, 2)), reps=reps)
    found = outliers(Exploration(made.workspace, freeze(made.workspace, None)), View())

    assert {each.fact.rep_id for each in found} == {"far"}
    assert {"win_rate", "won_deals"} <= {each.fact.metric for each in found}


@pytest.mark.parametrize(
    ("view", "says"),
    [
        (View(team="Nort"), "There is no team 'Nort'. Did you mean 'North'?"),
        (View(rep="anna"), "There is no rep 'anna'. Did you mean 'ana'?"),
        (View(stage="x"), "There is no stage 'x'"),
    ],
)
def test_a_view_that_names_what_there_is_not_is_told(explored, view, says):
    with pytest.raises(UnknownNameError) as told:
        explored.checked(view)

    assert says in str(told.value)
