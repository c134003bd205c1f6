"""What keeps a page from working is said on it, and no word typed meanwhile is lost."""

import json

import psutil
import pytest
from watching import KEPT, saved

from workbench.store import Actor, open_store
from workbench.store.moves import advance, reopen

pytestmark = pytest.mark.browser
FORM = "rep=R13&period=2026-Q3"
CYCLE, PRIYA = "2026-Q3:quarterly", Actor("R13", "rep")


@pytest.fixture
def form(served_page):
    """Open the form of R13; as somebody else where told."""

    def open_form(query=f"{FORM}&lang=en"):
        return served_page("write_review", query, shows=".out textarea")

    return open_form


def first(page):
    return page.locator("[class*=words-at-] textarea").first


@pytest.mark.parametrize(("lang", "says"), [("zh", "放行 WebSocket"), ("en", "pass websockets on")])
def test_a_page_without_a_connection_says_whom_to_ask_for_what(context, served, shot, lang, says):
    page = context.new_page()
    page.route_web_socket("**/channels*", lambda socket: socket.close())
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(f"{served.base}write_review?{FORM}&lang={lang}&token={served.token}")
    notice = page.locator("#notice")
    notice.wait_for()
    shot(page, f"no-connection-{lang}")

    assert says in notice.inner_text()
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    page.emulate_media(media="print")
    assert notice.is_hidden()


def test_a_line_that_breaks_is_said_and_what_was_typed_is_sent_when_it_is_back(context, served):
    page = context.new_page()
    lines, is_open = [], True

    def follow(socket):
        if is_open:
            socket.connect_to_server()
            lines.append(socket)
        else:
            socket.close(code=1011)

    page.add_init_script("Math.random = () => 0.5")  # so it is tried after 0.5, 2 and 5.5 s
    page.route_web_socket("**/channels*", follow)
    page.goto(f"{served.base}write_review?{FORM}&lang=en&token={served.token}")
    first(page).fill("Before it broke")
    saved(page)
    is_open = False
    lines[-1].close(code=1001)
    first(page).press_sequentially(", and while it did")
    page.locator("#notice").wait_for()
    assert "being tried again" in page.locator("#notice").inner_text()
    assert first(page).evaluate("field => field.readOnly")
    is_open = True
    page.locator("#notice").wait_for(state="hidden")

    assert page.locator("#gone").is_hidden()
    assert not first(page).evaluate("field => field.readOnly")
    saved(page)
    assert first(page).input_value() == "Before it broke, and while it did"


# Keeps the browser busy, when a widget's module is about to load, for longer than anywidget waits
BUSY = """
const make = URL.createObjectURL.bind(URL);
URL.createObjectURL = (blob) => {
  for (const end = performance.now() + 2500; performance.now() < end;);
  return make(blob);
};
"""


def test_charts_come_on_a_busy_machine_from_a_file_that_failed_twice(context, served):
    page = context.new_page()
    asked = []

    def serve(route):
        asked.append(route.request.url)
        route.abort() if len(asked) < 3 else route.continue_()

    page.route("**/vega-*.js*", serve)
    page.add_init_script(BUSY)
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 4})
    page.goto(f"{served.base}explore?lang=en&token={served.token}")
    page.wait_for_selector(".board[data-turn]")

    assert page.locator(".board svg").count() >= 4
    assert "again=" in asked[-1]
    assert page.locator("#notice").is_hidden()


def test_words_after_a_kernel_died_are_offered_to_who_typed_them(served, form, shot):
    page = form()
    first(page).fill("Saved")
    saved(page)
    kill_kernel(served, page)
    first(page).fill("Saved, and more")
    page.wait_for_selector("#gone:not([hidden])")
    page.wait_for_selector("#page.locked")
    assert first(page).evaluate("field => field.readOnly")

    boss = page.url + "&as=M03:manager"
    page.goto(boss)  # somebody else at the same browser
    page.wait_for_selector("[class*=words-of-]")
    page.wait_for_timeout(4000)
    assert page.locator(".kept-words").count() == 0
    assert "and more" not in page.content()

    page.go_back()
    page.wait_for_selector(".kept-words")
    shot(page, "words-offered-en")
    assert first(page).input_value() == "Saved"  # never put in silently
    assert "Saved, and more" in page.locator(".kept-words").inner_text()
    page.get_by_role("button", name="Put them back").click()
    saved(page)
    assert first(page).input_value() == "Saved, and more"
    page.reload()
    page.wait_for_selector(".out textarea")
    assert first(page).input_value() == "Saved, and more"


def test_words_beside_another_version_are_kept_until_they_are_discarded(form):
    one, two = form(), form()
    first(two).fill("From the second")
    saved(two)
    first(one).fill("From the first")
    one.get_by_role("button", name="Keep mine").wait_for()
    assert first(one).is_disabled()

    one.reload()
    one.wait_for_selector(".kept-words")
    assert first(one).input_value() == "From the second"
    assert "From the first" in one.locator(".kept-words").inner_text()
    one.get_by_role("button", name="Discard").click()
    one.reload()
    one.wait_for_selector(".out textarea")
    one.wait_for_timeout(4000)
    assert one.locator(".kept-words").count() == 0


def test_words_typed_after_a_form_was_handed_in_are_offered_to_be_copied(form, ground, shot):
    page = form(f"{FORM}&lang=zh")
    first(page).fill("交出之前")
    saved(page)
    store = open_store(f"sqlite:///{ground / 'store.db'}")
    advance(store, PRIYA, CYCLE, "R13")
    first(page).fill("交出之后")
    page.get_by_text("这张表已经提交").wait_for()
    assert "已保存的是：交出之前" in page.content()
    assert first(page).is_disabled()

    page.reload()
    page.wait_for_selector(".kept-words")
    shot(page, "words-closed-zh")
    told = page.locator(".kept-words").inner_text()
    assert "交出之后" in told
    assert page.get_by_role("button", name="放回去").count() == 0
    page.get_by_role("button", name="丢弃").click()
    assert not page.evaluate(KEPT)
    reopen(store, Actor("HR", "hr"), CYCLE, "R13", "self_review", "其他测试还要写")
    store.engine.dispose()


def kill_kernel(served, page):
    """Kill what computes a page, as a machine without memory does."""
    kernel = json.loads(page.locator("#jupyter-config-data").text_content())["kernelId"]
    for child in psutil.Process(served.process.pid).children(recursive=True):
        if kernel in " ".join(child.cmdline()):
            child.kill()
