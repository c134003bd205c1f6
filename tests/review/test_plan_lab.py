"""The plan lab: cost, spread, another plan beside, groups; on a company small enough to check."""

from decimal import Decimal

import pytest

from workbench.errors import ParameterError, RefusedError
from workbench.incentives.lab import spread
from workbench.review.plan_lab import open_plan_lab

PLAN = """
id = "p"
version = "1"
label = { zh = "方案", en = "Plan" }
currency = "CNY"
[[assignments]]
reps = ["ana", "bo"]
from = %s
[[components]]
id = "A"
label = { zh = "佣金", en = "Commission" }
earn = { kind = "table", tiers = [{ from = 0, to = 1, rate = 0.1 }, { from = 1, rate = %s }] }
"""
DEALS = """
deal_id,rep_id,amount,is_closed,is_won,close_on
d1,ana,3000,true,true,2026-07-10
d2,bo,1000,true,true,2026-08-10
d3,bo,1000,true,true,2026-02-10
"""
QUOTAS = "rep_id,start_on,end_on,target\n" + "".join(
    f"{rep},{start},{end},2000\n"
    for rep in ("ana", "bo")
    for start, end in (("2026-01-01", "2026-04-01"), ("2026-04-01", "2026-07-01"),
                       ("2026-07-01", "2026-10-01"))
)  # fmt: skip
HALF = Decimal("0.5")


@pytest.fixture
def made(company):
    built = company(deals=DEALS, quotas=QUOTAS)
    (built.folder / "plans").mkdir()
    text = PLAN % ("2026-01-01", "0.2")
    (built.folder / "plans" / "p.toml").write_text(text, encoding="utf-8")
    return built


@pytest.fixture
def lab(made):
    return open_plan_lab("2026", str(made.folder), lang="en")


def test_the_lab_is_for_sales_ops_hr_and_finance(made):
    for told in ("O1:sales_ops", "H1:hr"):
        assert open_plan_lab("2026", str(made.folder), actor=told).costs
    for told in ("ana:rep", "mia:manager", "F9:finance"):  # finance is who workbench.toml names
        with pytest.raises(RefusedError):
            open_plan_lab("2026", str(made.folder), actor=told)


def test_the_cost_is_the_sum_of_all_statements(lab):
    gross = {cost.rep_id: cost.gross for cost in lab.costs}

    assert gross == {"ana": 200 + 200, "bo": 100 + 100}
    assert lab.spread.gross == 600
    assert "¥600" in lab.cost().finding


def test_larger_deals_reach_higher_tiers(lab):
    found = {factor: spread(lab.costs_at(factor)).gross for factor in (HALF, Decimal(1))}

    assert found == {HALF: 150 + 100, Decimal(1): 600}


def test_another_plan_shows_who_gains_and_who_does_not(lab, made):
    other = made.folder / "other.toml"
    other.write_text(PLAN % ("2027-01-01", "0.3"), encoding="utf-8")
    changes = {each.rep_id: each.change for each in lab.compared(str(other))}

    assert changes == {"ana": 100, "bo": 0}
    assert "One gains, nobody loses, one stays the same" in lab.compare(str(other)).finding
    assert "No other plan is named" in str(lab.compare("").html)


def test_groups_of_fewer_than_five_are_not_told(lab):
    effect = lab.effect("team")

    assert [group.value for group in effect.groups] == [None]
    assert effect.p is None
    assert "fewer than five" in str(lab.fairness().html)


def test_without_plans_the_lab_says_where_to_put_one(company):
    with pytest.raises(ParameterError, match="holds no plan"):
        open_plan_lab("2026", str(company().folder))
