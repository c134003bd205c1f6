"""The plan lab's sums over reps, and plans and deals as they would have been, by eye."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from worked import deal, line, paid, rep_input

from workbench.errors import PlanError
from workbench.incentives.adjustment import Adjustment, sum_of
from workbench.incentives.comparing import compared as lines_compared
from workbench.incentives.lab import Cost, compared, cost_of, moved_back, scaled, spread, won_too
from workbench.incentives.periods import chain, pay_periods
from workbench.incentives.plan_file import plan_of
from workbench.model.calendar import Calendar

PLAN = """
id = "k"
version = "1"
label = { zh = "方案", en = "Plan" }
currency = "CNY"
[[assignments]]
reps = ["R1"]
from = 2025-07-01
[cap]
absolute = 150
[[components]]
id = "A"
label = { zh = "奖金", en = "Pay" }
earn = { kind = "table", measure = "attainment", tiers = [{ from = 0, rate = 0.5 }] }
"""
Q3, Q4 = "2025-Q3", "2025-Q4"
PLAIN = Calendar()


def cost(rep_id, gross, cap_loss=0, *, is_partial=False):
    gross, cap_loss = Decimal(gross), Decimal(cap_loss)
    return Cost(rep_id, gross, gross - cap_loss, cap_loss, None, None, is_partial)


def test_the_cost_of_a_rep_is_the_sum_of_their_statements():
    rows = [deal("D1", "2025-07-10", 400), deal("D2", "2025-10-10", 100)]
    told = cost_of("R1", paid(rep_input(rows, quota=Decimal(250)), PLAN, Q3, Q4))

    assert (told.rep_id, told.gross, told.cap_loss, told.cash) == ("R1", 250, 50, 200)
    assert (told.credit, told.quota, told.is_partial) == (500, 500, False)


def test_a_rep_without_a_statement_cost_nothing_and_was_measured_against_nothing():
    told = cost_of("R1", [])

    assert (told.gross, told.cash, told.credit, told.quota) == (0, 0, None, None)


def test_what_cannot_be_computed_makes_a_cost_partial():
    given = rep_input([deal("D1", "2025-07-10", 400, currency="USD")], quota=Decimal(250))

    assert cost_of("R1", paid(given, PLAN)).is_partial


def test_all_reps_together():
    told = spread([cost("a", 100), cost("b", 200, 20), cost("c", 300, is_partial=True),
                   cost("d", 400)])  # fmt: skip

    assert (told.n, told.gross, told.cash, told.cap_loss) == (4, 1000, 980, 20)
    assert (told.capped, told.partial) == (1, 1)
    assert (told.low, told.median, told.high) == (175, 250, 325)
    assert told.top_share == Decimal("0.4")  # the tenth of four is one


def test_the_tenth_of_twenty_that_earned_most_is_two():
    told = spread([cost(f"r{n}", n) for n in range(1, 21)])  # 210 together

    assert told.top_share == Decimal("0.1857142857")  # 20 and 19


def test_of_three_no_quartiles_and_of_none_no_middle():
    three = spread([cost("a", 1), cost("b", 2), cost("c", 6)])
    assert (three.low, three.median, three.high) == (None, 2, None)
    none = spread([])
    assert (none.n, none.gross, none.median, none.top_share) == (0, 0, None, None)
    assert spread([cost("a", 0)]).top_share is None


def test_who_loses_most_by_another_plan_stands_first():
    told = compared([cost("a", 5), cost("b", 9), cost("c", 1)], [cost("b", 1), cost("c", 1),
                                                                 cost("d", 3)])  # fmt: skip

    assert [(each.rep_id, each.change) for each in told] == [
        ("b", -8), ("a", -5), ("c", 0), ("d", 3)
    ]  # fmt: skip


def test_larger_deals_are_larger_in_every_sum_and_in_no_count():
    item = deal("D1", "2025-07-10", 100, acv=Decimal(50), tcv=None, seats=7,
                lines=[line("X", 60)])._replace(
        values={"amount": Decimal(100), "quantity": Decimal(3), "margin": None}
    )  # fmt: skip
    (found,) = scaled(rep_input([item]), Decimal(2)).items

    assert found.values == {"amount": 200, "quantity": 3, "margin": None}
    assert {name: found.fields[name] for name in ("amount", "acv", "tcv", "seats")} == {
        "amount": 200, "acv": 100, "tcv": None, "seats": 7
    }  # fmt: skip
    assert found.lines[0].values == {"amount": 120}
    assert (found.on, found.item_id) == (item.on, "D1")
    assert scaled(rep_input([item]), Decimal(2)).quotas == rep_input([item]).quotas


def test_deals_won_too_count_by_the_day_they_would_be_won():
    more = deal("D2", "2026-05-01", 5)
    told = won_too(rep_input([deal("D1", "2025-07-10", 1)]), [more], date(2026, 5, 1))

    assert [each.item_id for each in told.items] == ["D1", "D2"]
    assert told.as_of == date(2026, 5, 1)


def test_a_plan_of_next_year_is_moved_back_by_whole_years():
    text = PLAN.replace("from = 2025-07-01", "from = 2028-02-29\nto = 2028-12-31")
    plan = plan_of(text, Path("plan.toml"))
    (moved,) = moved_back(plan, date(2025, 7, 1)).assignments

    assert (moved.start, moved.last) == (date(2025, 2, 28), date(2025, 12, 31))
    assert moved_back(plan, date(2028, 1, 1)) is plan
    assert moved_back(plan, date(2029, 1, 1)) is plan


def test_a_line_that_differs_from_the_issued_is_told_with_both():
    (issued,) = paid(rep_input([deal("D1", "2025-07-10", 100)], quota=Decimal(250)), PLAN)
    (now,) = paid(rep_input([deal("D1", "2025-07-10", 120)], quota=Decimal(250)), PLAN)

    told = {each.line.key: (each.issued, each.now, each.change)
            for each in lines_compared(issued, now)}  # fmt: skip
    assert told["A"] == (50, 60, 10)
    assert "draw_paid" not in told  # the same in both
    assert lines_compared(now, now) == []


def test_a_line_only_one_statement_has_is_nothing_in_the_other_and_the_unknown_stays_so():
    unknown = deal("D2", "2025-07-11", 9, currency="USD")
    quota = Decimal(250)
    (issued,) = paid(rep_input([deal("D1", "2025-07-10", 100)], quota=quota), PLAN)
    (now,) = paid(rep_input([deal("D1", "2025-07-10", 100), unknown], quota=quota), PLAN)

    (told,) = [each for each in lines_compared(issued, now) if each.line.kind == "unknown"]
    assert (told.issued, told.now, told.change) == (0, None, None)
    assert (told.line.key, told.line.reason, told.line.row_id) == ("unknown", "fx_missing", "D2")


def test_adjustments_add_up_and_none_are_nothing():
    one = Adjustment("2025-Q3", "A", "D1", ("lost",), Decimal(10), Decimal(0), Decimal(-10))

    assert sum_of([one, one._replace(amount=Decimal(4))]) == -6
    assert sum_of([]) == 0


@pytest.mark.parametrize(
    ("asked", "kind", "names"),
    [
        ("2025-Q3", "quarter", ["2025-Q3"]),
        ("2025-Q3", "month", ["2025-07", "2025-08", "2025-09"]),
        ("2025-H2", "quarter", ["2025-Q3", "2025-Q4"]),
        ("2025", "half", ["2025-H1", "2025-H2"]),
        ("2025-07-02..2025-08-05", "month", ["2025-07-02..2025-08-05"]),  # as it is
    ],
)
def test_a_period_is_split_into_those_a_plan_pays_by(asked, kind, names):
    found = pay_periods(PLAIN.period(asked), kind, PLAIN)

    assert [each.name for each in found] == names


@pytest.mark.parametrize(
    ("asked", "kind", "names"),
    [
        ("FY2026", "half", ["FY2026-H1", "FY2026-H2"]),  # from February on
        ("FY2026-Q4", "month", ["2025-11", "2025-12", "2026-01"]),
    ],
)
def test_a_fiscal_year_is_split_where_it_begins(asked, kind, names):
    calendar = Calendar(fiscal_year_start=2)
    found = pay_periods(calendar.period(asked), kind, calendar)

    assert [each.name for each in found] == names


def test_a_shorter_period_than_a_plan_pays_by_is_refused():
    with pytest.raises(PlanError, match="pays by quarter, and 2025-07 is a month"):
        pay_periods(PLAIN.period("2025-07"), "quarter", PLAIN)


def test_the_periods_before_reach_back_to_the_one_that_holds_the_day():
    last = PLAIN.period("2025-Q4")

    for day, names in (
        (date(2025, 4, 1), ["2025-Q2", "2025-Q3", "2025-Q4"]),
        (date(2025, 6, 30), ["2025-Q2", "2025-Q3", "2025-Q4"]),
        (date(2025, 10, 1), ["2025-Q4"]),
        (date(2026, 3, 1), ["2025-Q4"]),
    ):
        assert [each.name for each in chain(day, last, PLAIN)] == names


def test_a_quota_of_nothing_measures_nothing():
    made = paid(rep_input([deal("D1", "2025-07-10", 400)], quota=Decimal(0)), PLAN)

    assert cost_of("R1", made).quota is None
