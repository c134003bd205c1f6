"""Quotas whose end was typed as the last day."""

from datetime import date

import pytest

HEAD = "rep_id,start_on,end_on,target\n"


def test_a_quota_that_ends_a_day_before_the_next_begins_is_doubted(company, doubts):
    made = company(quotas=HEAD + "ana,2026-01-01,2026-03-31,9\nana,2026-04-01,2026-07-01,9\n")

    assert doubts(made, "quota_gap") == [("quotas", 1, ["ana"])]


def test_one_that_ends_on_the_last_day_of_the_period_asked_is_too(company, doubts):
    made = company(quotas=HEAD + "ana,2026-07-01,2026-09-30,9\n")

    assert doubts(made, "quota_gap") == [("quotas", 1, ["ana"])]


@pytest.mark.parametrize(
    "rows",
    [
        "ana,2026-01-01,2026-04-01,9\nana,2026-04-01,2026-07-01,9\n",  # end on end
        "ana,2026-01-01,2026-03-30,9\nana,2026-04-01,2026-07-01,9\n",  # two days: somebody was away
        "ana,2026-01-01,2026-03-31,9\nbo,2026-04-01,2026-07-01,9\n",  # of two people
        "ana,2025-12-31,2026-07-01,9\nana,2026-01-01,2026-03-31,9\nana,2026-04-01,2026-07-01,9\n",
        "ana,2026-07-01,2026-10-01,9\n",  # the whole period
        "ana,2026-07-01,2026-09-30,9\nana,2026-09-30,2026-10-01,9\n",  # the last day has its own
    ],
)  # fmt: skip
def test_quotas_that_leave_no_day_or_more_than_one_are_not(company, doubts, rows):
    assert doubts(company(quotas=HEAD + rows), "quota_gap") == []


def test_other_product_families_are_other_quotas(company, doubts):
    rows = "ana,2026-01-01,2026-03-31,9,a\nana,2026-04-01,2026-07-01,9,b\n"
    made = company(quotas=HEAD.replace("target", "target,product_family") + rows)

    assert doubts(made, "quota_gap") == []


def test_ends_that_are_told_to_be_the_day_after_are_believed(company, doubts):
    toml = '[tables.quotas]\nfile = "quotas.csv"\nends = "exclusive"\n'

    assert (
        doubts(company(quotas=HEAD + "ana,2026-07-01,2026-09-30,9\n", toml=toml), "quota_gap") == []
    )


@pytest.mark.parametrize("end", ["end_on", "Last day"])
def test_the_lines_told_add_the_day(company, doubts, pasted, end):
    rows = HEAD.replace("end_on", end) + "ana,2026-07-01,2026-09-30,9\n"
    columns = f'rep_id = "rep_id", start_on = "start_on", target = "target", end_on = "{end}"'
    toml = f'[tables.quotas]\nfile = "quotas.csv"\ncolumns = {{ {columns} }}\n'
    made = pasted(company(quotas=rows, toml=toml if end == "Last day" else ""), "quota_gap")

    assert doubts(made, "quota_gap") == []
    assert made.freeze().table("quotas")["end_on"].to_pylist() == [date(2026, 10, 1)]
