"""The signs and words that name a currency beside a number."""

from functools import cache

from babel.numbers import list_currencies

SIGNS = {
    "€": "EUR", "£": "GBP", "₩": "KRW", "₹": "INR", "₽": "RUB", "₺": "TRY", "₫": "VND",
    "฿": "THB", "₱": "PHP", "₪": "ILS", "₴": "UAH", "zł": "PLN", "kč": "CZK", "円": "JPY",
    "us$": "USD", "u$": "USD", "hk$": "HKD", "nt$": "TWD", "a$": "AUD", "au$": "AUD",
    "c$": "CAD", "ca$": "CAD", "s$": "SGD", "sg$": "SGD", "nz$": "NZD", "r$": "BRL", "mx$": "MXN",
    "cn¥": "CNY", "jp¥": "JPY", "rmb": "CNY", "rmb¥": "CNY", "人民币": "CNY", "元人民币": "CNY",
    "美元": "USD", "港元": "HKD", "港币": "HKD", "欧元": "EUR", "日元": "JPY", "英镑": "GBP",
    "新台币": "TWD", "台币": "TWD", "新加坡元": "SGD", "澳元": "AUD", "加元": "CAD",
}  # fmt: skip
# Signs of several currencies: the usual one when nothing speaks against it, and the others
SHARED = {
    "¥": ("", ("CNY", "JPY")),
    "$": ("USD", ("USD", "HKD", "AUD", "CAD", "SGD", "NZD", "TWD", "MXN", "ARS", "CLP", "COP")),
    "元": ("CNY", ("CNY", "TWD", "HKD", "MOP")),
    "圆": ("CNY", ("CNY", "TWD", "HKD", "MOP")),
}
# Written 1,234.50 wherever they are at home
COMMA_GROUPED = {
    "USD", "CNY", "GBP", "JPY", "HKD", "TWD", "SGD", "AUD", "NZD", "INR", "KRW", "THB", "PHP",
    "MYR", "ILS", "MOP",
}  # fmt: skip


@cache
def _codes() -> frozenset[str]:
    return frozenset(list_currencies())


def is_currency(word: str) -> bool:
    """Say whether a sign, code or word names a currency, be it one of several."""
    return word in SHARED or word.casefold() in SIGNS or word.upper() in _codes()


def code_of(word: str, reporting: str) -> str:
    """Give the ISO code a word names, or "" when it may be one of several.

    Parameters
    ----------
    word
        What `is_currency` knows.
    reporting
        The workspace's currency: settles ¥, and makes $ doubtful when it is another dollar.
    """
    if word not in SHARED:
        return SIGNS.get(word.casefold(), word.upper())
    usual, others = SHARED[word]
    if not usual:
        return reporting if reporting in others else ""
    return usual if reporting == usual or reporting not in others else ""


def is_comma_grouped(word: str) -> bool:
    """Say whether numbers beside this word are usually written 1,234.50."""
    return word in SHARED or code_of(word, "") in COMMA_GROUPED
