"""The notation of periods: many ways to write one, a single name for it.

Outputs and cycles are called by that name, so `2026Q3`, `q3 2026` and `2026年第三季度` all give
`2026-Q3`. What could be two periods is none: `202609` may be a month or a day of 2020, `2026.1`
January or what a tool left of `2026.10`, `2011/12` a month or two years.
"""

import re
from dataclasses import dataclass
from datetime import date

from workbench.errors import Said
from workbench.model.period import PeriodKind
from workbench.model.spelling import trimmed

MONTHS: dict[PeriodKind, int] = {"year": 12, "half": 6, "quarter": 3, "month": 1}
_MOST: dict[PeriodKind, int] = {"month": 12, "week": 53}
_CENTURY = 2000
_LATEST_SHORT = 69  # FY70 to FY99 could be of either century

_DASHES = re.compile(r"[\u2010-\u2015\u2212\ufe58\ufe63_]")
_ENGLISH = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
_LONG = (
    "JANUARY", "FEBRUARY", "MARCH", "APRIL", "MAY", "JUNE", "JULY", "AUGUST", "SEPTEMBER",
    "OCTOBER", "NOVEMBER", "DECEMBER",
)  # fmt: skip
_CHINESE = {"一": 1, "二": 2, "三": 3, "四": 4, "上": 1, "下": 2}

_YEAR = r"(?:(?P<fiscal>FY) ?-? ?(?P<fy>\d{4}|\d{2})|(?P<year>\d{4}))"
_PART = (
    r"(?:Q(?P<quarter>[1-4])|H(?P<half>[12])|(?P<word>[A-Z]{3,9})|W(?P<week>\d{1,2})"
    r"|P(?P<fiscal_month>\d{1,2})|(?P<quarter_first>[1-4])Q|(?P<half_first>[12])H)"
)
_FORMS = tuple(
    re.compile(form, re.ASCII)
    for form in (
        rf"{_YEAR}(?: ?[-/]? ?{_PART})?",
        rf"{_PART} ?[-/]? ?{_YEAR}",
        r"(?P<year>\d{4}) ?(?P<sign>[-/]) ?(?P<month>\d{1,2})",
        r"(?P<month>\d{1,2}) ?[-/] ?(?P<year>\d{4})",
        r"(?P<year>\d{4}) ?(?:年|(?P<fiscal>财年))? ?(?:"
        r"第? ?(?P<quarter>[1-4一二三四]) ?季度?|Q(?P<q>[1-4])|(?P<half>[上下]) ?半年|H(?P<h>[12])"
        r"|(?P<month>\d{1,2}) ?月|第? ?(?P<week>\d{1,2}) ?周)?",
    )
)
_DAY = r"(\d{4})(?:-(\d{1,2})-(\d{1,2})|/(\d{1,2})/(\d{1,2})|年(\d{1,2})月(\d{1,2})日)"
_RANGE = re.compile(rf"{_DAY} ?(?:\.\.|~|至|到|TO) ?{_DAY}", re.ASCII)


class NoPeriodError(ValueError):
    """What is written as a period is and is none; `said` says why in any language."""

    def __init__(self, text: str, said: Said) -> None:
        super().__init__(text)
        self.said = said


def no_such_week(year: str, number: int) -> NoPeriodError:
    """Make the error of week 53 of a year that has 52."""
    kept = Said("period-why-weeks", (("year", year), ("n", str(number - 1))))
    return NoPeriodError(f"{year} has {number - 1} weeks", kept)


@dataclass(frozen=True)
class Notation:
    """A period as the calendar writes it."""

    year: int
    kind: PeriodKind
    number: int = 1  # which half, quarter, month or week
    is_fiscal: bool = False

    @property
    def name(self) -> str:
        """The one name of it: `2026-H2`, `2026-09`, `2026-W30`, `FY2026-Q1`, `FY2026-P01`."""
        signs = {
            "year": "", "half": f"-H{self.number}", "quarter": f"-Q{self.number}",
            "week": f"-W{self.number:02d}",
            "month": f"-P{self.number:02d}" if self.is_fiscal else f"-{self.number:02d}",
        }  # fmt: skip
        tail = signs[self.kind]
        return f"{'FY' if self.is_fiscal else ''}{self.year:04d}{tail}"

    @property
    def months(self) -> int:
        """Months from the start of its year to its own."""
        return (self.number - 1) * MONTHS[self.kind]


def read_notation(text: str) -> Notation | None:
    """Read a year, half, quarter, month or week; None when it is none or could be two.

    Raises
    ------
    ValueError
        For a month or week that is none, or a year of two digits from either century.
    """
    plain = _plain(text)
    for form in _FORMS:
        match = form.fullmatch(plain)
        if match is not None:
            return _notation({name: part for name, part in match.groupdict().items() if part})
    return None


def read_range(text: str) -> tuple[date, date] | None:
    """Read first and last day of a span; None when it is none.

    Raises
    ------
    ValueError
        For a day that is none, such as 30 February.
    """
    match = _RANGE.fullmatch(_plain(text))
    if match is None:
        return None
    first, last = [
        date(*(int(part) for part in half if part))
        for half in (match.groups()[:7], match.groups()[7:])
    ]
    return first, last


def _plain(text: str) -> str:
    return " ".join(_DASHES.sub("-", trimmed(text)).upper().split())


def _notation(said: dict[str, str]) -> Notation | None:
    year = _year(said)
    kind, number = _part(said)
    is_fiscal, is_span = "fiscal" in said, said.get("sign") == "/" and number == (year + 1) % 100
    is_month_of_its_year = kind != "month" or is_fiscal == ("fiscal_month" in said)
    if number is None or is_span or not is_month_of_its_year:
        return None
    if kind in _MOST and not 1 <= number <= _MOST[kind]:
        kept = Said(f"period-why-{kind}", (("most", str(_MOST[kind])),))
        raise NoPeriodError(f"{kind} must be 01 to {_MOST[kind]}", kept)
    return Notation(year, kind, number, is_fiscal=is_fiscal)


def _year(said: dict[str, str]) -> int:
    told = said.get("year") or said["fy"]
    if len(told) > 2:  # noqa: PLR2004 (two digits or four)
        return int(told)
    if int(told) > _LATEST_SHORT:
        kept = Said("period-why-century", (("year", told),))
        raise NoPeriodError(f"FY{told} could be FY19{told} or FY20{told}", kept)
    return _CENTURY + int(told)


def _part(said: dict[str, str]) -> tuple[PeriodKind, int | None]:
    kinds: tuple[tuple[PeriodKind, tuple[str, ...]], ...] = (
        ("quarter", ("quarter", "quarter_first", "q")),
        ("half", ("half", "half_first", "h")),
        ("month", ("month", "fiscal_month")),
        ("week", ("week",)),
    )
    for kind, names in kinds:
        told = next((said[name] for name in names if name in said), "")
        if told:
            return kind, _CHINESE[told] if told in _CHINESE else int(told)
    return ("month", _english(said["word"])) if "word" in said else ("year", 1)


def _english(word: str) -> int | None:
    for names in (_ENGLISH, _LONG):
        if word in names:
            return names.index(word) + 1
    return None
