"""Numbers as exports write them: read as what they are, or refused with both readings."""

from decimal import Decimal

import pytest

HEAD = "deal_id,rep_id,amount,is_closed,is_won,close_on\n"
TAIL = "true,true,2026-08-01"


def _deals(*amounts):
    rows = (f'D{n},ana,"{amount}",{TAIL}\n' for n, amount in enumerate(amounts, 1))
    return HEAD + "".join(rows)


def _amounts(made):
    rows = made.freeze().table("deals").to_pylist()
    return {row["deal_id"]: row["amount"] for row in rows}


def test_thousands_of_german_exports_are_refused_with_both_sums(company, said):
    # 12.500, 1.000, 850 and 7.250: 21600, or 12.5 + 1 + 850 + 7.25
    sentence = said(company(_deals("12.500", "1.000", "850", "7.250")))

    assert "deals.csv, row 3, column 'amount': '1.000' is 1 or 1000" in sentence
    assert "the column sums to 870.75 or 21600" in sentence
    assert '`decimal = "."` or `decimal = ","` under [tables.deals]' in sentence


@pytest.mark.parametrize(("sign", "total"), [(",", 21600), (".", Decimal("870.75"))])
def test_the_pasted_line_settles_it(company, sign, total):
    toml = f'[tables.deals]\nfile = "deals.csv"\ndecimal = "{sign}"\n'
    made = company(_deals("12.500", "1.000", "850", "7.250"), toml=toml)

    assert made.value("won_revenue") == total


def test_one_number_that_tells_settles_the_column(company):
    made = company(_deals("12.500", "1.000,50"))

    assert _amounts(made) == {"D1": 12500, "D2": Decimal("1000.5")}


def test_currencies_named_in_cells_are_kept_apart(company):
    # 7000 of 1000 dollars at 7, and 1000 yuan; no rate for euros
    made = company(
        _deals("$1,000", "€1,000", "￥1,000"),
        fx_rates="currency,on,rate\nUSD,2026-01-01,7\n",
    )
    rows = made.freeze().table("deals").to_pylist()

    assert [row["currency"] for row in rows] == ["USD", "EUR", "CNY"]
    assert made.value("won_revenue") == 7000 + 1000
    assert [row["reason"] for row in made.facts().left_out.to_pylist()] == ["fx_missing"]


def test_a_code_before_the_number_is_a_currency(company):
    made = company(_deals("USD 35,801.70"))
    row = made.freeze().table("deals").to_pylist()[0]

    assert (row["amount"], row["currency"]) == (Decimal("35801.70"), "USD")


def test_a_sign_that_the_currency_column_contradicts_sets_the_row_aside(company, noted):
    made = company(
        "deal_id,rep_id,amount,currency,is_closed,is_won,close_on\n"
        f"D1,ana,€1000,CNY,{TAIL}\nD2,ana,¥200,CNY,{TAIL}\nD3,ana,30,CNY,{TAIL}\n"
        f"D4,ana,4,CNY,{TAIL}\n"
    )

    assert noted(made)["deals", "set_aside", "currency_differs"] == 1
    assert sorted(_amounts(made)) == ["D2", "D3", "D4"]


def test_a_sign_of_several_currencies_is_the_one_of_its_row(company, noted):
    # ¥ is yuan and yen; $ is the dollar of Hong Kong too
    made = company(
        "deal_id,rep_id,amount,currency,is_closed,is_won,close_on\n"
        f"D1,ana,¥1000,JPY,{TAIL}\nD2,ana,$200,HKD,{TAIL}\nD3,ana,30,CNY,{TAIL}\n"
    )
    rows = made.freeze().table("deals").to_pylist()

    assert [(row["currency"], row["amount"]) for row in rows] == [
        ("JPY", 1000),
        ("HKD", 200),
        ("CNY", 30),
    ]
    assert not noted(made)


def test_digits_beyond_the_scale_are_rounded_and_the_large_amount_is_kept(company):
    made = company(_deals("123456789012.5", "0.12345678901234567890123"))

    assert _amounts(made) == {"D1": Decimal("123456789012.5"), "D2": Decimal("0.1235")}


def test_sixty_digits_are_no_amount_and_stop_nothing(company, noted):
    made = company(_deals("1" * 60, "0." + "1" * 60, "5"))

    assert _amounts(made) == {"D1": None, "D2": Decimal("0.1111"), "D3": 5}
    assert noted(made)["deals", "blanked", "unreadable_money"] == 1


@pytest.mark.parametrize("endless", ["1e9999999", "1e9999999%", "1e-9999999", "1e400", "9e99"])
def test_an_endless_exponent_is_no_amount_and_stops_nothing(company, noted, endless):
    made = company(_deals("100", endless, "7"))

    assert _amounts(made) == {"D1": 100, "D2": None, "D3": 7}
    assert noted(made)["deals", "blanked", "unreadable_money"] == 1
    assert made.value("won_revenue") == 107


@pytest.mark.parametrize("word", ["NaN", "inf", "-Infinity", "1_000", "0x10", "--5", "1,2,3"])
def test_what_programs_call_numbers_and_people_do_not_is_no_amount(company, word):
    made = company(_deals("100", "200", "300", word))

    assert _amounts(made)["D4"] is None


def test_percents_of_a_share_are_hundredths(company):
    made = company(
        "deal_id,rep_id,probability,is_closed,is_won\nD1,ana,35%,false,false\n"
        "D2,ana,7.5%,false,false\n"
    )
    rows = made.freeze().table("deals").to_pylist()

    assert [row["probability"] for row in rows] == [Decimal("0.35"), Decimal("0.075")]


def test_probabilities_of_a_hundred_are_refused_with_the_unit_to_paste(company, said):
    sentence = said(company("deal_id,rep_id,probability,is_closed,is_won\nD1,ana,35,false,false\n"))

    assert "'35' is no share" in sentence
    assert "`units.probability = 0.01`" in sentence


def test_units_multiply_before_anything_is_rounded(company):
    toml = '[tables.deals]\nfile = "deals.csv"\nunits.amount = 10000\n'
    made = company(_deals("1.23456789", "2"), toml=toml)

    assert _amounts(made) == {"D1": Decimal("12345.6789"), "D2": 20000}
