"""The stories planted in the made company stand in the documents that should find them."""

import shutil

import pytest

from workbench import open_review
from workbench.review.verdict.shortfalls import shortfalls


@pytest.fixture(scope="module")
def review(tmp_path_factory, shipped):
    folder = tmp_path_factory.mktemp("stories") / "demo"
    shutil.copytree(shipped, folder)
    return lambda rep: open_review(rep, period="2026-Q3", workspace=str(folder), lang="en")


def test_the_discounter_is_told_of_the_discount(review):
    assert any("Discount 25" in each.text for each in shortfalls(review("R03")))


def test_the_slipping_pipeline_is_told_of_the_dates(review):
    assert any("Dates put off 24" in each.text for each in shortfalls(review("R15")))


def test_great_luck_on_four_deals_is_called_too_few(review):
    assert "the cases are few" in review("R07").section("peers").finding


def test_the_quiet_top_performer_has_the_target_met(review):
    assert "126.1% of target" in review("R18").section("results").finding


def test_the_same_rule_names_nothing_for_who_is_like_the_others(review):
    assert not any(
        each.text.startswith(("Discount", "Dates put off")) for each in shortfalls(review("R01"))
    )


def test_a_star_on_few_deals_reads_on_page_one_what_is_short(review):
    told = str(review("R07").section("summary"))

    for sentence in (
        "178.0% of target",
        "New customers 0, against a goal of 3.8",
        "Risk ahead: 5 of 10 open deals stay longer",
        "One customer brought 100.0% of the amount won",
    ):
        assert sentence in told


def test_the_better_of_the_pair_with_the_harder_mix_reads_so(review):
    better, other = (str(review(rep).section("peers")) for rep in ("R11", "R12"))

    assert "the win rate would be 44% (as counted 40.7%)" in better
    assert "the win rate would be 42% (as counted 48.3%)" in other


def test_the_newcomer_is_held_against_the_goal_of_the_ramp(review):
    told = str(review("R05").section("summary"))

    assert "118.6% of target" in told
    assert "¥653k / ¥550k while ramping (full ¥830k), 4 deals" in told


def test_who_has_left_has_no_risk_ahead_and_is_thanked(review):
    told = str(review("R20").section("summary"))

    assert "Risk ahead" not in told
    assert "“Thank you for coming along” (Sofia Rossi), and one more thank-you" in told


def test_who_moved_teams_is_told_of_cover_by_the_rate_the_team_wins_at(review):
    told = str(review("R06").section("summary"))

    assert "at the win rate on record 3.40 times are needed, ¥2.56M more" in told
