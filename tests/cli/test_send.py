"""`workbench send`: who has no address is told by name, and is written to once there is one."""

import subprocess
import sys

import pytest

from tests.outreach.conftest import mails

assert mails  # a fixture: a real mail server
REPS = """\
rep_id,name,manager_id,email
ana,Ana,bo,ana@example.com
bo,Bo,,{bo}
"""
CHANNEL = """
[outreach.channels]
mail = "mailto://127.0.0.1:{port}?from=hr@example.com&to={{to}}&mode=insecure"
"""


@pytest.fixture
def run(company, mails):
    made = company(toml=CHANNEL.format(port=mails.port), reps=REPS.format(bo=""))

    def command(*words):
        done = subprocess.run(
            [sys.executable, "-m", "workbench.cli", *words, "--workspace", str(made.folder)],
            capture_output=True, text=True, check=False, encoding="utf-8",
        )  # fmt: skip
        return done.returncode, done.stdout, done.stderr

    command.reps = made.folder / "reps.csv"
    opened = command("cycle", "open", "--period", "2026-Q3", "--reps", "ana,bo")
    assert opened[0] == 0, opened
    return command


def known(run, email):
    run.reps.write_text(REPS.format(bo=email))
    assert run("snapshot")[0] == 0


@pytest.mark.parametrize("email", ["", "bo@example.com&smtp=127.0.0.2", "b@x.com,c@x.com"])
def test_who_has_no_address_is_named_and_waits(run, mails, email):
    known(run, f'"{email}"')
    send = ("send", "invitation", "--channel", "mail", "--lang", "en")
    code, out, err = run(*send)
    assert code == 0
    assert [line.partition(": ")[0] for line in out.splitlines()] == ["ana@example.com", "bo"]
    assert "2 messages, none sent; 1 not sent: no address: bo." in err
    assert mails.recipients == []

    code, out, err = run(*send, "--go")
    assert (code, out) == (0, "1 sent, 1 not sent: no address: bo.\n")
    assert "in the column email of reps" in err

    known(run, "bo@example.com")
    assert run(*send, "--go")[1] == "1 sent.\n"
    assert run(*send, "--go")[1] == "Nothing was sent.\n"
    assert [to for _, to in mails.recipients] == [["ana@example.com"], ["bo@example.com"]]
