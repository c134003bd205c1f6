"""Retention of contracts: what is kept, and what growth must not hide."""

from decimal import Decimal


def test_retention_of_the_golden_case(company):
    # 1,000 at the start; one account grows by 180, one shrinks by 60, one of 90 leaves; one is new
    made = company(
        contracts="""
        contract_id,account_id,rep_id,start_on,end_on,annual_value
        1,grows,ana,2026-01-01,,500
        2,grows,ana,2026-08-01,,180
        3,shrinks,ana,2026-01-01,2026-09-01,410
        4,shrinks,ana,2026-09-01,,350
        5,leaves,ana,2026-01-01,2026-09-01,90
        6,new,ana,2026-08-01,,700
        """
    )

    assert made.value("grr") == Decimal("0.85")
    assert made.value("nrr") == Decimal("1.03")


def test_a_renewal_on_the_next_day_keeps_the_account(company):
    made = company(
        contracts="""
        contract_id,account_id,rep_id,start_on,end_on,annual_value
        1,a,ana,2025-07-01,2026-07-01,100
        2,a,ana,2026-07-01,2027-07-01,100
        """
    )

    assert made.value("grr") == 1


def test_the_day_an_end_names_is_after_the_contract(company):
    # Over with 30 June: the third quarter begins without it
    made = company(
        contracts="""
        contract_id,account_id,rep_id,start_on,end_on,annual_value
        1,a,ana,2025-07-01,2026-06-30,100
        """
    )

    assert made.reason("grr") == "no_contracts"


def test_last_days_typed_as_ends_are_read_as_such_where_it_is_told(company):
    made = company(
        toml="""
        [tables.contracts]
        file = "contracts.csv"
        ends = "inclusive"
        """,
        contracts="""
        contract_id,account_id,rep_id,start_on,end_on,annual_value
        1,a,ana,2025-07-01,2026-06-30,100
        2,a,ana,2026-07-01,2027-06-30,100
        """,
    )

    assert made.value("grr") == 1


def test_a_renewal_under_another_rep_is_no_loss(company):
    made = company(
        contracts="""
        contract_id,account_id,rep_id,start_on,end_on,annual_value
        1,a,ana,2025-07-01,2026-08-01,100
        2,a,bo,2026-08-01,2027-07-01,100
        """
    )

    assert made.value("grr") == 1
    assert made.reason("grr", rep="bo") == "no_contracts"


def test_a_move_of_a_rate_is_no_growth(company):
    made = company(
        toml="""
        [money]
        currency = "CNY"
        """,
        contracts="""
        contract_id,account_id,rep_id,start_on,end_on,annual_value,currency
        1,a,ana,2025-07-01,,100,USD
        """,
        fx_rates="currency,on,rate\nUSD,2026-06-01,7\nUSD,2026-08-01,8\n",
    )

    assert (made.value("nrr"), made.fact("nrr")["denominator"]) == (1, 700)
