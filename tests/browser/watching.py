"""What a page did while nobody looked: errors, requests that failed, requests to other hosts."""

from dataclasses import dataclass, field
from urllib.parse import urlsplit
from weakref import WeakKeyDictionary

# What the libraries say of themselves and harms nobody, with the reason
HARMLESS = (
    "Unsatisfied version",  # Voilà's parts of JupyterLab are older than the widgets ask for
    "No satisfying version",
)


@dataclass
class Seen:
    """Everything a page did that it should not."""

    base: str
    errors: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    elsewhere: list[str] = field(default_factory=list)


_SEEN = WeakKeyDictionary()


def watched(page, base):
    """Watch a page from now on; only requests to the server at `base` are expected."""
    seen = _SEEN[page] = Seen(urlsplit(base).netloc)
    page.on("console", lambda said: _said(seen, said))
    page.on("pageerror", lambda error: seen.errors.append(str(error)))
    page.on("requestfailed", lambda asked: _failed(seen, asked))
    page.on("response", lambda answer: _answered(seen, answer))
    page.on("request", lambda asked: _asked(seen, asked))
    return page


def assert_quiet(page, *, apart=()):
    """Fail when a page had an error, a failed request, or asked another host.

    `apart` names parts of console lines that a walk itself provokes.
    """
    seen = _SEEN[page]
    errors = [each for each in seen.errors if not any(part in each for part in apart)]
    failed = [each for each in seen.failed if not any(part in each for part in apart)]

    assert (errors, failed, seen.elsewhere) == ([], [], [])


def _said(seen, said):
    if said.type == "error" and not any(part in said.text for part in HARMLESS):
        seen.errors.append(said.text)


def _failed(seen, asked):
    if asked.failure != "net::ERR_ABORTED":  # the page itself was left
        seen.failed.append(f"{asked.failure} {asked.url}")


def _answered(seen, answer):
    if answer.status >= 400:
        seen.failed.append(f"{answer.status} {answer.url}")


def _asked(seen, asked):
    url = urlsplit(asked.url)
    if url.scheme in ("http", "https", "ws", "wss") and url.netloc != seen.base:
        seen.elsewhere.append(asked.url)


KEPT = "Object.keys(sessionStorage).some((key) => key.startsWith('words/'))"


def saved(page):
    """Wait until the page knows that everything typed is saved."""
    page.wait_for_function(f"!({KEPT})")


def until(page, holds, *, limit=60):
    """Ask again until something outside a page holds; the page goes on meanwhile."""
    for _ in range(limit * 4):
        if holds():
            return
        page.wait_for_timeout(250)
    raise AssertionError(f"Not so within {limit} s.")
