"""Each way to earn, to modify, to open and to limit, on sums small enough to check by eye."""

from decimal import Decimal

import pytest
from worked import deal, line, paid, rep_input

from workbench.incentives.inputs import Measure
from workbench.incentives.trace import explain

HEAD = """
id = "k"
version = "1"
label = { zh = "方案", en = "Plan" }
currency = "CNY"
[[assignments]]
reps = ["R1"]
from = 2025-07-01
[[components]]
id = "A"
label = { zh = "奖金", en = "Pay" }
"""
THREE = (
    deal("D1", "2025-07-10", 100, deal_type="new", lines=[line("X", 60)]),
    deal("D2", "2025-08-10", 200, deal_type="existing"),
    deal("D3", "2025-09-10", 300, deal_type="new"),
)


def earned(terms, items=THREE, quota=Decimal(400), **measures):
    given = rep_input(items, quota=quota, measures={k: Measure(v) for k, v in measures.items()})
    (found,) = paid(given, HEAD + terms)
    return found.lines[0]


TABLE = "earn = {{ kind = 'table', mode = '{}', measure = '{}', tiers = [{}] }}"
HALVES = "{ from = 0, to = 300, rate = 0.1 }, { from = 300, rate = 0.2 }"
COUNTED = "{ from = 0, to = 2, rate = 0.1 }, { from = 2, rate = 0.5 }"
STEPS = "{ from = 0, to = 0.6, amount = 0 }, { from = 0.6, amount = 77 }"
SHARES = "{ from = 0, to = 0.6, rate = 0 }, { from = 0.6, rate = 0.1 }"


@pytest.mark.parametrize(
    ("terms", "pay"),
    [
        ("earn = { kind = 'flat', rate = 0.1 }", 60),
        ("earn = { kind = 'flat', rate = 0.1 }\ncredit = { where = \"deal_type == 'new'\" }", 40),
        ("earn = { kind = 'flat', rate = 0.1 }\ncredit = { where = '200 <= amount < 300' }", 20),
        ("earn = { kind = 'flat', rate = 0.1 }\nfrom = 2025-08-10\nto = 2025-09-09", 20),
        ("earn = { kind = 'bonus', amount = 5 }", 15),
        ("earn = { kind = 'bonus', amount = 5, min_count = 4 }", 0),
        ("earn = { kind = 'bonus', amount = 5, pays = 'once', min_count = 3 }", 5),
        ("earn = { kind = 'per_unit', amount = 7 }\ncredit = { basis = 'count' }", 21),
        ("earn = { kind = 'flat', rate = 0.5 }\ncredit = { rows = 'lines' }", 30),
        (TABLE.format("marginal", "value", HALVES), 300 * 0.1 + 300 * 0.2),
        (TABLE.format("highest", "value", HALVES), 600 * 0.2),
        (TABLE.format("marginal", "count", COUNTED), 300 * 0.1 + 300 * 0.5),
        (TABLE.format("highest", "count", COUNTED), 600 * 0.5),
        ("earn = { kind = 'flat', rate = 1 }\nlimit = { per_deal_credit = 150 }", 400),
        ("earn = { kind = 'flat', rate = 1 }\n"
         "limit = { windfall_above = 250, windfall_factor = 0.5 }", 100 + 200 + 275),
        ("earn = { kind = 'flat', rate = 1 }\nlimit = { per_component = 500 }", 500),
        ("earn = { kind = 'flat', rate = 1 }\ncredit = { multipliers = ["
         "{ factor = 2, when = 'amount > 150' }, { factor = 3, when = 'amount > 250' }] }",
         100 + 400 + 1800),
    ],
)  # fmt: skip
def test_what_each_way_to_earn_pays(terms, pay):
    assert earned(terms).amount == pytest.approx(Decimal(pay), abs=0)


@pytest.mark.parametrize(
    ("measure", "value", "pay"),
    [("review_score", "0.59", 0), ("review_score", "0.6", 77), ("participation", "1", 77)],
)
def test_the_review_itself_can_be_rewarded(measure, value, pay):
    terms = TABLE.format("step_bonus", measure, STEPS)

    assert earned(terms, **{measure: Decimal(value)}).amount == pay


def test_a_rank_reads_its_tier():
    ranks = "{ from = 0, to = 4, amount = 500 }, { from = 4, amount = 0 }"

    assert earned(TABLE.format("step_bonus", "rank", ranks), rank=Decimal(3)).amount == 500


def test_a_measure_that_is_absent_pays_nothing_and_says_why():
    found = earned(TABLE.format("highest", "review_score", SHARES))

    assert (found.amount, found.reason) == (None, "measure_missing")


MATRIX = """
earn = { kind = 'matrix', row_measure = 'attainment', column_measure = 'csat', rows = [
  { from = 0, to = 1 }, { from = 1 } ], columns = [ { from = 0, to = 0.8 }, { from = 0.8 } ],
  cells = [ { row = 1, column = 1, rate = 0.1 }, { row = 1, column = 2, rate = 0.2 },
            { row = 2, column = 1, rate = 0.3 }, { row = 2, column = 2, rate = 0.4 } ] }
"""


@pytest.mark.parametrize(
    ("quota", "csat", "rate"),
    [(601, "0.7", "0.1"), (601, "0.8", "0.2"), (600, "0.7", "0.3"), (600, "0.9", "0.4")],
)
def test_a_matrix_pays_where_row_and_column_meet(quota, csat, rate):
    found = earned(MATRIX.replace("\n", " "), quota=Decimal(quota), csat=Decimal(csat))

    assert found.amount == 600 * Decimal(rate)


FLAT = "earn = { kind = 'flat', rate = 1 }\n"


@pytest.mark.parametrize(
    ("terms", "csat", "pay"),
    [
        ("gate = { require = 'csat >= 0.85' }", "0.85", 600),
        ("gate = { require = 'csat >= 0.85' }", "0.84", 0),
        ("gate = { require = 'csat >= 0.85', otherwise = 0.5 }", "0.84", 300),
        ("gate = { require = 'csat >= 0.85 and attainment > 1' }", "0.9", 600),
        ("gate = { require = 'csat >= 0.85 and attainment > 2' }", "0.9", 0),
        ("modifier = { measure = 'csat', bands = [{ from = 0.9, factor = 1.5 }] }", "0.9", 900),
        ("modifier = { measure = 'csat', bands = [{ from = 0.9, factor = 1.5 }] }", "0.8", 600),
    ],
)
def test_gates_and_modifiers(terms, csat, pay):
    assert earned(FLAT + terms, csat=Decimal(csat)).amount == pay


def test_a_gate_that_cannot_be_judged_is_not_passed_and_not_failed():
    found = earned(FLAT + "gate = { require = 'csat >= 0.85' }")

    assert (found.amount, found.reason) == (None, "gate_unknown")


def test_a_modifier_without_its_measure_changes_nothing_and_is_traced():
    terms = FLAT + "modifier = { measure = 'csat', bands = [{ from = 0.9, factor = 1.5 }] }"
    (found,) = paid(rep_input(THREE, measures={}), HEAD + terms)

    assert found.amount("A") == 600
    assert "measure_missing" in {row.reason for row in explain(found, "A")}


def test_everybody_in_a_deal_may_be_credited_all_of_it():
    shared = [deal("D1", "2025-07-10", 100, share="0.25")]

    assert earned(FLAT, shared).amount == 25
    assert earned(FLAT + "credit = { split = 'full' }", shared).amount == 100
