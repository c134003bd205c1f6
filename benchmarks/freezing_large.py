"""Whether freezing holds its memory however many rows there are.

`python -m benchmarks.freezing_large [DEALS ...]` makes that many deals and three times as many
activities, as Parquet and as CSV, freezes each in a process of its own, and prints its peak of
memory and its processor seconds. Without numbers: 1, 3 and 10 million deals.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

import duckdb

from benchmarks.freezing import FREEZE, cost_of

_DEALS = """
SELECT 'D' || i AS deal_id, 'R' || (i * 7919 % 2000) AS rep_id, 'Deal number ' || i AS name,
       (i * 31 % 90000 + 1000)::DECIMAL(18,2) AS amount, i % 3 <> 0 AS is_closed,
       i % 3 = 1 AS is_won, DATE '2024-01-01' + (i % 700)::INT AS created_on,
       DATE '2024-01-01' + (i % 700 + i % 90)::INT AS close_on, 'stage ' || i % 6 AS stage
FROM range({n}) t(i)
"""
_ACTIVITIES = """
SELECT 'A' || i AS activity_id, 'R' || (i * 104729 % 2000) AS rep_id,
       ['call', 'meeting', 'visit', 'email', 'task'][(i % 5 + 1)::INT] AS kind,
       TIMESTAMPTZ '2024-01-01 08:00:00+00' + to_minutes(i % 1000000) AS at,
       'D' || i * 48271 % {n} AS deal_id, (i % 60)::INT AS duration_minutes
FROM range(3 * {n}) t(i)
"""
_REPS = "SELECT 'R' || i AS rep_id, 'Rep ' || i AS name FROM range(2000) t(i)"
_TOML = """
[workspace]
default_period = "2026-Q3"
as_of = 2026-09-30
[calendar]
zone = "Asia/Shanghai"
[tables.reps]
file = "reps.{kind}"
[tables.deals]
file = "deals.{kind}"
[tables.activities]
file = "activities.{kind}"
"""


def main(*counts: int) -> None:
    """Print the peak of memory for each number of deals."""
    for n in counts or (1_000_000, 3_000_000, 10_000_000):
        for kind in ("parquet", "csv"):
            with tempfile.TemporaryDirectory() as name:
                subprocess.run(
                    [sys.executable, "-m", "benchmarks.freezing_large", "make", name, kind, str(n)],
                    check=True,
                )
                print(f"{n:,} deals, {3 * n:,} activities, {kind}: {cost_of(FREEZE, name)}")


def make(folder: Path, kind: str, n: int) -> None:
    """Write the company; in a process of its own, whose memory is not the freeze's."""
    for table, sql in (("reps", _REPS), ("deals", _DEALS), ("activities", _ACTIVITIES)):
        duckdb.sql(f"COPY ({sql.format(n=n)}) TO '{folder / table}.{kind}'")
    (folder / "workbench.toml").write_text(_TOML.format(kind=kind), encoding="utf-8")


if __name__ == "__main__":
    if sys.argv[1:2] == ["make"]:
        make(Path(sys.argv[2]), sys.argv[3], int(sys.argv[4]))
    else:
        main(*map(int, sys.argv[1:]))
