"""Facts of all metrics for 10 million deals, beside hand-written SQL of twelve of them.

Run in a process of its own (`python -m benchmarks.ten_million [DEALS]`), so that the peak of memory
is that of this work alone. The company is drawn by DuckDB: 1,000 reps, three years, plain columns.
"""

import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

import duckdb
import ibis

from workbench.metrics.basis import Basis
from workbench.metrics.compute import compute
from workbench.metrics.totals import compute_facts
from workbench.model.calendar import Calendar

REPS = 1_000
ROUNDS = 5
TWELVE = (
    "won_deals", "lost_deals", "won_revenue", "win_rate", "win_rate_by_value",
    "average_deal_size", "median_deal_size", "sales_cycle_days", "open_deals", "open_pipeline",
    "past_due_share", "pipeline_created",
)  # fmt: skip
BY_HAND = """
with own as (
    -- what a figure says beside its value belongs to it: how many are known, what is faulty
    select *, case when currency = 'CNY' then cast(amount as decimal(38, 8)) end as money
    from read_parquet('{deals}') where not is_excluded
), closed as (
    select rep_id,
        count(*) filter (is_won) as won_deals,
        count(*) filter (not is_won) as lost_deals,
        sum(money) filter (is_won) as won_revenue,
        count(money) filter (is_won) as won_known,
        count(*) filter (is_won and money is null) as won_unknown,
        sum(money) filter (not is_won) as lost,
        count(money) filter (not is_won) as lost_known,
        max(money) filter (is_won) as largest,
        median(cast(amount as double)) filter (is_won) as median_deal_size,
        median(cast(date_diff('day', created_on, close_on) as double)) filter (is_won)
            as sales_cycle_days,
        count(created_on) filter (is_won) as cycle_known
    from own where is_closed and close_on >= '2026-07-01' and close_on < '2026-10-01'
    group by rep_id
), opened as (
    select rep_id, count(*) as open_deals, sum(money) as open_pipeline,
        count(money) as open_known, count(*) filter (money is null) as open_unknown,
        count(*) filter (close_on <= '2026-09-30') as past_due
    from own where not is_closed group by rep_id
), created as (
    select rep_id, sum(money) as pipeline_created, count(*) as created,
        count(money) as created_known
    from own where created_on >= '2026-07-01' and created_on < '2026-10-01' group by rep_id
)
select *, won_deals / (won_deals + lost_deals) as win_rate,
    won_revenue / (won_revenue + lost) as by_value, won_revenue / won_deals as average
from closed join opened using (rep_id) join created using (rep_id) order by rep_id
"""


def main(count: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        files = drawn(Path(folder), count)
        # Turn about, so that what else the machine does meets both
        rounds = [
            (_spent(lambda: _by_hand(files)), _spent(lambda: _computed(files, TWELVE)))
            for _ in range(ROUNDS)
        ]
        hand, twelve = (_least(spent) for spent in zip(*rounds, strict=True))
        every = _spent(lambda: _computed(files, None))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    print(f"{count:,} deals, {REPS:,} reps")
    print(f"by hand: {hand[0]:.2f} s by the clock, {hand[1]:.2f} s of processors")
    for name, spent in (("twelve metrics", twelve), ("all metrics", every)):
        ratios = f"{spent[0] / hand[0]:.2f} by the clock, {spent[1] / hand[1]:.2f} of processors"
        print(f"{name} against SQL by hand: {ratios} ({spent[0]:.2f} s)")
    print(f"peak of memory: {peak:.2f} GB")


def drawn(folder: Path, count: int) -> dict[str, Path]:
    """Write the tables as Parquet."""
    files = {name: folder / f"{name}.parquet" for name in ("deals", "reps", "quotas")}
    deals = f"""
        select 'D' || i as deal_id, 'R' || (cast(hash(i) % {REPS} as int)) as rep_id,
            'C' || (cast(hash(i + 1) % 200000 as int)) as account_id,
            ['enterprise', 'mid', 'smb'][1 + cast(hash(i + 2) % 3 as int)] as pipeline,
            ['a', 'b', 'c'][1 + cast(hash(i + 3) % 3 as int)] as stage,
            cast(100 + cast(hash(i + 4) % 100000 as int) as decimal(18, 4)) as amount,
            'CNY' as currency,
            i % 10 > 0 as is_closed, i % 10 > 0 and cast(hash(i + 5) % 3 as int) = 0 as is_won,
            false as is_excluded,
            date '2023-10-01' + cast(hash(i + 6) % 1095 as int) as created_on,
            date '2023-10-01' + cast(hash(i + 6) % 1095 as int)
                + cast(hash(i + 7) % 95 as int) as close_on
        from range({count}) t(i)"""
    reps = f"""select 'R' || i as rep_id, 'Rep ' || i as name, 'T' || (i % 50) as team,
        'seller' as role from range({REPS}) t(i)"""
    quotas = f"""select 'R' || i as rep_id, 'won_revenue' as metric, date '2026-07-01' as start_on,
        date '2026-10-01' as end_on, cast(10000000 as decimal(18, 4)) as target, 'CNY' as currency
        from range({REPS}) t(i)"""
    for name, query in (("deals", deals), ("reps", reps), ("quotas", quotas)):
        duckdb.sql(f"copy ({query}) to '{files[name]}' (format parquet)")
    return files


def _by_hand(files: dict[str, Path]) -> None:
    with duckdb.connect() as connection:
        connection.sql(BY_HAND.format(deals=files["deals"])).fetchall()


def _computed(files: dict[str, Path], keys: tuple[str, ...] | None) -> None:
    connection = ibis.duckdb.connect()
    tables = {name: connection.read_parquet(file, table_name=name) for name, file in files.items()}
    basis = Basis(
        period=Calendar().period("2026-Q3"),
        as_of=date(2026, 9, 30),
        calendar=Calendar(),
        currency="CNY",
    )
    if keys is None:
        compute(tables, basis)
    else:
        compute_facts(tables, basis, keys)
    connection.disconnect()


def _spent(work: Callable[[], object]) -> tuple[float, float]:
    """Give the seconds by the clock, and those of all processors, which others disturb less."""
    begin = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - begin[0], time.process_time() - begin[1]


def _least(spent: Iterable[tuple[float, float]]) -> tuple[float, float]:
    clocks, processors = zip(*spent, strict=True)
    return min(clocks), min(processors)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000_000)
