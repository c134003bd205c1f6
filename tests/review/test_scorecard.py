"""A workbook holds what the document of the same reader holds, no more."""

import json
from dataclasses import replace
from decimal import Decimal

import pytest

from workbench.metrics.fact import Fact
from workbench.page.renderers import RENDERERS
from workbench.review.review import open_review
from workbench.review.scorecard import as_told, scorecard

_ALONE = {"sections": ("cover", "summary")}
DEALS = """
deal_id,rep_id,name,stage,amount,is_closed,is_won,created_on,close_on
D1,ana,One,won,1000,true,true,2026-07-01,2026-08-01
D2,ana,Two,lost,500,true,false,2026-07-01,2026-08-02
D3,ana,Three,propose,700,false,false,2026-07-01,2026-11-02
D4,bo,Other,won,9999,true,true,2026-07-01,2026-08-01
"""


def fact(metric, value, note="", **more):
    told = {"by": "", "level": "", "unit": "money", "currency": "CNY", "n": 20, "grade": "A"}
    empty = dict.fromkeys(("numerator", "denominator", "low", "high"))
    told |= {**empty, "reason": "", "note": note, **more}
    return Fact(period="2026-Q3", rep_id="ana", metric=metric, value=value, **told)


@pytest.mark.parametrize(
    ("metric", "note"),
    [("weighted_pipeline", ""), ("needed_coverage", "team_record"), ("any", "stage_record_team")],
)
def test_what_rests_on_others_has_no_more_digits_than_the_page(metric, note):
    told = as_told(fact(metric, Decimal("1885807.493129"), note, numerator=Decimal(7)))

    assert told.value == Decimal(1890000)
    assert (told.numerator, told.denominator) == (None, None)


def test_an_own_figure_keeps_all_digits():
    own = fact("won_revenue", Decimal("1885807.49"), "touched_past_due:2", numerator=Decimal(7))

    assert as_told(own) == own


@pytest.fixture
def review(company):
    made = company(DEALS)
    return open_review("ana", "2026-Q3", str(made.folder), lang="en", surface="document")


def tables(review):
    return {table.title: table for table in scorecard(review).blocks}


def test_the_own_deals_stand_in_it_with_their_state(review):
    rows = tables(review)["Deals"].rows

    assert [(row[0], row[1], row[4]) for row in rows] == [
        ("Won", "D1", ""), ("Lost", "D2", ""), ("Open", "D3", "Propose"),
    ]  # fmt: skip
    assert "Other" not in RENDERERS["xlsx"](scorecard(review))


def test_what_a_template_leaves_out_is_left_out(review):
    short = replace(review, template=review.template.model_copy(update=_ALONE))

    assert set(tables(review)) >= {"Figures", "Deals", "About"}
    assert set(tables(short)) == {"Figures", "About"}


def test_an_absent_figure_is_empty_and_says_why(review):
    told = json.loads(RENDERERS["xlsx"](scorecard(review)))
    rows = {row[1]["key"]: row for row in told["tables"][0]["rows"]}

    assert rows["quota_attainment"][2] == {}
    assert rows["quota_attainment"][8]["text"]
    assert rows["won_revenue"][2]["number"].startswith("1000")


def test_the_cover_alone_brings_the_workbook_and_says_what_stands_around(review):
    asked = replace(review, formats=("pdf", "xlsx"))
    cover, summary = (asked.section(key)._repr_mimebundle_() for key in ("cover", "summary"))
    bare = review.section("cover")._repr_mimebundle_()
    sources = [
        {key.rpartition(".")[2] for key in bundle if "vnd.workbench.source" in key}
        for bundle in (cover, summary, bare)
    ]

    assert sources == [{"pdf", "xlsx"}, {"pdf"}, set()]
    assert cover["application/vnd.workbench.section+json"]["standing"] == "Draft"
