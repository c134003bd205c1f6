"""A period no day of which is on record: whoever is asked says so, and nobody claims a 0."""

import pytest

from workbench.errors import ParameterError
from workbench.publish.data_notes import data_notes
from workbench.review.cycle.desk import open_desk
from workbench.review.cycle.opening import begin
from workbench.review.pay.statements import statement_of
from workbench.review.pay.text import statements_text
from workbench.review.quality.effect import default_effect
from workbench.review.review import open_review
from workbench.snapshots.kept_cut import open_cut
from workbench.snapshots.pay.plans import plans_of
from workbench.snapshots.where import Where
from workbench.store import Actor

OPS = Actor("x", "sales_ops")
# Of November 2022; the default period is two years later
DEALS = """
deal_id,rep_id,is_closed,is_won,amount,close_on
D1,ana,true,true,100,2022-11-01
D2,bo,true,false,50,2022-11-05
"""
HEAD = """
[workspace]
default_period = "2024-Q4"
as_of = 2024-12-31
"""
PLAN = """
id = "p"
version = "1"
label = { zh = "奖金", en = "Pay" }
currency = "CNY"
period = "quarter"
[[assignments]]
reps = ["ana"]
from = 2022-10-01
[[components]]
id = "A"
label = { zh = "佣金", en = "Commission" }
[components.earn]
kind = "flat"
rate = 0.05
"""
DAYS = {"en": "1 Nov 2022 to 5 Nov 2022", "zh": "2022年11月1日起，至2022年11月5日"}


@pytest.fixture
def made(company):
    found = company(DEALS, head=HEAD)
    (found.folder / "plans").mkdir()
    (found.folder / "plans" / "p.toml").write_text(PLAN, encoding="utf-8")
    return found


@pytest.fixture
def desk(made):
    opened = open_desk(made.workspace, "en")
    yield opened
    opened.store.engine.dispose()


@pytest.mark.parametrize(
    ("lang", "unknown", "none"),
    [
        ("zh", "数据里没有这一期", "没有需要列出的不足"),
        ("en", "The data say nothing of this period", "Nothing falls short"),
    ],
)
def test_the_first_page_neither_praises_nor_clears_what_is_not_known(made, lang, unknown, none):
    found = open_review("ana", workspace=str(made.folder), lang=lang).section("summary")

    results = open_review("ana", workspace=str(made.folder), lang=lang).section("results")
    assert DAYS[lang] in found.finding
    assert results.finding == found.finding
    assert "—" not in found.finding
    assert found.html.count(unknown) == 2  # of results and of problems
    assert none not in found.html


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_check_tells_the_days_and_claims_no_scores(made, lang):
    snapshot, workspace = made.freeze(), made.workspace
    told = data_notes(snapshot, lang, default_effect(snapshot, workspace), "CNY")

    assert DAYS[lang] in told
    assert "can be scored" not in told
    assert "都可以计分" not in told


def test_check_of_a_period_on_record_claims_scores_as_ever(company):
    made = company(DEALS, head=HEAD.replace("2024-Q4", "2022-Q4"))
    snapshot = made.freeze()

    assert "can be scored" in data_notes(snapshot, "en", default_effect(snapshot, made.workspace))


def test_check_tells_of_a_feed_that_ended_beside_the_scores(company):
    made = company(
        DEALS,
        head=HEAD.replace("2024-Q4", "2022-Q4"),
        activities="activity_id,rep_id,kind,at\nA1,ana,call,2022-05-04T02:00:00Z\n",
    )
    snapshot = made.freeze()
    told = data_notes(snapshot, "en", default_effect(snapshot, made.workspace))

    assert "figures of 2022-Q4 can be scored" in told
    assert "have no value for 2022-Q4: what they count is on record from 4 May 2022" in told


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_document_names_the_days_and_no_deals(made, lang):
    made.freeze()
    review = open_review("ana", workspace=str(made.folder), lang=lang)
    html = review.section("results").html

    assert DAYS[lang] in html
    assert "0 deals" not in html
    assert "本期 0 单" not in html
    assert "Nothing was won" not in html
    assert "本期没有赢单" not in html


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_statement_says_that_what_was_earned_is_not_known(made, lang):
    made.freeze()
    review = open_review("ana", workspace=str(made.folder), lang=lang)
    plans = plans_of(made.workspace)
    calendar = made.workspace.calendar
    now, then = (statement_of(review, plans, calendar.period(q)) for q in ("2024-Q4", "2022-Q4"))

    assert DAYS[lang] in statements_text([now], "table", lang)
    assert '"record:2022-11-01..2022-11-05"' in statements_text([now], "json", lang)
    assert DAYS[lang] in review.section("incentive").finding
    assert (then.amount("gross"), then.notes) == (5, ())


def test_a_cut_of_the_period_is_absent_as_the_figure_is(made):
    cut, calendar = open_cut(made.freeze(), made.workspace), made.workspace.calendar
    now, then = calendar.period("2024-Q4"), calendar.period("2022-Q4")
    course = cut.course("won_deals", [then, now], Where())

    assert cut.whole("won_deals", now, Where()).reason == "outside_record"
    assert [found.value for found in course] == [1, None]
    assert cut.whole("open_deals", now, Where()).value == 0


def test_a_cycle_outside_the_record_opens_only_when_asked_to(desk):
    with pytest.raises(ParameterError, match=r"2022-11-01 to 2022-11-05.*--ahead"):
        begin(desk, OPS)

    assert begin(desk, OPS, is_ahead=True).cycle == "2024-Q4:quarterly"


def test_a_cycle_of_a_period_to_come_opens_only_when_asked_to(desk):
    with pytest.raises(ParameterError, match=r"has not begun.*2024-12-31.*--ahead"):
        begin(desk, OPS, "2025-Q1")

    assert begin(desk, OPS, "2025-Q1", is_ahead=True).cycle == "2025-Q1:quarterly"


def test_a_cycle_of_a_period_on_record_opens_as_ever(desk):
    assert begin(desk, OPS, "2022-Q4").cycle == "2022-Q4:quarterly"
