"""Opening a page: from the address to the first chart a person sees, in a real browser.

`python -m benchmarks.opening [TIMES]` opens each page in turn through `workbench serve`, which has
a kernel waiting, and through Voilà as it comes (`voila NOTEBOOK`: a cold kernel, its own frame), on
the same copy of the demo, each time in a fresh browser window. Facts are computed before, for both.
Needs Chromium and playwright (requirements-dev.lock). A third line opens the page with
`workbench serve --warm 0`: what the frame alone gains, and the second of two people coming at once.
"""

import os
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).parents[1]
# The first picture that tells something: a chart of the review; a finding with its chart
PAGES = {
    "rep_review": "section.wb figure svg",
    "explore": ".drawing svg, .drawing canvas",
    "coaching": "h1.finding",
}
REST = 8.0  # seconds between two openings, in which the next kernel gets ready
AT_LEAST = 2.0


def main(times: int = 5) -> int:
    """Print a line for each page; 1 when a page is not twice as fast as stock Voilà."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        demo = Path(folder) / "demo"
        shutil.copytree(ROOT / "data" / "demo", demo, ignore=shutil.ignore_patterns("store.db*"))
        found = shutil.which("chromium") or shutil.which("chromium-browser")
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        names = [name for name in PAGES if (ROOT / "notebooks" / f"{name}.ipynb").is_file()]
        ratios = [_measured(browser, demo, name, times) for name in names]
        browser.close()
    return int(min(ratios) < AT_LEAST)


def _measured(browser: Browser, demo: Path, name: str, times: int) -> float:
    with _ours(demo, 1) as warm, _ours(demo, 0) as cold, _stock(demo, name) as stock:
        places = {"waiting": warm + name, "cold": cold + name, "stock": stock}
        for address in places.values():  # facts, byte code and the browser's own start
            _seconds(browser, address, PAGES[name])
        told: dict[str, list[float]] = {kind: [] for kind in places}
        for _ in range(times):
            for kind, address in places.items():
                time.sleep(REST)
                told[kind].append(_seconds(browser, address, PAGES[name]))
    middle = {kind: statistics.median(seconds) for kind, seconds in told.items()}
    for kind, label in (("waiting", "kernel waiting"), ("cold", "cold kernel")):
        print(
            f"opening {name}, {label}: {middle[kind]:.2f} s; stock Voilà {middle['stock']:.2f} s; "
            f"{middle['stock'] / middle[kind]:.1f} times as fast (median of {times})"
        )
    return middle["stock"] / middle["waiting"]


def _seconds(browser: Browser, address: str, picture: str) -> float:
    context = browser.new_context(viewport={"width": 1240, "height": 900})
    page = context.new_page()
    begin = time.perf_counter()
    page.goto(address, wait_until="commit", timeout=120_000)
    page.wait_for_selector(picture, timeout=120_000)
    seconds = time.perf_counter() - begin
    page.goto("about:blank")
    context.close()
    return seconds


@contextmanager
def _ours(demo: Path, waiting: int) -> Iterator[str]:
    given = ["--workspace", demo, "--port", _port(), "--warm", waiting, "--no-token"]
    command = [sys.executable, "-m", "workbench.cli", "serve", *map(str, given)]
    with _running(command, demo.parent, demo) as process:
        assert process.stdout is not None
        yield process.stdout.readline().decode().strip()


@contextmanager
def _stock(demo: Path, name: str) -> Iterator[str]:
    port = _port()
    notebook = ROOT / "notebooks" / f"{name}.ipynb"
    command = [
        sys.executable, "-m", "voila", str(notebook), "--no-browser", f"--port={port}",
        "--Voila.ip=127.0.0.1", "--Voila.port_retries=0",
    ]  # fmt: skip
    with _running(command, demo.parent, demo):
        address = f"http://127.0.0.1:{port}/"
        _wait_for(f"{address}voila/static/voila.js")
        yield address


@contextmanager
def _running(command: list[str], folder: Path, demo: Path) -> Iterator["subprocess.Popen[bytes]"]:
    env = {**os.environ, "WORKBENCH_WORKSPACE": str(demo)}
    process = subprocess.Popen(
        command, cwd=folder, env=env, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        start_new_session=True,
    )  # fmt: skip
    try:
        yield process
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)


def _wait_for(address: str) -> None:
    for _ in range(240):
        try:
            urllib.request.urlopen(address, timeout=5).close()
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.25)
        else:
            return
    raise TimeoutError(address)


def _port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
