"""A run of 1,000 reps with 200 deals each, twelve issued periods of as many behind it.

`python -m benchmarks.pay_runs [REPS] [DEALS]` makes a company of thirteen quarters, issues twelve,
and then, a few deals of the past changed, draws up the thirteenth: processor seconds of it, and of
reading one statement back. Then five years of issued statements, and one read out of them.
"""

import sys
import tempfile
import time
from datetime import date
from pathlib import Path

import duckdb

from benchmarks.freezing import cost_of
from workbench.model.calendar import Calendar

PLAN = """
id = "ae"
version = "1"
label = { zh = "方案", en = "Plan" }
currency = "CNY"
fx = { USD = 7.20 }
cap = { absolute = 1_000_000 }
draw = { kind = "recoverable", amount = 10_000 }
clawback = { within_days = 180 }
[[assignments]]
roles = ["ae"]
from = 2023-01-01
quota = 30_000_000
[[components]]
id = "A"
label = { zh = "佣金", en = "Commission" }
pay = "on_cash"
credit = { multipliers = [{ factor = 1.2, when = "'S3' in products" }] }
earn = { kind = "table", tiers = [{ from = 0, to = 0.5, rate = 0.02 },
  { from = 0.5, to = 1, rate = 0.04 }, { from = 1, to = 1.2, rate = 0.06 },
  { from = 1.2, rate = 0.08 }] }
[[components]]
id = "B"
label = { zh = "新客户奖", en = "New customers" }
credit = { basis = "count", where = "deal_type == 'new' and amount >= 50000" }
earn = { kind = "bonus", amount = 1500, min_count = 3 }
[[components]]
id = "C"
label = { zh = "专项激励", en = "SPIFF" }
credit = { rows = "lines", where = "product_id == 'X'" }
earn = { kind = "flat", rate = 0.01 }
"""
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
# Half of the cash comes after 20 days, the rest after 60; one deal in ten is in dollars
_TABLES = {
    "reps": "SELECT printf('R%04d', r) AS rep_id, printf('R%04d', r) AS name, 'ae' AS role"
    " FROM range({reps}) t(r)",
    "deals": "SELECT printf('R%04d-%05d', r, d) AS deal_id, printf('R%04d', r) AS rep_id,"
    " 20000 + (hash(r, d) % 480000)::BIGINT AS amount,"
    " CASE WHEN hash(r, d, 1) % 10 = 0 THEN 'USD' ELSE 'CNY' END AS currency,"
    " true AS is_closed, true AS is_won, DATE '2023-01-01' AS created_on,"
    " DATE '2023-01-01' + (d * 1187 // {count})::INTEGER AS close_on,"
    " CASE WHEN hash(r, d, 2) % 2 = 0 THEN 'new' ELSE 'existing' END AS deal_type"
    " FROM range({reps}) t(r), range({count}) s(d)",
    "lines": "SELECT deal_id || '-1' AS line_id, deal_id, amount, 3 AS quantity,"
    " ['X', 'Y', 'S3'][1 + (hash(deal_id) % 3)::INTEGER] AS product_id FROM '{folder}/deals.parquet'",
    "receipts": "SELECT deal_id || '-' || n AS receipt_id, deal_id, close_on + 20 AS due_on,"
    " CASE WHEN close_on + 20 + 40 * n::INTEGER <= DATE '{as_of}' THEN close_on + 20 + 40 * n::INTEGER END"
    " AS received_on, amount / 2 AS amount_due,"
    " CASE WHEN close_on + 20 + 40 * n::INTEGER <= DATE '{as_of}' THEN amount / 2 END AS amount_received,"
    " currency FROM '{folder}/deals.parquet', range(2) t(n)",
    "rates": "SELECT 'USD' AS currency, DATE '2023-01-01' AS on, 7.1 AS rate",
}  # fmt: skip
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


def main(reps: int = 1000, deals: int = 200) -> None:
    """Print what the run cost, and one statement."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for number, period in enumerate(_PERIODS):
            write(folder, reps, deals * len(_PERIODS), period, is_changed=number == 12)
            frozen = cost_of(_FREEZE, folder)
            cost = cost_of(_RUN if number == 12 else _ISSUE, folder, period)
            print(f"{period}: {cost}; freezing {frozen}", flush=True)
        print(f"one issued statement: {statement_seconds(folder, 'R0001', _PERIODS[5]):.3f} s")
        size = (folder / "store.db").stat().st_size / 2**20
        print(f"store: {size:.0f} MB")


def write(folder: Path, reps: int, count: int, period: str, *, is_changed: bool) -> None:
    """Write the company as it is known at the end of a period; changed: one deal in ten thousand."""
    last = Calendar().period(period).last_day
    (folder / "plans").mkdir(exist_ok=True)
    (folder / "plans" / "ae.toml").write_text(PLAN, "utf-8")
    told = WORKSPACE.format(period=period, as_of=last)
    (folder / "workbench.toml").write_text(told, "utf-8")
    for table, sql in _TABLES.items():
        asked = sql.format(reps=reps, count=count, folder=folder, as_of=last)
        if table == "deals":
            lost = (
                f"amount > 499995 AND close_on < DATE '{date(2025, 6, 1)}'"
                if is_changed
                else "false"
            )
            asked = f"SELECT * REPLACE (NOT ({lost}) AS is_won) FROM ({asked}) WHERE close_on <= DATE '{last}'"
        duckdb.sql(f"COPY ({asked}) TO '{folder / table}.parquet'")


def statement_seconds(folder: Path, rep_id: str, period: str) -> float:
    """Give the processor seconds of reading one issued statement and computing it again."""
    from workbench.review.pay.issued import issued_statement
    from workbench.sources.workspace import open_workspace
    from workbench.store.actor import Actor
    from workbench.store.opening import store_of

    store = store_of(open_workspace(folder))
    begin = time.process_time()
    found = issued_statement(store, Actor(rep_id, "rep"), rep_id, period)
    assert found is not None
    spent = time.process_time() - begin
    store.engine.dispose()
    return spent


if __name__ == "__main__":
    main(*map(int, sys.argv[1:3]))
