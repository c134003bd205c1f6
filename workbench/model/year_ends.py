"""The day a year of whole weeks ends on, as workbench.toml says it.

`last Saturday of January`, or `Saturday nearest 31 January`; in Chinese `1月最后一个星期六` and
`最接近1月31日的星期六`. The first keeps every year's end inside the month, the second within three
days of one date.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

from workbench.model.spelling import trimmed

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
_CHINESE_DAYS = {sign: n for n, sign in enumerate("一二三四五六日")} | {"天": 6}
_SHORTEST = 3  # letters of a name that tell it: sat, jan
_HALF_WEEK = 3
_DAY, _NEAR, _ON = r"(?P<day>[a-z]+)", r"(?P<near>nearest|closest)", r"(?P<on>\d{1,2})"
_DATE = (rf"{_ON} (?P<month>[a-z]+)", rf"(?P<month>[a-z]+) {_ON}")
_CHINESE = r"(?:星期|周|礼拜)(?P<day>[一二三四五六日天])"
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"(?:the )?last {_DAY} (?:of|in) (?P<month>[a-z]+)",
        *(rf"(?:the )?{_DAY} {_NEAR}(?: to)? {day}" for day in _DATE),
        *(rf"(?:the )?{_NEAR} {_DAY} to {day}" for day in _DATE),
        rf"(?P<month>\d{{1,2}})月(?:的)?最后一个{_CHINESE}",
        rf"最接近(?P<month>\d{{1,2}})月{_ON}日的{_CHINESE}",
    )
)
SAID = '"last Saturday of January" or "Saturday nearest 31 January"'


@dataclass(frozen=True)
class YearEnds:
    """A rule that gives each year one last day."""

    weekday: int  # Monday is 0
    month: int
    day: int = 0  # the one it is nearest to; 0: it is the last of the month

    def day_in(self, year: int) -> date:
        """Give the last day of the fiscal year that is named after this year."""
        last = calendar.monthrange(year, self.month)[1]
        if self.day:
            latest = date(year, self.month, min(self.day, last)) + timedelta(days=_HALF_WEEK)
        else:
            latest = date(year, self.month, last)
        return latest - timedelta(days=(latest.weekday() - self.weekday) % 7)


def read_year_ends(text: str) -> YearEnds:
    """Read when a year ends.

    Raises
    ------
    ValueError
        When it is no such rule; says the forms there are.
    """
    plain = " ".join(trimmed(text).lower().split())
    for form in _FORMS:
        match = form.fullmatch(plain)
        if match is not None:
            found = _rule(match.groupdict())
            if found is not None:
                return found
    raise ValueError(f"no day on which a year ends. Write {SAID}")


def _rule(said: dict[str, str]) -> YearEnds | None:
    weekday, month = _weekday(said["day"]), _month(said["month"])
    day = int(said.get("on") or 0)
    if weekday is None or month is None or (said.get("on") and not _is_day(month, day)):
        return None
    return YearEnds(weekday, month, day)


def _is_day(month: int, day: int) -> bool:
    return 1 <= day <= calendar.monthrange(2024, month)[1]  # a leap year: 29 February is one


def _weekday(word: str) -> int | None:
    return _CHINESE_DAYS.get(word, _of(word, _DAYS))


def _month(word: str) -> int | None:
    if word.isdigit():
        return int(word) if 1 <= int(word) <= len(_MONTHS) else None
    found = _of(word, _MONTHS)
    return None if found is None else found + 1


def _of(word: str, names: tuple[str, ...]) -> int | None:
    fitting = [n for n, name in enumerate(names) if name.startswith(word)]
    return fitting[0] if len(fitting) == 1 and len(word) >= _SHORTEST else None
