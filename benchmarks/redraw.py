"""Explore under a moving hand, beside mosaic-widget over the same deals: one run, one Chromium.

`python -m benchmarks.redraw [DEALS]`, a million when nothing is said. Both are measured turn about.
Explore is served by `workbench serve`, mosaic-widget by Voilà, as one comes to it. The first run
makes an environment in the cache folder and installs benchmarks/mosaic/requirements.txt there.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from random import Random

from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, sync_playwright

from benchmarks.company import drawn_company
from benchmarks.hand import START, Charts, Hand, Place
from benchmarks.redraw_lines import Told, print_lines
from benchmarks.serving import (
    installed,
    memory_mb,
    mosaic_served,
    started,
    wait_for_rest,
    waited,
    workbench_served,
)

_WINDOW: ViewportSize = {"width": 1240, "height": 1600}
OPENINGS, DRAGS, BLOCKS, MOVES = 5, 8, 4, 10
CHARTS = {
    "ours": Charts(
        "[data-chart=map] svg",
        [f"[data-chart={name}] .drawing" for name in ("ranking", "trend", "funnel")],
    ),
    "mosaic": Charts(
        ".mosaic-widget > div > .plot svg",
        [f".mosaic-widget > div > div {path}" for path in
         ("> .plot", "> div > .plot:first-child", "> div > .plot:last-child")],
    ),
}  # fmt: skip
# What is to be seen first: a mark of the map
FIRST = {"ours": "[data-chart=map] svg path", "mosaic": f"{CHARTS['mosaic'].brushed} circle"}
_OFFLINE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"  # Voilà asks a CDN
FLAGS = ["--no-sandbox", "--disable-gpu", _OFFLINE]


def main(deals: int) -> None:
    """Measure both and print a line for each thing that is asked of them."""
    with tempfile.TemporaryDirectory() as folder:
        company = Path(folder) / "company"
        drawn_company(company, deals)
        first = f"import workbench as wb\nwb.open_explore('', {str(company)!r}, lang='en')"
        subprocess.run([sys.executable, "-c", first], check=True, stdout=subprocess.DEVNULL)
        with (
            workbench_served(company) as ours,
            mosaic_served(Path(folder), company) as mosaic,
            sync_playwright() as playwright,
        ):
            found = shutil.which("chromium") or shutil.which("chromium-browser")
            browser = playwright.chromium.launch(executable_path=found, args=FLAGS)
            told = _measured(browser, {"ours": ours, "mosaic": mosaic})
            version = browser.version
            browser.close()
    beside = ", ".join(f"{name} {installed(name)}" for name in ("mosaic-widget", "duckdb"))
    print(f"{deals:,} deals, {os.cpu_count()} cores, Chromium {version}, {beside}")
    print_lines(told)


def _measured(browser: Browser, places: Mapping[str, str]) -> dict[str, Told]:
    told = {name: Told() for name in places}
    hands = _entered(browser, places, told)
    chance = Random(22)
    for _ in range(DRAGS):
        end = chance.uniform(0.1, 0.14), chance.uniform(0.24, 0.34)
        for name, hand in _in_turn(hands):
            told[name].drags.append(hand.dragged(START, end))
    for _ in range(BLOCKS):
        block = [_far(chance, place) for place in range(MOVES)]
        for name, hand in _in_turn(hands):
            told[name].moved += hand.moved(block)
    for name, hand in hands.items():
        told[name].memory = memory_mb(_kernel(hand.page))
    return told


def _entered(
    browser: Browser, places: Mapping[str, str], told: Mapping[str, Told]
) -> dict[str, Hand]:
    """Open each page several times, turn about, and touch its map; give the last of each.

    Each has a browser that keeps its scripts, as the browser of who comes back does.
    """
    hands: dict[str, Hand] = {}
    windows = {name: browser.new_context(viewport=_WINDOW) for name in places}
    for turn in range(OPENINGS + 1):
        for name, address in places.items():
            if name in hands:
                hands[name].leave()
            wait_for_rest()
            before = started()
            hands[name], opened = _opened(windows[name], address, name)
            touched = hands[name].touched()
            if not turn:
                told[name].first = opened * 1000
            else:  # the first reads what all later ones find in memory and in the browser
                told[name].waited += waited(_kernel(hands[name].page), before)
                told[name].opened.append(opened * 1000)
                told[name].touched.append(touched)
    return hands


def _in_turn(hands: Mapping[str, Hand]) -> Iterator[tuple[str, Hand]]:
    for name, hand in hands.items():
        hand.page.bring_to_front()
        yield name, hand


def _far(chance: Random, turn: int) -> Place:
    """Go back and forth over the closed deals, so that every move keeps others."""
    far = turn % 2 * 0.04
    return 0.075 + far + chance.uniform(0, 0.02), 0.12 + far * 2 + chance.uniform(0, 0.05)


def _opened(window: BrowserContext, address: str, name: str) -> tuple[Hand, float]:
    """Open a page; also give seconds to its map."""
    page = window.new_page()
    page.set_default_timeout(600_000)
    begin = time.perf_counter()
    page.goto(address, wait_until="commit")
    page.wait_for_selector(FIRST[name])
    opened = time.perf_counter() - begin
    hand = Hand(page, CHARTS[name])
    hand.rest()
    return hand, opened


def _kernel(page: Page) -> str:
    config = page.locator("#jupyter-config-data").text_content() or "{}"
    return str(json.loads(config)["kernelId"])


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000)
