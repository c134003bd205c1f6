"""What passes from period to period: cash to come, holds, clawbacks, debts, changes of plan."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from worked import deal, paid, rep_input

from workbench.errors import PlanError
from workbench.incentives.assigning import Who
from workbench.incentives.inputs import Absence, Quota, Receipt

HEAD = """
id = "c"
version = "1"
label = {{ zh = "方案", en = "Plan" }}
currency = "CNY"
{plan}
[[assignments]]
reps = ["R1"]
from = {start}
{assigned}
{more}
[[components]]
id = "A"
label = {{ zh = "佣金", en = "Commission" }}
{terms}
"""
FLAT = "earn = { kind = 'flat', rate = 0.1 }"
TIERED = (
    "earn = { kind = 'table', measure = 'value', tiers = ["
    "{ from = 0, to = 1000, rate = 0.1 }, { from = 1000, rate = 0.5 }] }"
)
BY_QUOTA = (
    "earn = { kind = 'table', mode = 'step_bonus', tiers = ["
    "{ from = 0, to = 1, amount = 0 }, { from = 1, amount = 10 }] }"
)


def plan(terms=FLAT, plan="", assigned="", more="", start="2025-07-01"):
    return HEAD.format(terms=terms, plan=plan, assigned=assigned, more=more, start=start)


def quarters(items, text, *names, **changes):
    names = names or ("2025-Q3", "2025-Q4")
    return paid(replace(rep_input(items), **changes), text, *names)


def test_pay_waits_for_cash_and_comes_with_it():
    receipts = (Receipt(date(2025, 8, 1), Decimal("0.3")), Receipt(date(2025, 11, 1), Decimal(1)))
    item = deal("D1", "2025-07-10", 1000)._replace(receipts=receipts)
    first, second = quarters([item], plan(FLAT + "\npay = 'on_cash'"))

    assert (first.amount("net"), first.closing.deferred) == (30, 70)
    assert (second.amount("released"), second.amount("net")) == (70, 70)


def test_without_receipts_nothing_that_waits_is_paid():
    item = deal("D1", "2025-07-10", 1000)._replace(receipts=None)
    (first,) = quarters([item], plan(FLAT + "\npay = 'on_cash'"), "2025-Q3")

    assert (first.amount("gross"), first.amount("net")) == (100, 0)


def test_a_held_share_is_paid_once_its_days_are_over():
    held = FLAT + "\nhold = { share = 0.4, until = 'days', days = 90 }"
    first, second = quarters([deal("D1", "2025-09-10", 1000)], plan(held))

    assert (first.amount("net"), second.amount("net")) == (60, 40)


GONE = "[[cancellations]]\ndeal_id = 'D1'\non = {}\n"


@pytest.mark.parametrize(
    ("terms", "at", "day", "taken"),
    [
        (FLAT, "original_rate", "2025-10-20", 100),
        (FLAT, "original_rate", "2026-01-15", 0),  # more than 100 days after closing
        (TIERED, "original_rate", "2025-10-20", 100),  # D1 went through the first tier
        (TIERED, "recompute", "2025-10-20", 500),  # without it D2 would have
    ],
)
def test_what_a_cancelled_deal_gives_back(terms, at, day, taken):
    items = [deal("D1", "2025-08-01", 1000), deal("D2", "2025-09-01", 1000)]
    back = f"clawback = {{ within_days = 100, at = '{at}' }}"
    text = plan(terms, plan=back, more=GONE.format(day))
    found = quarters(
        [*items, deal("D3", "2025-11-01", 9000), deal("D4", "2026-01-02", 9000)], text,
        "2025-Q3", "2025-Q4", "2026-Q1",
    )  # fmt: skip

    assert -sum(each.amount("clawback") for each in found) == taken


def test_two_cancelled_deals_give_back_no_more_than_both_earned():
    items = [deal(f"D{n}", f"2025-08-0{n}", 1000) for n in (1, 2)]
    both = GONE.format("2025-10-20") + GONE.format("2025-10-20").replace("D1", "D2")
    text = plan(TIERED, plan="clawback = { within_days = 100, at = 'recompute' }", more=both)
    first, second = quarters(items, text)

    assert second.closing.due == first.amount("gross") == 100 + 500


def test_a_deal_cancelled_before_its_pay_came_only_stops_waiting():
    item = deal("D1", "2025-07-10", 1000)
    text = plan(
        FLAT + "\npay = 'on_cash'", plan="clawback = { within_days = 100 }",
        more=GONE.format("2025-10-10"),
    )  # fmt: skip
    first, second = quarters([item], text)

    assert first.closing.deferred == 100
    assert (second.amount("clawback"), second.closing.deferred) == (0, 0)
    assert second.taken[0].reason == "not_paid_yet"


def test_a_deal_cancelled_in_its_own_period_is_not_counted_and_told():
    (found,) = quarters(
        [deal("D1", "2025-07-10", 1000)], plan(more=GONE.format("2025-08-01")), "2025-Q3"
    )

    assert found.amount("gross") == 0
    assert [row.reason for row in found.not_counted] == ["cancelled"]


def test_a_negative_result_is_owed_and_taken_from_later_pay():
    items = [deal("D1", "2025-07-10", -1000), deal("D2", "2025-10-10", 3000)]
    first, second = quarters(items, plan())

    assert (first.amount("net"), first.closing.due) == (0, 100)
    assert (second.amount("clawback"), second.amount("net"), second.closing.due) == (-100, 200, 0)


def test_a_negative_deal_walks_back_down_the_tiers_it_used():
    items = [deal("D1", "2025-07-10", 1500), deal("D2", "2025-08-10", -700)]
    (found,) = quarters(items, plan(TIERED), "2025-Q3")

    assert found.amount("A") == 800 * Decimal("0.1")
    assert found.earned[0].raw.paths[1].earned == -(500 * Decimal("0.5") + 200 * Decimal("0.1"))


def test_below_nothing_the_first_tier_goes_on():
    (found,) = quarters([deal("D1", "2025-07-10", -700)], plan(TIERED), "2025-Q3")

    assert found.amount("A") == -70


def test_a_plan_changed_in_mid_period_pays_each_part_by_its_own_terms():
    old = plan(assigned="to = 2025-08-15")
    new = plan(FLAT.replace("0.1", "0.2"), start="2025-08-16").replace('id = "c"', 'id = "n"')
    items = [deal("D1", "2025-08-15", 1000), deal("D2", "2025-08-16", 1000)]
    (found,) = paid(rep_input(items), (old, new))

    assert [(line.key, line.amount) for line in found.lines[:2]] == [
        ("A@2025-07-01", 100), ("A@2025-08-16", 200),
    ]  # fmt: skip
    assert found.amount("gross") == 300


def test_a_cap_holds_for_the_days_on_the_plan():
    capped = plan(plan="cap = { absolute = 92 }", assigned="to = 2025-08-15")
    (found,) = quarters([deal("D1", "2025-08-15", 1000)], capped, "2025-Q3")

    assert found.cap == 46  # of 92 days
    assert found.amount("net") == 46


def test_two_plans_for_the_same_day_are_refused():
    other = plan(start="2025-09-30").replace('id = "c"', 'id = "n"')

    with pytest.raises(PlanError, match="R1 is on plan c and on plan n from 2025-09-30"):
        paid(rep_input(), (plan(), other))


def test_who_is_named_is_not_taken_by_role():
    by_role = plan().replace('reps = ["R1"]', 'roles = ["ae"]').replace('"c"', '"r"')
    (found,) = paid(rep_input(), (plan(), by_role), who=Who("R1", "ae"))

    assert {line.plan for line in found.lines if line.kind == "component"} == {"c"}


def asked(assigned, who=None, **changes):
    (found,) = paid(replace(rep_input(), **changes), plan(BY_QUOTA, assigned=assigned), who=who)
    return found.earned[0].quota


def test_a_plans_own_quota_is_prorated_by_its_days():
    quota = asked("quota = 9200\nto = 2025-08-15")

    assert (quota.value, quota.given, quota.note) == (4600, 9200, "prorated_quota")


def test_leave_lowers_a_plans_own_quota():
    away = (Absence(date(2025, 7, 1), date(2025, 8, 16)),)

    assert asked("quota = 9200", absences=away).value == 4600


def test_a_plans_own_quota_holds_to_the_last_day_at_work():
    # 46 of 92 days
    quota = asked("quota = 9200", who=Who("R1", left_on=date(2025, 8, 15)))

    assert (quota.value, quota.given) == (4600, 9200)


def test_a_ramp_asks_less_in_its_months():
    ramp = (
        "quota = 9200\nramp = [{ month = 1, quota_factor = 0 }, { month = 2, quota_factor = 0.5}]"
    )

    assert asked(ramp).value == 9200 * (Decimal("15.5") + 30) / 92


def test_a_ramp_counts_from_the_day_of_hire():
    ramp = "quota = 9200\nramp = [{ month = 1, quota_factor = 0 }]"
    hired = Who("R1", hired_on=date(2025, 9, 1))

    assert asked(ramp, hired).value == Decimal(9200) * 62 / 92


def test_a_ramp_pays_by_its_rate_factor():
    ramp = "ramp = [{ month = 1, rate_factor = 0.5 }]"
    items = [deal("D1", "2025-07-10", 1000), deal("D2", "2025-08-10", 1000)]
    (found,) = quarters(items, plan(assigned=ramp), "2025-Q3")

    assert found.amount("A") == 50 + 100


def test_a_draw_is_paid_for_the_months_at_work():
    drawn = plan(plan="draw = { kind = 'recoverable', amount = 100, months = 2 }")
    hired = Who("R1", hired_on=date(2025, 8, 15))
    (found,) = paid(rep_input([]), drawn, who=hired)
    (left,) = paid(rep_input([]), drawn, who=Who("R1", left_on=date(2025, 7, 20)))

    assert (found.amount("draw_paid"), left.amount("draw_paid")) == (200, 100)


def test_a_row_without_a_rate_is_left_out_and_told():
    items = [deal("D1", "2025-07-10", 1000), deal("D2", "2025-07-11", 99, currency="HKD")]
    (found,) = quarters(items, plan(), "2025-Q3")

    assert found.amount("A") == 100
    assert [(row.row_id, row.reason) for row in found.not_counted] == [("D2", "fx_missing")]


def test_a_deal_outside_every_plan_is_told():
    items = [deal("D1", "2025-07-10", 1000), deal("D2", "2025-08-11", 1000)]
    text = plan(FLAT + "\ncredit = { where = 'amount > 5000' }", start="2025-08-01")
    (found,) = quarters(items, text, "2025-Q3")

    told = {row.row_id: row.reason for row in found.not_counted}
    assert told == {"D1": "no_plan", "D2": "no_component"}


def test_what_is_not_known_yet_is_not_paid():
    items = [deal("D1", "2025-07-10", 1000), deal("D2", "2025-09-10", 1000)]
    (found,) = quarters(items, plan(), "2025-Q3", as_of=date(2025, 8, 31))

    assert found.amount("gross") == 100


def test_a_quota_in_another_currency_needs_its_rate():
    text = plan(BY_QUOTA).replace('"CNY"', '"USD"')
    spans = {"won_revenue:2025-07-01..2025-10-01": Quota(Decimal(720))}
    (without,) = quarters([], text, "2025-Q3", quotas=spans)
    rates = {"USD": ((date(2025, 1, 1), Decimal("7.2")),)}
    (having,) = quarters([], text, "2025-Q3", quotas=spans, rates=rates)

    assert (without.lines[0].amount, without.lines[0].reason) == (None, "fx_missing")
    assert having.earned[0].quota.value == 100


def test_a_rep_on_no_plan_has_no_statement():
    assert paid(rep_input(rep_id="R9"), plan()) == ()
