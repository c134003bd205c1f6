"""Figures and deals as pandas tables: the same numbers, absent ones NaN."""

import pandas as pd
import pytest

import workbench as wb
from workbench.errors import ParameterError, RefusedError

DEMO = "data/demo"
PERIOD = "2026-Q3"


@pytest.fixture(scope="module")
def facts():
    return wb.facts(PERIOD, DEMO)


def test_every_figure_of_every_rep_is_a_row(facts):
    review = wb.open_review("R01", PERIOD, DEMO)
    own = facts[(facts.rep_id == "R01") & (facts.by == "")].set_index("metric")

    assert set(own.index) == {metric for metric, by, _ in review.figures.facts if not by}
    for metric in ("won_revenue", "win_rate", "quota_attainment"):
        fact = review.figures[metric]
        assert own.loc[metric, "value"] == pytest.approx(float(fact.value))
        assert own.loc[metric, "n"] == fact.n
        assert own.loc[metric, "unit"] == fact.unit


def test_numbers_can_be_reckoned_with_and_what_is_absent_is_not_zero(facts):
    absent = facts[facts.reason != ""]

    assert facts.value.dtype == "float64"
    assert len(absent) > 0
    assert absent.value.isna().all()
    assert facts.groupby("metric").value.mean()["win_rate"] == pytest.approx(
        facts[facts.metric == "win_rate"].value.mean()
    )


def test_the_deals_of_a_review_add_up_to_its_figures():
    review = wb.open_review("R01", PERIOD, DEMO)
    won = review.deals[review.deals.state == "won"]

    assert won.amount.sum() == pytest.approx(float(review.figures["won_revenue"].value))
    assert len(won) == review.figures["won_deals"].value
    assert isinstance(won.close_on.max(), pd.Timestamp)
    assert won.close_on.between("2026-07-01", "2026-09-30").all()


def test_figures_of_everybody_are_for_sales_ops_alone():
    with pytest.raises(RefusedError, match="sales ops"):
        wb.facts(PERIOD, DEMO, actor="R01:rep")


def test_a_day_that_is_none_is_refused_in_a_sentence():
    with pytest.raises(ParameterError, match="yesterday"):
        wb.facts(PERIOD, DEMO, as_of="yesterday")
