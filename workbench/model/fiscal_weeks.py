"""Years of whole weeks: 4-4-5, 4-5-4 or 5-4-4, of 52 weeks and now and then of 53.

Two lines of workbench.toml tell them: how a quarter's weeks make months, and the day a year ends
on. A year of 53 weeks has its last one in its last month.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property, lru_cache
from itertools import pairwise

from workbench.model.notation import Notation, no_such_week
from workbench.model.period import Period, PeriodKind
from workbench.model.year_ends import YearEnds, read_year_ends

PATTERNS = ("4-4-5", "4-5-4", "5-4-4")
_WEEK = timedelta(days=7)
Spans = dict[PeriodKind, list[tuple[int, int]]]  # first week, and the one after the last
_QUARTERS, _MONTHS = 4, 3  # quarters of a year, months of a quarter


@dataclass(frozen=True)
class FiscalWeeks:
    """The two lines: `weeks` and `year_ends` of `[calendar]`."""

    pattern: str  # weeks of the three months of a quarter, as 4-4-5
    ends: str  # when a year ends, as "last Saturday of January"

    def year(self, number: int) -> tuple[Period, ...]:
        """Give all periods of a fiscal year, by start; it has the number of the year it ends in."""
        return _periods(self.pattern, self._ends, number)

    def period(self, named: Notation) -> Period:
        """Find a period of a fiscal year.

        Raises
        ------
        ValueError
            For week 53 of a year that has 52.
        """
        for period in self.year(named.year):
            if period.name == named.name:
                return period
        raise no_such_week(f"FY{named.year}", named.number)

    def around(self, number: int) -> tuple[Period, ...]:
        """Give the periods of a year with those of the years beside it."""
        return tuple(each for step in (-1, 0, 1) for each in self.year(number + step))

    @cached_property
    def _ends(self) -> YearEnds:
        return read_year_ends(self.ends)


@lru_cache(maxsize=64)
def _periods(pattern: str, ends: YearEnds, year: int) -> tuple[Period, ...]:
    start, end = (ends.day_in(each) + timedelta(days=1) for each in (year - 1, year))
    months = _months(pattern, (end - start) // _WEEK)
    total = len(months)
    weeks = [(week, week + 1) for week in range(months[-1][1])]
    spans: Spans = {
        "year": [(0, months[-1][1])],
        "half": _joined(months, total // 2),
        "quarter": _joined(months, _MONTHS),
        "month": months,
        "week": weeks,
    }  # fmt: skip
    found = list(_named(year, start, spans))
    return tuple(sorted(found, key=lambda each: (each.start, -(each.end - each.start).days)))


def _months(pattern: str, weeks: int) -> list[tuple[int, int]]:
    """Give the first week of each month and the one after its last, counted from 0."""
    sizes = [int(size) for size in pattern.split("-")] * _QUARTERS
    sizes[-1] += weeks - sum(sizes)
    edges = [sum(sizes[:n]) for n in range(len(sizes) + 1)]
    return list(pairwise(edges))


def _joined(spans: Sequence[tuple[int, int]], size: int) -> list[tuple[int, int]]:
    groups = [spans[n : n + size] for n in range(0, len(spans), size)]
    return [(group[0][0], group[-1][1]) for group in groups]


def _named(year: int, start: date, spans: Spans) -> Iterator[Period]:
    above: list[tuple[int, int]] = []
    kind_above: PeriodKind = "year"
    for kind, here in spans.items():
        for number, (first, last) in enumerate(here, start=1):
            holding = next((n for n, (a, b) in enumerate(above, 1) if a <= first and last <= b), 0)
            parent = Notation(year, kind_above, holding, is_fiscal=True).name if holding else ""
            name = Notation(year, kind, number, is_fiscal=True).name
            yield Period(name, start + first * _WEEK, start + last * _WEEK, kind, parent)
        above, kind_above = here, kind
