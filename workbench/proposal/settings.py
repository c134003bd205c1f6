"""What a folder of exports tells of the company: its language, zone, currency."""

import os
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from zoneinfo import available_timezones

from workbench.i18n import Lang, currency_name, message
from workbench.proposal.draft import Draft
from workbench.proposal.profile import profiles
from workbench.proposal.proposal import Choice, Line, Question

_KANA = re.compile(r"[぀-ヿ]")
_HAN = re.compile(r"[一-鿿]")
_CODE = re.compile(r"(?<![A-Za-z])([A-Z]{3})(?![A-Za-z])")
_SIGNS = {"€": "EUR", "£": "GBP", "₹": "INR", "₩": "KRW", "₽": "RUB", "zł": "PLN", "US$": "USD",
          "HK$": "HKD", "NT$": "TWD", "A$": "AUD", "C$": "CAD", "R$": "BRL", "元": "CNY",
          "人民币": "CNY", "円": "JPY", "Kč": "CZK"}  # fmt: skip
_SHARED = {"$": {"": "USD"}, "¥": {"zh": "CNY", "ja": "JPY"}, "￥": {"zh": "CNY", "ja": "JPY"}}
_KNOWN = frozenset(
    [
        "AED",
        "ARS",
        "AUD",
        "BGN",
        "BRL",
        "CAD",
        "CHF",
        "CLP",
        "CNY",
        "COP",
        "CZK",
        "DKK",
        "EGP",
        "EUR",
        "GBP",
        "HKD",
        "HUF",
        "IDR",
        "ILS",
        "INR",
        "JPY",
        "KRW",
        "KWD",
        "MAD",
        "MXN",
        "MYR",
        "NGN",
        "NOK",
        "NZD",
        "PEN",
        "PHP",
        "PLN",
        "QAR",
        "RON",
        "RUB",
        "SAR",
        "SEK",
        "SGD",
        "THB",
        "TRY",
        "TWD",
        "UAH",
        "USD",
        "VND",
        "ZAR",
    ]
)
_HOME = {"zh": ("CNY", "Asia/Shanghai", "CN"), "ja": ("JPY", "Asia/Tokyo", "JP")}
_USUAL = ("USD", "EUR", "GBP", "CNY", "JPY")


def language_of(drafts: Iterable[Draft]) -> str:
    """Give the language an export is written in: zh, ja, or "" for any other."""
    headers = " ".join(header for draft in drafts for header in draft.export.headers)
    if _KANA.search(headers):
        return "ja"
    if _HAN.search(headers):
        samples = " ".join(
            v for d in drafts for h in d.export.headers for v in d.export.values(h)[:3]
        )
        return "ja" if _KANA.search(samples) else "zh"
    return ""


def settings(
    drafts: Mapping[str, Draft], system: str, lang: Lang
) -> tuple[list[Line], list[Question]]:
    """Propose [calendar], [money] and the languages; gives what has to be asked besides."""
    written = language_of(drafts.values())
    home, zone, country = _HOME.get(written, ("", _zone_here(), ""))
    own = "zh" if written == "zh" else lang
    lines = [
        Line(("workspace", "languages"), [own, "en" if own == "zh" else "zh"], "content"),
        Line(("workspace", "outputs"), "outputs", "only"),
        Line(("calendar", "zone"), zone, "content", message("proposal-why-zone", lang)),
    ]
    if country == "CN":
        lines.append(Line(("calendar", "country"), country, "content"))
    code, why = _currency(drafts["deals"], written, system, lang)
    if code:
        return [*lines, Line(("money", "currency"), code, "content", why)], []
    usual = dict.fromkeys(filter(None, (home, *_USUAL)))
    choices = tuple(Choice(each, currency_name(each, lang)) for each in usual)
    return lines, [Question(("money", "currency"), message("proposal-ask-currency", lang), choices)]


def _currency(deals: Draft, written: str, system: str, lang: Lang) -> tuple[str, str]:
    """Give the currency most deals are in, and why; "" where nothing tells it."""
    named: Counter[str] = Counter()
    for column in ("currency", "amount"):
        source = deals.columns.get(column)
        if source is not None and not deals.sql:
            meant = deals.values.get(column, {})  # "US Dollar" = "USD"
            texts = (
                source.header,
                *(str(meant.get(text, text)) for text in deals.texts(source.header)),
            )
            named.update(code for text in texts if (code := _likely_code(text, written)))
        if named:
            return named.most_common(1)[0][0], message("proposal-why-currency", lang)
    home = profiles()[system].currency if system else ""
    return home, message("proposal-why-home", lang) if home else ""


def code_of(text: str) -> str:
    """Give the currency a text names beyond doubt; "" where it names none, or a sign of several."""
    sign = next((code for sign, code in _SIGNS.items() if sign in text), "")
    code = _CODE.search(text)
    return sign or (code[1] if code and code[1] in _KNOWN else "")


def _likely_code(text: str, written: str) -> str:
    shared = (of.get(written, of.get("", "")) for sign, of in _SHARED.items() if sign in text)
    return code_of(text) or next(shared, "")


def _zone_here() -> str:
    """Name the zone this machine is in; UTC where it does not say."""
    told = os.environ.get("TZ", "").lstrip(":")
    linked = str(Path("/etc/localtime").resolve()).partition("zoneinfo/")[2]
    zone = next((zone for zone in (told, linked) if zone in available_timezones()), "UTC")
    return zone.removeprefix("Etc/")
