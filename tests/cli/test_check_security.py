"""`workbench check --security`: its lines, in both languages, and its exit codes."""

import subprocess
import sys

import pytest

HEAD = "[workspace]\nas_of = 2026-09-30\n"


@pytest.fixture
def check(company):
    made = company(head=HEAD)
    for file in made.folder.iterdir():
        file.chmod(0o600)

    def run(*words):
        done = subprocess.run(
            [sys.executable, "-m", "workbench.cli", "check", "--security", *words,
             "--workspace", str(made.folder)],
            cwd=made.folder, capture_output=True, text=True, check=False, encoding="utf-8",
        )  # fmt: skip
        assert done.stderr == ""
        return done.returncode, done.stdout.splitlines()

    run.folder = made.folder
    return run


def test_the_exit_code_tells_well_from_found_and_from_unchecked(check):
    code, lines = check()
    assert (code, {line.split()[0] for line in lines}) == (0, {"ok", "–"})

    (check.folder / "plans").mkdir(mode=0o777)
    (check.folder / "plans").chmod(0o777)
    code, lines = check("--lang", "zh")
    (told,) = (line for line in lines if line.startswith("问题"))
    assert code == 1
    assert told.endswith(f"请运行：chmod -R go-w '{check.folder / 'plans'}'")

    with (check.folder / "workbench.toml").open("a") as file:
        file.write('[store]\nurl = "postgresql+psycopg://wb@127.0.0.1:9/db"\n')
    code, lines = check()
    assert code == 2
    assert [line.split()[0] for line in lines].count("?") == 1
    assert [line.split()[0] for line in lines].count("FOUND") == 1
