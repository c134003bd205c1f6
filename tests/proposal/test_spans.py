"""Targets side by side become rows: a month, a quarter, a year each."""

import pytest

from workbench.proposal.spans import _span


@pytest.mark.parametrize(
    ("header", "span"),
    [
        ("Jan", (0, 1, 1)),
        ("December 2025", (2025, 12, 1)),
        ("März", (0, 3, 1)),
        ("août", (0, 8, 1)),
        ("1月", (0, 1, 1)),
        ("2026年12月", (2026, 12, 1)),
        ("十一月", (0, 11, 1)),
        ("十月", (0, 10, 1)),
        ("M03", (0, 3, 1)),
        ("2026-07", (2026, 7, 1)),
        ("Q4 2026", (2026, 10, 3)),
        ("第一季度", (0, 1, 3)),
        ("2025", (2025, 1, 12)),
        ("2025年", (2025, 1, 12)),
    ],
)
def test_a_header_names_its_year_its_first_month_and_how_many(header, span):
    assert _span(header) == span


@pytest.mark.parametrize("header", ["Name", "Marge", "13", "2026-13", "Total", "Region", "全年"])
def test_a_word_that_only_begins_like_a_month_is_none(header):
    assert _span(header) is None
