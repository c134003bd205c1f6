"""A real Chromium, a real JupyterLab and a real `workbench serve`, each started once.

What a walk needs: `served_page(notebook, query)` and `lab_page(notebook, parameters)` open a page
and watch it, `assert_quiet(page)` says that nothing went wrong meanwhile, `shot(page, name)` keeps
a picture in outputs/_browser/.
"""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import nbformat
import pytest
from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).parent))  # what the walks share

from watching import assert_quiet, watched

ROOT = Path(__file__).parents[2]
PICTURES = ROOT / "outputs" / "_browser"
TOKEN = "walks"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
IDLE = r"#jp-main-statusbar >> text=/\| (Idle|空闲)/"  # data-status is idle before it is connected


@pytest.fixture(scope="session")
def chromium():
    """Start the machine's Chromium; fail loudly where there is none."""
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    assert found, "Chromium is not installed. Run: apt-get install chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def ground(shipped, tmp_path_factory):
    """Copy the demo, with its figures, and its notebooks: walks write into it."""
    folder = tmp_path_factory.mktemp("ground") / "demo"
    shutil.copytree(shipped, folder)
    shutil.copytree(ROOT / "notebooks", folder / "notebooks")
    return folder


@pytest.fixture(scope="session")
def served(serving, ground):
    """Serve the copy as a user does."""
    return serving("serve", "--workspace", ground, "--port", 0, "--sessions", 8)


@pytest.fixture
def context(chromium):
    """Open a browser window of its own, as another person has."""
    opened = chromium.new_context(viewport={"width": 1240, "height": 900})
    opened.set_default_timeout(120_000)
    yield opened
    opened.close()


@pytest.fixture
def served_page(served, context):
    """Open a notebook as a served page, until its first part stands and its widgets answer."""

    def open_page(notebook, query="", *, width=1240, shows=".out > :not(script, style), .trouble"):
        page = watched(context.new_page(), served.base)
        page.set_viewport_size({"width": width, "height": 900})
        joined = "&" if query else ""
        page.goto(f"{served.base}{notebook}?{query}{joined}token={served.token}")
        page.wait_for_selector(shows)
        page.wait_for_load_state("load")
        page.wait_for_function(
            "!document.querySelector('script[type=\"application/vnd.voila.cell-output+json\"]')"
        )
        return page

    return open_page


@pytest.fixture(scope="session")
def lab(ground, tmp_path_factory):
    """Run JupyterLab as a user does; gives its address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    home = tmp_path_factory.mktemp("lab")
    log = (home / "log").open("w")
    process = subprocess.Popen(
        [
            sys.executable, "-m", "workbench.cli", "lab", "--workspace", str(ground),
            "--port", str(port), "--no-browser",
        ],
        stdout=log, stderr=log, start_new_session=True,
        env={**os.environ, "JUPYTER_TOKEN": TOKEN, "JUPYTER_CONFIG_DIR": str(home)},
    )  # fmt: skip
    log.close()
    address = f"http://127.0.0.1:{port}/"
    for _ in range(240):
        try:
            urllib.request.urlopen(f"{address}api/status?token={TOKEN}", timeout=5).close()
            break
        except (urllib.error.URLError, ConnectionError):
            assert process.poll() is None, (home / "log").read_text()
            time.sleep(0.25)
    yield address
    os.killpg(process.pid, signal.SIGINT)
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


@pytest.fixture
def lab_page(lab, ground, context):
    """Open a notebook in JupyterLab with parameters, and run all its cells."""
    made = []

    def open_page(notebook, parameters=None, *, shows=".jp-OutputArea-output"):
        book = nbformat.read(ROOT / "notebooks" / f"{notebook}.ipynb", as_version=4)
        told = next(c for c in book.cells if "parameters" in c.metadata.get("tags", []))
        told.source += "".join(
            f"\n{name} = {value!r}" for name, value in (parameters or {}).items()
        )
        file = ground / "notebooks" / f"{notebook}-walk-{len(made)}.ipynb"
        nbformat.write(book, file)
        made.append(file)
        page = watched(context.new_page(), lab)
        page.goto(f"{lab}lab/tree/{file.name}?reset&token={TOKEN}")
        page.wait_for_selector(IDLE)
        page.locator("#jp-MainMenu .lm-MenuBar-item").nth(3).click()
        page.locator('.lm-Menu-item[data-command="runmenu:run-all"]').click()
        page.wait_for_selector(shows, state="attached")
        page.wait_for_selector(IDLE)
        page.evaluate("document.querySelector('.jp-WindowedPanel-outer').scrollTop = 0")
        page.wait_for_selector(shows)
        return page

    yield open_page
    for file in made:
        file.unlink(missing_ok=True)


@pytest.fixture
def shot():
    """Keep a picture of a page for people to look at."""

    def keep(page, name, *, whole=False):
        PICTURES.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=PICTURES / f"{name}.png", full_page=whole)

    return keep


@pytest.fixture(name="assert_quiet")
def _assert_quiet():
    return assert_quiet
