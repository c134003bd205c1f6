"""The order of day and month is settled by all days of a file together."""

import pytest

from workbench.proposal.dates import order_of


@pytest.mark.parametrize(
    ("columns", "order"),
    [
        ([["1/2/2026", "13/2/2026"]], "dmy"),
        ([["1/2/2026"], ["2/13/2026 8:01 AM"]], "mdy"),
        ([["1/2/2026"], ["2/3/2026"]], ""),
        ([["13/2/2026"], ["2/13/2026"]], ""),  # columns of one file that contradict each other
        ([["2026-02-13", ""]], ""),
        ([["13.02.26"]], "dmy"),
        ([], ""),
    ],
)
def test_an_order_is_told_by_the_days_that_leave_no_other(columns, order):
    assert order_of(columns) == order
