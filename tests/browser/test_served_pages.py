"""Served pages as people meet them: in both languages, on a phone, side by side, under attack."""

import json
import re
import subprocess
import urllib.request

import pytest
from watching import saved, until, watched

pytestmark = pytest.mark.browser
SHOWN = ".pages, .out > :not(script, style)"


def test_the_start_page_leads_to_a_review(served, context, shot, assert_quiet):
    page = watched(context.new_page(), served.base)
    page.goto(f"{served.address}&lang=en")
    shot(page, "start-en")
    form = page.locator('form[action="rep_review"]')
    form.locator("select[name=rep]").select_option("R13")
    form.get_by_role("button").click()
    page.wait_for_selector("h1#cover")

    assert page.locator("h1#cover").inner_text() == "Priya Raman"
    assert "token" not in page.url
    assert_quiet(page)


def test_the_desk_says_that_everybody_sees_everything(served, context, shot):
    page = context.new_page()
    page.goto(f"{served.address}&lang=zh")
    shot(page, "start-zh")

    assert "能看到所有销售" in page.locator(".desk").inner_text()
    assert page.locator("html").get_attribute("lang") == "zh-CN"


@pytest.mark.parametrize(
    ("lang", "says"), [("zh", "赢单额"), ("en", "Won revenue")], ids=["zh", "en"]
)
def test_a_review_is_read_in_the_language_asked_for(served_page, shot, assert_quiet, lang, says):
    page = served_page("rep_review", f"rep=R13&period=2026-Q3&lang={lang}")
    shot(page, f"served-review-{lang}")

    assert says in page.locator("#page").inner_text()
    assert page.locator("html").get_attribute("lang").startswith(lang)
    assert page.locator("text=open_review").count() == 0  # code is hidden
    assert page.locator(".waiting").is_hidden()
    assert_quiet(page)


def test_an_address_that_asks_nothing_shows_the_notebooks_own_example(served_page, assert_quiet):
    page = served_page("rep_review")

    assert page.locator("h1#cover").inner_text()
    assert page.locator(".trouble").count() == 0
    assert_quiet(page)


def test_words_typed_in_a_served_form_are_saved(served_page, shot, assert_quiet):
    page = served_page("write_review", "rep=R13&period=2026-Q3&lang=en", shows=".out textarea")
    box = page.locator("textarea").first
    box.fill("One clear ask")
    saved(page)
    shot(page, "served-form-en")
    page.reload()
    page.wait_for_selector(".out textarea")

    assert page.locator("textarea").first.input_value() == "One clear ask"
    assert_quiet(page)
    page.close()

    again = served_page("write_review", "rep=R13&period=2026-Q3&lang=en", shows=".out textarea")
    assert again.locator("textarea").first.input_value() == "One clear ask"


@pytest.mark.parametrize("path", ["", "rep_review", "write_review"])
def test_on_a_phone_nothing_is_wider_than_the_screen(served_page, shot, path):
    page = served_page(path, "rep=R13&period=2026-Q3&lang=zh", width=390, shows=SHOWN)
    shot(page, f"phone-{path or 'start'}")

    assert page.evaluate("document.documentElement.scrollWidth") == 390


@pytest.mark.parametrize(
    "query",
    [
        "rep=../../etc",
        "rep=%3Cscript%3Ewindow.hit=1%3C/script%3E",
        "period=%3Cimg%20src=x%20onerror=window.hit=1%3E",
        "rep=R13%22);import%20os;os.abort()#",
        "lang=%22%3E%3Csvg%20onload=window.hit=1%3E",
        "rep=" + "x" * 10_000,
    ],
    ids=["path", "script", "picture", "python", "attribute", "long"],
)
def test_an_address_that_attacks_is_a_sentence(served, context, shot, query):
    page = context.new_page()
    page.goto(served.address)
    answer = page.goto(f"{served.base}rep_review?{query}")

    assert answer.status == 400
    assert page.evaluate("window.hit") is None
    assert page.locator("h1").inner_text() == "这个地址要的东西不存在"
    assert page.locator("img, svg, script").count() == 0
    if query == "rep=../../etc":
        shot(page, "attack-zh")


def test_two_sessions_do_not_see_each_other(served_page, assert_quiet):
    first = served_page("rep_review", "rep=R13&period=2026-Q3&lang=en")
    second = served_page("rep_review", "rep=R14&period=2026-Q3&lang=en")

    assert kernel_of(first) != kernel_of(second)
    assert first.locator("h1#cover").inner_text() == "Priya Raman"
    assert second.locator("h1#cover").inner_text() == "陈可心"
    assert "Priya" not in second.content()
    assert_quiet(first)
    assert_quiet(second)


def test_a_page_that_is_closed_gives_its_kernel_back(served, served_page):
    page = served_page("rep_review", "rep=R13&period=2026-Q3&lang=en")
    kernel = kernel_of(page)
    assert status_of(served, kernel) == 200
    page.goto("about:blank")

    until(page, lambda: status_of(served, kernel) == 404)


def test_a_page_whose_kernel_is_gone_says_so(served, served_page, shot):
    page = served_page("rep_review", "rep=R13&period=2026-Q3&lang=en")
    ask(served, "closed", "POST", kernel_of(page))
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    page.wait_for_selector("#gone:not([hidden])")
    shot(page, "gone-en")

    assert "no longer answers" in page.locator("#gone").inner_text()


def test_a_kernel_that_waits_for_a_reader_is_nobodys(served, served_page):
    """Not even of who holds the token: it is no page yet."""
    page = served_page("rep_review", "rep=R13&period=2026-Q3&lang=en")
    every = set(re.findall(r"kernel-([0-9a-f-]{36})", commands_below(served)))
    waiting = every - {kernel_of(page)}

    assert waiting
    assert {status_of(served, kernel) for kernel in waiting} == {404}
    assert status_of(served, kernel_of(page)) == 200


def commands_below(served):
    """Give the command lines of a server's kernels, in which their ids stand."""
    asked = ["ps", "--ppid", str(served.process.pid), "-o", "args", "-ww"]
    return subprocess.run(asked, capture_output=True, text=True, check=True).stdout


def kernel_of(page):
    return json.loads(page.locator("#jupyter-config-data").text_content())["kernelId"]


def ask(served, path, method="GET", body=""):
    headers = {"Authorization": f"token {served.token}"}
    request = urllib.request.Request(
        served.base + path, headers=headers, method=method, data=body.encode() or None
    )
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            return answer.status
    except urllib.error.HTTPError as answer:
        return answer.code


def status_of(served, kernel):
    return ask(served, f"api/kernels/{kernel}")
