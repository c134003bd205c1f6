"""Page one asks for one decision: what somebody waits for, else about what weighs most."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from tests.review.by_hand import brief, company_of_nothing, fact, peers, told, written
from workbench.review.cycle.answers import Answers
from workbench.review.figures import Figures
from workbench.review.growing.lines import OwnLines
from workbench.review.verdict.shortfalls import shortfalls
from workbench.review.verdict.strengths import strengths
from workbench.store.registers import Line
from workbench.store.signing import Signature

QUOTA = fact("effective_quota", 1_000_000, "money")
STUCK = (
    fact("stuck_share", "0.5", "share", top=5, bottom=10, n=10),
    fact("open_pipeline", 300_000, "money"),
)
MISSED = fact("quota_attainment", "0.2", "share", top=1, bottom=5, by="metric", level="new_logos")
ASKED = "To decide: "


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return company_of_nothing(tmp_path_factory.mktemp("nothing"))


def decided(folder, *facts, **more):
    lines = told("summary", brief(folder, QUOTA, *facts, **more))[1]
    return [line.removeprefix(ASKED) for line in lines if line.startswith(ASKED)]


def request(what, due, *, ended_at=None):
    return Line(
        line=what, register="support", what=what, owner="bo", rep_id="ana", due_on=due,
        about={"cycle": "2026-Q3:quarterly"}, ended_at=ended_at,
    )  # fmt: skip


def test_one_thing_is_asked_and_it_is_about_the_risk_told(folder):
    assert decided(folder, *STUCK, MISSED) == [
        "For each of the 5 deals that stay: the next step and who takes it, or to let it go."
    ]


def test_without_a_risk_it_is_about_what_weighs_most(folder):
    assert decided(folder, MISSED) == [
        "How to reach the goal of “New customers”, and the first step."
    ]


def test_nothing_short_asks_for_no_decision(folder):
    assert decided(folder) == []


def test_a_request_that_waits_comes_first_and_the_one_due_first(folder):
    waiting = (request("A demo unit", date(2026, 10, 20)), request("A lawyer", date(2026, 10, 5)))
    lines = OwnLines(support=waiting)

    assert decided(folder, *STUCK, lines=lines) == [
        "How Bo answers “A lawyer” (due 10-05); one more request waits."
    ]


def test_what_the_rep_asks_on_the_page_asks_for_itself(folder):
    lines = OwnLines(support=(request("A lawyer", date(2026, 10, 5)),))
    own = written("summary", "ask", "Could sales engineering compare the offers by October?")

    (asked,) = decided(folder, MISSED, lines=lines, answers=own)
    assert asked == "How to reach the goal of “New customers”, and the first step."


def test_an_ask_that_was_emptied_asks_for_nothing_itself(folder):
    lines = OwnLines(support=(request("A lawyer", date(2026, 10, 5)),))

    (asked,) = decided(folder, MISSED, lines=lines, answers=written("summary", "ask", " "))
    assert asked == "How Bo answers “A lawyer” (due 10-05)."


def test_a_request_that_was_answered_asks_for_nothing(folder):
    answered = request("A lawyer", date(2026, 10, 5), ended_at=datetime(2026, 10, 1, tzinfo=UTC))

    assert decided(folder, lines=OwnLines(support=(answered,))) == []


def test_once_it_is_signed_the_agreed_actions_stand_in_its_place(folder):
    at = datetime(2026, 10, 24, tzinfo=UTC)
    signed = tuple(Signature(side, 1, side, "agreed", "", at) for side in ("rep", "manager"))

    assert decided(folder, *STUCK, answers=Answers(stage="closed", signatures=signed)) == []


def test_a_goal_missed_and_apart_from_peers_is_one_sentence(folder):
    csat = fact("csat", "0.7", "share", top=14, bottom=20, n=20)
    missed = fact(
        "quota_attainment", "0.875", "share", top="0.7", bottom="0.8", by="metric", level="csat"
    )
    below = [peers("csat", "0.85", "0.95", verdict="below", value=Decimal("0.9"))]

    (one,) = shortfalls(brief(folder, QUOTA, csat, missed, compared=below))
    assert one.text.endswith("against a goal of 80.0%, and below the peers' median of about 90%.")


@pytest.mark.parametrize(("now", "is_told"), [(951_000, False), (950_000, True)])
def test_less_than_a_twentieth_below_a_year_ago_is_no_news(folder, now, is_told):
    before = Figures.of(
        [fact("won_revenue", 1_000_000, "money"), fact("pipeline_created", None)], ()
    )
    made = brief(folder, QUOTA, fact("won_revenue", now, "money"), earlier_figures=before)

    assert [each.key for each in shortfalls(made)] == (["fell"] if is_told else [])


def test_new_pipeline_is_no_result_while_it_is_too_little(folder):
    before = Figures.of([fact("pipeline_created", 500_000, "money"), fact("won_revenue", None)], ())
    made = brief(folder, fact("pipeline_created", 200_000, "money"), earlier_figures=before)

    assert "created" in [each.key for each in shortfalls(made)]
    assert "created" not in [each.key for each in strengths(made)]


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", "; the peers' median lies within 0 d to 50 d."),
        ("zh", "，同类中位数为 0 天–50 天。"),
    ],
)
def test_a_band_of_the_median_is_not_called_the_middle_half(folder, lang, said):
    old = fact("pipeline_age_days", 157, "days", n=194)
    made = brief(folder, QUOTA, old, compared=[peers("pipeline_age_days", 0, 50)], lang=lang)

    assert [each.text[-len(said) :] for each in shortfalls(made)] == [said]
