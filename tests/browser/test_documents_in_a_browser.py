"""Documents in a real browser: no request, no console error, nothing clipped."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
WORKSPACES = {"demo": ("zh,en", 24 * 2), "maven": ("en", 35), "adventureworks": ("en", 17)}

pytestmark = pytest.mark.browser


@pytest.fixture(scope="session", params=WORKSPACES)
def documents(request, tmp_path_factory):
    """Make every document of a workspace, by the command a user types."""
    langs, expected = WORKSPACES[request.param]
    folder = tmp_path_factory.mktemp(request.param)
    workspace = folder / request.param
    shutil.copytree(
        ROOT / "data" / request.param, workspace, ignore=shutil.ignore_patterns("facts")
    )
    subprocess.run(
        [
            sys.executable, "-m", "workbench.cli", "batch", "--workspace", str(workspace),
            "--reps", "all" if request.param == "maven" else "default", "--lang", langs,
        ],
        cwd=folder, check=True, capture_output=True, text=True,
    )  # fmt: skip
    outputs = folder / "outputs"
    found = sorted(outputs.glob("*/*/*/review*.html"))
    assert len(found) == expected
    return found + sorted(outputs.glob("*/*/_index/*.html"))


def test_no_request_and_no_console_error(chromium, documents):
    page = chromium.new_page()
    asked, said = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))

    for document in documents:
        page.goto(document.as_uri())
    page.close()

    assert [url for url in asked if not url.startswith("file://")] == []
    assert len(asked) == len(documents)
    assert said == []


@pytest.mark.parametrize("width", [1240, 390])
def test_nothing_is_wider_than_the_screen(chromium, documents, width):
    page = chromium.new_page(viewport={"width": width, "height": 900})
    wide = {}
    for document in documents[:: max(1, len(documents) // 6)]:
        page.goto(document.as_uri())
        needed = page.evaluate("document.documentElement.scrollWidth")
        if needed > width:
            wide[document.name] = needed
    page.close()

    assert wide == {}


def test_every_document_has_the_same_sections_in_the_same_order(chromium, documents):
    page = chromium.new_page()
    orders = set()
    for document in documents:
        if "_index" not in document.parts:
            page.goto(document.as_uri())
            orders.add(tuple(page.eval_on_selector_all("h2[id]", "found => found.map(h => h.id)")))
    page.close()

    assert len(orders) == 1


def test_one_h1_and_no_script(chromium, documents):
    page = chromium.new_page()
    counted = set()
    for document in documents:
        page.goto(document.as_uri())
        counted.add((page.locator("h1").count(), page.locator("script").count()))
    page.close()

    assert counted == {(1, 0)}
