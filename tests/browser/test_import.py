"""A folder of exports becomes a workspace in JupyterLab: look, correct, agree, read."""

import shutil
from pathlib import Path

import pytest

pytestmark = pytest.mark.browser
EXPORTS = Path(__file__).parents[1] / "proposal" / "exports" / "odoo_en"


def test_exports_become_a_workspace_and_a_document(lab_page, tmp_path, shot, assert_quiet):
    exports, to = shutil.copytree(EXPORTS, tmp_path / "exports"), tmp_path / "company"
    page = lab_page(
        "import", {"folder": str(exports), "to": str(to), "lang": "en"}, shows=".wb h1.finding"
    )
    finding, button = page.locator(".wb h1.finding"), page.get_by_role("button", name="Write")
    assert button.is_disabled()  # nobody said which currency
    page.get_by_label("Which one are they in?").fill("EUR")
    page.get_by_label("Which one are they in?").press("Enter")
    page.wait_for_selector("h1.finding >> text=€265k")

    page.get_by_label("Amount", exact=True).select_option(label="not used")
    page.wait_for_selector("h1.finding >> text=12 won, 4 reps")
    page.get_by_label("Amount", exact=True).select_option(label="Expected Revenue")
    page.wait_for_selector("h1.finding >> text=€265k")
    shot(page, "import-en")
    assert not to.exists()
    button.click()
    page.wait_for_selector("h1.finding >> text=document is ready")
    shot(page, "import-done-en")

    assert "264,801.50\nThe file and" in page.locator(".reconciled").text_content()
    document = Path(page.locator("p:has(a.document) + p").text_content())
    assert document.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert (to / "workbench.toml").exists()
    assert finding.count() == 1
    assert_quiet(page)
