"""A hand on the map of an explored company: what it keeps is what the data say, however it moves.

The walks that only ask what is kept go over the demo, over Maven's deals and, where
WORKBENCH_WALK_DEALS names a folder as `benchmarks/redraw.py` makes it, over a made company.
"""

import json
import os
import shutil
from dataclasses import dataclass
from pathlib import Path

import duckdb
import psutil
import pytest
from exploring import (
    DRAWN,
    FRAMES,
    QUIET,
    board,
    control,
    drag,
    draw,
    drawn_box,
    of,
    press,
    ranges,
    settles,
    spot,
    told,
)
from kept_deals import assert_told, kept
from slow_line import slow_line
from watching import watched

pytestmark = pytest.mark.browser
ROOT = Path(__file__).parents[2]
Q2, Q3, LAST = ("2026-04-01", "2026-06-30"), ("2026-07-01", "2026-09-30"), (0.95, 0.1)
MADE = os.environ.get("WORKBENCH_WALK_DEALS", "")


CHOSEN = """() => {
    const kinds = [...document.querySelectorAll('.controls select')].slice(2);
    const spans = [...document.querySelectorAll('.controls input')];
    return kinds.some((each) => each.selectedIndex) || spans.some((each) => each.value);
}"""


@dataclass(frozen=True)
class Walked:
    """A company walks go over: its files, and the quarter its page opens with."""

    kind: str  # `demo`, `maven` or `made`
    folder: Path
    as_of: str = "2026-09-30"
    quarter: tuple[str, str] = Q3


WALKED = {
    "demo": Walked("demo", ROOT / "data" / "demo"),
    "maven": Walked("maven", ROOT / "data" / "maven", "2017-12-31", ("2017-10-01", "2017-12-31")),
    **({"made": Walked("made", Path(MADE))} if MADE else {}),
}
everywhere = pytest.mark.parametrize("company", WALKED, indirect=True)
here = pytest.mark.parametrize("company", ["demo"], indirect=True)
both = pytest.mark.parametrize("lang", ["en", "zh"])


@pytest.fixture(scope="module")
def company(request):
    return WALKED[request.param]


@pytest.fixture(scope="module")
def served(company, ground, serving, tmp_path_factory):
    """Serve a copy of the company."""
    folder = ground
    if company.kind != "demo":
        folder = tmp_path_factory.mktemp("walked") / company.kind
        shutil.copytree(company.folder, folder)
    served = serving("serve", "--workspace", folder, "--port", 0, "--warm", 0)
    yield served
    served.stop()


@pytest.fixture(scope="module")
def opened(chromium, served):
    """Open a company's page once for each language."""
    context = chromium.new_context(viewport={"width": 1240, "height": 900})
    context.set_default_timeout(120_000)
    pages = {}

    def open_page(lang):
        if lang not in pages:
            pages[lang] = watched(context.new_page(), served.base)
            pages[lang].goto(f"{served.base}explore?lang={lang}&token={served.token}")
            pages[lang].wait_for_selector(DRAWN)
        return pages[lang]

    yield open_page
    context.close()


@pytest.fixture
def explored(opened):
    """Give the page with nothing chosen; in Chinese where told."""

    def cleared(lang="en"):
        page = opened(lang)
        page.bring_to_front()
        reset, period = page.locator(".controls button").first, control(page, lang, "period")
        if page.evaluate(CHOSEN):
            settles(page, reset.click)
        if period.evaluate("each => each.selectedIndex"):
            settles(page, lambda: period.select_option(index=0))
        return page

    return cleared


def assert_kept(page, company, lang="en", quarter=None, **choices):
    """Compare the line over the table with the same choice of the company's own files."""
    days, amount = ranges(page, lang)
    found = kept(company, quarter or company.quarter, days=days, amount=amount, **choices)
    assert_told(told(page), found)


@pytest.mark.parametrize(
    ("company", "lang"), [("demo", "zh"), *((each, "en") for each in WALKED)], indirect=["company"]
)
def test_the_same_path_keeps_the_same_deals_at_every_speed_of_the_hand(
    explored, company, lang, assert_quiet
):
    page, found = explored(lang), []
    for speed in (60, 15, 8):
        path = {"speed": speed, "pause": 0.25, "steps": 8}
        settles(page, lambda path=path: draw(page, (0.2, 0.25), (0.6, 0.75), **path))
        found.append((*ranges(page, lang), drawn_box(page)))
        assert_kept(page, company, lang)
        settles(page, lambda: page.mouse.click(*spot(page, "map", LAST)))
        assert ranges(page, lang) == (None, None)

    assert found[0] == found[1] == found[2]
    assert all(found[0])
    assert_quiet(page)


@everywhere
def test_the_other_charts_follow_while_the_hand_moves_and_words_when_it_lets_go(explored, company):
    page = explored()
    before, words = of(page, "ranking").locator("svg").inner_html(), told(page)
    turn, moves = board(page, "turn"), board(page, "moves")
    press(page, (0.2, 0.25))
    drag(page, (0.2, 0.25), (0.6, 0.75), speed=15)
    page.wait_for_function(
        "moves => Number(document.querySelector('.board').dataset.moves) > moves", arg=moves
    )
    moved = of(page, "ranking").locator("svg").inner_html()

    assert moved != before
    assert (board(page, "turn"), told(page)) == (turn, words)
    settles(page, page.mouse.up)
    assert told(page) != words
    assert_kept(page, company)


@here
@pytest.mark.parametrize("end", [(0.6, 3.0), (4.0, 0.5), (-3.0, -5.0)], ids=["out", "right", "up"])
def test_a_hand_that_leaves_the_chart_or_the_window_keeps_what_it_drew(explored, company, end):
    page = explored()
    settles(page, lambda: draw(page, (0.3, 0.4), end))
    page.mouse.move(*spot(page, "map", (0.5, 0.5)))
    box = drawn_box(page)

    assert box is not None
    assert_kept(page, company)
    page.mouse.move(*spot(page, "map", (0.2, 0.2)))  # the button is up: nothing follows any more
    page.evaluate(FRAMES)
    assert drawn_box(page) == box


@here
def test_a_button_let_go_unseen_ends_the_box_with_the_next_move(explored, company):
    page = explored()
    press(page, (0.2, 0.25))
    drag(page, (0.2, 0.25), (0.6, 0.75))
    let_go = """at => document.querySelector('[data-chart=map] svg').dispatchEvent(
        new PointerEvent('pointermove', {pointerId: 1, pointerType: 'mouse', buttons: 0,
            bubbles: true, clientX: at[0], clientY: at[1]}))"""
    settles(page, lambda: page.evaluate(let_go, spot(page, "map", (0.3, 0.3))))

    assert all(ranges(page, "en"))
    assert_kept(page, company)
    page.mouse.up()


@here
@both
def test_a_box_over_a_period_a_stage_and_a_rep_keeps_what_answers_all(explored, company, lang):
    page = explored(lang)
    settles(page, lambda: control(page, lang, "period").select_option("2026-Q2"))
    settles(page, lambda: control(page, lang, "stage").select_option(index=3))
    settles(page, lambda: page.mouse.click(*spot(page, "ranking", (0.1, 0.2))))
    name = control(page, lang, "rep").evaluate("each => each.selectedOptions[0].text")
    settles(page, lambda: draw(page, (0.1, 0.1), (0.7, 0.8)))

    (rep,) = duckdb.execute(
        f"select rep_id from '{company.folder}/reps.csv' where name = ?", [name]
    ).fetchone()
    assert_kept(page, company, lang, Q2, rep=rep, stage="propose")


@everywhere
def test_a_second_box_takes_the_place_of_the_first_and_can_be_moved(explored, company):
    page = explored()
    settles(page, lambda: draw(page, (0.6, 0.2), (0.9, 0.7)))
    first = ranges(page, "en")
    settles(page, lambda: draw(page, (0.15, 0.2), (0.4, 0.7)))
    second, was = ranges(page, "en"), drawn_box(page)
    assert_kept(page, company)
    settles(page, lambda: draw(page, (0.3, 0.5), (0.5, 0.5)))  # begins inside it
    moved, now = ranges(page, "en"), drawn_box(page)

    assert first != second
    assert moved[0] > second[0]
    assert now[0] > was[0]
    assert abs((now[2] - now[0]) - (was[2] - was[0])) < 20  # px; ends stand at whole days
    assert_kept(page, company)


@here
def test_escape_takes_a_box_back_and_a_click_beside_it_clears_it(explored):
    page = explored()
    everything = told(page)
    press(page, (0.2, 0.25))
    drag(page, (0.2, 0.25), (0.6, 0.75))
    settles(page, lambda: page.keyboard.press("Escape"))
    page.mouse.move(*spot(page, "map", (0.7, 0.8)))
    page.mouse.up()
    assert (drawn_box(page), ranges(page, "en"), told(page)) == (None, (None, None), everything)

    settles(page, lambda: draw(page, (0.2, 0.25), (0.6, 0.75)))
    kept_before = drawn_box(page), ranges(page, "en"), told(page)
    press(page, (0.7, 0.2))
    drag(page, (0.7, 0.2), (0.9, 0.8))
    settles(page, lambda: page.keyboard.press("Escape"))  # what stood before stands again
    page.mouse.up()
    assert (drawn_box(page), ranges(page, "en"), told(page)) == kept_before
    settles(page, lambda: page.keyboard.press("Escape"))  # and now it goes
    assert (drawn_box(page), ranges(page, "en"), told(page)) == (None, (None, None), everything)
    settles(page, lambda: draw(page, (0.2, 0.25), (0.6, 0.75)))
    settles(page, lambda: page.mouse.click(*spot(page, "map", LAST)))
    assert (drawn_box(page), told(page)) == (None, everything)


@here
def test_a_range_that_is_typed_shows_as_a_box_and_can_be_drawn_on(explored, company):
    page = explored()
    days = control(page, "en", "days")
    days.fill("30..60")
    settles(page, lambda: days.press("Enter"))
    left, top, right, bottom = drawn_box(page)
    settles(page, lambda: control(page, "en", "period").select_option("2026-Q2"))
    again = drawn_box(page)
    settles(page, lambda: draw(page, (0.8, 0.3), (0.9, 0.7)))

    assert bottom - top > 190
    assert 0 < right - left < 400
    assert again is not None
    assert ranges(page, "en")[0] != (30, 60)
    assert_kept(page, company, quarter=Q2)


@here
def test_a_kernel_that_ends_under_the_hand_leaves_no_hand_hanging(
    served_page, served, assert_quiet
):
    page = served_page("explore", "lang=en", shows=DRAWN)
    press(page, (0.2, 0.25))
    drag(page, (0.2, 0.25), (0.4, 0.5))
    _kill_kernel(served, page)
    drag(page, (0.4, 0.5), (0.6, 0.75))
    page.mouse.up()
    box = drawn_box(page)
    page.mouse.move(*spot(page, "map", (0.8, 0.3)))
    page.evaluate(FRAMES)

    assert (drawn_box(page), box is None) == (box, False)
    page.locator("#gone").wait_for()
    assert_quiet(page, apart=["404", "410", "WebSocket"])


@pytest.fixture(scope="module")
def far(chromium, served):
    """Open the page over a line that is slow once it stands."""
    context = chromium.new_context(viewport={"width": 1240, "height": 900})
    context.set_default_timeout(120_000)
    page = context.new_page()
    with slow_line(served.base) as line:
        page.goto(f"{line.base}explore?lang=en&token={served.token}")
        page.wait_for_selector(DRAWN)
        line.late, line.rate = 0.5, 100_000
        yield page
        context.close()


@here
def test_of_ten_fast_picks_on_a_slow_line_only_the_first_and_the_newest_are_drawn(far):
    of(far, "ranking").scroll_into_view_if_needed()
    for part in range(4, 14):
        far.mouse.click(*spot(far, "ranking", (0.1, part / 20)))
        far.wait_for_timeout(100)
    stopped = board(far, "turn")
    far.wait_for_function(QUIET)
    far.wait_for_timeout(2000)  # nothing more comes

    assert 1 <= board(far, "turn") - stopped <= 2
    assert control(far, "en", "rep").evaluate("each => each.selectedIndex")
    settles(far, lambda: control(far, "en", "rep").select_option(index=0))


@here
def test_of_thirty_moves_on_a_slow_line_few_are_asked_and_the_last_is_kept(far, company):
    settles(far, lambda: draw(far, (0.2, 0.25), (0.6, 0.75), speed=60, steps=30))

    assert board(far, "moves") <= 3
    assert_kept(far, company)


@here
def test_a_finger_draws_a_box_on_the_map_and_scrolls_everywhere_else(chromium, served, company):
    phone = chromium.new_context(
        viewport={"width": 390, "height": 780}, has_touch=True, is_mobile=True
    )
    phone.set_default_timeout(120_000)
    page = watched(phone.new_page(), served.base)
    page.goto(f"{served.base}explore?lang=en&token={served.token}")
    page.wait_for_selector(DRAWN)
    of(page, "map").scroll_into_view_if_needed()
    page.evaluate(FRAMES)
    at = page.evaluate("scrollY")
    settles(
        page, lambda: _swipe(page, spot(page, "map", (0.3, 0.2)), spot(page, "map", (0.8, 0.8)))
    )
    assert page.evaluate("scrollY") == at
    assert drawn_box(page) is not None
    assert_kept(page, company)

    start = spot(page, "map", (0.5, -0.3))
    _swipe(page, start, (start[0], start[1] + 150))
    page.wait_for_function("at => scrollY < at", arg=at)
    phone.close()


@here
def test_the_wheel_scrolls_the_page_also_over_a_box(explored):
    page = explored()
    settles(page, lambda: draw(page, (0.2, 0.25), (0.6, 0.75)))
    was, at = drawn_box(page), page.evaluate("scrollY")
    page.mouse.move(*spot(page, "map", (0.4, 0.5)))
    page.mouse.wheel(0, -120)
    page.wait_for_function("at => scrollY < at", arg=at)
    now, moved = drawn_box(page), at - page.evaluate("scrollY")

    assert (now[2] - now[0], now[3] - now[1]) == (was[2] - was[0], was[3] - was[1])
    assert abs(now[1] - was[1] - moved) <= 1


@here
def test_the_map_stays_under_the_mouse_when_its_box_empties_what_stands_above(explored):
    page = explored()
    of(page, "map").scroll_into_view_if_needed()
    was = spot(page, "map", (0, 0))
    settles(page, lambda: draw(page, (0.93, 0.1), (0.97, 0.12)))

    assert told(page).startswith("No deal")
    assert of(page, "ranking").locator("svg").count() == 0
    now = spot(page, "map", (0, 0))
    assert abs(now[1] - was[1]) <= 1


def _swipe(page, start, end):
    """Put a finger down, move it and lift it."""
    line = page.context.new_cdp_session(page)

    def touch(kind, *points):
        told = [{"x": x, "y": y} for x, y in points]
        line.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": told})

    touch("touchStart", start)
    for step in range(1, 9):
        at = tuple(one + (other - one) * step / 8 for one, other in zip(start, end, strict=True))
        touch("touchMove", at)
    touch("touchEnd")


def _kill_kernel(served, page):
    kernel = json.loads(page.locator("#jupyter-config-data").text_content())["kernelId"]
    for child in psutil.Process(served.process.pid).children(recursive=True):
        if kernel in " ".join(child.cmdline()):
            child.kill()
