"""Awards and the next level, as a person types the commands on the made company."""

import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from workbench.cli import app
from workbench.errors import RefusedError


@pytest.fixture(scope="module")
def folder(tmp_path_factory, shipped):
    made = tmp_path_factory.mktemp("award") / "demo"
    return shutil.copytree(shipped, made, ignore=shutil.ignore_patterns("store.*"))


@pytest.fixture
def run(folder):
    def command(*words):
        told = CliRunner().invoke(app, [*words, "--workspace", str(folder)], catch_exceptions=False)
        assert told.exit_code == 0, told.output
        return told.stdout

    return command


def test_luck_on_three_deals_wins_no_award(run):
    told = run("award", "propose", "--award", "quarterly_champion", "--lang", "en")

    # R07 won three deals and reached more than anybody
    assert "Quarterly champion, 2026-Q3: 李娜" in told
    assert "too few cases, only 3" in told
    assert "Input hash: " in told


def test_a_grant_is_kept_proven_and_listed(run):
    asked = ("--period", "2026-Q3", "--as", "M01:manager")
    line = run("award", "grant", "quarterly_champion", "R01", *asked).strip()

    assert len(run("award", "prove", line, "--as", "M01:manager").strip()) == 64
    assert line in run("register", "list", "award", "--as", "R09:rep")
    assert "R01" in run("register", "list", "reward", "--as", "M01:manager")
    overlooked = run("award", "overlooked", "--as", "M01:manager", "--lang", "en")
    assert "周启文" in overlooked
    assert "李娜" not in overlooked
    with pytest.raises(RefusedError):
        run("award", "overlooked", "--as", "R01:rep")


def test_who_came_to_an_activity_is_noted(run):
    line = run(
        "register", "add", "activity", "A walk", "--due", "2026-08-01", "--as", "M01:manager"
    ).strip()

    assert run("register", "attend", line, "R01", "R02", "--as", "M01:manager") == "R01\nR02\n"


def test_a_rep_sees_the_own_next_level(run):
    told = run("readiness", "R02", "--as", "R02:rep", "--lang", "en")

    assert "Senior sales associate → Principal sales associate" in told
    assert "not a verdict" in told


def test_another_workspace_has_the_shipped_awards(tmp_path):
    shutil.copytree(Path(__file__).parents[2] / "data" / "maven", tmp_path / "maven")
    words = ["award", "propose", "--award", "best_closer", "--lang", "en"]
    told = CliRunner().invoke(
        app, [*words, "--workspace", str(tmp_path / "maven")], catch_exceptions=False
    )

    assert told.exit_code == 0
    assert "Best closer, 2017-Q4: " in told.stdout
