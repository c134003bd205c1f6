"""A company's table of periods: of which kind each row is, and which period it is a part of.

What a row does not say, its length says: 91 days are a quarter. The period it is a part of is the
smallest of a larger kind that holds all its days. Where that leaves no answer, the table is asked.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from workbench.errors import PeriodError, hint
from workbench.model.period import KINDS, Period, PeriodKind, is_larger
from workbench.model.spelling import folded

# Days a kind may have: a month of whole weeks has up to six, and a year of them 52 or 53
_DAYS: dict[PeriodKind, tuple[int, int]] = {
    "week": (7, 7),
    "month": (25, 45),
    "quarter": (80, 105),
    "half": (170, 200),
    "year": (350, 380),
}
_WORDS: dict[str, PeriodKind] = {
    "week": "week", "周": "week", "星期": "week",
    "month": "month", "月": "month", "月份": "month", "月度": "month",
    "quarter": "quarter", "季": "quarter", "季度": "quarter",
    "half": "half", "half-year": "half", "half year": "half", "半年": "half", "半年度": "half",
    "year": "year", "年": "year", "年度": "year", "财年": "year",
    "range": "range", "区间": "range",
}  # fmt: skip
_SAID = "week, month, quarter, half, year or range"


class Row(NamedTuple):
    """One row of the table, as it was read."""

    place: str  # for messages: periods.csv, row 3
    name: str
    start: date
    end: date  # the day after the last
    kind: str = ""  # as it is written; "" was not told
    parent: str = ""


def named_periods(rows: Sequence[Row], *, is_end_told: bool = False) -> tuple[Period, ...]:
    """Give a company's own periods, earliest first, the longer before its parts.

    Parameters
    ----------
    is_end_told
        Whether the workspace says what the ends are; else days left out between two rows ask.

    Raises
    ------
    PeriodError
        When a name stands twice, a period ends before it starts, a kind or a parent is not told
        and has no one answer, or periods of one kind overlap; names the row and what to add.
    """
    _require_plain(rows)
    if not is_end_told:
        _require_ends(rows)
    found = [Period(row.name, row.start, row.end, _kind(row)) for row in rows]
    _require_apart(found)
    whole = [
        replace(each, parent=_parent(row, each, found))
        for row, each in zip(rows, found, strict=True)
    ]
    return tuple(sorted(whole, key=lambda each: (each.start, -each.end.toordinal())))


def _require_plain(rows: Iterable[Row]) -> None:
    seen: set[str] = set()
    for row in rows:
        if row.end <= row.start:
            raise PeriodError(
                f"{row.place}: {row.name!r} ends on {row.end}, before its first day is over. Write "
                "the day after its last as end_on."
            )
        if row.name in seen:
            raise PeriodError(f"{row.place}: a second period is called {row.name!r}. Rename one.")
        seen.add(row.name)


def _require_ends(rows: Sequence[Row]) -> None:
    """Ask where a period stops a day before another begins, and none begins on that day."""
    starts = {row.start: row for row in reversed(rows)}
    for row in rows:
        after = starts.get(row.end + timedelta(days=1))
        if row.end not in starts and after is not None:
            raise PeriodError(
                f"{row.place}: {row.name!r} ends on {row.end} and {after.name!r} begins on "
                f"{after.start}, so {row.end} is in neither. An end is the day after the last. If "
                'the table names the last days, write ends = "inclusive" under [calendar.periods]; '
                'if that day belongs to none, ends = "exclusive".'
            )


def _kind(row: Row) -> PeriodKind:
    if row.kind:
        known = _WORDS.get(folded(row.kind))
        if known is None:
            raise PeriodError(f"{row.place}: {row.name!r} is of kind {row.kind!r}. Write {_SAID}.")
        return known
    days = (row.end - row.start).days
    for kind, (least, most) in _DAYS.items():
        if least <= days <= most:
            return kind
    raise PeriodError(
        f"{row.place}: {row.name!r} has {days} days, which is no week, month, quarter, half or "
        f"year. Add a column kind to the table of periods that says {_SAID} in each row; where "
        'all are alike, write constants = { kind = "range" } under [calendar.periods].'
    )


def _require_apart(periods: Iterable[Period]) -> None:
    for kind in KINDS:
        mine = sorted((each for each in periods if each.kind == kind), key=lambda each: each.start)
        for one, following in pairwise(mine):
            if following.start < one.end:
                raise PeriodError(
                    f"The table of periods has {one.name!r} and {following.name!r}, each a {kind}, "
                    f"and both hold {following.start}. Mend their days, or say in a column kind "
                    "what else one of them is: range stands beside all others."
                )


def _parent(row: Row, period: Period, every: Sequence[Period]) -> str:
    if row.parent:
        return _told_parent(row, period, every)
    around = [each for each in every if is_larger(each.kind, period.kind) and each.holds(period)]
    return min(around, key=lambda each: KINDS.index(each.kind)).name if around else ""


def _told_parent(row: Row, period: Period, every: Iterable[Period]) -> str:
    known = {each.name: each for each in every}
    found = known.get(row.parent)
    if found is None:
        raise PeriodError(
            f"{row.place}: {row.name!r} is a part of {row.parent!r}, which is no row of the table "
            f"of periods. Add its row. {hint(row.parent, known)}"
        )
    if not is_larger(found.kind, period.kind) or not _meet(found, period):
        raise PeriodError(
            f"{row.place}: {row.name!r} ({period.kind}, {period.start} to {period.last_day}) is no "
            f"part of {found.name!r} ({found.kind}, {found.start} to {found.last_day}). Name a "
            "longer period that holds its days, or leave parent blank."
        )
    return found.name


def _meet(one: Period, other: Period) -> bool:
    return one.start < other.end and other.start < one.end
