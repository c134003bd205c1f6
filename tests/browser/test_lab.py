"""JupyterLab as `workbench lab` opens it."""

import pytest

pytestmark = pytest.mark.browser
NARROW = """[...document.querySelectorAll('.wb dl dt')]
  .filter((each) => getComputedStyle(each).float != 'none').map((each) => each.textContent)"""


def test_lab_opens_on_the_workspace_in_chinese(lab_page, shot, assert_quiet):
    page = lab_page("rep_review", {"rep_id": "R13"}, shows="h1#cover")
    shot(page, "lab-review-zh")

    # What is not in view has no inner text in JupyterLab
    assert page.locator("h1#cover").text_content() == "Priya Raman"
    assert "文件" in page.locator("#jp-MainMenu").inner_text()
    assert page.locator(".jp-Notification-Toast, .Toastify__toast").count() == 0
    # JupyterLab floats the terms of lists, a fifth wide: words would stand letter under letter
    narrow = page.evaluate(NARROW)
    assert narrow == []
    assert_quiet(page)
