"""A whole coaching session in a real browser: by keyboard, through a dead kernel, on a screen."""

import json
import re
import sqlite3
from contextlib import closing

import psutil
import pytest

pytestmark = pytest.mark.browser
READY = ".wb.live.coaching .pace .now"
SECRET = "a private worry"
WORDS = {
    "zh": {"win": "顺的一件", "summary": "销售用自己的话总结", "next": "下次时间"},
    "en": {"win": "A win", "summary": "The rep's summary", "next": "Next session"},
}


def at(page):
    return int(re.search(r"\d+", page.locator(READY).inner_text())[0])


def reach(page, matches, *, limit=60):
    """Press Tab until what has the focus matches; nobody touches a mouse."""
    for _ in range(limit):
        page.keyboard.press("Tab")
        if page.evaluate("query => document.activeElement.matches(query)", matches):
            return
    raise AssertionError(f"Tab does not reach {matches}")


def forward(page):
    """Go to the next step by keyboard; the question then has the focus."""
    now = at(page)
    reach(page, ".nav .mod-primary")
    page.keyboard.press("Enter")
    page.wait_for_function(
        "([query, n]) => parseInt(document.querySelector(query).innerText.match(/\\d+/)[0]) > n",
        arg=[READY, now],
    )
    page.wait_for_function("document.activeElement.matches('h1.finding')")


@pytest.fixture
def saved(ground):
    """Wait until the store holds some words typed in a session."""

    def wait(page, words, *, limit=60):
        for _ in range(limit * 4):
            with closing(sqlite3.connect(ground / "store.db")) as store:
                held = store.execute("select value from session_word").fetchall()
            if any(words in str(json.loads(value or "null")) for (value,) in held):
                return
            page.wait_for_timeout(250)  # the page goes on meanwhile
        raise AssertionError(f"{words} was not saved within {limit} s")

    return wait


def kill_kernel_of(served, page):
    """End the process of a page's kernel at once, as a crash does; the server itself goes on."""
    kernel = json.loads(page.locator("#jupyter-config-data").text_content())["kernelId"]
    everyone = psutil.Process(served.process.pid).children(recursive=True)
    (process,) = [each for each in everyone if any(kernel in part for part in each.cmdline())]
    process.kill()
    process.wait(30)


def test_a_whole_session_by_keyboard_survives_its_kernel(
    served, served_page, shot, assert_quiet, saved
):
    query = "rep=R13&period=2026-Q3&lang=en"
    page = served_page("coaching", query, shows=READY)
    first_half(page, shot, saved)
    assert_quiet(page)
    kill_kernel_of(served, page)
    page.wait_for_selector("#gone >> text=no longer answers")
    shot(page, "coaching-dead-en")
    page.close()

    page = served_page("coaching", query, shows=READY)
    assert at(page) == 3  # it goes on where it stood
    assert page.get_by_label("What changed").input_value().startswith("Fewer deals won")
    assert page.locator(".asks-notes textarea").input_value() == SECRET
    shot(page, "coaching-figures-en", whole=True)
    deals_and_feedback(page, shot)
    agree_and_close(page, shot)

    assert "Session 4 is over; one action" in page.locator("h1.finding").inner_text()
    assert "First the oldest deal." in page.locator(".note-preview").inner_text()
    assert SECRET not in page.content()
    names = page.locator(".leaving a").evaluate_all("links => links.map((a) => a.download)")
    assert names == ["session-04.html", "session-04.en.html", "session-04.next.ics"]
    assert_quiet(page)


def first_half(page, shot, saved):
    shot(page, "coaching-opening-en", whole=True)
    reach(page, ".asks-win textarea")
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("Four new customers <b> 汉字")
    reach(page, ".asks-notes textarea")
    page.keyboard.type(SECRET)
    reach(page, ".nav button:nth-of-type(2)")  # start the clock
    page.keyboard.press("Enter")
    page.wait_for_function("/\\d\\d:\\d\\d/.test(document.querySelector('.clock b').innerText)")
    forward(page)
    shot(page, "coaching-carried-en", whole=True)
    reach(page, ".carried button")
    page.keyboard.press("Enter")  # the first action is done
    forward(page)
    reach(page, ".asks-changed textarea")
    page.keyboard.type("Fewer deals won, most lost ones met no decision maker.")
    saved(page, "most lost ones met no decision maker.")


def deals_and_feedback(page, shot):
    forward(page)
    page.wait_for_selector(".slot svg")
    reach(page, ".deal-list select")
    page.keyboard.press("ArrowDown")
    page.wait_for_selector(".pick")
    shot(page, "coaching-deals-en", whole=True)
    deal = page.locator(".pick").inner_text()
    reach(page, ".discuss button")
    page.keyboard.press("Enter")
    page.wait_for_selector(".asks-change .chip.ev")
    assert page.locator(".asks-change .chip.ev").inner_text().split()[0] in deal
    reach(page, ".asks-praise textarea")
    page.keyboard.type("In the September signing")
    page.wait_for_selector(".asks-praise .chip.todo")  # no evidence: an opinion
    shot(page, "coaching-feedback-en", whole=True)


def agree_and_close(page, shot):
    forward(page)
    reach(page, ".asks-skill input")
    page.keyboard.type("Mapping who decides")
    forward(page)
    reach(page, ".asks-actions input")
    for words in ("Call the board", "Win rate", "30 %", "2026-12-01", "a list", "Priya Raman"):
        page.keyboard.type(words)
        page.keyboard.press("Tab")
    shot(page, "coaching-commitments-en", whole=True)
    forward(page)
    reach(page, ".asks-summary textarea")
    page.keyboard.type("First the oldest deal.")
    reach(page, ".asks-next textarea")
    page.keyboard.type("2026-12-01 14:00")
    shot(page, "coaching-close-en", whole=True)
    reach(page, ".nav .mod-primary")
    page.keyboard.press("Enter")
    page.wait_for_selector(".leaving a")
    shot(page, "coaching-held-en", whole=True)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_shared_screen_shows_one_question_and_no_private_note(
    served_page, shot, assert_quiet, saved, lang
):
    page = served_page("coaching", f"rep=R01&period=2026-Q3&lang={lang}", shows=READY)
    page.locator(".asks-notes textarea").fill(SECRET)
    saved(page, SECRET)
    page.locator(".pace li button").nth(3).click()
    page.wait_for_selector(".slot svg")
    page.locator(".nav button").nth(-2).click()
    page.wait_for_selector(".presenting:popover-open")
    shot(page, f"coaching-presenting-{lang}")
    assert page.locator(".asks-notes").count() == 0
    assert SECRET not in page.content()
    page.keyboard.press("ArrowRight")
    page.wait_for_selector(".asks-change")
    page.wait_for_function("document.activeElement.matches('h1.finding')")
    assert SECRET not in page.content()
    size = "getComputedStyle(document.querySelector('h1.finding')).fontSize"
    assert int(page.evaluate(size).removesuffix("px").split(".")[0]) >= 40
    page.locator(".asks-change textarea").first.focus()
    page.keyboard.press("ArrowLeft")  # in a field, an arrow key moves the cursor
    page.wait_for_timeout(500)
    assert page.locator(".asks-change").count() == 1
    page.locator("h1.finding").focus()
    page.keyboard.press("PageUp")
    page.wait_for_selector(".slot svg")
    page.keyboard.press("Escape")
    page.wait_for_selector(".asks-notes")

    assert page.locator(".presenting").count() == 0
    assert page.locator(".asks-notes textarea").input_value() == SECRET
    assert_quiet(page)


def test_deals_are_picked_in_the_chart_and_two_tabs_keep_each_others_words(
    served_page, shot, assert_quiet, saved
):
    query = "rep=R01&period=2026-Q3&lang=zh"
    page = served_page("coaching", query, shows=READY)
    page.locator(".pace li button").nth(3).click()
    page.wait_for_selector(".slot svg")
    before = page.locator(".pick").count()
    page.locator('.slot svg path[fill="transparent"]').last.dispatch_event("click")
    page.wait_for_function("n => document.querySelectorAll('.pick').length !== n", arg=before)
    shot(page, "coaching-picked-zh", whole=True)
    other = served_page("coaching", query, shows=READY)
    for tab in (page, other):
        tab.locator(".pace li button").first.click()
        tab.wait_for_selector(".asks-want textarea")
    page.locator(".asks-want textarea").fill("第一个窗口写的")
    saved(page, "第一个窗口写的")
    other.locator(".asks-want textarea").fill("第二个窗口写的")
    other.wait_for_selector(".asks-want [role=alert]")
    shot(other, "coaching-conflict-zh", whole=True)

    assert "第一个窗口写的" in other.locator(".asks-want [role=alert]").inner_text()
    assert other.locator(".asks-want textarea").input_value() == "第二个窗口写的"
    assert_quiet(page)
    assert_quiet(other)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_on_a_phone_no_step_is_wider_than_the_screen(served_page, shot, lang):
    page = served_page("coaching", f"rep=R01&lang={lang}", width=390, shows=READY)
    widths = []
    for step in range(8):
        page.locator(".pace li button").nth(step).click()
        page.wait_for_function(
            "([query, n]) => document.querySelector(query).innerText.match(/\\d+/)[0] == n",
            arg=[READY, step + 1],
        )
        page.wait_for_timeout(600)
        shot(page, f"coaching-phone-{lang}-{step + 1}", whole=True)
        widths.append(page.evaluate("document.documentElement.scrollWidth"))

    assert widths == [390] * 8
