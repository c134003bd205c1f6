"""A company's table of periods: of which kind each row is, and which period it is a part of.

What a row does not say, its length says: 91 days are a quarter. The period it is a part of is the
smallest of a larger kind that holds all its days. Where that leaves no answer, the table is asked.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from workbench.errors import PeriodError, Said, hint, hint_said, plain_name, telling
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
_WORD: dict[PeriodKind, str] = {kind: kind for kind in KINDS} | {
    "half": "half-year", "range": "range",
}  # fmt: skip
_PLACE = re.compile(r"(?P<file>.+), row (?P<row>\d+)")
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
            raise _asked(
                f"{row.place}: {row.name!r} ends on {row.end}, before its first day is over. Write "
                "the day after its last as end_on.",
                "turned", row, end=f"{row.end}",
            )  # fmt: skip
        if row.name in seen:
            text = f"{row.place}: a second period is called {row.name!r}. Rename one."
            raise _asked(text, "named-twice", row)
        seen.add(row.name)


def _require_ends(rows: Sequence[Row]) -> None:
    """Ask where a period stops a day before another begins, and none begins on that day."""
    starts = {row.start: row for row in reversed(rows)}
    for row in rows:
        after = starts.get(row.end + timedelta(days=1))
        if row.end not in starts and after is not None:
            raise _asked(
                f"{row.place}: {row.name!r} ends on {row.end} and {after.name!r} begins on "
                f"{after.start}, so {row.end} is in neither. An end is the day after the last. If "
                'the table names the last days, write ends = "inclusive" under [calendar.periods]; '
                'if that day belongs to none, ends = "exclusive".',
                "between", row, end=f"{row.end}", other=plain_name(after.name),
                start=f"{after.start}",
            )  # fmt: skip


def _kind(row: Row) -> PeriodKind:
    if row.kind:
        known = _WORDS.get(folded(row.kind))
        if known is None:
            text = f"{row.place}: {row.name!r} is of kind {row.kind!r}. Write {_SAID}."
            raise _asked(text, "kind", row, kind=plain_name(row.kind))
        return known
    days = (row.end - row.start).days
    for kind, (least, most) in _DAYS.items():
        if least <= days <= most:
            return kind
    counted = "one day" if days == 1 else f"{days} days"
    raise _asked(
        f"{row.place}: {row.name!r} has {counted}, which is not a week, month, quarter, half or "
        f"year. Add a column kind to the table of periods that says {_SAID} in each row; where "
        'all are alike, write constants = { kind = "range" } under [calendar.periods].',
        "length", row, n=days,
    )  # fmt: skip


def _require_apart(periods: Iterable[Period]) -> None:
    for kind in KINDS:
        mine = sorted((each for each in periods if each.kind == kind), key=lambda each: each.start)
        for one, following in pairwise(mine):
            if following.start < one.end:
                made = PeriodError(
                    f"The table of periods has {one.name!r} and {following.name!r}, each a "
                    f"{_WORD[kind]}, and both hold {following.start}. Mend their days, or say in a "
                    "column kind what else one of them is: range stands beside all others."
                )
                raise telling(
                    made, "periods-overlap", one=plain_name(one.name),
                    other=plain_name(following.name), kind=Said(f"size-{kind}"),
                    day=f"{following.start}",
                )  # fmt: skip


def _parent(row: Row, period: Period, every: Sequence[Period]) -> str:
    if row.parent:
        return _told_parent(row, period, every)
    around = [each for each in every if is_larger(each.kind, period.kind) and each.holds(period)]
    return min(around, key=lambda each: KINDS.index(each.kind)).name if around else ""


def _told_parent(row: Row, period: Period, every: Iterable[Period]) -> str:
    known = {each.name: each for each in every}
    found = known.get(row.parent)
    if found is None:
        raise _asked(
            f"{row.place}: {row.name!r} is a part of {row.parent!r}, which is not in the table "
            f"of periods. Add its row. {hint(row.parent, known)}",
            "no-parent", row, parent=plain_name(row.parent), hint=hint_said(row.parent, known),
        )  # fmt: skip
    if not is_larger(found.kind, period.kind) or not _meet(found, period):
        raise _asked(
            f"{row.place}: {row.name!r} ({_WORD[period.kind]}, {period.start} to "
            f"{period.last_day}) is not part of {found.name!r} ({_WORD[found.kind]}, {found.start} "
            f"to {found.last_day}). Name a longer period that holds its days, or leave parent "
            "blank.",
            "no-part", row, kind=Said(f"size-{period.kind}"), first=f"{period.start}",
            last=f"{period.last_day}", parent=plain_name(found.name),
            whole=Said(f"size-{found.kind}"), begin=f"{found.start}", end=f"{found.last_day}",
        )  # fmt: skip
    return found.name


def _asked(text: str, key: str, row: Row, **values: str | int | Said) -> PeriodError:
    """Make the error about a row of the table, told in any language."""
    place = _PLACE.fullmatch(row.place)
    where: str | Said = row.place
    if place is not None:
        where = Said("periods-place", (("file", place["file"]), ("row", place["row"])))
    made = PeriodError(text)
    return telling(made, f"periods-{key}", place=where, name=plain_name(row.name), **values)


def _meet(one: Period, other: Period) -> bool:
    return one.start < other.end and other.start < one.end
