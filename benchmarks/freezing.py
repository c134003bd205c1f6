"""What freezing costs beside DuckDB's own COPY of the same files to Parquet.

`python -m benchmarks.freezing [REPS]` writes a made company as CSV and as Parquet, and in turns
freezes each, copies each, looks with `check`, and freezes once more what has not changed. Each is a
process of its own: processor seconds of it and its children, and its peak of memory.
"""

import os
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import duckdb

_ROUNDS = 3
FREEZE = (
    "import sys; from workbench.snapshots import freeze;"
    " from workbench.sources.workspace import open_workspace; freeze(open_workspace(sys.argv[1]))"
)
_FREEZE_NOW = (
    "import sys; from workbench.snapshots.current import freeze_now;"
    " from workbench.sources.workspace import open_workspace;"
    " freeze_now(open_workspace(sys.argv[1]))"
)
_COPY = (
    "import sys, duckdb, pathlib\n"
    "for file in sorted(pathlib.Path(sys.argv[1]).glob(sys.argv[2])):\n"
    "    duckdb.sql(f\"COPY (FROM '{file}') TO '{sys.argv[3]}/{file.stem}.parquet'\")"
)
_MAKE = """
import sys, duckdb, pathlib
from workbench.sources.demo import make_company
parquet, csv, reps = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), int(sys.argv[3])
make_company(parquet, reps=reps)
csv.mkdir()
for file in parquet.glob("*.parquet"):
    duckdb.sql(f"COPY (FROM '{file}') TO '{csv / file.stem}.csv'")
told = (parquet / "workbench.toml").read_text("utf-8")
(csv / "workbench.toml").write_text(told.replace('.parquet"', '.csv"'), "utf-8")
"""
_CHECK = "import sys; sys.argv[0] = 'workbench'; from workbench.cli import main; main()"


@dataclass(frozen=True)
class Cost:
    """What one process took."""

    seconds: float  # of processor
    peak: float  # MB

    def __str__(self) -> str:
        return f"{self.seconds:.1f} s, {self.peak:.0f} MB"


def main(reps: int = 2000, rounds: int = _ROUNDS) -> None:
    """Print the cost of each, and the ratios asked for."""
    with tempfile.TemporaryDirectory() as name:
        csv, parquet, copies = (Path(name) / each for each in ("csv", "parquet", "copies"))
        # In a process of its own: what it takes would count as the peak of those begun later
        subprocess.run([sys.executable, "-c", _MAKE, str(parquet), str(csv), str(reps)], check=True)
        copies.mkdir()
        rows = sum(_rows(file) for file in parquet.glob("*.parquet"))
        print(f"{reps} reps, {rows:,} rows; {rounds} rounds, each process after the other")
        found: dict[str, list[Cost]] = {}
        for _ in range(rounds):
            for what, cost in _round(csv, parquet, copies):
                found.setdefault(what, []).append(cost)
                print(f"  {what}: {cost}", flush=True)
        _tell(found)


def _round(csv: Path, parquet: Path, copies: Path) -> Iterable[tuple[str, Cost]]:
    for kind, folder in (("csv", csv), ("parquet", parquet)):
        for kept in ("snapshots", "facts"):
            shutil.rmtree(folder / kept, ignore_errors=True)
        yield f"freeze {kind}", cost_of(FREEZE, folder)
        yield f"copy {kind}", cost_of(_COPY, folder, f"*.{kind}", copies)
    yield "check", cost_of(_CHECK, "check", "--workspace", csv)
    yield "again", cost_of(_FREEZE_NOW, csv)


def cost_of(code: str, *given: object) -> Cost:
    """Run one process; its children are counted by the system when they end."""
    asked = [sys.executable, "-c", code, *map(str, given)]
    process = subprocess.Popen(asked, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    _pid, status, used = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(process.stderr.read().decode() if process.stderr else "failed")
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def _tell(found: dict[str, list[Cost]]) -> None:
    def middle(what: str) -> float:
        return median(cost.seconds for cost in found[what])

    for what, other in (
        ("freeze csv", "copy csv"), ("freeze parquet", "copy parquet"), ("check", "freeze csv"),
        ("again", "freeze csv"),
    ):  # fmt: skip
        spread = sorted(cost.seconds for cost in found[what])
        print(
            f"{what} over {other}: {middle(what) / middle(other):.2f}"
            f" ({middle(what):.1f} s of {spread[0]:.1f} to {spread[-1]:.1f}; {middle(other):.1f} s)"
        )
    peak = max(cost.peak for what, costs in found.items() if "freeze" in what for cost in costs)
    print(f"peak memory of freezing: {peak:.0f} MB")


def _rows(file: Path) -> int:
    found = duckdb.sql(f"SELECT count(*) FROM '{file}'").fetchone()
    return int(found[0]) if found else 0


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    main(*map(int, sys.argv[1:3]))
