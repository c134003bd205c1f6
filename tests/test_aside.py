"""What is laid aside on disk is its owner's alone, and goes though its process was killed."""

import os
import stat
import subprocess
import sys
import tempfile
import time

import pytest

from workbench.private import new_aside

DAY = 24 * 60 * 60


@pytest.fixture
def room(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def left(room, name, age):
    folder = room / name
    folder.mkdir()
    (folder / "rows.tmp").write_text("a customer")
    os.utime(folder, (time.time() - age,) * 2)
    return folder


def test_what_a_killed_process_left_is_cleared_after_a_day(room):
    with subprocess.Popen([sys.executable, "-c", ""]) as gone:
        gone.wait()
    old = left(room, f"workbench-aside-{gone.pid}-a", 2 * DAY)
    unnamed = left(room, "workbench-aside-oky7u349", 2 * DAY)  # of earlier versions
    fresh = left(room, f"workbench-aside-{gone.pid}-b", DAY // 2)
    running = left(room, f"workbench-aside-{os.getpid()}-c", 2 * DAY)
    other = left(room, "somebody-elses", 2 * DAY)

    new_aside()

    there = [each.exists() for each in (old, unnamed, fresh, running, other)]
    assert there == [False, False, True, True, True]


@pytest.mark.usefixtures("room")
def test_it_is_for_its_owner_alone():
    assert stat.S_IMODE(new_aside().stat().st_mode) == 0o700
