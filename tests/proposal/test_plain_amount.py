"""An amount is read as a person reads it, by the sign that stands before decimals."""

from decimal import Decimal

import pytest

from workbench.proposal.plain_amount import Amount, plain_amount


@pytest.mark.parametrize(
    ("text", "decimal", "value", "currency"),
    [
        ("1,234.56", ".", "1234.56", ""),
        ("1.234,56 €", ",", "1234.56", "EUR"),
        ("12.500", ".", "12.5", ""),
        ("12.500", ",", "12500", ""),
        ("1 234,5", ",", "1234.5", ""),
        ("1’000.50", ".", "1000.5", ""),
        ("1,23,456", ".", "123456", ""),
        ("US$ 5", ".", "5", "USD"),
        ("¥5", ".", "5", "CNY"),  # the reporting currency settles it
        ("１２３．５", ".", "123.5", ""),
        ("\u200b7\u00a0", ".", "7", ""),
        ("−3", ".", "-3", ""),
        ("3-", ".", "-3", ""),
        ("（3）", ".", "-3", ""),
        ("1.5万", ".", "15000", ""),
        ("3亿元", ".", "300000000", "CNY"),
        ("2 Mio. EUR", ",", "2000000", "EUR"),
        ("2k", ".", "2000", ""),
        ("1e3", ".", "1000", ""),
        (".5", ".", "0.5", ""),
    ],
)
def test_a_text_is_its_number_and_the_currency_it_names(text, decimal, value, currency):
    assert plain_amount(text, decimal, "CNY") == Amount(Decimal(value), currency)


@pytest.mark.parametrize(
    ("text", "decimal"),
    [
        ("", "."), ("n/a", "."), ("ca. 5", "."), ("5 or 6", "."), ("5%", "."), ("--5", "."),
        ("1,234.56", ","), ("12.34.5", "."), ("1,2", "."), ("5 pieces", "."), ("1e99999", "."),
    ],
)  # fmt: skip
def test_what_is_no_amount_is_none_and_never_zero(text, decimal):
    assert plain_amount(text, decimal, "CNY") is None
