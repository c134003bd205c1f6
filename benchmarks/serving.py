"""The two explorers, each served as its users have it, and the memory of their kernels."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import psutil

from benchmarks.mosaic.board import write_notebook

ROOT = Path(__file__).parents[1]
CACHE = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "rep-review-benchmarks"
# As `workbench serve` does, but of the one page: at ten million deals, the kernel that waits for a
# review computes a period's figures for minutes beside what is measured
_SERVE = """
import sys
from workbench.serve.served import Serving
from workbench.serve.server import serve
from workbench.sources.workspace import open_workspace
serve(open_workspace(sys.argv[1]), Serving(port=int(sys.argv[2]), token="", only=("explore",)))
"""
_IDLE = 0.4  # processor seconds of two: kernels that wait still tick


@contextmanager
def workbench_served(company: Path) -> Iterator[str]:
    """Serve a company as its users have it, with a kernel waiting; give Explore's address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-c", _SERVE, str(company), str(port)]
    path = os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")]).rstrip(os.pathsep)
    with _running(command, {"PYTHONPATH": path}, port):
        yield f"http://127.0.0.1:{port}/explore?lang=en&period=2026-Q2"


@contextmanager
def mosaic_served(folder: Path, company: Path) -> Iterator[str]:
    """Serve mosaic-widget by Voilà as it comes; give the page's address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    write_notebook(folder / "mosaic.ipynb", company)
    python = _environment()
    command = [str(python), "-m", "voila", str(folder / "mosaic.ipynb"), "--no-browser",
               f"--port={port}", "--Voila.ip=127.0.0.1"]  # fmt: skip
    own = {"PATH": f"{python.parent}{os.pathsep}{os.environ['PATH']}", "PYTHONPATH": ""}
    with _running(command, own, port):
        yield f"http://127.0.0.1:{port}/"


def wait_for_rest(most: float = 120.0) -> None:
    """Wait until all that was started here does nothing: a kernel that gets ready is ready then."""
    time.sleep(3)  # the server starts the next kernel a moment after one was taken
    end, before = time.monotonic() + most, _worked()
    while time.monotonic() < end:
        time.sleep(2)
        now = _worked()
        if sum(now[pid] - before.get(pid, 0.0) for pid in now) < _IDLE:
            return
        before = now


def _worked() -> dict[int, float]:
    """Give processor seconds by process, of all that was started here."""
    told = {}
    for process in psutil.Process().children(recursive=True):
        with suppress(psutil.NoSuchProcess):
            times = process.cpu_times()
            told[process.pid] = times.user + times.system
    return told


def memory_mb(kernel: str) -> tuple[float, float]:
    """Give what a kernel holds: resident, and with what is shared counted by its part."""
    held = _process(kernel).memory_full_info()
    return held.rss / 2**20, held.pss / 2**20


def started() -> set[int]:
    """Give the numbers of all processes that were started here."""
    return set(_worked())


def waited(kernel: str, before: set[int]) -> bool:
    """Whether a kernel is one of those processes that were there before."""
    return _process(kernel).pid in before


def _process(kernel: str) -> psutil.Process:
    for process in psutil.Process().children(recursive=True):
        with suppress(psutil.NoSuchProcess):
            if any(kernel in word for word in process.cmdline()):
                return process
    raise LookupError(kernel)


def installed(package: str) -> str:
    """Give the version of a package beside mosaic-widget."""
    asked = f"import importlib.metadata as m; print(m.version({package!r}))"
    return subprocess.check_output([_environment(), "-c", asked], text=True).strip()


def _environment() -> Path:
    """Make the environment mosaic-widget runs in, once; give its Python."""
    wanted = (ROOT / "benchmarks" / "mosaic" / "requirements.txt").read_text(encoding="utf-8")
    made, python = CACHE / "mosaic" / "requirements.txt", CACHE / "mosaic" / "bin" / "python"
    if made.is_file() and made.read_text(encoding="utf-8") == wanted:
        return python
    subprocess.run([sys.executable, "-m", "venv", "--clear", CACHE / "mosaic"], check=True)
    quiet = ["-qq", "--disable-pip-version-check"]
    given = ["-r", str(ROOT / "benchmarks" / "mosaic" / "requirements.txt")]
    subprocess.run([python, "-m", "pip", "install", *quiet, *given], check=True)
    made.write_text(wanted, encoding="utf-8")
    return python


@contextmanager
def _running(command: list[str], own: dict[str, str], port: int) -> Iterator[None]:
    process = subprocess.Popen(
        command, env={**os.environ, **own}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        start_new_session=True,
    )  # fmt: skip
    try:
        _await(f"http://127.0.0.1:{port}/", process)
        yield
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)


def _await(address: str, process: "subprocess.Popen[bytes]") -> None:
    """Wait until a server is there; any answer of it will do."""
    while process.poll() is None:
        try:
            urllib.request.urlopen(f"{address}voila/static/voila.js", timeout=5).close()
        except urllib.error.HTTPError:
            return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.3)
        else:
            return
    raise ChildProcessError(address)
