"""A pay run out of a frozen snapshot, twelve issued quarters of as many deals behind it.

`python -m benchmarks.pay_runs [REPS] [DEALS]` makes a company of thirteen quarters, freezes and
issues twelve of them one after the other, and then, a few deals of the past lost, drafts the
thirteenth: processor seconds of whole commands, Python started and data read from Parquet.
"""

import sys
import tempfile
from pathlib import Path

import duckdb

from benchmarks.freezing import cost_of
from benchmarks.incentive_inputs import PLAN
from workbench.model.calendar import Calendar

WORKSPACE = """
[workspace]
default_period = "{period}"
as_of = {as_of}
[calendar]
zone = "Asia/Shanghai"
[money]
currency = "CNY"
[roles]
finance = ["F1"]
[tables.reps]
file = "reps.parquet"
[tables.deals]
file = "deals.parquet"
[tables.deal_lines]
file = "lines.parquet"
[tables.receipts]
file = "receipts.parquet"
[tables.fx_rates]
file = "rates.parquet"
"""
_PAID_BY = PLAN.replace("2021-01-01", "2023-01-01\nquota = 30_000_000").replace(
    'modifier = { measure = "csat", bands = [{ from = 0.9, factor = 1.05 }] }\n', ""
)
# Half of the cash comes after 20 days, the rest after 60; one deal in ten is in dollars
_TABLES = {
    "reps": """
        SELECT printf('R%04d', r) AS rep_id, rep_id AS name, 'ae' AS role
        FROM range({reps}) t(r)""",
    "deals": """
        SELECT printf('R%04d-%05d', r, d) AS deal_id, printf('R%04d', r) AS rep_id,
            20000 + (hash(r, d) % 480000)::BIGINT AS amount,
            CASE WHEN hash(r, d, 1) % 10 = 0 THEN 'USD' ELSE 'CNY' END AS currency,
            DATE '2023-01-01' AS created_on,
            DATE '2023-01-01' + (d * 1187 // {count})::INTEGER AS close_on,
            true AS is_closed, {is_won} AS is_won,
            CASE WHEN hash(r, d, 2) % 2 = 0 THEN 'new' ELSE 'existing' END AS deal_type
        FROM range({reps}) t(r), range({count}) s(d) WHERE close_on <= DATE '{as_of}'""",
    "lines": """
        SELECT deal_id || '-1' AS line_id, deal_id, amount, 3 AS quantity,
            ['X', 'Y', 'S3'][1 + (hash(deal_id) % 3)::INTEGER] AS product_id
        FROM '{folder}/deals.parquet'""",
    "receipts": """
        SELECT * EXCLUDE (day) FROM (
        SELECT deal_id || '-' || n AS receipt_id, deal_id, currency, amount / 2 AS amount_due,
            close_on + 20 AS due_on, close_on + 20 + 40 * n::INTEGER AS day,
            CASE WHEN day <= DATE '{as_of}' THEN day END AS received_on,
            CASE WHEN day <= DATE '{as_of}' THEN amount / 2 END AS amount_received
        FROM '{folder}/deals.parquet', range(2) t(n))""",
    "rates": "SELECT 'USD' AS currency, DATE '2023-01-01' AS on, 7.1 AS rate",
}
_LOST = "NOT (hash(r, d) % 480000 > 479995 AND close_on < DATE '2025-06-01')"  # one in 100,000
_PERIODS = tuple(f"{year}-Q{n}" for year in range(2023, 2027) for n in range(1, 5))[:13]
_RUN = """
import sys
from workbench.review.pay.running import Asked, make_run
from workbench.sources.workspace import open_workspace
from workbench.store.actor import Actor
from workbench.store.opening import store_of
space = open_workspace(sys.argv[1])
store = store_of(space)
print(make_run(space, store, Actor("ops", "sales_ops"), Asked(sys.argv[2], is_frozen=True)))
"""
_ISSUE = (
    _RUN
    + """
from workbench.store.pay.steps import approve_run, check_run
check_run(store, Actor("ops", "sales_ops"), sys.argv[2])
approve_run(store, Actor("F1", "finance"), sys.argv[2])
"""
)
_FREEZE = (
    "import sys; from workbench.snapshots.current import freeze_now;"
    "from workbench.sources.workspace import open_workspace; w = open_workspace(sys.argv[1]);"
    "s = freeze_now(w); from workbench.snapshots.pay.rows import won_file; won_file(s, w)"
)


def main(reps: int = 200, deals: int = 200) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder, count = Path(name), deals * len(_PERIODS)
        for period in _PERIODS:
            is_last = period == _PERIODS[-1]
            write(folder, reps, count, period, is_won=_LOST if is_last else "true")
            frozen = cost_of(_FREEZE, folder)
            cost = cost_of(_RUN if is_last else _ISSUE, folder, period)
            print(f"{period}: {cost}; freezing before it {frozen}", flush=True)
        size = (folder / "store.db").stat().st_size / 2**20
        print(f"store: {size:.0f} MB")


def write(folder: Path, reps: int, count: int, period: str, *, is_won: str) -> None:
    """Write the company as it is known at the end of a period."""
    last = Calendar().period(period).last_day
    (folder / "plans").mkdir(exist_ok=True)
    (folder / "plans" / "ae.toml").write_text(_PAID_BY, "utf-8")
    told = WORKSPACE.format(period=period, as_of=last)
    (folder / "workbench.toml").write_text(told, "utf-8")
    for table, sql in _TABLES.items():
        asked = sql.format(reps=reps, count=count, folder=folder, as_of=last, is_won=is_won)
        duckdb.sql(f"COPY ({asked}) TO '{folder / table}.parquet'")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:3]))
