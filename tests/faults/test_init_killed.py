"""`workbench init --from` ended at any moment leaves nothing half written."""

import os
import random
import signal
import subprocess
import sys
import time

import pytest

from tests.proposal.test_propose import REPORT
from workbench.sources.workspace import open_workspace

pytestmark = pytest.mark.faults
_MOMENTS = 6
_LONGEST = 8.0  # seconds; a whole run takes longer


def test_killed_at_any_moment_there_is_a_whole_workspace_or_none(tmp_path):
    exports = tmp_path / "exports"
    exports.mkdir()
    (exports / "report.csv").write_text(REPORT.lstrip(), encoding="utf-8")
    moments = random.Random(7)
    whole = 0
    for n in range(_MOMENTS):
        to = tmp_path / f"w{n}"
        command = [sys.executable, "-m", "workbench.cli", "init", to, "--from", exports, "--yes"]
        process = subprocess.Popen(
            command, cwd=tmp_path, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            start_new_session=True,
        )  # fmt: skip
        time.sleep(moments.uniform(1.0, _LONGEST))
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()

        if (to / "workbench.toml").exists():
            whole += 1
            assert open_workspace(to).currency == "USD"
            tried = subprocess.run(
                [sys.executable, "-m", "workbench.cli", "check", "--workspace", to],
                cwd=tmp_path, capture_output=True, text=True, check=False,
            )  # fmt: skip
            assert tried.returncode == 0, tried.stderr
        elif to.exists():
            assert not [path for path in to.iterdir() if not path.name.startswith(".workbench-")]
    assert whole < _MOMENTS  # else it was never killed early enough to tell
