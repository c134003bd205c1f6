"""Making the cut of a snapshot, opening it, and looking around in it; time and memory of each.

`python -m benchmarks.cutting [DEALS]`, each part in a process of its own, so that its peak of
memory is its own. The company is made by `benchmarks.company`; its snapshot is frozen before.
"""

import multiprocessing
import os
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import workbench as wb
from benchmarks.company import drawn_company
from workbench.snapshots import freeze, open_snapshot
from workbench.snapshots.kept_cut import cut_file, open_cut
from workbench.sources.workspace import open_workspace

PERIODS = ("2026-Q2", "2026-Q1", "2025-Q4")
BOX = {"days": (10, 60), "amount": (Decimal(100_000), Decimal(700_000))}
VIEWS = (
    {}, {"segment": "smb"}, {"team": "Team 3"}, {"rep": "R7"}, {"metric": "won_revenue"}, BOX,
    {"metric": "median_deal_size"}, {"metric": "sales_cycle_days", "segment": "mid"},
    {"stage": "propose"}, {"rep": "R7", **BOX}, {"team": "Team 3", **BOX}, {"metric": "open_deals"},
)  # fmt: skip


def main(deals: int) -> None:
    """Print a line for each part."""
    with tempfile.TemporaryDirectory() as folder:
        company = Path(folder) / "company"
        drawn_company(company, deals)
        _alone(_freeze, company)
        print(f"{deals:,} deals, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
        _alone(_make, company)
        _alone(_open, company)


def _alone(work: Callable[[Path], None], company: Path) -> None:
    child = multiprocessing.get_context("spawn").Process(target=work, args=(company,))
    child.start()
    child.join()
    if child.exitcode:
        raise SystemExit(f"{work.__name__} ended with {child.exitcode}")


def _freeze(company: Path) -> None:
    freeze(open_workspace(company), None)


def _make(company: Path) -> None:
    space = open_workspace(company)
    snapshot = open_snapshot(space, None)
    begin = time.perf_counter(), time.process_time()
    open_cut(snapshot, space)
    clock, spent = time.perf_counter() - begin[0], time.process_time() - begin[1]
    size = cut_file(snapshot, space).stat().st_size / 2**20
    print(f"making: {clock:.1f} s by the clock, {spent:.1f} s of processors, {size:.0f} MB")
    _tell_memory("peak while making")


def _open(company: Path) -> None:
    """Open Explore as a kernel does, and look at a dozen views of three periods."""
    begin = time.perf_counter()
    page = wb.open_explore(PERIODS[0], str(company), lang="en")
    print(f"opening: {time.perf_counter() - begin:.2f} s")
    times = []
    for period in PERIODS:
        for view in VIEWS:
            begin = time.perf_counter()
            page._change({**dict.fromkeys(("segment", "team", "rep", "stage", "days", "amount")),
                          "metric": "win_rate", "period": period, **view})  # fmt: skip
            times.append(time.perf_counter() - begin)
    worst = sorted(times)[-2]
    print(f"a view: p50 {statistics.median(times):.2f} s, p95 {worst:.2f} s, n={len(times)}")
    for name, act in (("first touch", page._near), ("again", page._near)):
        begin = time.perf_counter()
        act("map")
        print(f"{name}: {time.perf_counter() - begin:.3f} s")
    _tell_memory("peak while exploring")


def _tell_memory(what: str) -> None:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**10
    told = Path("/proc/self/status").read_text(encoding="ascii").split("VmRSS:")[1].split()[0]
    print(f"{what}: {peak:,.0f} MB; at the end {int(told) / 2**10:,.0f} MB resident")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000)
