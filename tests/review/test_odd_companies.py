"""Companies with something odd: every section is drawn, with reasons in place of figures."""

import re

import pytest

from workbench.i18n import LANGS
from workbench.review.review import open_review
from workbench.review.section import KEYS

HEAD = "deal_id,rep_id,account_id,amount,currency,is_closed,is_won,created_on,close_on\n"
WON = "W,ana,a,100,CNY,true,true,2026-06-01,2026-08-01\n"
LOST = "L,ana,a,100,CNY,true,false,2026-06-01,2026-08-01\n"
OPEN = "O,ana,a,100,CNY,false,false,2026-06-01,2026-12-01\n"
QUOTA = "rep_id,metric,start_on,end_on,target,weight\n"
ODD = {
    "no_deals": ("", {}),
    "no_quota": (WON + LOST + OPEN, {}),
    "zero_quota": (WON, {"quotas": QUOTA + "ana,won_revenue,2026-07-01,2026-10-01,0,1\n"}),
    "negative_amounts": (
        WON.replace(",100,", ",-50,") + OPEN.replace(",100,", ",-7,"),
        {"quotas": QUOTA + "ana,won_revenue,2026-07-01,2026-10-01,100,1\n"},
    ),
    "all_lost": (LOST + LOST.replace("L,", "M,"), {}),
    "no_amounts": (WON.replace(",100,", ",,") + OPEN.replace(",100,", ",,"), {}),
    "missing_rate": (WON.replace("CNY", "USD") + OPEN, {"fx_rates": "currency,on,rate\n"}),
    "one_rep": (WON + LOST, {"reps": "rep_id,name\nana,Ana\n"}),
    "rep_who_left": (WON, {"reps": "rep_id,name,left_on\nana,Ana,2026-08-15\nbo,Bo,\n"}),
    "closed_before_created": (WON.replace("2026-06-01", "2026-08-02") + OPEN, {}),
    "weights_missing": (WON, {"quotas": QUOTA + "ana,won_revenue,2026-07-01,2026-10-01,50,\n"}),
    "unknown_goal": (WON, {"quotas": QUOTA + "ana,happiness,2026-07-01,2026-10-01,50,1\n"}),
}
PERIODS = ("2026-Q3", "2027-Q1", "2026-08-01..2026-08-01")


@pytest.fixture(scope="module", params=ODD)
def odd(request, read_company):
    deals, tables = ODD[request.param]
    return read_company(HEAD + deals, **tables)


@pytest.mark.parametrize("period", PERIODS)
def test_every_section_is_drawn_without_a_figure_that_is_none(odd, period):
    for lang in LANGS:
        review = open_review("ana", period, str(odd.folder), lang=lang, surface="document")
        for key in KEYS:
            section = review.section(key)
            if section is None:
                continue
            text = re.sub(r"<(script|style|svg).*?</\1>|<[^>]+>", " ", section.html, flags=re.S)
            assert not re.search(r"\b(nan|NaN|inf|Infinity|null)\b", text), key


def test_an_absent_figure_has_a_reason_and_a_figure_has_none(odd):
    rows = odd.facts().facts.to_pylist()

    assert [row for row in rows if (row["value"] is None) != bool(row["reason"])] == []


def test_no_rate_of_nothing_is_zero(company):
    made = company(HEAD)
    rates = [
        row for row in made.facts().facts.to_pylist()
        if row["unit"] == "share" and row["value"] is not None
    ]  # fmt: skip

    assert rates == []
