"""pyproject.toml is the only list of dependencies; locks, constraints and environment agree.

The wheel holds the whole package and the notebooks.
"""

import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
CORE = [Requirement(line) for line in PROJECT["dependencies"]]
FORMATS = [Requirement(line) for line in PROJECT["optional-dependencies"]["formats"]]
DEV = [Requirement(line) for line in PROJECT["optional-dependencies"]["dev"]]


def pins(file_name):
    """Give every pinned version of a lock, by name."""
    text = (ROOT / file_name).read_text()
    found = {}
    for name, version in re.findall(r"^([A-Za-z0-9._-]+)==([^ ;\\\n]+)", text, re.MULTILINE):
        found.setdefault(canonicalize_name(name), set()).add(version)
    return found


@pytest.mark.parametrize(
    ("file_name", "wanted"),
    [
        ("requirements.lock", CORE + FORMATS),
        ("requirements-dev.lock", CORE + DEV),
        ("constraints.txt", CORE + DEV),
    ],
)
def test_each_dependency_is_pinned_within_its_range(file_name, wanted):
    locked = pins(file_name)

    wrong = [
        str(requirement)
        for requirement in wanted
        if not any(
            requirement.specifier.contains(version)
            for version in locked.get(canonicalize_name(requirement.name), ())
        )
    ]

    assert wrong == []


@pytest.mark.parametrize("file_name", ["requirements.lock", "constraints.txt"])
def test_all_locks_hold_the_same_versions(file_name):
    full = pins("requirements-dev.lock")

    different = {name for name, versions in pins(file_name).items() if versions != full[name]}

    assert different == set()


@pytest.mark.parametrize("file_name", ["requirements.lock", "requirements-dev.lock"])
def test_every_pin_has_a_hash_and_no_address(file_name):
    text = (ROOT / file_name).read_text()

    blocks = re.split(r"\n(?=[A-Za-z0-9._-]+==)", text)[1:]

    assert [block.splitlines()[0] for block in blocks if "--hash=sha256:" not in block] == []
    assert re.findall(r"https?://|--(?:extra-)?index-url|file:", text) == []


def test_the_conda_environment_installs_the_project_under_the_constraints():
    text = (ROOT / "environment.yml").read_text()

    assert re.findall(r"- (-\S+ \S+)", text) == ["-c constraints.txt", "-e .[dev]"]


def test_maven_stays_out_of_the_source_distribution():
    targets = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["hatch"]["build"]

    assert "data/maven" in targets["targets"]["sdist"]["exclude"]
    assert "tests/upgrade" in targets["targets"]["sdist"]["exclude"]  # holds a copy of it
    assert targets["targets"]["wheel"]["packages"] == ["workbench"]


def test_every_notebook_ships_inside_the_package_and_nothing_else_of_its_folder():
    targets = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["hatch"]["build"]

    shipped = targets["targets"]["wheel"]["force-include"]

    names = sorted(file.name for file in (ROOT / "notebooks").glob("*.ipynb"))
    assert shipped == {f"notebooks/{name}": f"workbench/notebooks/{name}" for name in names}


def test_the_wheel_holds_every_file_of_the_package_and_the_notebooks_and_no_other(tmp_path):
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", tmp_path],
        cwd=ROOT, check=True, capture_output=True,
    )  # fmt: skip
    with zipfile.ZipFile(next(tmp_path.glob("*.whl"))) as wheel:
        held = {name for name in wheel.namelist() if ".dist-info/" not in name}

    package = [file for file in (ROOT / "workbench").rglob("*") if file.is_file()]
    wanted = {str(file.relative_to(ROOT)) for file in package if "__pycache__" not in file.parts}
    notebooks = {f"workbench/notebooks/{file.name}" for file in ROOT.glob("notebooks/*.ipynb")}
    assert held == wanted | notebooks
    assert {Path(name).suffix for name in held} >= {".ftl", ".css", ".ttf", ".toml", ".js"}
