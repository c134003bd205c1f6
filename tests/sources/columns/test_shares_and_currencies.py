"""The scale of shares, and the currency a sign names."""

from decimal import Decimal

import pytest

from workbench.errors import SourceError


def test_percents_are_hundredths_and_shares_are_themselves(read):
    assert read("share", "35%", "120％", "0").values == [Decimal("0.35"), Decimal("1.2"), 0]
    assert read("share", "0.35", "1", "0").values == [Decimal("0.35"), 1, 0]
    assert read("share", "12,5%", "3,25%").values == [Decimal("0.125"), Decimal("0.0325")]
    assert read("rate", "35%").values == [Decimal("0.35")]


def test_one_number_above_one_is_no_share(read):
    assert read("share", "0.5", "0.2", "5").values == [Decimal("0.5"), Decimal("0.2"), None]


@pytest.mark.parametrize("texts", [["30", "50", "100"], ["0", "0", "0", "30"], ["12,5", "40"]])
def test_a_column_above_one_is_refused_with_the_unit_to_paste(read, texts):
    with pytest.raises(
        SourceError, match=r"is no share.* Write `units\.probability = 0\.01` under"
    ):
        read("share", *texts, column="probability")


@pytest.mark.parametrize("other", ["0.5", "30"])
def test_percents_beside_numbers_are_refused(read, other):
    with pytest.raises(SourceError, match=f"'{other}' stands beside '35%'"):
        read("share", "35%", other)


def test_a_told_unit_is_of_numbers_without_percent_sign(read):
    values = read("share", "30", "0.5", "35%", unit=Decimal("0.01")).values
    assert values == [Decimal("0.3"), Decimal("0.005"), Decimal("0.35")]
    assert read("share", "0.5", "35%", unit=Decimal(1)).values == [Decimal("0.5"), Decimal("0.35")]


def test_no_share_reaches_a_thousand_so_its_lone_sign_is_before_decimals(read):
    assert read("share", "0.5", "1.000").values == [Decimal("0.5"), 1]
    assert read("share", "1.000").values == [1]


@pytest.mark.parametrize(
    ("text", "code"),
    [("$5", "USD"), ("US$ 5", "USD"), ("USD 5", "USD"), ("5 usd", "USD"), ("5 €", "EUR"),
     ("HK$5", "HKD"), ("￥5", "CNY"), ("¥5", "CNY"), ("5元", "CNY"), ("5万元", "CNY"),
     ("5人民币", "CNY"), ("£5", "GBP"), ("$5 HKD", "HKD"), ("(€5)", "EUR"), ("5", None)],
)  # fmt: skip
def test_a_cell_names_its_currency(read, text, code):
    found = read("money", text, "7 CHF", None, "€ x", reporting="CNY")
    assert found.currencies == [code, "CHF", None, None]


def test_yen_and_yuan_share_a_sign_that_only_the_reporting_currency_settles(read):
    assert read("money", "¥5", reporting="JPY").currencies == ["JPY"]
    with pytest.raises(SourceError, match="'¥5' names CNY or JPY") as refused:
        read("money", "¥5", reporting="USD")
    assert '`constants = { currency = "JPY" }`' in str(refused.value)


def test_a_dollar_is_in_doubt_where_another_dollar_is_reported(read):
    with pytest.raises(SourceError, match=r"'\$5' names USD or HKD"):
        read("money", "$5", reporting="HKD")
    assert read("money", "HK$5", reporting="HKD").currencies == ["HKD"]


def test_no_sign_is_asked_where_the_currency_is_told(read):
    found = read("money", "$5", "¥6", reporting="HKD", currency="HKD")
    assert (found.values, found.currencies) == ([5, 6], [None, None])


def test_two_currencies_beside_one_number_are_refused(read):
    with pytest.raises(SourceError, match="names EUR and USD"):
        read("money", "€5 USD")


def test_a_share_or_count_has_no_currency(read):
    assert read("share", "$0.5", "0.5").values == [None, Decimal("0.5")]
    assert read("number", "$5", reporting="HKD").currencies == [None]
