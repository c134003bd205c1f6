"""From where an answer may be asked for: under which host name, and by which page.

A browser is sent to a server by any page it shows; what such a page may not do is learn the
answer or act with the visitor's cookie. Every answer passes these checks before anything else.
"""

import re
from collections.abc import Collection
from urllib.parse import urlsplit

from tornado.httputil import HTTPServerRequest

LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
_HOST = re.compile(r"(?P<name>[a-z0-9._-]+|\[[0-9a-f:.]+\])(:\d{1,5})?")
# What every answer carries: no page frames it, no other site's page takes it in
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "same-origin",  # an address names people
}


def plain_host(request: HTTPServerRequest) -> str:
    """Give the host a request names, port and all; "localhost" for no plain one."""
    return request.host if _HOST.fullmatch(request.host.lower()) else "localhost"


def host_name(request: HTTPServerRequest) -> str:
    """Give the name a request asks for, in lower case and without port; "" for no plain one."""
    found = _HOST.fullmatch(request.host.lower())
    return found["name"].strip("[]") if found else ""


def is_asked_under(request: HTTPServerRequest, hosts: Collection[str]) -> bool:
    """Whether a request names one of these hosts; none given takes every plain name.

    A foreign name that leads here (DNS rebinding) would let its pages read the answers.
    """
    name, known = host_name(request), {each.lower() for each in hosts}
    return bool(name) and (not known or bool({name, request.host.lower()} & known))


def is_own_page(request: HTTPServerRequest) -> bool:
    """Whether the page that asks is one of ours; no word of it comes from no browser, or from us.

    Browsers name the page wherever it could do harm: for websockets and for all that changes
    something. A program that names none holds what it needs by itself.
    """
    named = [*request.headers.get_list("Origin"), *request.headers.get_list("Sec-Websocket-Origin")]
    return all(_is_of(origin, request.host) for origin in named)


def is_taken_in(request: HTTPServerRequest) -> bool:
    """Whether a page of another site takes this in: as a picture, a script, a frame."""
    site = request.headers.get("Sec-Fetch-Site", "same-origin")
    mode = request.headers.get("Sec-Fetch-Mode", "")
    return site not in ("same-origin", "none") and mode != "navigate"


def is_looked_at(request: HTTPServerRequest) -> bool:
    """Whether a person is about to see the answer: not a frame, a picture, or a guess ahead."""
    kind = request.headers.get("Sec-Fetch-Dest", "document")
    ahead = request.headers.get("Sec-Purpose", "") + request.headers.get("Purpose", "")
    return kind in ("document", "empty") and "prefetch" not in ahead


def _is_of(origin: str, host: str) -> bool:
    try:
        told = urlsplit(origin.lower())
    except ValueError:
        return False
    return told.scheme in ("http", "https") and told.netloc == host.lower()
