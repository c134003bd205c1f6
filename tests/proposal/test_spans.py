"""Targets side by side become rows: a month, a quarter, a year each."""

from datetime import date

import pytest

from workbench.proposal.spans import _span


@pytest.mark.parametrize(
    ("header", "year", "span"),
    [
        ("Jan", 2026, ("2026-01-01", "2026-02-01")),
        ("December 2025", 0, ("2025-12-01", "2026-01-01")),
        ("März", 2026, ("2026-03-01", "2026-04-01")),
        ("août", 2026, ("2026-08-01", "2026-09-01")),
        ("1月", 2026, ("2026-01-01", "2026-02-01")),
        ("2026年12月", 0, ("2026-12-01", "2027-01-01")),
        ("十一月", 2026, ("2026-11-01", "2026-12-01")),
        ("十月", 2026, ("2026-10-01", "2026-11-01")),
        ("M03", 2026, ("2026-03-01", "2026-04-01")),
        ("2026-07", 0, ("2026-07-01", "2026-08-01")),
        ("Q4 2026", 0, ("2026-10-01", "2027-01-01")),
        ("第一季度", 2026, ("2026-01-01", "2026-04-01")),
        ("2025", 0, ("2025-01-01", "2026-01-01")),
        ("2025年", 0, ("2025-01-01", "2026-01-01")),
    ],
)
def test_a_header_names_its_days(header, year, span):
    assert _span(header, year) == tuple(map(date.fromisoformat, span))


@pytest.mark.parametrize("header", ["Jan", "Q1", "1月", "Name", "Marge", "13", "2026-13", "Total"])
def test_a_header_without_a_year_or_a_month_names_none(header):
    assert _span(header, 0) is None


@pytest.mark.parametrize("header", ["Name", "Marge", "13", "Total", "Region"])
def test_a_word_that_only_begins_like_a_month_is_none(header):
    assert _span(header, 2026) is None
