"""Which quarter the first documents are for: the last the record covers."""

from datetime import date

import pytest

from workbench.proposal.span import last_whole_quarter


@pytest.mark.parametrize(
    ("first", "last", "name"),
    [
        ("2025-01-01", "2026-03-31", "2026-Q1"),
        ("2025-01-01", "2026-03-28", "2026-Q1"),  # a weekend, then the end
        ("2025-01-01", "2026-03-20", "2025-Q4"),
        ("2025-01-01", "2026-02-14", "2025-Q4"),
        ("2025-01-01", "2025-12-31", "2025-Q4"),
        ("2026-01-01", "2026-02-14", "2026-Q1"),
        ("2026-01-05", "2026-02-14", "2026-Q1"),  # no quarter is covered: the one begun
    ],
)
def test_the_last_quarter_that_is_covered(first, last, name):
    assert last_whole_quarter(date.fromisoformat(first), date.fromisoformat(last)) == name
