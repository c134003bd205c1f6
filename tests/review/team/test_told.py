"""A team's sums as its members read them: in steps that hide one person's part."""

from decimal import Decimal

from workbench.metrics.fact import Fact
from workbench.review.team.figure import TeamFigure, Whose
from workbench.review.team.told import told_to_members


def test_a_sum_is_told_in_steps_as_wide_as_the_middle_half_of_its_parts():
    values = [Decimal(each) for each in (100, 200, 300, 400, 500, 600)]  # 250 apart: steps of 500
    facts = [
        Fact("P", f"r{n}", "won_revenue", "", "", value, "money", "CNY", value, None, 7, None, None,
             "A", "", "")
        for n, value in enumerate(values)
    ]  # fmt: skip
    whole = TeamFigure("won_revenue", Decimal(2100), "money", "CNY", Decimal(2100), None, 42, 6, 6)
    whose = Whose(frozenset(fact.rep_id for fact in facts))

    told = told_to_members({"won_revenue": whole}, facts, whose)["won_revenue"]

    assert (told.value, told.n) == (2000, 40)
    assert (told.numerator, told.denominator) == (None, None)
