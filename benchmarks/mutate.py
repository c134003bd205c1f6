"""Break the rules one line at a time and see whether a test fails: `make mutate`.

`python -m benchmarks.mutate [ROOM …]` has mutmut change each function of a room in every way it
knows, and runs the tests nearest to the room that call the function. What survives is printed with
its change, and the figures of each room last. mutmut takes one list of files and of tests and knows
no sample; so each room has a folder of its own with a configuration, and of a large room every
n-th change is tried, in the order of the names: the same ones each time the code is the same.
"""

import json
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import chdir
from dataclasses import dataclass
from pathlib import Path

import tomlkit
from mutmut.mutation.diff_apply import get_diff_for_mutant
from mutmut.mutation.file_mutation import mutate_file_contents
from mutmut.stats import status_by_exit_code
from mutmut.utils.format_utils import get_mutant_name

HERE = Path(__file__).parent.parent
COPIED = ("docs", "notebooks", "tests")
# Lines that only choose what a sentence says: tests/test_i18n.py and the refusals' tests hold those
WORDS = [r"raise ", r"\b(said|told|both|message|error|_refused)\("]

_NOTICED = ("killed", "timeout")  # a loop without an end is noticed too


@dataclass(frozen=True)
class Room:
    """Files whose rules are broken, and the tests that should notice."""

    files: tuple[str, ...]  # globs under workbench
    tests: tuple[str, ...]  # under tests
    each: int = 1  # of the changes, one of so many is tried


_CYCLE = ("checking", "goals", "smart", "waiting", "planning")
# Of the room of proposals those that are rules by themselves, each with the test of its name
_PROPOSED = (
    "aligned", "dates", "ending", "ends", "joined", "listed", "plain_amount", "prefixed",
    "reconcile", "reconciled_text", "span", "spans", "told_columns",
)  # fmt: skip
# Of metrics where a wrong figure is somebody's pay, and the tests on data made by hand
_FIGURES = (
    "actuals", "cash", "catalogue", "computation", "conversion", "counts", "credits", "outcomes",
    "parts", "pipeline", "populations", "quota", "targets",
)  # fmt: skip
_TRAPS = ("aimed_quotas", "deals", "employment", "money", "periods", "products", "quotas")
_BY_HAND = (
    "cash", "counts", "deal_habits", "figures", "populations", "possible", "stages", "stood",
    "targets",
)  # fmt: skip
_RULES = ("appeals", "delegates", "goals", "rules_alone", "stages", "table*")
ROOMS = {
    "disclosure": Room(("metrics/disclosure.py",), ("metrics/test_disclosure*.py",)),
    "rules": Room(
        ("store/*rules.py", "store/relations.py"), tuple(f"store/test_{one}.py" for one in _RULES)
    ),
    "model": Room(
        ("model/*.py",),
        ("model/test_[!de]*.py", "model/test_day.py", "model/test_employment.py"),
        each=6,
    ),
    "cycle": Room(
        tuple(f"review/cycle/{one}.py" for one in _CYCLE),
        tuple(f"review/cycle/test_{one}.py" for one in ("checking", "goals*", "planning")),
    ),
    "incentives": Room(
        ("incentives/*.py",),
        (
            "incentives/test_*.py",
            "incentives/ledger/test_[!rs]*.py",
            "incentives/ledger/test_shapes.py",
        ),
        each=40,
    ),
    "goals": Room(
        ("review/cycle/goal_tree.py", "review/cycle/requirements.py"),
        ("review/cycle/test_goal*.py", "review/cycle/test_requirements.py"),
        each=4,
    ),
    "todo": Room(("review/cycle/todo.py",), ("review/cycle/test_todo.py",), each=8),
    "proposal": Room(
        tuple(f"proposal/{one}.py" for one in _PROPOSED),
        tuple(f"proposal/test_{one}.py" for one in _PROPOSED),
        each=14,
    ),
    "comparison": Room(
        ("metrics/comparison/*.py",),
        ("comparison/test_*.py", "metrics/test_intervals.py", "metrics/test_peers.py"),
        each=24,
    ),
    # Of all of metrics/ at once mutmut's own run without a change fails: docs/testing.md
    "figures": Room(
        tuple(f"metrics/{one}.py" for one in _FIGURES),
        (
            *(f"traps/test_{one}.py" for one in _TRAPS),
            *(f"metrics/test_{one}.py" for one in _BY_HAND),
        ),
        each=20,
    ),
    "possible": Room(("metrics/possible.py",), ("metrics/test_possible.py",)),
}


def main(names: list[str]) -> None:
    """Try the rooms, all without names, and print what survives and the figures."""
    told = {name: _tried(ROOMS[name]) for name in names or ROOMS}
    print("| room | mutants | tried | killed | survived | called by no test |")
    print("|---|---|---|---|---|---|")
    for name, (made, counted) in told.items():
        killed = sum(counted[each] for each in _NOTICED)
        left, untold = counted["survived"], counted["no tests"]
        others = counted.total() - killed - left - untold
        rest = f" ({others} not decided)" if others else ""
        print(f"| {name} | {made} | {counted.total()} | {killed} | {left} | {untold}{rest} |")


def _tried(room: Room) -> tuple[int, Counter[str]]:
    with tempfile.TemporaryDirectory(prefix="mutate-") as temporary:
        folder = Path(temporary)
        for name in ("workbench", *COPIED):
            (folder / name).symlink_to(HERE / name)
        files = [found for one in room.files for found in sorted((HERE / "workbench").glob(one))]
        paths = [str(each.relative_to(HERE)) for each in files]
        _configure(folder, room, paths)
        with chdir(folder):
            names = sorted(name for path in paths for name in _changes(path))
        wanted = names[:: room.each]
        subprocess.run(_mutmut("run", "--max-children", "1", *wanted), cwd=folder, check=True)
        found = dict(_outcomes(folder / "mutants", paths))
        with chdir(folder):
            for name in wanted:
                if found[name][1] not in _NOTICED:
                    _show(name, *found[name])
        return len(names), Counter(found[name][1] for name in wanted)


def _configure(folder: Path, room: Room, paths: list[str]) -> None:
    settings = tomlkit.parse((HERE / "pyproject.toml").read_text(encoding="utf-8"))
    tests = [found for one in room.tests for found in sorted((HERE / "tests").glob(one))]
    settings["tool"]["mutmut"] = {
        "source_paths": ["workbench"],
        "only_mutate": paths,
        "also_copy": list(COPIED),
        "do_not_mutate_patterns": WORDS,
        "process_isolation": "forkserver",  # what a first run left in caches hides a change
        "pytest_add_cli_args": ["-p", "no:cacheprovider", "-k", "not postgresql"],
        "pytest_add_cli_args_test_selection": [str(each.relative_to(HERE)) for each in tests],
    }
    (folder / "pyproject.toml").write_text(tomlkit.dumps(settings), encoding="utf-8")


def _changes(path: str) -> Iterator[str]:
    for name in mutate_file_contents(path, Path(path).read_text(encoding="utf-8")).mutant_names:
        yield get_mutant_name(Path(path), name)


def _outcomes(mutants: Path, paths: list[str]) -> Iterator[tuple[str, tuple[str, str]]]:
    """Give of each change its file and what came of it."""
    for path in paths:
        meta = mutants / f"{path}.meta"
        if meta.exists():
            codes = json.loads(meta.read_text(encoding="utf-8"))["exit_code_by_key"]
            yield from ((name, (path, status_by_exit_code[each])) for name, each in codes.items())


def _show(name: str, path: str, came_to: str) -> None:
    print(f"# {name}: {came_to}")
    if came_to != "no tests":
        print(get_diff_for_mutant(name, path=path))


def _mutmut(*words: str) -> list[str]:
    return [str(Path(sys.executable).parent / "mutmut"), *words]


if __name__ == "__main__":
    main(sys.argv[1:])
