"""An aim is read where it can be read in one way; what was answered stands beside it."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from workbench.page.html import blocks_html
from workbench.review.cycle.answers import Answers
from workbench.review.promised.aim import aim_of, is_missed
from workbench.review.sections.commitments import commitments
from workbench.store.promises import Promise

D = Decimal


def promised(metric, aim, baseline="", **more):
    return Promise(
        cycle="2026-Q1:quarterly", rep_id="ana", owner_id="ana", what="…", metric=metric, aim=aim,
        baseline=baseline, **more,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("metric", "aim", "baseline", "reached", "missed"),
    [
        ("win_rate", "30%", "", "0.3", "0.29"),
        ("win_rate", "0.3", "", "0.3", "0.29"),
        ("win_rate", "20% → 30 %", "", "0.3", "0.29"),
        ("win_rate", "+5 points", "0.25", "0.30", "0.29"),
        ("win_rate", "+5个百分点", "0.25", "0.30", "0.29"),
        ("past_due_share", "5%", "", "0.05", "0.06"),  # less is better
        ("past_due_share", "不超过 5%", "", "0.05", "0.06"),
        ("discount_depth", "-2 pts", "0.12", "0.10", "0.11"),
        ("pipeline_coverage", "2.5×", "", "2.5", "1.9"),
        ("pipeline_coverage", "至少3倍", "", "3", "2.9"),
        ("pipeline_coverage", "250%", "", "2.5", "2.4"),
        ("meetings", "> 24", "", "25", "24"),
        ("meetings", "+4", "20", "24", "23"),
        ("meetings", "+20%", "20", "24", "23"),
        ("won_revenue", "≥ 120万", "", "1200000", "1199999"),
        ("won_revenue", "1,200,000", "", "1200000", "1199999"),
        ("sales_cycle_days", "60天", "", "60", "61"),
    ],
)
def test_an_aim_is_read_as_people_write_it(metric, aim, baseline, reached, missed):
    kept = promised(metric, aim, baseline)

    assert aim_of(kept).is_reached(D(reached))
    assert is_missed(kept, D(missed))


@pytest.mark.parametrize(
    ("metric", "aim", "baseline"),
    [
        ("win_rate", "+5", "0.25"),  # points, or per cent of it
        ("win_rate", "+5%", "0.25"),
        ("win_rate", "30", ""),
        ("win_rate", "1", ""),
        ("win_rate", "30–40%", ""),
        ("win_rate", "better", ""),
        ("win_rate", "", ""),
        ("win_rate", "+5 points", ""),  # from where nobody knows
        ("nps", "+30", "10"),  # a score of 30, or 30 more
        ("pipeline_coverage", "+10%", "2"),
        ("meetings", "30%", ""),
        ("open_deals", "20", ""),  # neither more nor less is better
        ("", "30%", ""),
    ],
)
def test_what_can_be_read_in_two_ways_is_not_compared(metric, aim, baseline):
    kept = promised(metric, aim, baseline)

    assert aim_of(kept) is None
    assert not is_missed(kept, D(0))


def section_of(review, *kept):
    review.__dict__["answers"] = Answers(promises=kept)
    finding, blocks = commitments(review)
    return finding, blocks_html(blocks, review.lang)


def meetings(aim, state="done", **more):
    day = {"due_on": date(2026, 6, 15), **more}
    return promised("meetings", aim, "2", state=state, **day)


@pytest.mark.parametrize(
    ("lang", "kept", "said"),
    [
        ("en", meetings("≥ 6"), "done; missed the aim “≥ 6” with 5"),
        ("zh", meetings("≥ 6"), "已完成；未达到目标“≥ 6”，为 5"),
        ("en", meetings("≥ 5"), "done; reached the aim “≥ 5” with 5"),
        ("zh", meetings("≥ 5"), "已完成；达到目标“≥ 5”，为 5"),
        ("en", meetings("≥ 5", "open"), "overdue; reached the aim “≥ 5” with 5"),
        ("zh", meetings("≥ 5", "open"), "已逾期；达到目标“≥ 5”，为 5"),
        ("en", meetings("≥ 6", reason="all met"), "done; missed the aim “≥ 6” with 5: “all met”"),
        ("zh", meetings("≥ 6", reason="都见了"), "已完成；未达到目标“≥ 6”，为 5：“都见了”"),
    ],
)
def test_the_answer_and_the_aim_are_both_told(review_of, lang, kept, said):
    _finding, shown = section_of(review_of(lang=lang), kept)

    assert f">{said}<" in shown


def test_one_that_is_not_due_is_not_judged(review_of):
    _finding, shown = section_of(
        review_of(lang="en"), meetings("≥ 6", "open", due_on=date(2026, 12, 31))
    )

    assert "then 2 (2026-Q1) → now 4 (2026-Q3)" in shown
    assert "missed" not in shown


def test_the_line_says_then_and_at_its_day(review_of):
    finding, shown = section_of(review_of(lang="en"), meetings("≥ 6"), meetings("≥ 5"))

    assert "then 2 (2026-Q1) → when due 5 (2026-Q2 to 15 Jun 2026)" in shown
    assert finding.endswith("Both promises are done; one that is done missed its aim")


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", "when due —, nothing on record tells this of the open deals as they stood then"),
        ("zh", "到期时 —，当时的未结商机没有留下这项记录"),
    ],
)
def test_a_figure_nothing_tells_says_why(review_of, lang, said):
    kept = replace(meetings("≤ 3"), metric="open_pipeline")
    _finding, shown = section_of(review_of(lang=lang), kept)

    assert said in shown
    assert "missed" not in shown


@pytest.mark.parametrize(
    ("lang", "said"), [("en", "then not on record → when due"), ("zh", "当时没有留下数字 → 到期时")]
)
def test_how_deals_stood_after_the_promise_was_due_is_not_where_it_began(review_of, lang, said):
    late = {"baseline": "3", "baseline_on": date(2026, 6, 16)}
    kept = replace(meetings("≤ 3"), metric="open_pipeline", **late)
    _finding, shown = section_of(review_of(lang=lang), kept)

    assert said in shown


def test_an_aim_that_is_not_compared_is_named_once_with_what_to_write(review_of):
    kept = promised("win_rate", "+5", "0.25", due_on=date(2026, 6, 15))
    _finding, shown = section_of(review_of(lang="en"), kept, replace(kept, what="again"))

    assert shown.count("The aim “+5” is not compared") == 1
