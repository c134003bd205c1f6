"""Chinese and English, equal: every sentence, number, sum of money and date a reader sees.

Sentences are Fluent messages in `locale/<lang>/*.ftl`; the two languages hold the same keys with
the same variables (a test). Figures are rounded half up here before Babel writes them, because
Babel sends halves to the even neighbour.
"""

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal, TypeVar, get_args

from babel import dates as babel_dates
from babel import numbers as babel_numbers
from fluent.runtime import FluentBundle, FluentResource

from workbench.errors import Said, WorkbenchError, require_known
from workbench.model.money import round_half_up

Lang = Literal["zh", "en"]
LANGS: tuple[Lang, ...] = get_args(Lang)
MISSING = "—"  # what a reader sees for a figure that is absent; its reason stands beside it

_LOCALES = {"zh": "zh_Hans_CN", "en": "en_US"}
_ENTRY = re.compile(r"^(-?[a-zA-Z][\w-]*)(?= *=)", re.MULTILINE)  # where a sentence begins
_REFERENCE = re.compile(r"\{ *(-?[a-zA-Z][\w-]*)")  # to another, or a function
_MINUS = "\u2212"
_REMEMBERED = 8192  # sentences and figures written lately: a redrawn page says most of them again
# From which size on a sum is shortened, to how many decimals, and with which unit
_MONEY_STEPS: dict[Lang, tuple[tuple[int, int, str], ...]] = {
    "zh": ((10**8, 2, "亿"), (10**4, 1, "万")),
    "en": ((10**9, 2, "B"), (10**6, 2, "M"), (10**4, 0, "k")),
}
_MONEY_DIVISORS = {"亿": 10**8, "万": 10**4, "B": 10**9, "M": 10**6, "k": 10**3}

# Made here, once: of two threads that made one at the same time, each would read into its own
_BUNDLES = {
    lang: FluentBundle([name.replace("_", "-")], use_isolating=False)
    for lang, name in _LOCALES.items()
}

Figure = Decimal | int
Kind = TypeVar("Kind", bound=WorkbenchError)


def require_lang(lang: str) -> Lang:
    """Check a language code a user typed.

    Raises
    ------
    UnknownNameError
        When it is neither zh nor en.
    """
    require_known("language", [lang], LANGS)
    return "zh" if lang == "zh" else "en"


@cache
def _sources(lang: Lang) -> dict[str, str]:
    """Give each sentence as it is written: reading all takes half a second, one is read at need."""
    found: dict[str, str] = {}
    for entry in sorted((files("workbench") / "locale" / lang).iterdir(), key=lambda e: e.name):
        _comment, *parts = _ENTRY.split(entry.read_text(encoding="utf-8"))
        for key, rest in zip(parts[::2], parts[1::2], strict=True):
            found.setdefault(key, key + rest)
    return found


@cache
def _read(key: str, lang: Lang) -> bool:
    """Read a sentence and those it refers to; False where there is none."""
    source = _sources(lang).get(key)
    if source is None:
        return False
    _BUNDLES[lang].add_resource(FluentResource(source))
    for other in _REFERENCE.findall(source):
        _read(other, lang)
    return True


def has_message(key: str, lang: Lang) -> bool:
    """Whether there is a sentence of that key."""
    return key in _sources(lang)


def message(key: str, lang: Lang, **values: str | int) -> str:
    """Write one sentence.

    Parameters
    ----------
    key
        A key of `locale/<lang>/*.ftl`, e.g. `pipeline-finding-short`.
    values
        What the sentence names. Give figures already written by this module; give a bare `int`
        only where the sentence chooses between one and many.

    Raises
    ------
    KeyError
        When there is no such key, or the sentence names a value that was not given.
    """
    return _sentence(key, lang, tuple(values.items()))


def said(key: str, **values: str | int | Said | tuple[Said, ...]) -> Said:
    """Keep a sentence as its key and what it names; `told` writes it."""
    return Said(key, tuple(values.items()))


def both(zh: str, en: str) -> Said:
    """Keep words a file gives in both languages, to be told among others in either."""
    return Said("", (("zh", zh), ("en", en)))


def told(what: Said | BaseException, lang: Lang) -> str:
    """Write a kept sentence in a language; an error without one has its own text."""
    if isinstance(what, BaseException):
        kept = getattr(what, "said", None)
        return told(kept, lang) if kept else str(what)
    if not what.key:
        return str(dict(what.values)[lang])
    return message(what.key, lang, **{name: _named(each, lang) for name, each in what.values})


def error(kind: type[Kind], key: str, **values: str | int | Said | tuple[Said, ...]) -> Kind:
    """Make an error whose sentence each reader is told in their language.

    Parameters
    ----------
    key, values
        As of `message`; a `Said` among them, as a stage's name, is written in the same language.
    """
    kept = said(key, **values)
    made = kind(told(kept, "en"))
    made.said = kept
    return made


def _named(value: str | int | Said | tuple[Said, ...], lang: Lang) -> str | int:
    if isinstance(value, tuple):
        return listed((told(each, lang) for each in value), lang)
    return told(value, lang) if isinstance(value, Said) else value


@lru_cache(_REMEMBERED)
def _sentence(key: str, lang: Lang, values: tuple[tuple[str, str | int], ...]) -> str:
    bundle = _BUNDLES[lang]
    found = bundle.get_message(key) if _read(key, lang) else None
    if found is None or found.value is None:
        raise KeyError(f"locale/{lang} has no message {key!r}")
    text, problems = bundle.format_pattern(found.value, dict(values))
    if problems:
        raise KeyError(f"locale/{lang}, {key!r}: {problems}")
    return str(text)


def number(value: Figure, lang: Lang, places: int = 0, *, is_signed: bool = False) -> str:
    """Write a number with grouping, `places` decimals and a true minus."""
    rounded = round_half_up(value, places)
    return _sign(rounded, is_signed=is_signed) + _grouped(abs(rounded), lang, places)


@lru_cache(_REMEMBERED)
def _grouped(size: Decimal, lang: Lang, places: int) -> str:
    pattern = "#,##0" + ("." + "0" * places if places else "")
    return str(babel_numbers.format_decimal(size, format=pattern, locale=_LOCALES[lang]))


def share(value: Figure, lang: Lang, places: int = 1, *, is_signed: bool = False) -> str:
    """Write a share of 0..1 as a percentage: 0.357 gives `35.7%`."""
    return number(Decimal(value) * 100, lang, places, is_signed=is_signed) + "%"


def points(difference: Figure, lang: Lang) -> str:
    """Write the difference of two shares: −0.451 gives `−45.1 points`."""
    return message("points", lang, n=number(Decimal(difference) * 100, lang, 1, is_signed=True))


def ratio(value: Figure, lang: Lang, places: int = 1) -> str:
    """Write a multiple: 1.8 gives `1.8×`."""
    return number(value, lang, places) + "×"


def times(value: Figure, lang: Lang) -> str:
    """Write a multiple as a sentence says it, without its word: 4.75, 3, 0.5."""
    rounded = round_half_up(Decimal(value), 2)
    places = next(n for n in range(3) if rounded == round_half_up(rounded, n))
    return number(rounded, lang, places)


def money(
    value: Figure, currency: str, lang: Lang, *, is_signed: bool = False, has_unit: bool = True
) -> str:
    """Write a sum shortened for reading: `181.0万元`, `¥1.81M`.

    Parameters
    ----------
    value
        The sum in `currency`.
    currency
        ISO 4217 code.
    is_signed
        Put a plus before a rise.
    has_unit
        False leaves the currency to the table's header: `181.0万`, `1.81M`.
    """
    size = abs(Decimal(value))
    step = next((step for step in _MONEY_STEPS[lang] if round_half_up(size, 0) >= step[0]), None)
    if step is None:
        text = number(size, lang)
    else:
        _, places, unit = step
        text = number(size / _MONEY_DIVISORS[unit], lang, places) + unit
    sign = _sign(Decimal(value), is_signed=is_signed) if text.strip("0.") else ""
    return sign + (_with_currency(text, currency, lang) if has_unit else text)


def money_exact(value: Figure, currency: str, lang: Lang) -> str:
    """Write a sum to the hundredth, as statements do: `81,250.00元`, `¥81,250.00`."""
    rounded = round_half_up(value, 2)
    return _sign(rounded, is_signed=False) + _with_currency(
        number(abs(rounded), lang, 2), currency, lang
    )


def currency_name(currency: str, lang: Lang) -> str:
    """Name a currency: CNY is 人民币 and Chinese yuan."""
    return str(babel_numbers.get_currency_name(currency, locale=_LOCALES[lang]))


def long_date(day: date, lang: Lang) -> str:
    """Write a date in full: `2026年9月30日`, `30 Sep 2026`."""
    pattern = "y年M月d日" if lang == "zh" else "d MMM y"
    return str(babel_dates.format_date(day, pattern, locale=_LOCALES[lang]))


def short_date(day: date) -> str:
    """Write a date for a table within one year: `09-30`."""
    return f"{day:%m-%d}"


def date_range(start: date, last: date, lang: Lang) -> str:
    """Write a span of days, last one included: `2026年7月1日–9月30日`, `1 Jul – 30 Sep 2026`."""
    same_year = start.year == last.year
    if lang == "zh":
        tail = f"{last.month}月{last.day}日" if same_year else long_date(last, lang)
        return f"{long_date(start, lang)}–{tail}"
    head = babel_dates.format_date(start, "d MMM" if same_year else "d MMM y", locale="en_US")
    return f"{head} – {long_date(last, lang)}"


def month_name(day: date, lang: Lang) -> str:
    """Write a month for an axis: `7月`, `Jul`."""
    return str(
        babel_dates.format_date(day, "M月" if lang == "zh" else "MMM", locale=_LOCALES[lang])
    )


def listed(names: Iterable[str], lang: Lang) -> str:
    """Put names one after the other as the language does."""
    return ("、" if lang == "zh" else ", ").join(names)


def phrases(parts: Iterable[str], lang: Lang) -> str:
    """Put parts of a sentence one after the other, each longer than a name."""
    return ("，" if lang == "zh" else ", ").join(parts)


def _sign(value: Decimal, *, is_signed: bool) -> str:
    if value < 0:
        return _MINUS
    return "+" if is_signed and value > 0 else ""


def _with_currency(text: str, currency: str, lang: Lang) -> str:
    if not currency:  # nobody said which: the number alone
        return text
    if lang == "zh":
        return text + ("元" if currency == "CNY" else currency_name(currency, "zh"))
    return _symbol(currency) + text


@cache
def _symbol(currency: str) -> str:
    symbol = str(babel_numbers.get_currency_symbol(currency, locale="en"))
    symbol = {"CN¥": "¥"}.get(symbol, symbol)
    return symbol + ("" if len(symbol) == 1 else "\u00a0")
