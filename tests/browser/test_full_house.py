"""When all places are taken, the next one reads a sentence and nobody is thrown out."""

import time

import pytest
from watching import assert_quiet, watched

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def small(serving, ground):
    """A server with one place."""
    return serving(
        "serve", "--workspace", ground, "--port", 0, "--sessions", 1, "--warm", 0, "--no-token"
    )


def test_the_next_one_waits_until_somebody_leaves(small, context, shot):
    address = f"{small.base}rep_review?rep=R13&period=2026-Q3&lang=en"
    first = watched(context.new_page(), small.base)
    first.goto(address, wait_until="commit")
    first.wait_for_selector("h1#cover")
    first.wait_for_load_state("load")

    second = context.new_page()
    full = second.goto(address)
    shot(second, "full-en")
    assert full.status == 503
    assert full.headers["retry-after"]
    assert second.locator("h1").inner_text() == "All places are taken"
    assert first.locator("h1#cover").inner_text() == "Priya Raman"

    first.close(run_before_unload=False)
    comes_in(second, address)
    second.wait_for_selector("h1#cover")


def comes_in(page, address):
    """Ask again until the place is free, however long whoever left takes to be gone."""
    until = time.monotonic() + 120
    while (status := page.goto(address, wait_until="commit").status) == 503:
        assert time.monotonic() < until, "the place of who left is never free"
        page.wait_for_timeout(500)
    assert status == 200


def test_the_only_place_is_kept_through_a_reload_and_the_way_back(small, context):
    """What is loaded again gives its place up and gets it back, and still answers."""
    page = watched(context.new_page(), small.base)
    page.goto(f"{small.base}write_review?rep=R13&period=2026-Q3&lang=en")
    page.wait_for_selector(".out textarea")
    first = page.locator("#jupyter-config-data").text_content()

    assert page.reload().status == 200
    page.wait_for_selector(".out textarea")
    assert page.locator("#jupyter-config-data").text_content() != first

    page.goto(small.base)
    assert page.go_back().status == 200
    box = page.wait_for_selector(".out textarea")
    box.fill("Kept through the way back")
    page.wait_for_timeout(2500)
    page.reload()
    assert page.wait_for_selector(".out textarea").input_value() == "Kept through the way back"
    page.goto("about:blank")
    assert_quiet(page)


def test_a_page_nobody_touches_is_closed_and_says_so(serving, ground, context, shot):
    brief = serving(
        "serve", "--workspace", ground, "--port", 0, "--warm", 0, "--no-token", "--idle", 0.1
    )
    page = context.new_page()
    page.goto(f"{brief.base}rep_review?rep=R13&period=2026-Q3&lang=zh")
    page.wait_for_selector("h1#cover")
    page.wait_for_function(
        """async () => {
            const {baseUrl, kernelId} = JSON.parse(
                document.getElementById("jupyter-config-data").textContent);
            const token = document.cookie.match("_xsrf=([^;]*)")[1];
            const answer = await fetch(`${baseUrl}alive`, {
                method: "POST", body: kernelId, headers: {"X-XSRFToken": token}});
            return answer.status === 404;
        }""",
        polling=1000,
    )
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    page.wait_for_selector("#gone:not([hidden])")
    shot(page, "closed-zh")
    brief.stop()

    assert "都在" in page.locator("#gone").inner_text()
