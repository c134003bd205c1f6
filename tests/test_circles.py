"""Imports go down only, between modules too: late ones and those of types are counted."""

import ast
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def modules(root):
    """Give the file of each module below a folder."""
    found = {}
    for file in sorted(root.rglob("*.py")):
        parts = file.relative_to(root.parent).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = file
    return found


def imported(file, known):
    """List what a file imports anywhere in it: at its head, in a function, for its types."""
    found = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= {name if name in known else str(node.module) for name in names}
    return found & known


def circle(root):
    """Give the modules of a circle, each importing the one before; () where there is none."""
    known = modules(root)
    graph = {name: imported(file, set(known)) - {name} for name, file in known.items()}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as found:
        return tuple(found.args[1])
    return ()


def test_no_module_imports_one_that_stands_on_it():
    assert circle(ROOT / "workbench") == ()


@pytest.mark.parametrize(
    "upward",
    [
        "from house.top import Roof",
        "def late():\n    from house.top import Roof",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from house.top import Roof",
        "from house import top",
        "import house.top",
    ],
    ids=["at its head", "late", "for its types", "as a module", "by its whole name"],
)
def test_a_circle_is_seen_however_it_is_closed(tmp_path, upward):
    house = tmp_path / "house"
    house.mkdir()
    (house / "__init__.py").write_text("")
    (house / "top.py").write_text("from house.low import Floor\nRoof = Floor")
    (house / "low.py").write_text("Floor = 1")
    assert circle(house) == ()

    (house / "low.py").write_text(f"{upward}\nFloor = 1")

    assert set(circle(house)) == {"house.top", "house.low"}
