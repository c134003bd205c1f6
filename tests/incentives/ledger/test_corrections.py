"""One thing changes about a paid quarter: what the next statement takes back or pays, and why."""

from datetime import date
from decimal import Decimal

import pytest
from pay_history import FLAT, Company, plan_text, taken_over
from worked import line

from workbench.errors import PlanError
from workbench.incentives.ledger.frozen import frozen_of, frozen_text, worked
from workbench.incentives.ledger.standing import ABSENT, Fate

TIERS = (
    "earn = { kind = 'table', tiers = ["
    "{ from = 0, to = 1, rate = 0.1 }, { from = 1, rate = 0.2 }] }"
)


@pytest.fixture
def paid():
    """Pay 100 for D1 and 20 for D2 in Q1, at a tenth."""
    company = Company()
    company.won("D1", "2025-02-10", 1000)
    company.won("D2", "2025-03-10", 200)
    assert company.run("2025-Q1").pay == 120
    return company


def told(statement):
    """Give row, causes and amount of each adjustment."""
    return [(each.row_id, each.causes, each.amount) for each in statement.adjustments]


def test_a_deal_lost_in_time_is_taken_back_at_the_rate_it_was_paid_by(paid):
    paid.lose("D1", "2025-05-01")
    paid.won("D3", "2025-05-05", 3000)
    statement = paid.run("2025-Q2")

    assert [(each.kept.row_id, each.amount) for each in statement.taken] == [("D1", 100)]
    assert statement.pay == 300 - 100


def test_what_is_taken_back_beyond_the_pay_is_owed_and_no_cheque_is_negative(paid):
    paid.lose("D1", "2025-05-01")
    statement = paid.run("2025-Q2")
    paid.won("D3", "2025-08-05", 3000)

    assert (statement.pay, statement.closing.due) == (0, 100)
    assert paid.run("2025-Q3").pay == 300 - 100


@pytest.mark.parametrize(
    ("plan", "reason"),
    [("clawback = { within_days = 30 }", "too_late"), ("", "no_clawback")],
)
def test_what_the_plan_lets_a_rep_keep_is_a_line_with_its_reason(plan, reason):
    company = Company(plan_text(plan=plan))
    company.won("D1", "2025-02-10", 1000)
    company.run("2025-Q1")
    company.lose("D1", "2025-05-01")
    statement = company.run("2025-Q2")

    assert [(each.reason, each.amount) for each in statement.taken] == [(reason, 0)]
    assert [tuple(each) for each in statement.spared] == [("D1", reason, 100)]
    assert statement.pay == 0


def test_a_deal_without_a_day_of_its_loss_counts_as_lost_on_the_last_day_of_the_run():
    company = Company(plan_text(plan="clawback = { within_days = 30 }"))
    company.won("D1", "2025-03-31", 1000)
    company.run("2025-Q1")
    company.lose("D1")

    assert [each.reason for each in company.run("2025-Q2").taken] == ["too_late"]


def test_the_day_a_deal_fell_through_stays_whatever_is_run_later(paid):
    paid.lose("D1")
    first = paid.run("2025-Q2")
    second = paid.run("2025-Q3")

    assert paid.issued[-1].gone == {"D1": date(2025, 6, 30)}
    assert [len(each.taken) for each in (first, second)] == [1, 0]
    assert not second.adjustments


def test_a_deal_won_again_is_paid_again(paid):
    lost = paid.items["D1"]
    paid.lose("D1", "2025-05-01")
    paid.run("2025-Q2")
    paid.items["D1"] = lost
    paid.fates.clear()

    assert paid.run("2025-Q3").pay == 0 + 100 - 100  # the debt of Q2 is gone, and nothing is owed
    assert paid.left.balances.due == 0


@pytest.mark.parametrize(
    ("change", "cause", "amount"),
    [
        (lambda each: each.amount("D1", 900), "amount", -10),
        (lambda each: each.change("D1", share=Decimal("0.5")), "share", -50),
        (lambda each: taken_over(each, "D1"), "reassigned", -100),
        (lambda each: each.won("L1", "2025-01-05", 50), "late", 5),
    ],
)
def test_a_correction_of_a_paid_deal_points_at_it_and_says_what_changed(
    paid, change, cause, amount
):
    paid.won("D3", "2025-05-05", 3000)
    change(paid)
    statement = paid.run("2025-Q2")
    (adjusted,) = statement.adjustments

    assert (adjusted.period, adjusted.line, adjusted.causes) == ("2025-Q1", "A", (cause,))
    assert (adjusted.amount, statement.pay) == (amount, 300 + amount)


def test_a_rate_corrected_changes_what_was_paid_for_deals_in_that_currency():
    company = Company()
    company.won("D1", "2025-02-10", 100, currency="USD")
    company.change("D1", rate=Decimal(7))
    first = company.run("2025-Q1")
    company.change("D1", rate=Decimal("7.5"))
    second = company.run("2025-Q2")

    assert first.pay == 70
    assert told(second) == [("D1", ("rate",), 5)]


def test_a_deal_moved_to_the_next_quarter_is_paid_once(paid):
    paid.change("D1", on=date(2025, 4, 2))
    statement = paid.run("2025-Q2")

    assert told(statement) == [("D1", ("moved",), -100)]
    assert (statement.amount("cash"), statement.pay) == (100, 0)


def test_a_lower_quota_pays_the_difference_of_every_row_it_moves():
    company = Company(plan_text(TIERS))
    company.won("D1", "2025-02-10", 1000)
    company.run("2025-Q1")
    company.quota = Decimal(500)
    statement = company.run("2025-Q2")

    assert told(statement) == [("D1", ("quota",), 50)]  # 500 at a tenth, 500 at a fifth


def test_rows_that_others_moved_through_the_tiers_say_so():
    company = Company(plan_text(TIERS))
    company.won("D1", "2025-02-10", 600)
    company.won("D2", "2025-03-10", 600)
    company.run("2025-Q1")
    company.amount("D1", 500)

    # D2 lay from 600 to 1,200, and lies from 500 to 1,100: 100 less at a fifth
    assert told(company.run("2025-Q2")) == [("D1", ("amount",), -10), ("D2", ("others",), -10)]


def test_a_plan_amended_back_under_a_new_version_pays_the_difference(paid):
    paid.plan = plan_text("earn = { kind = 'flat', rate = 0.2 }", version="2")

    assert told(paid.run("2025-Q2")) == [("D1", ("plan",), 100), ("D2", ("plan",), 20)]


def test_a_plan_edited_without_a_new_version_is_refused(paid):
    paid.plan = plan_text("earn = { kind = 'flat', rate = 0.2 }")

    with pytest.raises(PlanError, match="still calls itself version '1'"):
        paid.run("2025-Q2")


def test_another_role_today_changes_nothing_of_then():
    company = Company(plan_text(who='roles = ["ae"]'))
    company.won("D1", "2025-02-10", 1000)
    company.run("2025-Q1")
    company.role = "manager"
    company.won("D2", "2025-05-10", 1000)
    statement = company.run("2025-Q2")

    assert (statement.adjustments, statement.pay) == ((), 0)
    assert [each.reason for each in statement.not_counted] == ["no_plan"]


@pytest.mark.parametrize("fate", [Fate(ABSENT), Fate("set_aside")])
def test_a_deal_that_is_gone_from_the_data_is_not_taken_back_and_is_told(paid, fate):
    paid.items.pop("D1")
    paid.fates["D1"] = fate
    statement = paid.run("2025-Q2")

    assert (statement.adjustments, statement.taken) == ((), ())
    assert statement.held == (("D1", fate.state),)


def test_a_rate_that_vanished_takes_nothing_back_and_moves_no_other_deal():
    company = Company(plan_text(TIERS))
    company.won("D1", "2025-02-10", 90, currency="USD")
    company.change("D1", rate=Decimal(10))
    company.won("D2", "2025-03-10", 200)
    company.run("2025-Q1")
    company.change("D1", rate=None)
    statement = company.run("2025-Q2")

    assert (statement.adjustments, statement.held) == ((), (("D1", "fx_missing"),))


@pytest.mark.parametrize("fixed", ["", "fx = { EUR = 8 }"])
def test_another_currency_without_a_rate_takes_nothing_back(fixed):
    company = Company(plan_text(plan=fixed))
    company.won("D1", "2025-02-10", 100, currency="EUR" if fixed else "CNY")
    first = company.run("2025-Q1")
    company.change("D1", currency="USD", rate=None)
    second = company.run("2025-Q2")

    assert first.pay == (80 if fixed else 10)
    assert (second.adjustments, second.held) == ((), (("D1", "fx_missing"),))


def test_another_currency_of_which_the_plan_tells_the_worth_is_paid_by_it():
    company = Company(plan_text(plan="fx = { USD = 7 }"))
    company.won("D1", "2025-02-10", 100)
    company.run("2025-Q1")
    company.change("D1", currency="USD", rate=None)

    assert [amount for _row, _why, amount in told(company.run("2025-Q2"))] == [60]


def test_receipts_that_nobody_keeps_any_more_take_nothing_back():
    company = Company(plan_text(FLAT + "\npay = 'on_cash'"))
    company.won("D1", "2025-02-10", 1000, cash=1)
    company.run("2025-Q1")
    company.change("D1", receipts=None)
    statement = company.run("2025-Q2")

    assert (statement.adjustments, statement.held) == ((), (("D1", "no_receipts"),))


def test_a_line_of_a_deal_that_lost_its_amount_takes_nothing_back():
    company = Company(plan_text(FLAT + "\ncredit = { rows = 'lines' }"))
    company.won("D1", "2025-02-10", 1000, lines=[line("X", 1000)])
    first = company.run("2025-Q1")
    company.change("D1", lines=(line("X", 1000)._replace(values={"amount": None}),))
    statement = company.run("2025-Q2")

    assert first.pay == 100
    assert (statement.adjustments, statement.held) == ((), (("D1", "no_amount"),))


def test_a_quota_that_vanished_takes_nothing_back():
    company = Company(plan_text(TIERS))
    company.won("D1", "2025-02-10", 1000)
    company.run("2025-Q1")
    company.quota = None
    statement = company.run("2025-Q2")

    assert not statement.adjustments
    assert [why for _key, why in statement.held] == ["no_quota"]


def test_cash_that_went_back_is_taken_back_once():
    company = Company(plan_text(FLAT + "\npay = 'on_cash'"))
    company.won("D1", "2025-02-10", 1000, cash=1)
    assert company.run("2025-Q1").pay == 100
    company.receive("D1", "2025-05-01", "-0.4")
    company.won("D2", "2025-05-10", 900, cash=1)
    statement = company.run("2025-Q2")

    assert [(each.reason, each.amount) for each in statement.taken] == [("refunded", 40)]
    assert (statement.amount("released"), statement.pay) == (0, 50)
    company.receive("D1", "2025-08-01", "0.4")
    assert company.run("2025-Q3").pay == 40


def test_cash_of_a_paid_quarter_that_was_typed_late_is_an_adjustment():
    company = Company(plan_text(FLAT + "\npay = 'on_cash'"))
    company.won("D1", "2025-02-10", 1000)
    assert company.run("2025-Q1").pay == 0
    company.receive("D1", "2025-03-01", 1)

    assert told(company.run("2025-Q2")) == [("D1", ("cash",), 100)]


def test_an_accepted_dispute_is_paid_once_and_stays_when_the_data_are_read_again(paid):
    accepted = (("d1", "2025-Q1", "A/D2", Decimal("7.50")),)
    second, third = paid.run("2025-Q2", accepted), paid.run("2025-Q3")

    assert [(each.line, each.row_id, each.dispute) for each in second.adjustments] == [
        ("A", "D2", "d1")
    ]
    assert (second.pay, third.pay) == (Decimal("7.50"), 0)
    assert paid.left.disputes == ("d1",)


def test_what_adjustments_take_beyond_the_pay_opens_the_next_statement(paid):
    taken_over(paid, "D1")
    paid.won("D3", "2025-05-05", 300)
    second = paid.run("2025-Q2")
    paid.won("D4", "2025-08-05", 1000)
    third = paid.run("2025-Q3")

    assert (second.pay, second.owed) == (0, 70)  # 30 earned, 100 taken
    assert (third.amount("owed_before"), third.pay, third.owed) == (-70, 30, 0)


def test_a_period_is_not_issued_twice_nor_left_out(paid):
    with pytest.raises(PlanError, match="2025-Q1 of R1 is issued"):
        paid.draft("2025-Q1")
    with pytest.raises(PlanError, match="workbench pay run --period 2025-Q2 --reps R1"):
        paid.draft("2025-Q3")


def test_a_frozen_text_gives_the_same_statement_and_another_text_another_hash(paid):
    text = frozen_text(paid.issued[0])
    again = worked(frozen_of(text), text)[-1]

    assert again.hash == worked(paid.issued[0])[-1].hash
    assert worked(frozen_of(text.replace("1000", "1001")))[-1].input_hash != again.input_hash


def test_a_quota_that_was_unknown_and_is_known_now_pays_what_was_held_back():
    company = Company(plan_text(TIERS), quota=None)
    company.won("D1", "2025-02-10", 1000)
    first = company.run("2025-Q1")
    company.quota = Decimal(1000)
    second = company.run("2025-Q2")

    assert (first.pay, first.is_partial) == (0, True)
    assert told(second) == [("D1", ("quota",), 100)]


def test_a_frozen_statement_names_no_cancelled_deal_of_others():
    gone = "\n[[cancellations]]\ndeal_id = 'X9'\non = 2025-05-01\n"
    company = Company(plan_text(plan="clawback = { within_days = 365 }" + gone))
    company.won("D1", "2025-02-10", 1000)
    company.run("2025-Q1")
    company.run("2025-Q2")

    assert not any("X9" in frozen_text(each) for each in company.issued)


def test_the_day_a_plan_tells_of_a_deal_that_is_also_lost_counts():
    company = Company(plan_text(plan="clawback = { within_days = 60 }"))
    company.won("D1", "2025-02-10", 1000)
    company.run("2025-Q1")
    gone = "\n[[cancellations]]\ndeal_id = 'D1'\non = 2025-04-02\n"
    company.plan = plan_text(plan="clawback = { within_days = 60 }" + gone)
    company.lose("D1")

    assert [each.amount for each in company.run("2025-Q2").taken] == [100]
