"""axe-core finds nothing in documents, and in served pages only what stands in the baseline."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from workbench.serve.page import pages_of

pytestmark = pytest.mark.browser

HERE = Path(__file__).parent
AXE = HERE / "axe" / "axe.min.js"
BASELINE = HERE / "axe-baseline.toml"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]
FIND = """async (rules) => {
  const found = await axe.run(document, {runOnly: rules, resultTypes: ["violations"]});
  return found.violations.flatMap((each) =>
    each.nodes.map((node) => [each.id, node.target.flat().join(" "), node.html.slice(0, 160)]));
}"""
STILL = """() => new Promise((done) => {
  let rest = setTimeout(done, 1500);
  const again = () => { clearTimeout(rest); rest = setTimeout(done, 1500); };
  new MutationObserver(again).observe(document.body, {childList: true, subtree: true});
  setTimeout(done, 60000);
})"""
MEETS = "([target, inside]) => !!document.querySelector(target)?.matches(inside)"


@pytest.fixture
def open_context(chromium):
    """A window in which axe may run: documents forbid every script."""
    context = chromium.new_context(bypass_csp=True, viewport={"width": 1240, "height": 900})
    context.set_default_timeout(120_000)
    yield context
    context.close()


def violations(page):
    page.add_script_tag(path=AXE)
    return [tuple(each) for each in page.evaluate(FIND, RULES)]


def test_documents_have_none(open_context, ground, tmp_path):
    subprocess.run(
        [
            sys.executable, "-m", "workbench.cli", "batch", "--workspace", str(ground),
            "--reps", "R13", "--lang", "zh,en",
        ],
        cwd=tmp_path, check=True, capture_output=True,
    )  # fmt: skip
    files = sorted((tmp_path / "outputs").rglob("*.html"))
    page = open_context.new_page()
    found = {}
    for file in files:
        page.goto(file.as_uri())
        told = violations(page)
        if told:
            found[file.name] = told

    assert len(files) >= 4  # a review and an index in each language
    assert found == {}


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_our_own_pages_have_none(open_context, served, lang):
    page = open_context.new_page()
    page.goto(f"{served.address}&lang={lang}")
    start = violations(page)
    page.goto(f"{served.base}rep_review?rep=nobody&lang={lang}")

    assert start == []
    assert violations(page) == []


def test_served_pages_have_none_but_the_known_ones_in_widgets(open_context, served, ground):
    known = tomllib.loads(BASELINE.read_text(encoding="utf-8")).get("known", [])
    unknown, met = [], set()
    for name in pages_of(ground):
        page = open_context.new_page()
        page.goto(f"{served.base}{name}?lang=en&token={served.token}")
        page.wait_for_load_state("load")
        page.wait_for_function(
            "!document.querySelector('script[type=\"application/vnd.voila.cell-output+json\"]')"
        )
        page.evaluate(STILL)  # widgets draw themselves once they are there
        for rule, target, html in violations(page):
            fits = [
                place
                for place, entry in enumerate(known)
                if entry["rule"] == rule and page.evaluate(MEETS, [target, entry["inside"]])
            ]
            met.update(fits)
            if not fits:
                unknown.append((name, rule, target, html))
        page.close()

    assert unknown == []
    assert [entry for place, entry in enumerate(known) if place not in met] == []


def test_each_known_one_names_its_issue():
    known = tomllib.loads(BASELINE.read_text(encoding="utf-8")).get("known", [])

    for entry in known:
        assert set(entry) == {"rule", "inside", "issue", "why"}
        assert entry["issue"].startswith("https://github.com/")
        assert any(part in entry["inside"] for part in ("widget", "jupyter", "noUi"))
