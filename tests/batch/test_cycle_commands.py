"""`workbench cycle`, `store`, `send` and `calendar`, as a person types them."""

import shutil
import subprocess
import sys

import pytest
from icalendar import Calendar


@pytest.fixture(scope="module")
def run(tmp_path_factory, shipped):
    folder = tmp_path_factory.mktemp("commands") / "demo"
    shutil.copytree(shipped, folder, ignore=shutil.ignore_patterns("store.*"))
    toml = (folder / "workbench.toml").read_text(encoding="utf-8")
    toml = toml.replace('languages = ["zh", "en"]', 'languages = ["en", "zh"]')
    toml += '\n[outreach.channels]\nmail = "json://127.0.0.1:9/{to}"\n'
    (folder / "workbench.toml").write_text(toml, encoding="utf-8")

    def command(*words):
        done = subprocess.run(
            [sys.executable, "-m", "workbench.cli", *words, "--workspace", str(folder)],
            capture_output=True, text=True, check=False, encoding="utf-8",
        )  # fmt: skip
        return done.returncode, done.stdout, done.stderr

    code, out, err = command("cycle", "open", "--reps", "R01,R07", "--due", "2026-10-07")
    assert (code, out) == (0, "2026-Q3:quarterly\n"), err
    return command


def test_status_says_who_is_where_and_whose_turn_it_is(run):
    code, out, _err = run("cycle", "status", "--lang", "en")

    assert code == 0
    assert "R01 李娜" in out
    assert "rep: check the figures" in out
    assert "2026-10-07" in out


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("advance", "R01", "--as", "R07:rep"), 2, "has no review of R01"),
        (("advance", "R01", "--as", "M01:manager"), 1, "does not move"),
        (("advance", "R01", "--as", "R01"), 2, "Write person and role"),
        (("sign", "R01", "--as", "R01:rep"), 1, "sign once the conversation is over"),
        (("reopen", "R01", "--to", "closed", "--reason", "x"), 2, "Name an earlier stage"),
        (("status", "--cycle", "2026-Q9:quarterly"), 2, "There is no cycle"),
    ],
)
def test_what_cannot_be_done_is_a_sentence(run, words, code, said):
    found, out, err = run("cycle", *words)

    assert (found, out) == (code, "")
    assert said in err


def test_the_requirements_sheet_is_the_templates(run):
    _code, out, _err = run("cycle", "requirements", "--lang", "en")

    assert "# What to report: Quarterly review" in out
    assert "Actions for the next period" in out
    assert "required" in out


def test_sending_is_a_dry_run_unless_told(run):
    code, out, err = run("send", "invitation", "--channel", "mail")

    assert code == 0
    assert "r01@example.com" in out
    assert "none sent" in err
    code, out, err = run("send", "invitation", "--channel", "mail", "--go")
    assert (code, out) == (1, "Nothing was sent, 2 failed.\n")


def test_a_cycle_opened_again_says_what_it_did(run):
    code, out, err = run("cycle", "open", "--reps", "R01,R07")

    assert (code, out) == (0, "2026-Q3:quarterly\n")
    assert "was open already. Joined: nobody. Drafts proposed: 0." in err


def test_an_invitation_is_a_calendar_file(run, tmp_path):
    file = tmp_path / "talk.ics"
    code, _out, err = run("calendar", "R01", "--start", "2026-10-14T15:00", "--to", str(file))

    assert code == 0, err
    assert Calendar.from_ical(file.read_bytes()).walk("VEVENT")


def test_the_store_is_exported_and_backed_up(run, tmp_path):
    assert run("store", "export", "--to", str(tmp_path / "all.jsonl"))[0] == 0
    assert run("store", "backup", "--to", str(tmp_path / "copy.db"))[0] == 0
    code, _out, err = run("store", "import", str(tmp_path / "all.jsonl"))

    assert code == 2
    assert "take a new one" in err
