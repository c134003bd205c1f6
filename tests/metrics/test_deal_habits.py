"""How deals are led: discounts, dates put off, touches, next steps, cohorts."""

from decimal import Decimal

WON = """
deal_id,rep_id,amount,is_closed,is_won,close_on
D1,ana,180,true,true,2026-08-01
"""
OPEN = """
deal_id,rep_id,next_step,is_closed,is_won,created_on,close_on
D1,ana,call,false,false,2026-06-01,2026-11-01
D2,ana,,false,false,2026-06-01,2026-12-01
"""


def test_a_discount_is_over_list_price_times_quantity(company):
    # 2 at 100 sold at 80 each; the line without a list price is left out
    made = company(
        WON,
        deal_lines="""
        deal_id,quantity,unit_price,list_price,amount
        D1,2,80,100,160
        D1,1,20,,20
        """,
    )
    fact = made.fact("discount_depth")

    assert (fact["value"], fact["numerator"], fact["denominator"]) == (
        1 - Decimal(160) / 200,
        40,
        200,
    )


def test_discounts_add_by_money_and_not_by_deal(company):
    # 50 % off 10 and nothing off 990: 0.5 % together
    made = company(
        """
        deal_id,rep_id,amount,is_closed,is_won,close_on
        D1,ana,5,true,true,2026-08-01
        D2,ana,990,true,true,2026-08-01
        """,
        deal_lines="""
        deal_id,quantity,list_price,amount
        D1,1,10,5
        D2,1,990,990
        """,
    )

    assert made.value("discount_depth") == 1 - Decimal(995) / 1000


def test_no_list_price_gives_no_discount(company):
    made = company(WON, deal_lines="deal_id,quantity,list_price,amount\nD1,1,,180\n")

    assert made.reason("discount_depth") == "no_list_prices"


def test_only_moves_to_a_later_month_put_off(company):
    # Within August, to September, back to August, to October: two moves later, 31 + 61 days
    made = company(
        "deal_id,rep_id,is_closed,is_won,close_on\nD1,ana,false,false,2026-10-15\n",
        deal_history="""
        deal_id,at,close_on
        D1,2026-07-01T00:00:00Z,2026-08-10
        D1,2026-07-02T00:00:00Z,2026-08-15
        D1,2026-07-03T00:00:00Z,2026-09-15
        D1,2026-07-04T00:00:00Z,2026-08-15
        D1,2026-07-05T00:00:00Z,2026-10-15
        """,
    )

    assert made.value("push_count") == 2
    assert (made.value("push_days"), made.fact("push_days")["n"]) == (31 + 61, 2)


def test_closing_late_is_no_move(company):
    made = company(
        "deal_id,rep_id,is_closed,is_won,close_on\nD1,ana,true,true,2026-09-10\n",
        deal_history="""
        deal_id,at,close_on
        D1,2026-07-01T00:00:00Z,2026-08-10
        D1,2026-09-10T00:00:00Z,2026-09-10
        """,
    )

    assert made.value("push_count") == 0


def test_moves_without_history_are_not_computable(company):
    assert company(OPEN).reason("push_count") == "no_course"


def test_a_deal_is_quiet_after_fourteen_days(company):
    # 16 September is 14 days before the 30th, and still counts; a machine's mail does not
    made = company(
        OPEN,
        activities="""
        activity_id,rep_id,kind,at,deal_id,is_automatic
        A1,ana,call,2026-09-16T00:00:00Z,D1,false
        A2,ana,email,2026-09-29T00:00:00Z,D2,true
        """,
    )

    assert made.value("no_activity_share") == Decimal(1) / 2


def test_no_feed_of_activities_is_not_silence(company):
    assert company(OPEN).reason("no_activity_share") == "no_activities_table"


def test_a_blank_next_step_is_none(company):
    assert company(OPEN).value("no_next_step_share") == Decimal(1) / 2


def test_a_cohort_is_told_once_four_fifths_are_closed(company):
    rows = "".join(
        f"D{n},ana,{'false' if n == 5 else 'true'},{'true' if n < 3 else 'false'},2026-07-01\n"
        for n in range(1, 6)
    )
    head = "deal_id,rep_id,is_closed,is_won,created_on\n"
    made = company(head + rows)

    assert made.value("cohort_win_rate") == Decimal(2) / 5


def test_a_younger_cohort_is_maturing(company):
    made = company(OPEN)

    assert made.reason("cohort_win_rate", period="2026-Q2") == "cohort_maturing"
