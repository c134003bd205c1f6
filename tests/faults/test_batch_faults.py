"""A batch ended at any moment, on a full disk, beside another: what is finished is whole."""

import errno
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from hashlib import sha256
from pathlib import Path

import pytest

from tests.faults.conftest import REPS, batch

pytestmark = [
    pytest.mark.faults,
    pytest.mark.skipif(sys.platform != "linux", reason="looks processes up in /proc"),
]
MOMENTS = 30


def period(folder):
    return folder / "outputs" / "shop" / "2026-Q3"


def documents(folder):
    """Give the bytes of every document by name, and hold each status against its files."""
    found = {}
    for status in period(folder).glob("*/status.json"):
        for made in json.loads(status.read_text())["documents"].values():
            for name, digest in made["outputs"].items():
                content = (status.parent / name).read_bytes()
                assert sha256(content).hexdigest() == digest, status.parent / name
                found[f"{status.parent.name}/{name}"] = (content, made["made_at"])
    return found


def descendants(pid):
    """List a process and all it started, also what has groups of their own."""
    found, waiting = [], [pid]
    while waiting:
        each = waiting.pop()
        found.append(each)
        try:
            for task in Path(f"/proc/{each}/task").iterdir():
                waiting += map(int, (task / "children").read_text().split())
        except OSError:
            continue
    return found


def is_alive(pid):
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


def gone(pids, seconds=10.0):
    end = time.monotonic() + seconds
    while (left := [pid for pid in pids if is_alive(pid)]) and time.monotonic() < end:
        time.sleep(0.02)
    return left


def slowness():
    """Say how many times longer work takes now than on a core that does nothing else."""
    began, used = time.monotonic(), time.process_time()
    while time.process_time() - used < 0.3:
        pass
    return max(1.0, (time.monotonic() - began) / 0.3)


def until_made(running, folder, count):
    while running.poll() is None and len(list(period(folder).glob("*/status.json"))) < count:
        time.sleep(0.02)


@pytest.fixture(scope="module")
def whole(shop):
    return undisturbed(shop())


def undisturbed(folder):
    """Give what a batch makes that nobody disturbs."""
    code, _, err = batch(folder)
    assert code == 0, err
    return {name: content for name, (content, _) in documents(folder).items()}


def test_killed_at_any_moment_the_next_batch_makes_the_rest(shop):
    """At 30 moments the parent or one of its processes is killed; documents made stay as made."""
    whole = undisturbed(shop(pause=0.3))
    chance, folder = random.Random(20261124), shop(pause=0.3)
    known, moments = {}, 0
    while moments < MOMENTS:
        if len(documents(folder)) == 2 * REPS:  # all made: the next round begins with none
            shutil.rmtree(period(folder))
            known = {}
        running = batch(folder, wait=False)
        while moments < MOMENTS and running.poll() is None:
            time.sleep(chance.random() * 1.2)
            everybody = descendants(running.pid)
            victim = running.pid if chance.random() < 0.15 else chance.choice(everybody)
            try:
                os.kill(victim, signal.SIGKILL)
            except ProcessLookupError:
                continue
            moments += 1
        if running.poll() is None:
            os.kill(running.pid, signal.SIGKILL)
        running.communicate()
        assert gone(everybody) == []
        now = documents(folder)
        assert {name: now[name] for name in known if name in now} == known, "made twice"
        known = {name: each for name, each in now.items() if each[0].startswith(b"<!doctype")}

    code, _, err = batch(folder)
    assert code == 0, err
    assert {name: content for name, (content, _) in documents(folder).items()} == whole
    assert not list(period(folder).glob("*/.*"))  # nothing half made is left


def test_an_interrupt_ends_within_two_seconds(shop):
    folder = shop(pause=3)
    running = batch(folder, wait=False)
    until_made(running, folder, 1)
    everybody = descendants(running.pid)
    began = time.monotonic()

    os.kill(running.pid, signal.SIGINT)
    _, err = running.communicate()

    assert time.monotonic() - began < 2 * slowness()
    assert running.returncode == 130
    assert "the same command makes the rest" in err
    assert "Traceback" not in err
    assert gone(everybody, 2) == []


def test_two_batches_on_the_same_outputs_take_turns(shop, whole):
    folder = shop()
    first, second = batch(folder, wait=False), batch(folder, wait=False)
    told = [each.communicate(timeout=300)[1] for each in (first, second)]

    assert (first.returncode, second.returncode) == (0, 0)
    assert sorted(f"{REPS} made" in err for err in told) == [False, True]
    assert [err for err in told if "Another batch is writing" in err and "0 made" in err]
    assert {name: content for name, (content, _) in documents(folder).items()} == whole


def test_outputs_that_may_not_be_written_stop_the_batch_with_a_sentence(shop):
    folder = shop()
    outputs = folder / "outputs"
    outputs.write_text("a file where the folder should be")

    code, out, err = batch(folder)

    assert (code, out) == (1, "")
    assert "cannot be written" in err
    assert "Traceback" not in err


def test_a_full_disk_stops_the_batch_and_what_is_finished_stays(shop, whole, tmp_path):
    """On a real file system of 120 KB, which then grows."""
    folder, small = shop(reps=REPS), tmp_path / "small"
    small.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=120k", "tmpfs", str(small)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("no file system can be mounted here")
    try:
        (folder / "outputs").symlink_to(small)
        code, out, err = batch(folder)
        assert (code, out) == (1, "")
        assert os.strerror(errno.ENOSPC) in err
        assert "What is finished is whole and stays" in err
        kept = documents(folder)
        assert all(whole[name] == content for name, (content, _) in kept.items())
        grow = ["mount", "-o", "remount,size=40m", str(small)]
        assert subprocess.run(grow, check=False).returncode == 0
        assert batch(folder)[0] == 0
        assert {name: content for name, (content, _) in documents(folder).items()} == whole
    finally:
        subprocess.run(["umount", "-l", str(small)], check=False)


def test_a_snapshot_that_vanishes_stops_the_batch(shop):
    folder = shop(pause=1, reps=12)
    book = (folder / "notebooks" / "rep_review.ipynb").read_text()
    reading = "import workbench as wb; wb.open_review(rep_id, period, workspace, as_of=as_of)\\n"
    (folder / "notebooks" / "rep_review.ipynb").write_text(
        book.replace("from html import escape\\n", reading + "from html import escape\\n")
    )
    running = batch(folder, "--engine", "stock", wait=False)
    until_made(running, folder, 1)

    (folder / "deals.csv").unlink()  # from which the same snapshot could be frozen again
    shutil.rmtree(folder / "snapshots")
    out, err = running.communicate(timeout=120)

    assert (running.returncode, out) == (1, "")
    assert "is gone" in err
    assert documents(folder)
