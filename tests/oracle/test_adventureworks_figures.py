"""AdventureWorks' attainment per rep and quota window, against plain SQL over the raw files."""

from decimal import Decimal
from pathlib import Path

import duckdb
import pytest

from workbench.snapshots import open_snapshot
from workbench.snapshots.facts import period_facts
from workbench.sources.workspace import open_workspace

ROOT = Path(__file__).parents[2]
RAW = ROOT / "data" / "adventureworks"
WINDOWS = [f"W{number:02d}" for number in range(1, 13)]
# A quota holds from its own date to the next quota date of the company.
SQL = f"""
with starts as (
    select distinct Date::date as start_on from '{RAW.as_posix()}/FactSalesQuota.parquet'
), windows as (
    select start_on, lead(start_on, 1, date '2014-01-01') over (order by start_on) as end_on,
           row_number() over (order by start_on) as number from starts
)
select 'W' || lpad(number::varchar, 2, '0') as period, q.EmployeeKey::varchar as rep_id,
       sum(q.SalesAmountQuota)::decimal(18, 4) as quota,
       (select coalesce(sum(f.SalesAmount::decimal(18, 4)), 0)
        from '{RAW.as_posix()}/FactResellerSales.parquet' f
        where f.EmployeeKey = q.EmployeeKey and f.OrderDate::date >= w.start_on
          and f.OrderDate::date < w.end_on) as sales
from '{RAW.as_posix()}/FactSalesQuota.parquet' q
join windows w on q.Date::date = w.start_on
group by all order by 1, 2
"""


@pytest.fixture(scope="module")
def facts():
    """Every total of the twelve windows, by period, rep and metric."""
    workspace = open_workspace(ROOT / "data" / "adventureworks")
    snapshot = open_snapshot(workspace)
    found = {}
    for window in WINDOWS:
        table = period_facts(snapshot, workspace, workspace.calendar.period(window)).facts
        for row in table.to_pylist():
            if row["by"] == "":
                found[window, row["rep_id"], row["metric"]] = row
    return found


@pytest.mark.slow
def test_the_163_rep_windows_with_a_quota_have_the_attainment_of_the_right_window(facts):
    raw = duckdb.sql(SQL).fetchall()

    assert len(raw) == 163
    for period, rep_id, quota, sales in raw:
        shown = facts[period, rep_id, "quota_attainment"]
        assert shown["denominator"] == quota
        assert shown["numerator"] == sales
        assert abs(shown["value"] - Decimal(sales) / Decimal(quota)) <= Decimal("5e-11")


@pytest.mark.slow
def test_no_other_rep_window_has_an_attainment(facts):
    present = [key for key, row in facts.items() if key[2] == "quota_attainment" and row["value"]]

    assert len(present) <= 163


@pytest.mark.slow
def test_orders_have_no_win_rate(facts):
    rates = [row for key, row in facts.items() if key[2] == "win_rate"]

    assert {row["value"] for row in rates} == {None}
    assert {row["reason"] for row in rates} == {"orders_have_no_losses"}


@pytest.mark.slow
def test_the_naive_calendar_join_gives_another_answer(facts):
    naive = duckdb.sql(f"""
        with q as (
            select EmployeeKey, CalendarYear y, CalendarQuarter n, sum(SalesAmountQuota) quota
            from '{RAW.as_posix()}/FactSalesQuota.parquet' group by all
        ), s as (
            select EmployeeKey, year(OrderDate) y, quarter(OrderDate) n, sum(SalesAmount) sales
            from '{RAW.as_posix()}/FactResellerSales.parquet' group by all
        )
        select count(*) from q join s using (EmployeeKey, y, n)
    """).fetchone()[0]
    right = sum(
        1 for key, row in facts.items() if key[2] == "quota_attainment" and row["numerator"]
    )

    assert naive != right


@pytest.mark.slow
def test_reseller_sales_add_up_to_the_published_total(facts):
    total = sum(row["value"] for key, row in facts.items() if key[2] == "won_revenue")

    assert round(total, 2) == Decimal("80450596.98")
