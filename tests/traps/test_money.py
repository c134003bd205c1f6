"""Ways in which sums of money lie."""

RATES = """
currency,on,rate
USD,2026-07-01,7
USD,2026-08-15,8
"""


def test_two_currencies_are_converted_before_they_are_added(company):
    # 100 yuan and 10 dollars at 7
    made = company(
        """
        deal_id,rep_id,amount,currency,is_closed,is_won,close_on
        D1,ana,100,CNY,true,true,2026-08-01
        D2,ana,10,USD,true,true,2026-08-01
        """,
        fx_rates=RATES,
    )

    assert made.value("won_revenue") == 100 + 10 * 7


def test_the_rate_is_that_of_the_closing_day(company):
    made = company(
        """
        deal_id,rep_id,amount,currency,is_closed,is_won,close_on
        D1,ana,10,USD,true,true,2026-08-14
        D2,ana,10,USD,true,true,2026-08-15
        """,
        fx_rates=RATES,
    )

    assert made.value("won_revenue") == 10 * 7 + 10 * 8


def test_a_missing_rate_is_never_one(company):
    # The deal in Hong Kong dollars counts as won, its money is told as left out
    made = company(
        """
        deal_id,rep_id,amount,currency,is_closed,is_won,close_on
        D1,ana,100,CNY,true,true,2026-08-01
        D2,ana,500,HKD,true,true,2026-08-01
        """,
        fx_rates=RATES,
    )
    left_out = made.facts().left_out.to_pylist()

    assert (made.value("won_revenue"), made.value("won_deals")) == (100, 2)
    assert [(row["metric"], row["reason"]) for row in left_out] == [("won_revenue", "fx_missing")]


def test_a_missing_amount_is_not_zero(company):
    made = company(
        """
        deal_id,rep_id,amount,is_closed,is_won,close_on
        D1,ana,100,true,true,2026-08-01
        D2,ana,,true,true,2026-08-01
        """
    )

    assert made.value("average_deal_size") == 100
    assert "amounts_missing" in made.fact("won_revenue")["note"]


def test_no_known_amount_gives_no_sum(company):
    made = company(
        """
        deal_id,rep_id,amount,is_closed,is_won,close_on
        D1,ana,,true,true,2026-08-01
        """
    )

    assert (made.value("won_revenue"), made.reason("won_revenue")) == (None, "amounts_missing")


def test_a_return_lowers_the_sum_and_is_no_loss(company):
    made = company(
        """
        deal_id,rep_id,amount,is_closed,is_won,close_on
        D1,ana,100,true,true,2026-08-01
        D2,ana,-30,true,true,2026-08-02
        """
    )

    assert (made.value("won_revenue"), made.value("lost_deals")) == (100 - 30, 0)


def test_lost_deals_without_amounts_give_no_rate_by_value(company):
    made = company(
        """
        deal_id,rep_id,amount,is_closed,is_won,close_on
        D1,ana,100,true,true,2026-08-01
        D2,ana,,true,false,2026-08-02
        """
    )

    assert made.reason("win_rate_by_value") == "lost_amounts_unknown"
