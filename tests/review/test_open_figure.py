"""Every figure opens: the rows behind it add up to it."""

import shutil
from pathlib import Path

import pytest

from workbench import open_review
from workbench.errors import UnknownNameError
from workbench.metrics.catalogue import CATALOGUE

SHIPPED = Path(__file__).parents[2] / "data" / "demo"


@pytest.fixture(scope="module")
def review(tmp_path_factory):
    folder = tmp_path_factory.mktemp("opened") / "demo"
    shutil.copytree(SHIPPED, folder, ignore=shutil.ignore_patterns("facts", "snapshots"))
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


@pytest.mark.parametrize("metric", CATALOGUE)
def test_every_figure_opens(review, metric):
    assert review.metric(metric).text


@pytest.mark.parametrize("metric", ["calls", "new_logos", "csat"])
def test_a_figure_without_deals_shows_the_rows_of_its_own_kind(review, metric):
    opened = review.metric(metric)

    assert len(opened.frame) >= opened.fact.n > 0
    assert opened.html.count("<tr>") >= len(opened.frame)


def test_every_figure_with_rows_of_its_own_shows_them(review):
    empty = [
        key
        for key, metric in CATALOGUE.items()
        if metric.population and (opened := review.metric(key)).fact.n and opened.frame.empty
    ]

    assert empty == []


def test_the_rows_are_those_of_this_rep_alone(review):
    for key in ("calls", "new_logos"):
        assert set(review.rows(key).column("rep_id").to_pylist()) == {review.rep.rep_id}


def test_an_unknown_figure_offers_the_nearest(review):
    with pytest.raises(UnknownNameError, match="Did you mean 'win_rate'"):
        review.metric("win_rte")
