"""The currency amounts are in, as they name it; a sign of several goes by the export's language."""

import pytest

from workbench.proposal.settings import _named


@pytest.mark.parametrize(
    ("text", "home", "code"),
    [
        ("USD 35,801.70", "", "USD"), ("1 234,56 €", "", "EUR"), ("$1,000", "", "USD"),
        ("HK$1,000", "", "HKD"), ("1 234,50 zł", "", "PLN"), ("￥1,000", "CNY", "CNY"),
        ("¥1,000", "JPY", "JPY"), ("¥1,000", "", ""), ("10.5万元", "CNY", "CNY"),
        ("Amount (EUR)", "", "EUR"), ("1,000.00", "", ""), ("All amounts", "", ""),
        ("Betrag in CHF", "", "CHF"), ("1.000 Kč", "", "CZK"),
    ],
)  # fmt: skip
def test_a_text_names_its_currency(text, home, code):
    assert _named(text, home) == code
