"""A number with its unit, as a page writes it."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from workbench import i18n
from workbench.i18n import MISSING, Lang, message


@dataclass(frozen=True)
class Number:
    """One number of a page; a renderer writes it, or hands it on as a number."""

    value: Decimal | int | None  # None: absent
    unit: str  # as the catalogue has them: money, share, ratio, count, days, …
    currency: str = ""  # of money
    places: int | None = None  # decimals; None: as the unit is usually read
    is_exact: bool = False  # of money: to the hundredth, not shortened


def written(number: Number, lang: Lang) -> str:
    """Write a number; an absent one is a dash."""
    value = number.value
    if value is None:
        return MISSING
    if number.unit == "money" and number.is_exact:
        return i18n.money_exact(value, number.currency, lang)
    if number.places is not None:
        return _ROUNDED[number.unit](Decimal(value), lang, number.places)
    return value_text(Decimal(value), number.unit, number.currency, lang)


def value_text(value: Decimal | None, unit: str, currency: str, lang: Lang) -> str:
    """Write a value of a unit; an absent one is a dash."""
    return MISSING if value is None else _WRITERS[unit](value, currency, lang)


def _plain(value: Decimal, lang: Lang) -> str:
    return i18n.number(value, lang, 0 if value == value.to_integral_value() else 1)


_WRITERS: dict[str, Callable[[Decimal, str, Lang], str]] = {
    "money": i18n.money,
    "money_per_day": lambda value, currency, lang: message(
        "review-per-day", lang, amount=i18n.money(value, currency, lang)
    ),
    "share": lambda value, _, lang: i18n.share(value, lang),
    "ratio": lambda value, _, lang: i18n.ratio(value, lang, 2),
    "count": lambda value, _, lang: _plain(value, lang),  # part of a target need not be whole
    "days": lambda value, _, lang: message("review-days", lang, n=_plain(value, lang)),
    "hours": lambda value, _, lang: message("review-hours", lang, n=_plain(value, lang)),
    "points": lambda value, _, lang: i18n.number(value, lang, is_signed=True),
    "index": lambda value, _, lang: i18n.number(value, lang, 2),
}
_ROUNDED: dict[str, Callable[[Decimal, Lang, int], str]] = {
    "share": i18n.share,
    "ratio": i18n.ratio,
    "count": i18n.number,
    "index": i18n.number,
}
