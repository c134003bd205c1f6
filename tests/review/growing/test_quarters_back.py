"""A look back over quarters stays in the company's own calendar."""

import pytest

from workbench.model.calendar import Calendar
from workbench.model.fiscal_weeks import FiscalWeeks
from workbench.review.growing.awards import size_of
from workbench.review.growing.quarters import quarters_to

# FY2026 runs from 2025-01-26 to 2026-01-31; Q4 and P12 end with it
WEEKS = Calendar(weeks=FiscalWeeks("4-4-5", "last Saturday of January"))


@pytest.mark.parametrize(
    ("period", "names"),
    [
        ("FY2026-Q4", ["FY2026-Q3", "FY2026-Q4"]),
        ("FY2026", ["FY2026-Q3", "FY2026-Q4"]),
        ("FY2026-P12", ["FY2026-Q3", "FY2026-Q4"]),
        ("FY2026-P02", ["2024-09-22..2024-12-21", "2024-12-22..2025-03-22"]),
        ("2025-Q4", ["2025-Q3", "2025-Q4"]),
        ("2025-11", ["2025-06-02..2025-08-31", "2025-09-01..2025-11-30"]),
    ],
)
def test_the_quarters_before_a_period_are_its_own(period, names):
    found = quarters_to(WEEKS, WEEKS.period(period), 2)

    assert [each.name for each in found] == names


@pytest.mark.parametrize(
    ("period", "size"),
    [
        ("FY2026-Q1", "quarter"),
        ("FY2026-P12", "month"),  # six weeks
        ("FY2026-W01", "week"),  # no award of a month is given for a week
        ("2026-01-01..2026-03-31", "quarter"),
    ],
)
def test_an_award_goes_by_the_kind_of_a_period(period, size):
    assert size_of(WEEKS.period(period)) == size
