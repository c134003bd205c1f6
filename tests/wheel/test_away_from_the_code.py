"""Who installs the wheel has everything: the made company, documents, pages and JupyterLab."""

import json
import os
import shutil
import subprocess
import sys
import urllib.parse
import urllib.request
from pathlib import Path

import pytest

from tests.wheel.bare import ROOT, Bare, built_wheel, linked_environment

NOTEBOOKS = sorted(file.name for file in (ROOT / "notebooks").glob("*.ipynb"))
REPS = "rep_id,name\nana,Ana\nbo,Bo\n"
DEALS = """\
deal_id,rep_id,is_closed,is_won,amount,close_on,created_on
d1,ana,true,true,100,2026-07-10,2026-06-01
d2,bo,true,false,200,2026-08-10,2026-06-01
"""


@pytest.fixture(scope="module")
def bare(tmp_path_factory):
    """Take the environment `benchmarks.from_wheel` had pip make, else make one by links."""
    folder = tmp_path_factory.mktemp("bare")
    (folder / "home").mkdir()
    made = os.environ.get("BARE_PYTHON")
    python = made or linked_environment(folder / "venv", built_wheel(folder / "dist"))
    return Bare(Path(python), folder / "home")


@pytest.fixture(scope="module")
def demo(bare, request):
    """The made company, written by the command.

    With the figures the code keeps of it, unless the environment is the one of `make proofs`: that
    computes them too. Here `test_a_company_of_ones_own_begins_with_init` computes.
    """
    told = bare.workbench("demo", "--to", "d")
    assert told.returncode == 0, told.stderr
    if "BARE_PYTHON" not in os.environ:
        shutil.copytree(request.getfixturevalue("shipped") / "facts", bare.home / "d" / "facts")
    return bare.home / "d"


def get(address, path, **query):
    """Ask a server for a path, with the token of its address."""
    start = urllib.parse.urlsplit(address)
    token = dict(urllib.parse.parse_qsl(start.query))["token"]
    asked = urllib.parse.urlencode(query | {"token": token})
    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
    with opener.open(f"http://{start.netloc}/{path}?{asked}", timeout=120) as answer:
        return answer.status, answer.read().decode()


def test_the_environment_holds_the_wheel_and_no_tool_of_the_tests(bare):
    place = bare.asked("import workbench; print(workbench.__file__)")
    tools = bare.asked(
        "from importlib.util import find_spec as f;"
        "print([name for name in ('pytest', 'hypothesis', 'hatchling', 'tests') if f(name)])"
    )

    assert Path(place).is_relative_to(bare.python.parents[1])
    assert tools == "[]"


def test_where_there_is_no_workspace_the_ways_to_one_are_said(bare):
    told = bare.workbench("batch")

    assert told.returncode == 1
    assert told.stdout == ""
    assert told.stderr.startswith("There is no workspace here: neither ")
    assert "`workbench demo --to d`" in told.stderr
    assert "`workbench init w`" in told.stderr
    assert "data/demo" not in told.stderr


def test_documents_of_the_made_company_are_those_the_code_makes(bare, demo, tmp_path):
    asked = ["batch", "--workspace", str(demo), "--reps", "R13", "--lang", "zh"]

    told = bare.workbench(*asked)
    subprocess.run(
        [sys.executable, "-m", "workbench.cli", *asked], cwd=tmp_path, check=True,
        capture_output=True, env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip

    assert told.returncode == 0, told.stderr
    made = list(bare.home.glob("outputs/*/*/priya-raman/review.html"))
    assert len(made) == 1
    assert "青禾仪器" in made[0].read_text(encoding="utf-8")
    assert made[0].read_bytes() == (tmp_path / made[0].relative_to(bare.home)).read_bytes()


def test_a_company_of_ones_own_begins_with_init(bare):
    begun = bare.workbench("init", "w")
    (bare.home / "w" / "reps.csv").write_text(REPS, encoding="utf-8")
    (bare.home / "w" / "deals.csv").write_text(DEALS, encoding="utf-8")

    told = bare.workbench("batch", "--reps", "ana", cwd="w")

    assert begun.stdout.strip() == "w/workbench.toml"
    assert told.returncode == 0, told.stderr
    pages = list(bare.home.glob("w/outputs/w/*/ana/review.html"))
    assert len(pages) == 1
    assert "Ana" in pages[0].read_text(encoding="utf-8")


def test_a_page_is_served_with_what_its_notebook_shows(bare, demo):
    with bare.address("serve", "--workspace", demo, "--port", 0, "--warm", 0) as address:
        status, page = get(address, "rep_review", rep="R13", lang="en")

    assert status == 200
    assert "Priya Raman" in page
    assert 'id="results"' in page


def test_jupyterlab_opens_copies_in_the_workspace_and_finds_nothing_installed(bare, demo):
    installed = bare.python.parents[1].glob("lib/*/site-packages/workbench/notebooks/*")
    before = {file.name: file.read_bytes() for file in installed}
    assert sorted(before) == NOTEBOOKS

    with bare.address("lab", "--no-browser", "--workspace", demo, "--port", 0) as address:
        _, listed = get(address, "api/contents")

    assert sorted(each["name"] for each in json.loads(listed)["content"]) == NOTEBOOKS
    copies = demo / "lab" / "notebooks"
    assert sorted(file.name for file in copies.iterdir()) == NOTEBOOKS
    assert not (demo / "notebooks").exists()
