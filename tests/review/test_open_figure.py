"""Every figure opens: the rows behind it add up to it."""

import os
import shutil

import pytest

from workbench import open_review
from workbench.errors import UnknownNameError
from workbench.metrics.catalogue import CATALOGUE

WHOLE = bool(os.environ.get("WORKBENCH_WHOLE_WALK"))


@pytest.fixture(scope="module")
def review(tmp_path_factory, shipped):
    folder = tmp_path_factory.mktemp("opened") / "demo"
    shutil.copytree(shipped, folder)
    return open_review("R19", period="2026-Q3", workspace=str(folder), lang="en")


@pytest.mark.parametrize("metric", ["won_revenue", "open_pipeline"])
def test_the_rows_of_a_sum_add_up_to_it(review, metric):
    opened = review.metric(metric)

    assert sum(opened.frame["amount"].dropna()) == opened.fact.value


@pytest.mark.parametrize("metric", ["won_deals", "lost_deals", "open_deals"])
def test_the_rows_of_a_count_are_as_many(review, metric):
    opened = review.metric(metric)

    assert len(opened.frame) == opened.fact.value


def test_the_rows_of_a_rate_are_its_denominator(review):
    opened = review.metric("win_rate")

    assert len(opened.rows) == opened.fact.denominator


def test_a_figure_shows_definition_formula_counts_and_rows(review):
    html = review.metric("win_rate").html

    assert "won / (won + lost)" in html
    assert "Numerator" in html
    assert review.metric("win_rate").rows[0].deal_id in html


def test_a_stuck_share_marks_the_stuck_by_a_word_too(review):
    opened = review.metric("stuck_share")
    frame, html = opened.frame, opened.html

    assert not {"won_stays", "stage_total_days"} & set(frame.columns)  # of the whole company
    assert frame["in_numerator"].sum() == opened.fact.numerator < len(frame)
    assert frame["in_denominator"].sum() == opened.fact.denominator
    assert html.count("● numerator, denominator") == opened.fact.numerator
    assert html.count("○ denominator only") == opened.fact.denominator - opened.fact.numerator


def test_what_a_gap_is_made_of_stands_beside_each_other_and_adds_up(review):
    opened = review.metric("quota_gap")

    assert set(opened.frame["part"]) == {"given", "won"}
    assert sum(opened.frame["to_numerator"]) == opened.fact.value
    assert "Quota · 2026-07-01 – 2026-09-30" in opened.html


def test_rows_of_others_are_not_shown_and_the_page_says_so(review):
    opened = review.metric("needed_coverage")

    assert opened.fact.value is not None
    assert opened.frame.empty
    assert "other people's" in opened.html.replace("&#39;", "'")


@pytest.mark.parametrize("metric", ["calls", "new_logos", "csat"])
def test_a_figure_without_deals_shows_the_rows_of_its_own_kind(review, metric):
    opened = review.metric(metric)

    assert len(opened.frame) >= opened.fact.n > 0
    assert opened.html.count("<tr>") >= len(opened.frame)


def test_a_figure_of_every_kind_opens_and_shows_the_rows_it_has(review):
    # That the rows of each add up to it is held by tests/metrics/test_opening.py
    first = {each.population: key for key, each in reversed(CATALOGUE.items())}
    keys = CATALOGUE if WHOLE else {*first.values(), "needed_coverage"}
    opened = {key: review.metric(key) for key in keys}
    empty = {key for key, each in opened.items() if each.fact.n and each.frame.empty}

    assert all(each.text for each in opened.values())
    assert empty == {"needed_coverage"}


def test_the_rows_are_those_of_this_rep_alone(review):
    for key in ("calls", "new_logos"):
        assert set(review.rows(key).column("rep_id").to_pylist()) == {review.rep.rep_id}


def test_an_unknown_figure_offers_the_nearest(review):
    with pytest.raises(UnknownNameError, match="Did you mean 'win_rate'"):
        review.metric("win_rte")
