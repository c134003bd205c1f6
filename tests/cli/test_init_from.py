"""`workbench init --from`: from a folder of exports to the first document in one command."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pexpect
import pytest

from tests.proposal.test_propose import REPORT, UNKNOWN

COMMAND = (sys.executable, "-m", "workbench.cli", "init")


def run(place, *arguments):
    return subprocess.run(
        [*COMMAND, *map(str, arguments)], check=False, cwd=place, capture_output=True, text=True,
        stdin=subprocess.DEVNULL, env={**os.environ, "COLUMNS": "120"},
    )  # fmt: skip


@pytest.fixture
def exports(tmp_path):
    folder = tmp_path / "exports"
    folder.mkdir()
    (folder / "report.csv").write_text(REPORT.lstrip(), encoding="utf-8")
    return folder


def test_one_command_writes_freezes_reconciles_and_makes_a_document(tmp_path, exports):
    found = run(tmp_path, "mine", "--from", exports, "--yes")

    assert found.returncode == 0, found.stderr
    toml, document = map(Path, found.stdout.splitlines())
    assert (tmp_path / toml).read_text(encoding="utf-8").count("Opportunity Owner") == 1
    assert "Ana" in (tmp_path / document).read_text(encoding="utf-8")
    assert found.stderr.count("1,300.75") == 2  # in the file, and here
    assert "counted here agree" in found.stderr


def test_what_is_open_is_said_as_lines_to_add_and_nothing_is_written(tmp_path, exports):
    (exports / "report.csv").write_text(UNKNOWN.lstrip(), encoding="utf-8")

    found = run(tmp_path, "mine", "--from", exports, "--yes")

    assert found.returncode == 2
    assert found.stdout == ""
    assert not (tmp_path / "mine").exists()
    (line,) = [each for each in found.stderr.splitlines() if "EUR" in each]
    flag, setting = shlex.split(line.partition("#")[0])
    again = run(tmp_path, "mine", "--from", exports, flag, setting)
    assert "EUR" in again.stderr
    assert "question" not in again.stderr


def test_a_workspace_that_is_there_is_not_touched(tmp_path, exports):
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "workbench.toml").write_text("# mine\n", encoding="utf-8")

    found = run(tmp_path, "mine", "--from", exports, "--yes")

    assert found.returncode != 0
    assert "is there already" in found.stderr
    assert (mine / "workbench.toml").read_text(encoding="utf-8") == "# mine\n"


def test_nobody_to_agree_means_nothing_is_written(tmp_path, exports):
    found = run(tmp_path, "mine", "--from", exports)

    assert found.returncode == 2
    assert "--yes" in found.stderr
    assert not (tmp_path / "mine").exists()


def test_a_setting_that_names_no_option_is_refused_with_the_nearest(tmp_path, exports):
    found = run(tmp_path, "mine", "--from", exports, "--set", "money.curency=EUR")

    assert found.returncode == 2
    assert "currency" in found.stderr


def test_the_systems_that_are_known_are_listed(tmp_path):
    found = run(tmp_path, "--profiles", "--lang", "zh")

    assert found.returncode == 0
    for name in ("Salesforce", "HubSpot", "Zoho", "Dynamics", "纷享销客", "销售易", "Odoo"):
        assert name in found.stdout


@pytest.fixture
def terminal(tmp_path, exports):
    """Type at a terminal, as a person does."""
    (exports / "report.csv").write_text(UNKNOWN.lstrip(), encoding="utf-8")
    command = shlex.join([*COMMAND, "mine", "--from", str(exports)])
    child = pexpect.spawn(command, cwd=tmp_path, timeout=60, encoding="utf-8", dimensions=(50, 110))
    yield child
    child.close(force=True)


def test_at_a_terminal_questions_are_asked_and_one_agreement_writes(tmp_path, terminal):
    terminal.expect("Which one are they in")
    terminal.expect("Number")
    terminal.sendline("9")
    terminal.expect("Enter a number from 1 to 5")
    terminal.sendline("2")
    terminal.expect("money.currency +EUR")
    terminal.expect("Write workbench.toml")
    terminal.sendline("y")
    terminal.expect(r"mine/workbench\.toml")
    terminal.expect(re.compile(r"\S+review\.html"))
    terminal.expect(pexpect.EOF)
    terminal.close()
    assert terminal.exitstatus == 0
    assert list(tmp_path.glob("mine/outputs/**/review.html"))


def test_at_a_terminal_no_means_nothing_is_written(tmp_path, terminal):
    terminal.expect("Number")
    terminal.sendline("1")
    terminal.expect("Write workbench.toml")
    terminal.sendline("n")
    terminal.expect("Nothing is written")
    terminal.expect(pexpect.EOF)
    assert not (tmp_path / "mine").exists()
