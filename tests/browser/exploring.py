"""What a hand does on an explored page, and what the page then says is kept."""

from decimal import Decimal

LABELS = {
    "en": {"days": "Age in days", "amount": "Amount", "period": "Period", "rep": "Rep",
           "stage": "Was in stage"},
    "zh": {"days": "天数", "amount": "金额", "period": "期间", "rep": "销售", "stage": "到过阶段"},
}  # fmt: skip
DRAWN = ".board[data-turn]"
QUIET = """() => !document.querySelector('.board').dataset.asking
    && !document.querySelector('.live .busy')"""
FRAMES = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"


def board(page, name):
    """Give a number a board carries."""
    return int(page.locator(".board").first.get_attribute(f"data-{name}") or 0)


def control(page, lang, name):
    return page.get_by_label(LABELS[lang][name], exact=True)


def of(page, chart):
    return page.locator(f"[data-chart={chart}]")


def settles(page, act):
    """Do something and wait until the kernel has said what stands, and it is drawn."""
    before = board(page, "turn")
    act()
    page.wait_for_function(
        "before => Number(document.querySelector('.board').dataset.turn) > before", arg=before
    )
    page.wait_for_function(QUIET)
    page.evaluate(FRAMES)


def spot(page, chart, at):
    """Give a point in a chart, told in parts of its width and height."""
    area = of(page, chart).locator("svg").bounding_box()
    return area["x"] + area["width"] * at[0], area["y"] + area["height"] * at[1]


def press(page, at):
    of(page, "map").scroll_into_view_if_needed()
    page.mouse.move(*spot(page, "map", at))
    page.mouse.down()


def drag(page, start, end, *, speed=60.0, steps=12, pause=0.0):
    """Move a pressed hand at so many moves a second, with a pause half way."""
    ends = spot(page, "map", start), spot(page, "map", end)
    for step in range(1, steps + 1):
        part = step / steps
        page.mouse.move(*(one + (other - one) * part for one, other in zip(*ends, strict=True)))
        page.wait_for_timeout(1000 / speed + (pause * 1000 if step == steps // 2 else 0))


def draw(page, start, end, **told):
    """Draw a box from a corner to the other, as parts of the map."""
    press(page, start)
    drag(page, start, end, **told)
    page.mouse.up()


def ranges(page, lang):
    """Read the days and amounts that the controls show; None where they ask nothing."""
    return tuple(
        tuple(map(Decimal, text.split(".."))) if text else None
        for text in (control(page, lang, name).input_value() for name in ("days", "amount"))
    )


def drawn_box(page):
    """Measure the box that stands on the map: its ends in px of the window; None where none is."""
    area = of(page, "map").locator(".box_brush path").first.bounding_box()
    if not area or area["width"] < 1:
        return None
    return tuple(
        round(each)
        for each in (area["x"], area["y"], area["x"] + area["width"], area["y"] + area["height"])
    )


def told(page):
    return page.locator(".deals .sub").inner_text()
