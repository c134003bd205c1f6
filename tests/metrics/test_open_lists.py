"""Lists of open deals: what cannot be told is not counted as sound."""

import json

import pytest

from workbench.batch.facts import FactRequest, period_facts_as
from workbench.errors import ParameterError

HEAD = "deal_id,rep_id,amount,forecast_category,is_closed,is_won,created_on,close_on\n"
LATE = HEAD + "A,ana,100,commit,false,false,2026-07-01,2026-08-01\n"
UNDATED = "B,ana,200,commit,false,false,2026-07-01,\n"


def test_deals_without_a_date_are_named_beside_those_past_theirs(company):
    fact = company(LATE + UNDATED).fact("past_due_deals")

    assert (fact["value"], fact["n"], fact["note"]) == (1, 1, "untold:1")


def test_where_no_open_deal_has_a_date_nothing_is_told(company):
    made = company(HEAD + UNDATED)

    assert made.reason("past_due_deals") == "close_dates_unknown"
    assert made.value("past_due_deals", "bo") == 0


def test_promises_are_of_the_deals_due_in_the_period(company):
    later = "C,ana,400,commit,false,false,2026-07-01,2026-11-01\n"
    best = "D,ana,800,最佳情况,false,false,2026-07-01,2026-09-30\n"
    won = "E,ana,1600,commit,true,true,2026-07-01,2026-08-01\n"
    made = company(LATE + UNDATED + later + best + won)

    assert (made.value("commit_pipeline"), made.value("best_case_pipeline")) == (100, 800)
    assert made.value("commit_pipeline", period="2026-Q4") == 400


def test_deals_due_whose_category_nobody_gave_are_not_promised_and_not_unpromised(company):
    made = company(HEAD + "A,ana,100,,false,false,2026-07-01,2026-08-01\n" + UNDATED)

    assert made.reason("commit_pipeline") == "forecast_categories_unknown"
    assert made.value("commit_pipeline", "bo") == 0


def test_the_terminal_lists_the_rows_of_a_figure_and_asks_whose(company):
    made = company(LATE + UNDATED)
    asked = FactRequest(rep="ana", opened="past_due_deals", form="json")
    (row,) = json.loads(period_facts_as(made.workspace, asked))

    assert (row["deal_id"], row["in_numerator"], row["close_on"]) == ("A", True, "2026-08-01")
    with pytest.raises(ParameterError, match="--rep R01 --open past_due_deals"):
        period_facts_as(made.workspace, FactRequest(opened="past_due_deals"))
