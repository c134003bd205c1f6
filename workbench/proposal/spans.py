"""Quotas that stand side by side: a column a month, a quarter or a year."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from workbench.proposal.draft import Draft, Source
from workbench.proposal.export import Export
from workbench.proposal.profile import Export as Kind
from workbench.proposal.profile import profiles
from workbench.sources.columns.months import month_words
from workbench.sources.likeliest import plain
from workbench.sources.sql import named, quoted

_FEW = 2  # spans side by side
_CHINESE = "一二三四五六七八九十"
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")


class Span(NamedTuple):
    """The days a header names."""

    year: int  # 0 where the header does not name it
    month: int  # the first
    n: int  # of months


def wide_quotas(export: Export) -> Draft | None:
    """Read a file as quotas side by side; None where it is none, or the year is told nowhere."""
    owner = _first(export, (each.columns.get("rep_id", ()) for each in _kinds()))
    year = _first(export, (each.year for each in _kinds()))
    named_ = int(m[1]) if (m := _YEAR.search(export.file)) else 0
    spans = {
        header: span
        for header in export.headers
        if header not in (owner, year) and (span := _span(header)) and (span.year or year or named_)
    }
    if not owner or len(spans) < _FEW:
        return None
    whole = {header: span for header, span in spans.items() if span.n == 12}  # noqa: PLR2004
    if len(whole) < len(spans):  # a column of the whole year is their sum
        spans = {header: span for header, span in spans.items() if header not in whole}
    years = named(year) if year else quoted(str(named_))
    draft = Draft("quotas", export, sql="\nUNION ALL ".join(_rows(owner, years, spans)))
    for column in ("rep_id", "start_on", "end_on", "target"):
        draft.columns[column] = Source(column, "content")
    draft.offered["rep_id"] = [owner]
    return draft


def _kinds() -> Iterator[Kind]:
    every = [kind for profile in profiles().values() for kind in profile.exports]
    return iter(sorted(every, key=lambda kind: kind.table != "quotas"))


def _first(export: Export, aliases: Iterable[Iterable[str]]) -> str:
    by_plain = {plain(header): header for header in export.headers}
    found = (by_plain[p] for each in aliases for p in map(plain, each) if p in by_plain)
    return next(found, "")


def _rows(owner: str, years: str, spans: Mapping[str, Span]) -> Iterator[str]:
    """Write one SELECT for each column: the same people, its days, its targets."""
    for header, span in spans.items():
        year = quoted(str(span.year)) if span.year else f"regexp_extract({years}, '20[0-9][0-9]')"
        over, end = divmod(span.month + span.n - 1, 12)
        later = f"CAST(CAST({year} AS INTEGER) + {over} AS VARCHAR)" if over else year
        yield (
            f"SELECT {named(owner)} AS rep_id, {year} || '-{span.month:02}-01' AS start_on, "
            f"{later} || '-{end + 1:02}-01' AS end_on, {named(header)} AS target FROM quotas"
        )


def _span(header: str) -> Span | None:
    """Give the days a header names; None where it names none."""
    found = _YEAR.search(header)
    year = int(found[1]) if found else 0
    word = _YEAR.sub(" ", header).replace("年", " ")
    if not re.search(r"\w", word):
        return Span(year, 1, 12) if year else None
    quarter = re.fullmatch(r"\W*(?:Q|T|第)?\s*([1-4一二三四])\s*(?:Q|季度?|季)?\W*", word, re.I)
    if quarter and re.search(r"[QT季]", word, re.I):
        return Span(year, 3 * ("1234一二三四".index(quarter[1]) % 4) + 1, 3)
    month = _month(word)
    return Span(year, month, 1) if month else None


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
    return month_words().get(parts[0], 0) if len(parts) == 1 else 0
