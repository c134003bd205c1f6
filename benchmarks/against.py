"""This checkout against another, turn about: `python -m benchmarks.against OTHER [REPS]`.

OTHER is a checkout of another commit (`git worktree add ../other COMMIT`), run with this
environment's libraries. Both make the same things of the same made company of REPS (60), one after
the other, in turn who begins, five rounds, with Python's compiled modules kept. Printed is the
processor time of everything a command started, least, middle and most, and the ratio of the
middles; worse is over 10 % with the spreads apart.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from statistics import median

from workbench.sources.demo import make_company

ROUNDS = 5
HERE = Path(__file__).parents[1]
CLI = ("-m", "workbench.cli")


@dataclass(frozen=True)
class Work:
    """What is measured: arguments of Python, and what is removed before each run."""

    name: str
    arguments: tuple[str, ...]
    without: tuple[str, ...] = ()


def works(rep: str) -> list[Work]:
    """List what is measured, in the order in which one leaves what the next one needs."""
    return [
        Work("freeze", (*CLI, "snapshot"), ("snapshots",)),
        Work("figures of a period", (*CLI, "metrics", "--format", "csv"), ("facts",)),
        Work("the same again", (*CLI, "metrics", "--format", "csv")),
        Work("one statement", (*CLI, "statement", rep)),
        Work("all documents", (*CLI, "batch", "--force")),
        Work("a second run, unchanged", (*CLI, "batch")),
        Work("one review by papermill", ("-m", "papermill", "notebooks/rep_review.ipynb",
             os.devnull, "-p", "rep_id", rep, "-p", "period", "2026-Q3")),
    ]  # fmt: skip


def main(other: str, reps: int = 60) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as name:
        places = {"here": HERE, "there": Path(other).resolve()}
        folders = {each: Path(name) / each for each in places}
        for folder in folders.values():
            make_company(folder, reps=reps)
            toml = folder / "workbench.toml"
            told = toml.read_text(encoding="utf-8")
            toml.write_text(
                told.replace("[workspace]", '[workspace]\noutputs = "outputs"', 1), "utf-8"
            )
        print(f"{reps} reps, {ROUNDS} rounds, processor seconds: least, middle, most")
        for work in works("R01" if reps < 100 else "R001"):  # noqa: PLR2004 (digits of an id)
            took: dict[str, list[float]] = {"here": [], "there": []}
            for turn in range(ROUNDS + 1):  # the first warms up
                for each in sorted(places, reverse=bool(turn % 2)):
                    used = _used(work, places[each], folders[each])
                    if turn:
                        took[each].append(used)
            print(_line(work.name, took["here"], took["there"]), flush=True)


def _run(work: Work, place: Path, folder: Path) -> None:
    for gone in work.without:
        shutil.rmtree(folder / gone, ignore_errors=True)
    given = {
        "PYTHONPATH": str(place),
        "WORKBENCH_WORKSPACE": str(folder),
        "PYTHONDONTWRITEBYTECODE": "",
        "PYTHONPYCACHEPREFIX": str(folder.parent / "compiled"),
    }
    subprocess.run(
        [sys.executable, *work.arguments], cwd=place, env={**os.environ, **given}, check=True,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip


def _used(work: Work, place: Path, folder: Path) -> float:
    before = getrusage(RUSAGE_CHILDREN)
    _run(work, place, folder)
    after = getrusage(RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _line(name: str, here: list[float], there: list[float]) -> str:
    told = [", ".join(f"{f(took):.2f}" for f in (min, median, max)) for took in (here, there)]
    ratio = median(here) / median(there)
    is_worse = ratio > 1.1 and min(here) > max(there)  # noqa: PLR2004 (a tenth)
    return f"{name}: here {told[0]}; there {told[1]}; {ratio:.2f}{' WORSE' * is_worse}"


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:3]))
