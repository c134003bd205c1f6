"""What a review costs in a batch, against the ways people make many notebooks today.

`python -m benchmarks.batch [REPS] [LARGE]` makes a company of REPS reps (400) and measures, in
one run and on the same notebook: the commands `papermill` and `jupyter nbconvert` in a loop,
papermill's Python API with a process per core, the same cells in one warm Python process, and the
warm batch. With LARGE (2000), it also holds a company of that size against one of 100. Each line
is by the clock and of the time the machine's processors worked (Linux), so nothing else may run.
Three documents are compared.
"""

import csv
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import duckdb

from benchmarks.cost import draw

BIN = Path(sys.executable).parent
NOTEBOOK = Path(__file__).parents[1] / "notebooks" / "rep_review.ipynb"
PERIOD = "2026-Q3"
LOOPED, POOLED, PLAIN, COMPARED = 3, 24, 8, 3  # reps each way is timed over
IMPORTS = (
    "import workbench as wb; import workbench.review.review, workbench.review.sections.every\n"
    "import workbench.review.cycle.answers, vl_convert; wb.open_review"
)


@dataclass(frozen=True)
class Cost:
    """Seconds per rep."""

    clock: float
    processor: float
    peak_mb: float = 0.0

    def against(self, other: "Cost") -> str:
        """Say how many times as much this costs as the other."""
        return f"{self.clock / other.clock:.2f} | {self.processor / other.processor:.2f}"


def main(count: int, large: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        company = Company(home / "company", count)
        loop, share = _loop(company, home)
        pool = company.batch("--engine", "stock", "--reps", company.some(POOLED))
        documents = company.documents(COMPARED)
        plain = _plain(company)
        warm = company.batch()
        again = company.batch(force=False)
        print(f"{count} reps; {os.cpu_count()} cores; seconds per rep by the clock | of processors")
        for name, cost in (("loop", loop), ("pool", pool), ("plain", plain), ("warm", warm)):
            print(f"  {name}: {cost.clock:.2f} | {cost.processor:.2f}")
        print(f"a lone papermill run against imports plus cells: {share:.2f}")
        print(f"documents per minute against the loop of commands: {loop.against(warm)}")
        print(f"against papermill's API, a process per core: {pool.against(warm)}")
        print(f"against one warm Python process: {warm.against(plain)}")
        print(f"an unchanged second run against the first: {again.against(warm)}")
        print(f"peak of memory: {warm.peak_mb:.0f} MB")
        print(f"largest document: {company.largest() / 1000:.0f} KB")
        print(f"documents equal to papermill's own: {documents == company.documents(COMPARED)}")
        print(f"HTML, PDF, deck and workbook against HTML alone: {formats(company)}")
        if large:
            _grow(home, large)


class Company:
    """A made company and its outputs; `times` as many deals as it makes by itself."""

    def __init__(self, folder: Path, reps: int, times: int = 1) -> None:
        self.folder, self.reps = folder, reps
        _run(["workbench", "demo", "--to", folder, "--reps", str(reps)])
        self.deals = _multiplied(next(folder.glob("deals.*")), times)
        toml = folder / "workbench.toml"
        text = toml.read_text(encoding="utf-8")
        toml.write_text(text.replace("[workspace]\n", '[workspace]\noutputs = "outputs"\n', 1))
        _run(["workbench", "snapshot", "--workspace", folder])
        _run(["workbench", "metrics", "--workspace", folder, "--to", folder / "facts.csv",
              "--format", "csv"])  # fmt: skip
        with (folder / "facts.csv").open(encoding="utf-8", newline="") as facts:
            found = dict.fromkeys(row["rep_id"] for row in csv.DictReader(facts))
        self.ids = [rep for rep in found if not rep.startswith("M")]

    def some(self, count: int) -> str:
        return ",".join(self.ids[:count])

    def batch(self, *words: str, force: bool = True) -> Cost:
        """Make documents; the time per document that was asked for."""
        forced = ["--force"] if force else []
        with _watched() as found:
            _run(["workbench", "batch", "--workspace", self.folder, *forced, *words])
        (record,) = (self.folder / "outputs").rglob("run.json")
        asked = json.loads(record.read_text(encoding="utf-8"))["asked"]
        cost = found[0]
        return Cost(cost.clock / asked, cost.processor / asked, cost.peak_mb)

    def documents(self, count: int) -> list[bytes]:
        pages = sorted((self.folder / "outputs").rglob("review.html"))
        by_rep = {json.loads((page.parent / "status.json").read_text())["rep_id"]: page
                  for page in pages}  # fmt: skip
        return [by_rep[rep].read_bytes() for rep in self.ids[:count]]

    def largest(self) -> int:
        return max(page.stat().st_size for page in (self.folder / "outputs").rglob("review.html"))


def formats(company: Company) -> str:
    """Hold documents in all formats against HTML alone, which is made first: what lies is kept."""
    alone = company.batch()
    return company.batch("--formats", "html,pdf,pptx,xlsx").against(alone)


def _multiplied(file: Path, times: int) -> int:
    """Write every deal `times` times, under ids of its own; gives how many there are."""
    if times > 1:
        copies = file.with_name(f"copies{file.suffix}")
        duckdb.sql(
            f"copy (select * replace (deal_id || '-' || n as deal_id) from '{file}',"
            f" range({times}) r(n)) to '{copies}'"
        )
        copies.replace(file)
    return int(duckdb.sql(f"select count(*) from '{file}'").fetchall()[0][0])


def _loop(company: Company, home: Path) -> tuple[Cost, float]:
    """Time the commands, and hold one papermill run against its imports and cells alone."""
    out, empty = home / "out.ipynb", home / "empty.ipynb"
    with _watched() as found:
        for rep in company.ids[:LOOPED]:
            given = {"rep_id": rep, "period": PERIOD, "workspace": company.folder,
                     "surface": "document"}  # fmt: skip
            words = [word for name, value in given.items() for word in ("-r", name, value)]
            alone = _seconds(lambda w=words: _run(["papermill", NOTEBOOK, out, *w]))
            _run(["jupyter", "nbconvert", "--to", "html", out])
    book = json.loads(out.read_text(encoding="utf-8"))
    cells = sum(cell["metadata"]["papermill"]["duration"] or 0 for cell in book["cells"])
    setup = next(c for c in book["cells"] if "setup" in c["metadata"].get("tags", []))
    book["cells"] = [{**setup, "source": IMPORTS, "outputs": [], "metadata": {}}]
    empty.write_text(json.dumps(book), encoding="utf-8")
    bare = _seconds(lambda: _run(["papermill", empty, home / "empty-out.ipynb"]))
    imported = json.loads((home / "empty-out.ipynb").read_text(encoding="utf-8"))
    own = cells - setup["metadata"]["papermill"]["duration"]
    assert imported["cells"][0]["metadata"]["papermill"]["status"] == "completed"
    cost = found[0]
    return Cost(cost.clock / LOOPED, cost.processor / LOOPED), alone / (bare + own)


def _plain(company: Company) -> Cost:
    """Run the cells of some reps, and the conversion, in one process that has done it before."""
    told = subprocess.run(
        [sys.executable, "-m", "benchmarks.plain", str(company.folder), company.some(PLAIN)],
        check=True, capture_output=True, text=True,
    ).stdout  # fmt: skip
    return Cost(*json.loads(told))


def _grow(home: Path, large: int) -> None:
    """Draw what a rep costs as reps, workers and company grow; print the two ends."""
    small, big = Company(home / "small", 100), Company(home / "big", large)
    at_small, at_big = small.batch(), big.batch()
    print(f"per rep at {large} reps against 100: {at_big.against(at_small)}")
    print(f"peak of memory at {large}: {at_big.peak_mb:.0f} MB, at 100: {at_small.peak_mb:.0f} MB")
    again = big.batch(force=False)
    print(f"an unchanged second run of {large} against the first: {again.against(at_big)}")
    workers = {
        jobs: small.batch("--jobs", str(jobs), "--reps", small.some(40)) for jobs in (1, 2, 4)
    }
    dense = Company(home / "dense", 100, times=4)
    at_dense = dense.batch()
    print(f"per rep at {dense.deals:,} deals against {small.deals:,}: {at_dense.against(at_small)}")
    measured = {
        "deals": [(small.deals, at_small.processor), (dense.deals, at_dense.processor)],
        "reps": [(100, at_small.processor), (large, at_big.processor)],
        "workers": [(jobs, cost.clock) for jobs, cost in workers.items()],
    }
    print(f"drawn: {draw(measured)}")


@contextmanager
def _watched() -> Iterator[list[Cost]]:
    """Measure clock, processors and the peak of memory of everything started inside."""
    found: list[Cost] = []
    ended, peak = threading.Event(), [0.0]
    watcher = threading.Thread(target=_sample, args=(ended, peak))
    before, began = _busy(), time.perf_counter()
    watcher.start()
    yield found
    seconds, used = time.perf_counter() - began, _busy() - before
    ended.set()
    watcher.join()
    found.append(Cost(seconds, used, peak[0]))


def _busy() -> float:
    """Give the seconds the machine's processors have worked: nothing else may run."""
    told = Path("/proc/stat").read_text(encoding="ascii").splitlines()[0].split()[1:9]
    user, nice, system, _idle, _waiting, hard, soft, _stolen = map(int, told)
    return (user + nice + system + hard + soft) / os.sysconf("SC_CLK_TCK")


def _sample(ended: threading.Event, peak: list[float]) -> None:
    while not ended.wait(1.0):
        peak[0] = max(peak[0], sum(map(_proportional_mb, _descendants(os.getpid()))))


def _descendants(pid: int) -> list[int]:
    found, waiting = [], [pid]
    while waiting:
        for task in Path(f"/proc/{waiting.pop()}/task").glob("*/children"):
            try:
                started = [int(each) for each in task.read_text().split()]
            except OSError:
                continue
            found += started
            waiting += started
    return found


def _proportional_mb(pid: int) -> float:
    """Count what is shared once: each process's part of it."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return next((int(each.split()[1]) / 1024 for each in lines if each.startswith("Pss:")), 0.0)


def _run(words: list) -> None:
    command = [str(BIN / str(words[0])), *map(str, words[1:])]
    subprocess.run(command, check=True, capture_output=True)


def _seconds(work: Callable[[], object]) -> float:
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


if __name__ == "__main__":
    given = [int(word) for word in sys.argv[1:]]
    main(given[0] if given else 400, given[1] if len(given) > 1 else 0)
