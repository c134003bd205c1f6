"""SQL that reads days and instants of one form."""

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from workbench.model.day import day_sql, instant_sql, written_day_sql
from workbench.sources.columns.day_forms import CLOCK_NAMES, Form
from workbench.sources.columns.months import month_words
from workbench.sources.columns.sql import bound, with_parts
from workbench.sources.sql import quoted

_PIVOT = 68  # of a year of two figures: 68 is 2068, 69 is 1969, as in Python and DuckDB
_FARTHEST = 15 * 60  # minutes a zone may be from UTC
_FIRST, _LAST = "0001-01-01 00:00:00", "9999-12-31 23:59:59.999999"


@dataclass(frozen=True)
class Days:
    """What a column of days or instants gives."""

    zone: ZoneInfo
    is_day: bool

    def of_wall(self, wall: str) -> str:
        """Give SQL of a wall time of the company's zone."""
        return written_day_sql(wall) if self.is_day else instant_sql(wall, self.zone)

    def of_instant(self, instant: str) -> str:
        """Give SQL of an instant."""
        return day_sql(instant, self.zone) if self.is_day else instant

    def in_reach(self, value: str) -> str:
        """Give SQL that is NULL beyond the years 1 to 9999, which Python and files cannot hold."""
        if self.is_day:
            inside = "v BETWEEN '0001-01-01' AND '9999-12-31'"
        else:
            inside = f"v BETWEEN '{_FIRST}+00' AND '{_LAST}+00'"
        return bound(value, "v", f"CASE WHEN {inside} THEN v END")


def read_by(form: Form, order: str, text: str, days: Days, words: list[str]) -> str:
    """Give SQL that reads one form.

    Parameters
    ----------
    order
        Of the three parts of the day: "dmy".
    words
        The names of months the column holds.
    """
    wall = f"TRY_CAST({_wall(words)} AS TIMESTAMP)"
    zoned = bound(_minutes("p.z"), "o", _instant("w", "o"))
    value = f"CASE WHEN p.z = '' THEN {days.of_wall('w')} ELSE {days.of_instant(zoned)} END"
    then = bound(wall, "w", value)
    return days.in_reach(with_parts(text, f"^(?:{form.pattern})$", (*order, *CLOCK_NAMES), then))


def _wall(words: list[str]) -> str:
    """Write the parts as DuckDB reads a TIMESTAMP; the parts of another form give no time."""
    year = (
        f"CASE WHEN length(p.y) = 2 THEN CASE WHEN p.y <= '{_PIVOT}' THEN '20' ELSE '19' END || p.y"
        " WHEN p.y > '0000' THEN p.y END"
    )
    day = f"({year}) || '-' || {_month(words)} || '-' || p.d"
    clock = (
        f"({_hour()}) || ':' || p.mi || ':' || CASE WHEN p.s = '' THEN '0' ELSE p.s END"
        " || '.' || CASE WHEN p.f = '' THEN '0' ELSE p.f END"
    )
    return f"{day} || CASE WHEN p.h = '' THEN '' ELSE ' ' || {clock} END"


def _month(words: list[str]) -> str:
    figures = "rtrim(p.m, '月')"
    cases = " ".join(f"WHEN {quoted(word)} THEN '{month_words()[word]}'" for word in words)
    return f"CASE p.m {cases} ELSE {figures} END" if words else figures


def _hour() -> str:
    """Give the hour of 24; 上午 also counts 0 to 23, am and pm only 1 to 12."""
    h = "p.h::INTEGER"
    return (
        f"CASE WHEN {h} > 23 THEN NULL "
        f"WHEN p.noon = '' AND p.half = '' THEN p.h "
        f"WHEN p.noon <> '' AND p.half <> '' THEN NULL "
        f"WHEN ({h} > 12 OR {h} = 0) AND (p.half <> '' OR p.noon IN ('am', 'pm')) THEN NULL "
        f"WHEN p.noon IN ('pm', '下午') OR p.half = 'p' "
        f"THEN CASE WHEN {h} < 12 THEN {h} + 12 ELSE {h} END::VARCHAR "
        f"WHEN {h} > 12 THEN NULL "
        f"ELSE ({h} % 12)::VARCHAR END"
    )


def _minutes(zone: str) -> str:
    """Give how many minutes east of UTC z, utc, +0100, +1, gmt+8 or -03:30 are."""
    figures = f"regexp_replace({zone}, '[^0-9]', '', 'g')"
    hours = f"CASE WHEN length({figures}) > 2 THEN left({figures}, -2) ELSE {figures} END"
    rest = f"CASE WHEN length({figures}) > 2 THEN right({figures}, 2) ELSE '0' END"
    total = f"TRY_CAST({hours} AS INTEGER) * 60 + TRY_CAST({rest} AS INTEGER)"
    sign = f"CASE WHEN contains({zone}, '-') THEN -1 ELSE 1 END"
    return f"CASE WHEN {figures} = '' THEN 0 WHEN {rest} < '60' THEN ({total}) * {sign} END"


def _instant(wall: str, minutes: str) -> str:
    near = f"abs({minutes}) <= {_FARTHEST}"
    moved = f"{wall} - to_minutes({minutes})"
    return f"CASE WHEN {near} THEN timezone('UTC', {moved}) END"
