"""The same batch on a cluster of processes, one of which is killed in the middle."""

import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager

import pytest

from tests.faults.conftest import REPS, batch
from tests.faults.test_batch_faults import documents, until_made, whole

distributed = pytest.importorskip("distributed")
pytestmark = pytest.mark.faults
assert whole  # a fixture


@contextmanager
def started(*words):
    process = subprocess.Popen(
        [sys.executable, "-m", "distributed.cli.dask_" + words[0], *words[1:]],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def free_port():
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


def test_a_worker_lost_in_the_middle_costs_its_time_only(shop, whole):
    folder, port = shop(pause=1), free_port()
    address = f"tcp://127.0.0.1:{port}"
    worker = ("worker", address, "--nthreads", "1", "--no-nanny", "--no-dashboard")
    with (
        started("scheduler", "--host", "127.0.0.1", "--port", str(port), "--no-dashboard"),
        started(*worker) as doomed, started(*worker),
    ):  # fmt: skip
        time.sleep(1)
        running = batch(folder, "--on", "dask", "--scheduler", address, wait=False)
        until_made(running, folder, 2)
        os.kill(doomed.pid, signal.SIGKILL)
        _, err = running.communicate(timeout=300)

    assert running.returncode == 0, err
    assert f"{REPS} made" in err
    assert len(documents(folder)) == len(whole)


def test_a_scheduler_that_is_not_there_is_named(shop):
    address = f"tcp://127.0.0.1:{free_port()}"

    code, out, err = batch(shop(), "--on", "dask", "--scheduler", address)

    assert (code, out) == (1, "")
    assert f"The Dask scheduler '{address}' does not answer" in err
