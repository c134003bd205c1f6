"""What a folder of exports tells of the company: its language, zone, currency."""

import os
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from zoneinfo import available_timezones

from workbench.i18n import Lang, currency_name, message
from workbench.proposal.draft import Draft
from workbench.proposal.profile import profiles
from workbench.proposal.proposal import Choice, Line, Question
from workbench.sources.columns.currencies import code_of, is_currency

_KANA = re.compile(r"[぀-ヿ]")
_HAN = re.compile(r"[一-鿿]")
_WORD = re.compile(r"[^\W\d_]*[^\w\s.,'’()+\-/:%]|[^\W\d_]+")  # a sign with its letters, or a word
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
    if "deals" not in drafts:
        return lines, []  # nothing is in money
    code, why = _currency(drafts["deals"], home, system, lang)
    if code:
        return [*lines, Line(("money", "currency"), code, "content", why)], []
    usual = dict.fromkeys(filter(None, (home, *_USUAL)))
    choices = tuple(Choice(each, currency_name(each, lang)) for each in usual)
    return lines, [Question(("money", "currency"), message("proposal-ask-currency", lang), choices)]


def _currency(deals: Draft, home: str, system: str, lang: Lang) -> tuple[str, str]:
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
            named.update(code for text in texts if (code := _named(text, home)))
        if named:
            return named.most_common(1)[0][0], message("proposal-why-currency", lang)
    own = profiles()[system].currency if system else ""
    return own, message("proposal-why-home", lang) if own else ""


def _named(text: str, home: str) -> str:
    """Give the currency a text names, a shared sign by the home of its language; "" for none."""
    words = _WORD.findall(unicodedata.normalize("NFKC", text))
    plain = (word.lstrip("万亿") for word in words)  # of 10.5万元 the last sign names it
    named = (word for word in plain if not word.isascii() or word == word.upper())  # no "All"
    return next((code for word in named if is_currency(word) and (code := code_of(word, home))), "")


def _zone_here() -> str:
    """Name the zone this machine is in; UTC where it does not say."""
    told = os.environ.get("TZ", "").lstrip(":")
    linked = str(Path("/etc/localtime").resolve()).partition("zoneinfo/")[2]
    zone = next((zone for zone in (told, linked) if zone in available_timezones()), "UTC")
    return zone.removeprefix("Etc/")
