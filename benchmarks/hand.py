"""A hand on a page: a real mouse moved by the clock, and when what it moved was painted.

Charts are watched from outside, whoever draws them: a chart is redrawn in a frame in which
something below its element changed, and painted in the second frame after the last change.
"""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from math import pi, sin
from pathlib import Path

from playwright.sync_api import Page

RATE = 60  # moves a second, by the clock: a place that is late is left out
QUIET = 700  # ms without any change, after which nothing more is coming
_LATEST = 60_000  # ms
_WATCH = Path(__file__).parent / "watch.js"
Place = tuple[float, float]  # as shares of the chart's width and height
START: Place = (0.06, 0.07)  # some days, 800,000: what is closed lies right below


@dataclass(frozen=True)
class Charts:
    """Where a page has its charts, as CSS."""

    brushed: str
    others: Sequence[str]  # elements that stay while what is in them is drawn anew


@dataclass(frozen=True)
class Drag:
    """What a drag came to."""

    redraws: float  # a second, each of the other charts, while the button was down
    moves: float  # a second, that came to the page
    settled: float  # ms from the button's release until nothing changed any more
    followed: int  # how many of the other charts show something else than before


class Hand:
    """A mouse over the chart that is brushed."""

    def __init__(self, page: Page, charts: Charts) -> None:
        self.page, self.charts = page, charts
        self._plot = (0.0, 0.0, 0.0, 0.0)
        page.locator(charts.brushed).scroll_into_view_if_needed()
        page.evaluate(
            _WATCH.read_text(encoding="utf-8"),
            {"brushed": charts.brushed, "others": list(charts.others)},
        )

    def rest(self) -> None:
        """Go where there is no chart, and wait until nothing changes."""
        self.page.mouse.move(2, 2)
        self._quiet()
        self._seen()

    def touched(self) -> float:
        """Enter the chart and draw at once: ms from the entering to the charts that follow."""
        self.page.evaluate("hand.begin()")
        self._to(START)
        self.page.mouse.down()
        self._to((0.085, 0.15))
        self._to((0.1, 0.22))
        self._drawn(patience=30_000)
        entered, painted = self._told("entered"), self._told("painted")
        self.page.mouse.up()
        self._quiet()
        return painted - entered

    def moved(self, places: Sequence[Place]) -> list[float]:
        """Hold the button and move from one place to the next: ms from each to all charts."""
        self._clear()
        self._to(START)
        self.page.mouse.down()
        self._to(places[-1])
        self._drawn()
        times = []
        for place in places:
            self.page.evaluate("hand.begin()")
            self._to(place)
            self._drawn()
            if self._told("painted"):
                times.append(self._told("painted") - self._told("moved"))
        self.page.mouse.up()
        self._quiet()
        return times

    def dragged(self, start: Place, end: Place, seconds: float = 2.0) -> Drag:
        """Draw a box in so many seconds, at 60 moves a second, and let go."""
        self._clear()
        self._to(start)
        self.page.evaluate("hand.look()")
        self.page.evaluate("hand.begin()")
        self.page.mouse.down()
        began = time.perf_counter()
        last = -1
        while (now := time.perf_counter() - began) < seconds:
            if int(now * RATE) == last:
                time.sleep(max((last + 1) / RATE - now, 0))
                continue
            last = int(now * RATE)
            self._to(_between(start, end, now / seconds))
        self.page.mouse.up()
        held = time.perf_counter() - began
        redraws, moves = self.page.evaluate("[hand.redraws, hand.moves]")
        self._quiet()
        settled = self._told("settled") - self._told("released")
        followed = self.page.evaluate("hand.followed()")
        if not followed:
            raise AssertionError(f"no chart followed a box on {self.page.url}")
        return Drag(sum(redraws) / len(redraws) / held, moves / held, settled, followed)

    def leave(self) -> None:
        """Leave the page as a person does, which ends its kernel."""
        self.page.goto("about:blank")
        self.page.close()

    def _clear(self) -> None:
        """Click beside every box: none stands any more."""
        self._seen()
        self._to((0.97, 0.1))
        self.page.mouse.down()
        self.page.mouse.up()
        self._quiet()

    def _to(self, place: Place) -> None:
        left, top, width, height = self._plot
        self.page.mouse.move(left + place[0] * width, top + place[1] * height)

    def _seen(self) -> None:
        """Look where the chart is, but not while it is drawn in: to ask costs the page time."""
        self._plot = self.page.evaluate("hand.plot()")

    def _told(self, name: str) -> float:
        return float(self.page.evaluate(f"hand.{name}"))

    def _quiet(self) -> None:
        self._until(f"hand.quiet() > {QUIET}")

    def _drawn(self, patience: int = 4 * QUIET) -> None:
        """Wait until every chart has followed and nothing changes; or nothing came at all."""
        self._until(f"hand.quiet() > (hand.redraws.every(Boolean) ? {QUIET // 2} : {patience})")

    def _until(self, condition: str) -> None:
        self.page.wait_for_function(condition, polling=40, timeout=_LATEST)


def _between(start: Place, end: Place, part: float) -> Place:
    """Go a little astray, as hands do."""
    x, y = (a + (b - a) * part for a, b in zip(start, end, strict=True))
    return x + 0.01 * sin(part * 6 * pi), y + 0.02 * sin(part * 10 * pi)
