"""Pages under a path, behind a real nginx that asks for passwords: two people in a real browser.

`python -m benchmarks.behind_nginx` starts PostgreSQL, `workbench serve --base-url /reviews/` in
Shared mode and nginx with the lines of docs/serve.md, and opens pages in Chromium as two reps.
Needs nginx and Chromium.
"""

import shutil
import sys
import tempfile
import time
from http import HTTPStatus
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.nginx import PASSWORDS, PREFIX, nginx, ours, postgres

WORDS = "One ask, typed through nginx"


def main() -> int:
    """Print what held; 1 when something did not."""
    program, chromium = shutil.which("nginx"), shutil.which("chromium")
    if program is None or chromium is None:
        print("This proof needs nginx and Chromium: apt-get install nginx chromium.")
        return 1
    begin = time.perf_counter()
    with tempfile.TemporaryDirectory(prefix="workbench-nginx-") as name:
        folder = Path(name)
        with (
            postgres(folder) as url,
            ours(folder, url) as inner,
            nginx(folder, program, inner) as outer,
            sync_playwright() as playwright,
        ):
            browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
            told = _walk(browser, outer)
            browser.close()
    for what, is_so in told.items():
        print(f"{'holds' if is_so else 'FAILS'}: {what}")
    seconds = time.perf_counter() - begin
    print(f"behind nginx: {sum(told.values())} of {len(told)} hold ({seconds:.0f} s)")
    return int(not all(told.values()))


def _walk(browser: Browser, host: str) -> dict[str, bool]:
    """Do what two people do; say of each thing whether it came out as it should."""
    own, asked = _window(browser, "R13")
    start = own.goto(f"{host}{PREFIX}")
    told = {
        "the start page opens under the path": start is not None and start.status == HTTPStatus.OK
    }
    own.goto(f"{host}{PREFIX}rep_review?rep=R13&period=2026-Q3&lang=en")
    told["a rep reads the own review"] = own.locator("h1#cover").inner_text() == "Priya"
    form = f"{host}{PREFIX}write_review?rep=R13&period=2026-Q3&lang=en"
    own.goto(form)
    own.locator(".out textarea").first.fill(WORDS)
    own.wait_for_selector("text=/^saved /")
    own.reload()
    found = own.locator(".out textarea").first.input_value()
    told["a word typed over the websocket stands after a reload"] = found == WORDS
    away = [url for url in asked if not url.startswith(f"{host}{PREFIX}")]
    told[f"none of {len(asked)} requests leaves the path"] = bool(asked) and not away
    told["one of them is a websocket"] = any(url.endswith("/channels") for url in asked)
    other, _ = _window(browser, "R14", {"X-Forwarded-User": "R13"})
    answer = other.goto(f"{host}{PREFIX}rep_review?rep=R13")
    is_refused = answer is not None and answer.status == HTTPStatus.FORBIDDEN
    is_silent = "Priya" not in other.content()
    told["a colleague is refused, who forges the header too"] = is_refused and is_silent
    nobody = browser.new_context().new_page().request
    status = nobody.get(f"{host}{PREFIX}").status
    told["without a password nothing opens"] = status == HTTPStatus.UNAUTHORIZED
    status = nobody.get(f"{host}/rep_review").status
    told["outside of the path nothing is there"] = status == HTTPStatus.NOT_FOUND
    return told


def _window(
    browser: Browser, who: str, headers: dict[str, str] | None = None
) -> tuple[Page, list[str]]:
    """Open a window of somebody's, and keep what it asks for."""
    password = {"username": who, "password": PASSWORDS[who]}
    page = browser.new_context(http_credentials=password, extra_http_headers=headers).new_page()
    page.set_default_timeout(120_000)
    asked: list[str] = []

    def note(url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme in ("http", "https", "ws", "wss"):
            kind = {"ws": "http", "wss": "https"}.get(parts.scheme, parts.scheme)
            asked.append(f"{kind}://{parts.netloc}{parts.path}")

    page.on("request", lambda request: note(request.url))
    page.on("websocket", lambda line: note(line.url))
    return page, asked


if __name__ == "__main__":
    sys.exit(main())
