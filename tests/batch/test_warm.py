"""The warm engine: forked kernels, each as clean as a new one, whatever the one before did."""

import json
import os
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest
from nbclient.exceptions import CellTimeoutError, DeadKernelError

from tests.batch.warm_notebooks import notebook, run, texts
from workbench.batch.warm import client
from workbench.batch.warm.client import NotebookTimeoutError
from workbench.batch.warm.lease import SERVER, Kernel, can_fork, start_server

pytestmark = pytest.mark.skipif(not can_fork(), reason="this system cannot fork")

GOOD = notebook("print(1 + 1)")


@pytest.fixture(scope="module")
def server():
    with start_server(drawers=0) as started:
        os.environ[SERVER] = str(started.ready().address)
        yield started
        del os.environ[SERVER]


def is_alive(pid):
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except OSError:
        return False
    return state != "Z"


def gone(pids, seconds=10.0):
    """Wait until processes have ended; give those that have not."""
    end = time.monotonic() + seconds
    while (left := [pid for pid in pids if is_alive(pid)]) and time.monotonic() < end:
        time.sleep(0.02)
    return left


def kernels_of(server):
    listed = Path(f"/proc/{server.process.pid}/task/{server.process.pid}/children")
    return [int(pid) for pid in listed.read_text().split()]


@pytest.mark.usefixtures("server")
def test_nothing_of_one_notebook_reaches_the_next():
    run(
        notebook(
            "import json, os, sys, builtins, pandas, random\n"
            "left = 'state'; os.environ['LEFT'] = '1'; os.chdir('/'); sys.path.insert(0, '/left')\n"
            "json.left = builtins.left = True; pandas.set_option('display.max_rows', 3)\n"
            "random.seed(7); sys.setrecursionlimit(4321); os.umask(0o077)"
        )
    )

    seen = notebook(
        "import json, os, sys, builtins, pandas",
        "print('left' in globals(), 'LEFT' in os.environ, os.getcwd() == '/', '/left' in sys.path,"
        " hasattr(json, 'left'), hasattr(builtins, 'left'), pandas.get_option('display.max_rows'),"
        " sys.getrecursionlimit() == 4321, len(In))",
    )

    assert texts(run(seen))[1] == "False False False False False False 60 False 3"


@pytest.mark.usefixtures("server")
def test_a_first_word_that_was_missed_is_asked_for_again_at_once(monkeypatch):
    heard, waited = client._heard, []

    async def deaf_at_first(kernel, asked, seconds):
        waited.append(seconds)
        return await heard(kernel, asked, seconds) and len(waited) > 2

    monkeypatch.setattr(client, "_heard", deaf_at_first)

    assert "2" in texts(run(GOOD))[0]
    assert waited[1:3] == [2 * waited[0], 4 * waited[0]]  # a slow machine is waited for longer
    assert waited[0] < 0.1  # every second notebook waits for it


@pytest.mark.usefixtures("server")
def test_chance_differs_between_notebooks():
    book = notebook("import random, numpy, uuid; (random.random(), numpy.random.rand())")

    assert texts(run(book)) != texts(run(book))


@pytest.mark.usefixtures("server")
@pytest.mark.parametrize(
    "source",
    ["import os; os._exit(3)", "import ctypes; ctypes.string_at(0)",
     "import os, signal; os.kill(os.getpid(), signal.SIGKILL)"],
)  # fmt: skip
def test_a_crash_costs_its_notebook_alone(source):
    with pytest.raises(DeadKernelError):
        run(notebook("1", source, "3"))

    assert texts(run(GOOD)) == ["2"]


def test_an_endless_loop_ends_at_the_time_of_its_cell(server):
    with pytest.raises(CellTimeoutError):
        run(notebook("while True: pass"), execution_timeout=1)

    assert gone(kernels_of(server)) == []


@pytest.mark.usefixtures("server")
def test_all_cells_together_have_a_time():
    began = time.monotonic()

    with pytest.raises(NotebookTimeoutError):
        run(notebook(*["import time; time.sleep(0.5)"] * 20), notebook_timeout=1.5)

    assert time.monotonic() - began < 8


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits the memory of a process")
@pytest.mark.usefixtures("server")
def test_a_notebook_that_takes_too_much_memory_fails_alone():
    failed = run(notebook("held = bytearray(400 << 20)"), memory_mb=200)

    assert failed.ename == "MemoryError"
    assert texts(run(notebook("len(bytearray(100 << 20))"), memory_mb=200)) == ["104857600"]


@pytest.mark.skipif(sys.platform != "linux", reason="read from /proc")
def test_memory_is_given_back(server):
    book = notebook("held = bytearray(b'1') * (60 << 20)")
    run(book)
    before = _resident(server.process.pid)

    for _ in range(5):
        run(book)

    assert kernels_of(server) == []
    assert _resident(server.process.pid) - before < 4 << 20


@pytest.mark.skipif(sys.platform != "linux", reason="read from /proc")
def test_what_a_notebook_started_ends_with_it(server):
    """In its own group or in one of their own: the server adopts what a kernel leaves behind."""
    start = "import subprocess; [subprocess.Popen(['sleep', '600'], start_new_session=each).pid "
    done = run(notebook(start + "for each in (False, True)]"))
    left = json.loads(texts(done)[0])

    assert gone(left) == []
    assert kernels_of(server) == []


def test_only_its_owner_can_reach_the_server(server):
    socket, folder = server.address.stat().st_mode, server.folder.stat().st_mode

    assert stat.S_ISSOCK(socket)
    assert (socket & 0o777, folder & 0o777) == (0o600, 0o700)


def test_the_kernel_opens_no_port(server):
    asked = "from ipykernel.connect import get_connection_info as g; import json\n"
    told = texts(run(notebook(asked + "i = json.loads(g()); print(i['transport'], i['ip'])")))[0]

    assert told.startswith(f"ipc {server.folder}/")


@pytest.mark.usefixtures("server")
def test_a_kernel_that_does_not_start_is_started_once_more(tmp_path, monkeypatch):
    profile = tmp_path / "profile_default"
    profile.mkdir()
    (profile / "ipython_kernel_config.py").write_text(
        f"import os\nif not os.path.exists('{tmp_path}/flag'):\n"
        f"    open('{tmp_path}/flag', 'w').close()\n    os._exit(1)\n"
    )
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path))

    assert texts(run(GOOD)) == ["2"]
    assert (tmp_path / "flag").exists()


def test_a_lost_connection_ends_the_kernel(server):
    request = {"argv": ["-f", str(server.folder / "x.json")], "env": dict(os.environ)}
    kernel = Kernel(server.address, {**request, "cwd": "/", "memory_mb": 0})

    kernel.close()

    assert gone([kernel.pid]) == []


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a thread of the kernel sees to it")
@pytest.mark.parametrize("killed", ["owner", "server"])
def test_no_process_outlives_who_started_it(killed, tmp_path):
    """An owner starts a server with a drawer and runs a notebook that loops; then one is killed."""
    script = tmp_path / "owner.py"
    script.write_text(
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "from tests.batch.warm_notebooks import notebook, run\n"
        "import os; from workbench.batch.warm.lease import SERVER, start_server\n"
        "server = start_server(drawers=1).ready(); os.environ[SERVER] = str(server.address)\n"
        "print(server.process.pid, server.folder, flush=True)\n"
        'run(notebook(\'import os; open(os.environ["FLAG"], "w").write(str(os.getpid()))\',\n'
        "             'while True: pass'))\n"
    )
    flag = tmp_path / "flag"
    owner = subprocess.Popen(
        [sys.executable, str(script), str(Path(__file__).parents[2])],
        stdout=subprocess.PIPE, env={**os.environ, "FLAG": str(flag)}, text=True,
    )  # fmt: skip
    server_pid = int(owner.stdout.readline().split()[0])
    while not (flag.exists() and flag.read_text()):
        time.sleep(0.05)
    started = Path(f"/proc/{server_pid}/task/{server_pid}/children").read_text().split()
    assert len(started) == 2  # the kernel and the drawer

    os.kill(owner.pid if killed == "owner" else server_pid, signal.SIGKILL)

    left = gone([server_pid, *map(int, started)])
    owner.kill()
    owner.wait()
    owner.stdout.close()
    assert left == []


def test_where_nothing_forks_the_stock_kernel_runs_and_one_line_says_so(monkeypatch, caplog):
    monkeypatch.delattr(os, "fork")

    assert [texts(run(GOOD)), texts(run(GOOD))] == [["2"], ["2"]]
    assert [r.message for r in caplog.records if "cannot fork" in r.message] == [
        "Papermill's own kernel is used instead of a warm one: this system cannot fork."
    ]


def _resident(pid):
    return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
