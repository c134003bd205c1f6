"""Collection: of what fell due, how much came in."""

from decimal import Decimal

DEALS = """
deal_id,rep_id,amount,is_closed,is_won,close_on
D1,ana,300,true,true,2026-06-01
"""
HEAD = "receipt_id,deal_id,due_on,received_on,amount_due,amount_received,currency\n"


def test_of_what_fell_due_what_came_counts_even_when_late(company):
    # 100 came on time, 100 has not come, 100 falls due later
    made = company(
        DEALS,
        receipts=HEAD
        + "P1,D1,2026-07-10,2026-09-01,100,100,\n"
        + "P2,D1,2026-08-10,,100,,\n"
        + "P3,D1,2026-10-10,,100,,\n",
    )
    fact = made.fact("collection_rate")

    assert (fact["value"], fact["numerator"], fact["denominator"], fact["n"]) == (
        Decimal(1) / 2,
        100,
        200,
        2,
    )


def test_paying_more_than_was_due_is_capped(company):
    made = company(
        DEALS,
        receipts=HEAD + "P1,D1,2026-07-10,2026-07-01,100,150,\nP2,D1,2026-07-10,,100,,\n",
    )

    assert made.value("collection_rate") == Decimal(100) / 200


def test_currencies_are_converted_before_they_are_added(company):
    # 10 dollars at 7 came, 70 yuan did not
    made = company(
        DEALS,
        receipts=HEAD + "P1,D1,2026-07-10,2026-07-10,10,10,USD\nP2,D1,2026-07-10,,70,,CNY\n",
        fx_rates="currency,on,rate\nUSD,2026-07-01,7\n",
    )

    assert made.value("collection_rate") == Decimal(70) / 140


def test_a_payment_without_a_rate_is_left_out_and_noted(company):
    made = company(
        DEALS,
        receipts=HEAD + "P1,D1,2026-07-10,2026-07-10,10,10,HKD\nP2,D1,2026-07-10,,70,,CNY\n",
    )
    fact = made.fact("collection_rate")

    assert (fact["value"], fact["n"], fact["note"]) == (0, 1, "amounts_missing")


def test_nothing_due_is_no_rate(company):
    # What came in the period was due before it; what is due next comes after it
    made = company(
        DEALS,
        receipts=HEAD + "P0,D1,2026-06-10,2026-07-10,100,100,\nP1,D1,2026-12-10,,100,,\n",
    )

    assert made.reason("collection_rate") == "nothing_due"
    assert company(DEALS).fact("collection_rate")["value"] is None


def test_a_payment_of_which_no_amount_is_known_brought_nothing(company):
    made = company(
        DEALS,
        receipts=HEAD + "P1,D1,2026-07-10,2026-07-10,100,,\nP2,D1,2026-07-10,2026-07-10,100,50,\n",
    )

    assert made.value("collection_rate") == Decimal(50) / 200
