"""Explore as sales ops meets it: pick, brush, open to rows, keep a view and come back to it."""

import pytest

pytestmark = pytest.mark.browser
DRAWN = ".board[data-turn]"


def turn(page):
    return int(page.locator(".board").first.get_attribute("data-turn"))


def follows(page, act):
    """Do something and wait until the charts have followed."""
    before = turn(page)
    act()
    page.wait_for_function(
        "before => Number(document.querySelector('.board').dataset.turn) > before", arg=before
    )
    page.locator(".live .busy").wait_for(state="detached")  # the table comes right behind


def control(page, label):
    return page.get_by_label(label, exact=True)


def of(page, chart):
    return page.locator(f"[data-chart={chart}]")


def box_over(page, chart, start, end):
    area = of(page, chart).locator("svg").bounding_box()
    page.mouse.move(area["x"] + area["width"] * start[0], area["y"] + area["height"] * start[1])
    page.mouse.down()
    page.mouse.move(
        area["x"] + area["width"] * end[0], area["y"] + area["height"] * end[1], steps=6
    )
    page.mouse.up()


def test_a_walk_from_a_period_to_a_kept_view(served_page, shot, assert_quiet):
    page = served_page("explore", "period=2026-Q3&lang=en", shows=DRAWN)
    shot(page, "explore-en", whole=True)
    assert "differ by no more than chance" in page.locator("h1.finding").inner_text()

    drawn = of(page, "ranking").locator("details")
    drawn.locator("summary").click()
    before = drawn.locator("tbody").inner_text()

    follows(page, lambda: control(page, "Period").select_option("2026-Q2"))
    assert drawn.get_attribute("open") is not None  # the figures drawn follow, and stay open
    assert drawn.locator("tbody").inner_text() != before
    assert "closed in 2026-Q2" in page.locator(".deals h2").inner_text()

    of(page, "map").scroll_into_view_if_needed()
    everything = page.locator(".deals .sub").inner_text()
    follows(page, lambda: box_over(page, "map", (0.2, 0.25), (0.6, 0.75)))
    assert page.locator(".deals .sub").inner_text() != everything
    assert ".." in control(page, "Age in days").input_value()
    assert ".." in control(page, "Amount").input_value()
    shot(page, "explore-brushed-en", whole=True)
    box = of(page, "map").locator(".box_brush path").first
    assert "h0v0" not in box.get_attribute("d")  # the box stays, and can be moved

    follows(page, lambda: of(page, "ranking").locator("svg").click(position={"x": 60, "y": 35}))
    who = control(page, "Rep").evaluate("each => each.selectedOptions[0].text")
    assert who != "All"
    assert {*page.locator(".deals tbody tr td:nth-child(2)").all_inner_texts()} == {who}

    page.get_by_role("button", name="Open the figure").click()
    page.wait_for_selector(".tools dl.fx")
    assert "won / (won + lost)" in page.locator(".tools dl.fx").inner_text()
    assert page.locator(".tools tbody tr").count() > 0
    shot(page, "explore-opened-en", whole=True)

    page.get_by_role("button", name="The view as text").click()
    text = page.locator(".view-text textarea")
    text.wait_for()
    kept = text.input_value()
    assert 'period = "2026-Q2"' in kept
    control(page, "Name").fill("Quiet corner")
    page.get_by_role("button", name="Save the view").click()
    page.wait_for_selector("text=kept as quiet-corner")
    assert_quiet(page)

    again = served_page("explore", "period=2026-Q3&lang=en", shows=DRAWN)
    again.get_by_role("button", name="The view as text").click()
    follows(again, lambda: control(again, "Open a view").select_option("quiet-corner"))
    assert again.locator(".view-text textarea").input_value() == kept
    assert control(again, "Period").input_value() == "2026-Q2"
    assert_quiet(again)


def test_with_the_keyboard_alone_everything_a_chart_offers_is_chosen(served_page, assert_quiet):
    page = served_page("explore", "lang=en", shows=DRAWN)
    control(page, "Was in stage").focus()
    follows(page, lambda: page.keyboard.press("ArrowDown"))
    stage = control(page, "Was in stage").evaluate("each => each.selectedOptions[0].text")
    control(page, "Age in days").focus()
    page.keyboard.type("0..30")
    follows(page, lambda: page.keyboard.press("Enter"))

    assert stage != "All"
    told = page.locator(".board .picture[role=img]").evaluate_all(
        "all => all.map(each => each.ariaLabel)"
    )
    assert len(told) == 4
    assert all(told)
    assert_quiet(page)


def test_in_jupyterlab_it_is_the_same_page_in_chinese(lab_page, shot, assert_quiet):
    page = lab_page("explore", {"lang": "zh"}, shows=DRAWN)
    follows(page, lambda: control(page, "指标").select_option(label="赢单额"))
    shot(page, "explore-lab-zh")

    assert "赢单额" in page.locator("h1.finding").inner_text()
    assert_quiet(page)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_on_a_phone_nothing_is_wider_than_the_screen(served_page, shot, lang):
    page = served_page("explore", f"lang={lang}", width=390, shows=DRAWN)
    page.wait_for_timeout(800)
    shot(page, f"explore-phone-{lang}", whole=True)

    assert page.evaluate("document.documentElement.scrollWidth") == 390


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ("period=2019-Q1&lang=en", "Nothing to show for Win rate here"),
        ("period=someday&lang=en", "There is no period “someday”"),
        ("view=../../etc/passwd&lang=en", "There is no view '../../etc/passwd'"),
        ("view=%3Cscript%3Ewindow.hit=1%3C/script%3E", "<script>window.hit=1</script>"),
    ],
    ids=["empty", "period", "path", "script"],
)
def test_what_cannot_be_shown_is_said_in_a_sentence(served_page, query, says):
    page = served_page("explore", query, shows=f"{DRAWN}, .trouble, .note, h1")

    assert says in page.locator("body").inner_text()
    assert "Traceback" not in page.content()
    assert page.evaluate("window.hit") is None
