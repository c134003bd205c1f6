"""Explore before it lives: what is painted is what comes, in its place, and answers nothing."""

import re

import pytest
from watching import watched

pytestmark = pytest.mark.browser
LIVE = ".live-out > .lm-Widget:not(:has(.undrawn)) [data-chart=map] svg"
# Everything a person sees of a page, with its place in the window
SEEN = """(root) => {
  const kinds = 'h1, h3, p, label, select, input, button, table, .slot, .drawing > *, .picture svg';
  const parts = [...document.querySelector(root).querySelectorAll(kinds)];
  return parts.filter((each) => !each.matches('.busy, details') && each.getClientRects().length)
    .filter((each) => !each.closest('svg') || each.matches('.drawing svg'))
    .filter((each) => !each.matches('figure, .drawing > :not(svg, figure)'))
    .map((each) => {
      const { x, y, width, height } = each.getBoundingClientRect();
      const text = each.matches('svg, .slot') ? '' : each.textContent.trim();
      return [each.localName, text, ...[x, y, width, height].map(Math.round)];
    });
}"""
# What charts draw: their words, and how many dots the map has
DRAWN = """(root) => [...document.querySelectorAll(`${root} .slot`)].map((each) => [
  each.dataset.chart,
  [...each.querySelectorAll('svg text')].map((text) => text.textContent).filter(Boolean).sort(),
  each.dataset.chart === 'map' ? each.querySelectorAll(
    'svg circle, svg .mark-symbol path[d*=A]:not(.legend *)').length : 0,
])"""


@pytest.fixture
def held_page(served, context):
    """Open Explore and hold back what brings it to life; `page.lives()` lets it come."""

    def open_page(query, width=1240):
        page = watched(context.new_page(), served.base)
        page.set_viewport_size({"width": width, "height": 900})
        held = []
        page.route("**/static/voila.js", lambda route: held.append(route))  # noqa: PLW0108
        page.goto(f"{served.base}explore?{query}&token={served.token}", wait_until="commit")
        page.wait_for_selector(".painted", state="attached")
        page.wait_for_selector(".painted table", state="attached")

        def lives():
            held[0].continue_()
            page.wait_for_selector(".painted", state="detached")
            page.wait_for_selector(LIVE)

        page.lives = lives
        return page

    return open_page


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_what_is_painted_is_what_comes_and_nothing_moves(held_page, shot, assert_quiet, lang):
    page = held_page(f"period=2026-Q2&lang={lang}")
    shot(page, f"explore-painted-{lang}")
    painted, drawn = page.evaluate(SEEN, ".painted"), page.evaluate(DRAWN, ".painted")
    page.lives()

    assert page.evaluate(SEEN, ".live-out") == painted
    assert page.evaluate(DRAWN, ".live-out") == drawn
    assert len(painted) > 50
    assert drawn[-1][2] > 5
    assert "2026-Q2" in page.locator(".deals h3").inner_text()
    assert_quiet(page)


def test_what_is_painted_answers_nothing_and_keeps_nothing(held_page, assert_quiet):
    page = held_page("period=2026-Q3&lang=en")
    painted = page.locator(".painted [data-chart=map] svg")
    painted.scroll_into_view_if_needed()
    area = painted.bounding_box()
    page.mouse.move(area["x"] + 200, area["y"] + 40)
    page.mouse.down()
    page.mouse.move(area["x"] + 400, area["y"] + 140, steps=4)
    under = page.evaluate("([x, y]) => getComputedStyle(document.elementFromPoint(x, y)).cursor",
                          [area["x"] + 200, area["y"] + 40])  # fmt: skip
    page.mouse.up()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    focused = page.evaluate("!!document.activeElement.closest('.live-out')")

    assert (under, focused) == ("progress", False)
    assert page.locator(".painted script").count() == 0
    page.lives()
    assert page.get_by_label("Age in days", exact=True).input_value() == ""
    assert page.locator(".board").get_attribute("data-turn") == "1"
    assert_quiet(page)


def test_a_narrow_window_waits_for_the_width_its_charts_are_drawn_at(held_page):
    page = held_page("lang=en", width=800)

    assert page.locator(".painted").is_hidden()
    assert page.locator("#loading").is_visible()
    page.lives()
    assert page.locator("#loading").is_hidden()


def test_each_address_is_painted_as_itself(served, context):
    """A kernel that waits has drawn the first view for nobody: none of that is shown to others."""
    for period, lang in (("2026-Q2", "zh"), ("2026-Q1", "en")):
        page = context.new_page()
        page.route("**/static/voila.js", lambda route: route.abort())
        page.goto(f"{served.base}explore?period={period}&lang={lang}&token={served.token}")
        painted = page.locator(".painted")

        assert painted.count() == 1
        assert period in painted.locator(".deals h3").inner_text()
        assert painted.locator(f".wb.lang-{lang}").count() == 1
        assert not re.search("2026-Q3", painted.locator(".board").inner_text())
