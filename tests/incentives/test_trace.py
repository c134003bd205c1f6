"""The way to each line of a statement, step by step, as finance reads it aloud."""

from datetime import date
from decimal import Decimal

import pytest
from worked import DEALS, PLAN, deal, paid, rep_input

from workbench.errors import PlanError, UnknownNameError
from workbench.i18n import told
from workbench.incentives.inputs import Measure, Receipt
from workbench.incentives.paying import refund_days
from workbench.incentives.periods import pay_periods
from workbench.incentives.plan_file import plan_of
from workbench.incentives.trace import explain, trace
from workbench.model.calendar import Calendar
from workbench.model.period import Period

HEAD = """
id = "k"
version = "1"
label = { zh = "方案", en = "Plan" }
currency = "CNY"
[[assignments]]
reps = ["R1"]
from = 2025-07-01
%s
[[components]]
id = "A"
label = { zh = "奖金", en = "Pay" }
"""
FLAT = "earn = { kind = 'flat', rate = 0.1 }\n"
TWO = (deal("D1", "2025-07-10", 100), deal("D2", "2025-08-10", 300))


def steps(statement, *wanted):
    return [(row.line, row.row_id, row.how, row.value) for row in trace(statement)
            if row.step in wanted]  # fmt: skip


def made(terms, items=TWO, assigned="", quota=400, **measures):
    given = rep_input(items, quota=Decimal(quota),
                      measures={k: Measure(*v) for k, v in measures.items()})  # fmt: skip
    (found,) = paid(given, HEAD % assigned + terms)
    return found


@pytest.fixture(scope="module")
def worked():
    return paid(rep_input())[0]


def test_what_waits_for_cash_is_told_by_deal_below_its_line(worked):
    assert [row for row in steps(worked, 12) if row[0] == "deferred"] == [
        ("deferred", "A/D2", "6,300 × (1 − 0.5)", -3150),
        ("deferred", "A/D4", "23,520 × (1 − 0)", -23520),
    ]


def test_cash_that_comes_later_is_told_by_deal_with_what_was_paid():
    late = [each._replace(receipts=(Receipt(date(2025, 11, 1), Decimal(1)),))
            if each.item_id == "D4" else each for each in DEALS]  # fmt: skip
    _first, following = paid(rep_input(late), PLAN, "2025-Q3", "2025-Q4")

    assert [row for row in trace(following) if row.line == "released" and row.step == 12] == [
        (12, "released", "A/D4", "2025-Q3: 23,520 → 1", Decimal(23_520), "")
    ]


def test_what_is_taken_back_and_earned_back_is_told_with_its_arithmetic(worked):
    assert steps(worked, 13, 14) == [
        ("clawback", "Q1-deal", "80,000 × 4%", -3200),
        ("draw_recovered", "", "min(35,000; 51,380)", -35000),
        ("draw_paid", "", "recoverable plain: 3 × 10,000", 30000),
    ]


def test_a_limit_of_a_component_is_told_with_what_it_leaves():
    assert steps(made(FLAT + "limit = { per_component = 25 }"), 10) == [
        ("A", "D1", "10 × 0.625", Decimal("6.25")),
        ("A", "D2", "30 × 0.625", Decimal("18.75")),
        ("A", "", "≤ 25", 25),
    ]
    assert steps(made(FLAT + "limit = { per_component = 50 }"), 10) == [("A", "", "≤ 50", 40)]


def test_a_limit_of_a_deal_is_told_from_whole_to_what_counts():
    assert steps(made(FLAT + "limit = { per_deal_credit = 150 }"), 4) == [
        ("A", "D2", "300 → 150", 150)
    ]


NONE_OF_IT = "modifier = { measure = 'csat', bands = [{ from = 0.9, factor = %s }] }"


@pytest.mark.parametrize(
    ("factor", "told"),
    [("0", [("A", "D1", "10 × 0", 0), ("A", "D2", "30 × 0", 0), ("A", "", "csat: 0.95 → × 0", 0)]),
     ("1", [("A", "", "csat: 0.95 → × 1", 40)])],
)  # fmt: skip
def test_a_factor_of_nought_is_told_of_each_deal_and_one_of_one_of_none(factor, told):
    assert steps(made(FLAT + NONE_OF_IT % factor, csat=[Decimal("0.95")]), 8) == told


def test_a_measure_that_is_absent_is_a_dash_with_its_reason():
    found = made(FLAT + NONE_OF_IT % 2)
    (row,) = [row for row in explain(found, "A") if row.step == 8]

    assert (row.how, row.reason) == ("csat: — → × 1", "measure_missing")


def test_a_bonus_of_too_few_deals_says_so_in_its_steps():
    few = made("earn = { kind = 'bonus', amount = 5, min_count = 3 }").earned[0]
    none = made("earn = { kind = 'bonus', amount = 5, min_count = 3 }", ()).earned[0]
    enough = made("earn = { kind = 'bonus', amount = 5, min_count = 2 }").earned[0]

    assert (few.raw.amount, few.raw.reason) == (0, "too_few_deals")
    assert (none.raw.amount, none.raw.reason) == (0, "")  # who won none met no bar
    assert (enough.raw.amount, enough.raw.reason) == (10, "")


MATRIX = (
    "earn = { kind = 'matrix', row_measure = 'nps', column_measure = 'csat', "
    "rows = [{ from = 0 }], columns = [{ from = 0, to = 0.8 }, { from = 0.8 }], "
    "cells = [{ row = 1, column = 1, amount = 7 }, { row = 1, column = 2, amount = 9 }] }"
)


def test_a_cell_of_a_matrix_may_be_a_sum():
    assert made(MATRIX, nps=[Decimal(1)], csat=[Decimal("0.7")]).amount("A") == 7
    assert made(MATRIX, nps=[Decimal(1)], csat=[Decimal("0.8")]).amount("A") == 9


@pytest.mark.parametrize(
    ("measures", "reason"),
    [
        ({"csat": [None, "few_answers"], "nps": [Decimal(1)]}, "few_answers"),
        ({"csat": [Decimal(1)], "nps": [None, "no_survey"]}, "no_survey"),
        ({"csat": [None, "few_answers"], "nps": [None, "no_survey"]}, "no_survey"),
        ({"nps": [Decimal(1)]}, "measure_missing"),
    ],
)
def test_a_matrix_without_a_measure_says_what_that_measure_lacks(measures, reason):
    assert made(MATRIX, **measures).earned[0].reason == reason


def test_the_quota_of_the_table_is_less_in_a_ramp():
    ramp = "ramp = [{ month = 1, quota_factor = 0 }, { month = 2, quota_factor = 0.5 }]"
    terms = "earn = { kind = 'table', measure = 'attainment', tiers = [{ from = 0, rate = 0.1 }] }"
    quota = made(terms, assigned=ramp, quota=9200).earned[0].quota

    assert (quota.given, quota.note) == (9200, "ramped")
    assert quota.value == Decimal(9200) * (Decimal("15.5") + 30) / 92


def test_a_won_deal_whose_row_is_set_aside_is_left_out_as_such():
    aside = TWO[0]._replace(event="set_aside")
    found = made(FLAT, [aside, TWO[1]])

    assert [(row.row_id, row.reason) for row in found.not_counted] == [("D1", "set_aside")]
    assert found.amount("A") == 30


def test_cash_that_went_back_counts_in_the_days_it_went_back_in():
    def back(on):
        return TWO[0]._replace(receipts=(Receipt(date(2025, 6, 1), Decimal(1)),
                                         Receipt(on, Decimal(-1))))  # fmt: skip

    first, after = date(2025, 7, 1), date(2025, 10, 1)
    for on, is_in in ((date(2025, 6, 30), False), (first, True), (date(2025, 9, 30), True),
                      (after, False)):  # fmt: skip
        assert refund_days([back(on)], first, after) == ({"D1": on} if is_in else {})


def test_a_companys_own_period_is_split_into_its_own_or_refused():
    months = tuple(
        Period(f"M{n}", date(2025, n, 3), date(2025, n + 1, 3), "month") for n in (7, 8, 9)
    )
    whole = Period("Summer", date(2025, 7, 3), date(2025, 10, 3), "quarter")

    assert pay_periods(whole, "month", Calendar(periods=(whole, *months))) == months
    with pytest.raises(PlanError, match=r'no row for each month of Summer.*period = "quarter"'):
        pay_periods(whole, "month", Calendar(periods=(whole, *months[1:])))


def test_a_line_there_is_not_is_refused_in_both_languages(worked):
    with pytest.raises(UnknownNameError) as caught:
        explain(worked, "AA")

    assert told(caught.value, "en").startswith("There is no line 'AA'.")
    assert "“AA”" in told(caught.value, "zh")


def test_who_else_is_on_a_plan_changes_nobodys_rules():
    (one,) = paid(rep_input(TWO), HEAD % "" + FLAT)
    more = HEAD.replace('["R1"]', '["R1", "R2"]') % 'roles = ["ae"]' + FLAT
    (other,) = paid(rep_input(TWO), more)

    assert one.input_hash == other.input_hash
    (asked,) = paid(rep_input(TWO), HEAD % "quota = 5" + FLAT)
    assert one.input_hash != asked.input_hash


def test_what_a_plan_may_not_hold_is_told_with_its_line_and_place(tmp_path):
    text = HEAD % "" + "earn = { kind = 'flat', rate = 'much' }\n"
    with pytest.raises(PlanError) as caught:
        plan_of(text, tmp_path / "plan.toml")

    assert f"line {text[: text.index('earn')].count(chr(10)) + 1}, " in str(caught.value)
    assert "components.1.earn" in str(caught.value)


@pytest.mark.parametrize("assigned", ["quota = 'much'", "opening.draw = 'much'"])
def test_a_fault_in_a_plain_line_is_told_with_that_line(assigned, tmp_path):
    text = HEAD % f"\n{assigned}" + FLAT
    line = text.splitlines().index(assigned) + 1

    with pytest.raises(PlanError, match=rf"plan.toml, line {line}, assignments\.1\."):
        plan_of(text, tmp_path / "plan.toml")


def test_a_line_that_cannot_be_computed_ends_with_its_reason():
    found = made(FLAT + "gate = { require = 'csat >= 0.85' }")
    (row,) = [row for row in explain(found, "A") if row.step == 15]

    assert (row.value, row.reason) == (None, "gate_unknown")
