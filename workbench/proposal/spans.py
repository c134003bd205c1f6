"""Quotas that stand side by side: a column a month, a quarter or a year."""

import re
from collections.abc import Mapping
from datetime import date

from workbench.proposal.draft import Draft, Source
from workbench.proposal.exports import Export
from workbench.proposal.matching import owner_of
from workbench.sources.likeliest import plain
from workbench.sources.sql import named, quoted

_FEW = 2  # spans side by side
_MONTHS = (
    ("jan", "janvier", "januar", "enero"), ("feb", "février", "fevrier", "februar", "febrero"),
    ("mar", "mars", "märz", "maerz", "mär", "marzo"), ("apr", "avril", "april", "abril"),
    ("may", "mai", "mayo"), ("jun", "juin", "juni", "june", "junio"),
    ("jul", "juillet", "juli", "july", "julio"), ("aug", "août", "aout", "august", "agosto"),
    ("sep", "sept", "septembre", "september", "septiembre"), ("oct", "okt", "octobre", "oktober",
    "october", "octubre"), ("nov", "novembre", "november", "noviembre"), ("dec", "dez", "déc",
    "décembre", "decembre", "dezember", "december", "diciembre"),
)  # fmt: skip
_LONG = {"january": 1, "february": 2, "march": 3}
_WORDS = {word: n for n, words in enumerate(_MONTHS, 1) for word in words} | _LONG
_CHINESE = "一二三四五六七八九十"
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
Span = tuple[date, date]


def wide_quotas(export: Export) -> Draft | None:
    """Read a file as quotas side by side; None where it is none, or the year is nowhere told."""
    owner = owner_of(export.headers)
    if not owner:
        return None
    year_column = next((h for h in export.headers if plain(h) in ("year", "jahr", "année", "annee",
                        "年", "年度", "财年", "fiscal year", "fy")), "")  # fmt: skip
    years = export.values(year_column) if year_column else []
    told = _year(years[0]) if len(years) == 1 else _year(export.file)
    spans = {
        header: span for header in export.headers
        if header not in (owner, year_column) and (span := _span(header, told))
    }  # fmt: skip
    if len(spans) < _FEW:
        return None
    draft = Draft("quotas", export, sql=_sql(owner, spans))
    for column in ("rep_id", "start_on", "end_on", "target"):
        draft.columns[column] = Source(column, "content")
    draft.offered["rep_id"] = [owner]
    return draft


def _span(header: str, year: int) -> Span | None:
    """Give the days a header names; None where it names none, or its year is told nowhere."""
    year = _year(header) or year
    word = _YEAR.sub(" ", header).replace("年", " ")
    if not year:
        return None
    if not re.search(r"\w", word):
        return date(year, 1, 1), date(year + 1, 1, 1)
    quarter = re.fullmatch(r"\W*(?:Q|T|第)?\s*([1-4一二三四])\s*(?:Q|季度?|季)?\W*", word, re.I)
    if quarter and re.search(r"[QT季]", word, re.I):
        n = "1234一二三四".index(quarter[1]) % 4
        return date(year, 3 * n + 1, 1), _first(year, 3 * n + 4)
    month = _month(word)
    return (date(year, month, 1), _first(year, month + 1)) if month else None


def _month(word: str) -> int:
    number = re.fullmatch(r"\W*(?:M|月)?\s*(\d{1,2})\s*(?:月份?)?\W*", word, re.I)
    if number and 1 <= int(number[1]) <= 12:  # noqa: PLR2004 (months)
        return int(number[1])
    chinese = re.fullmatch(r"\W*(十?[一二三四五六七八九十]?)月份?\W*", word)
    if chinese and chinese[1]:
        text = chinese[1]
        if len(text) == 2:  # noqa: PLR2004 (ten and one, ten and two)
            return 10 + _CHINESE.index(text[1]) + 1
        return _CHINESE.index(text) + 1
    parts = re.findall(r"[^\W\d_]+", word.casefold())
    return _WORDS.get(parts[0], 0) if len(parts) == 1 else 0


def _year(text: str) -> int:
    found = _YEAR.search(text)
    return int(found[1]) if found else 0


def _first(year: int, month: int) -> date:
    return date(year + 1, 1, 1) if month > 12 else date(year, month, 1)  # noqa: PLR2004 (months)


def _sql(owner: str, spans: Mapping[str, Span]) -> str:
    rows = [
        f"SELECT {named(owner)} AS rep_id, {quoted(start.isoformat())} AS start_on, "
        f"{quoted(end.isoformat())} AS end_on, {named(header)} AS target FROM quotas"
        for header, (start, end) in spans.items()
    ]
    return "\nUNION ALL ".join(rows)
