"""Documents in a real browser: no request, no console error, nothing clipped."""

import json
import os
import shutil
import subprocess
import sys
from collections import defaultdict
from html import escape
from pathlib import Path

import pytest

from workbench.snapshots import open_snapshot
from workbench.sources.workspace import open_workspace

ROOT = Path(__file__).parents[2]
EVERYBODY = {"demo": "default", "maven": "all", "adventureworks": "default"}
COUNTS = {"demo": 24 * 2, "maven": 35, "adventureworks": 17}
LANGS = {"demo": "zh,en", "maven": "en", "adventureworks": "en"}
# Of the companies that are not made four are looked at; the whole walk (`make proofs`) makes
# everybody's
SOME = {
    "maven": ("Darcel Schlecht", "Anna Snelling", "Boris Faz", "Corliss Cosme"),
    "adventureworks": ("272", "281", "285", "290"),  # two of them lead
}
if not os.environ.get("WORKBENCH_WHOLE_WALK"):
    EVERYBODY |= {name: ",".join(reps) for name, reps in SOME.items()}
    COUNTS |= {name: len(reps) for name, reps in SOME.items()}

pytestmark = pytest.mark.browser


@pytest.fixture(scope="session", params=EVERYBODY)
def documents(request, shipped, tmp_path_factory):
    """Make the documents of a workspace, by the command a user types."""
    folder = tmp_path_factory.mktemp(request.param)
    workspace = folder / request.param
    kept = shipped if request.param == "demo" else ROOT / "data" / request.param
    shutil.copytree(kept, workspace)
    subprocess.run(
        [
            sys.executable, "-m", "workbench.cli", "batch", "--workspace", str(workspace),
            "--reps", EVERYBODY[request.param], "--lang", LANGS[request.param],
        ],
        cwd=folder, check=True, capture_output=True, text=True,
    )  # fmt: skip
    outputs = folder / "outputs"
    found = sorted(outputs.glob("*/*/*/review*.html"))
    assert len(_talks(found)) == COUNTS[request.param]
    return found + sorted(outputs.glob("*/*/_index/*.html"))


def _reviews(documents):
    return [path for path in documents if "_index" not in path.parts]


def _talks(documents):
    """Give the reviews in the edition all have; a signed review has the others beside it."""
    others = {".brief", ".record"}
    return [path for path in _reviews(documents) if not others & set(path.suffixes)]


def _own(path, names):
    text = path.read_text(encoding="utf-8")
    return next(name for name in names if f'<h1 id="cover">{escape(name)}<' in text)


def _thanking(folder, name_of):
    """Who praised a rep, by the rep's name: a praise is signed, so its giver is named."""
    givers = defaultdict(set)
    shipped = folder / "store.jsonl"
    lines = shipped.read_text(encoding="utf-8").splitlines() if shipped.exists() else []
    for line in map(json.loads, lines):
        if line["table"] == "register" and line["register"] == "praise":
            givers[name_of.get(line["rep_id"])].add(name_of.get(line["made_by"]))
    return givers


def test_a_document_names_the_rep_the_manager_and_who_praised_the_rep(documents):
    folder = documents[0].parents[4]
    workspace = open_workspace(next(folder.glob("*/workbench.toml")).parent)
    people = open_snapshot(workspace).table("reps").to_pylist()
    name_of = {row["rep_id"]: row["name"] for row in people}
    boss = {row["name"]: name_of.get(row["manager_id"], row["manager_id"]) for row in people}
    # A manager who is no rep may be known by a number only, which figures hold too
    everyone = {name for name in (*boss, *boss.values()) if name and not name.isdigit()}
    thanking = _thanking(workspace.folder, name_of)
    found = {}
    for path in _reviews(documents):
        own = _own(path, boss)
        named = {own, boss[own], *thanking[own]}
        for file in (path, path.with_suffix(".ipynb")):
            text = file.read_text(encoding="utf-8")
            others = {name for name in everyone - named if name in text}
            if others:
                found[file] = others

    assert found == {}


def test_documents_are_small(documents):
    assert [path for path in documents if path.stat().st_size > 250_000] == []


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
    for document in _talks(documents):
        page.goto(document.as_uri())
        orders.add(tuple(page.eval_on_selector_all("h2[id]", "found => found.map(h => h.id)")))
    page.close()

    whole = max(orders, key=len)
    # Who has left is asked for no plan
    assert orders <= {whole, tuple(key for key in whole if key != "plan")}


def test_one_h1_and_no_script(chromium, documents):
    page = chromium.new_page()
    counted = set()
    for document in documents:
        page.goto(document.as_uri())
        counted.add((page.locator("h1").count(), page.locator("script").count()))
    page.close()

    assert counted == {(1, 0)}
