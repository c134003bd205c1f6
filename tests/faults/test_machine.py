"""Where the machine ends, a batch stops with one sentence; given more, the same command goes on."""

import subprocess
import sys

import pytest

from tests.faults.conftest import REPS, batch
from tests.faults.test_batch_faults import documents, period

pytestmark = [
    pytest.mark.faults,
    pytest.mark.skipif(sys.platform != "linux", reason="sets the limits that Linux has"),
]


def states(folder):
    return [file.parent.name for file in period(folder).glob("*/status.json")]


def retold(folder, line):
    """Put another line where the notebook takes its pause."""
    book = folder / "notebooks" / "rep_review.ipynb"
    text = book.read_text()
    assert "import time; time.sleep(0.05)" in text
    book.write_text(text.replace("import time; time.sleep(0.05)", line))


def test_no_open_file_left_stops_it_and_fails_nobody(shop):
    folder = shop()
    code, out, err = batch(folder, limit="-n 16")

    assert (code, out) == (1, "")
    assert "this machine lets it open no more files" in err
    assert "`ulimit -n 4096`) or make fewer at once (`--jobs 1`)" in err
    assert f"0 of {REPS} documents were made." in err
    assert err.count("The batch stopped: ") == 1
    assert states(folder) == []
    assert batch(folder)[0] == 0
    assert len(states(folder)) == REPS


def test_a_full_disk_in_a_notebook_stops_it_and_the_older_documents_stay(shop):
    folder = shop()
    assert batch(folder)[0] == 0
    before = documents(folder)
    retold(folder, "open('/dev/full', 'w').write('x' * 100000)")
    code, out, err = batch(folder, "--jobs", "1")

    assert (code, out) == (1, "")
    assert "this machine has no room left to write ([Errno 28] No space left on device)" in err
    assert f"0 of {REPS} documents were made." in err
    assert documents(folder) == before


@pytest.mark.parametrize(
    "line", ["held = bytearray(400 << 20)", "import os; os.kill(os.getpid(), 9)"]
)
def test_documents_ended_one_after_another_stop_it_and_one_alone_does_not(shop, line):
    folder = shop()
    retold(folder, f"if rep_id != 'r0':\\n    {line}")
    words = ("--jobs", "1", "--memory", "200")
    code, out, err = batch(folder, *words)
    assert (code, out) == (1, "")
    assert "3 documents in a row were ended from outside, or found no memory" in err
    assert f"1 of {REPS} documents were made." in err
    assert len(states(folder)) < REPS

    again = folder / "notebooks" / "rep_review.ipynb"
    again.write_text(again.read_text().replace("!= 'r0'", "== 'r1'"))
    code, _, err = batch(folder, *words)
    assert (code, err.count("The batch stopped")) == (1, 0)
    assert f"{REPS - 1} made, 0 unchanged, 1 failed" in err


def test_any_command_says_so(shop):
    done = subprocess.run(
        ["sh", "-c", 'ulimit -f 1; exec "$@"', "sh", sys.executable, "-m", "workbench.cli",
         "snapshot", "--workspace", str(shop())],
        capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert (done.returncode, done.stdout) == (1, "")
    assert "this machine has no room left to write" in done.stderr
    assert "This should not happen" not in done.stderr
