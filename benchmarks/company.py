"""A made company of any size, to measure with."""

from pathlib import Path

import duckdb

WORKSPACE = """
[workspace]
default_period = "2026-Q3"
as_of = 2026-09-30
languages = ["en"]
[money]
currency = "CNY"
[tables.reps]
file = "reps.parquet"
[tables.deals]
file = "deals.parquet"
[tables.deal_history]
file = "deal_history.parquet"
"""


def drawn_company(folder: Path, deals: int) -> None:
    """Draw a company with DuckDB: 400 reps in 20 teams, three years, a course of four stages.

    Parameters
    ----------
    folder
        Where its workbench.toml and its Parquet tables are written; made when it is not there.
    deals
        How many; each has two rows of history.
    """
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "workbench.toml").write_text(WORKSPACE, encoding="utf-8")
    rows = f"""
        select 'D' || i as deal_id, 'R' || (hash(i) % 400)::int as rep_id,
            'Deal ' || i as name,
            ['enterprise', 'mid', 'smb'][1 + (hash(i + 2) % 3)::int] as pipeline,
            ['qualify', 'evaluate', 'propose', 'negotiate'][1 + (hash(i + 3) % 4)::int] as stage,
            (100 + (hash(i + 4) % 1000000)::int)::decimal(18, 4) as amount, 'CNY' as currency,
            i % 10 > 0 as is_closed, i % 10 > 0 and (hash(i + 5) % 3)::int = 0 as is_won,
            date '2023-10-01' + (hash(i + 6) % 1000)::int as created_on,
            date '2023-10-01' + (hash(i + 6) % 1000)::int + (hash(i + 7) % 95)::int as close_on
        from range({deals}) t(i)"""
    history = f"""
        select deal_id, created_on::timestamp + interval (n * 3) day as at,
            ['qualify', 'evaluate', 'propose', 'negotiate'][n + 1] as stage
        from ({rows}), range(2) r(n)"""
    reps = """select 'R' || i as rep_id, 'Rep ' || i as name, 'Team ' || (i % 20) as team,
        'seller' as role from range(400) t(i)"""
    for name, query in (("deals", rows), ("deal_history", history), ("reps", reps)):
        duckdb.sql(f"copy ({query}) to '{folder}/{name}.parquet' (format parquet)")
