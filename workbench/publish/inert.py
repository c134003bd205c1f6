"""The last look at a page before it is published: it can run nothing and ask for nothing."""

import re
from html.parser import HTMLParser

from workbench.errors import ReviewError

_TAGS = frozenset(
    {"script", "iframe", "frame", "object", "embed", "applet", "link", "base", "form", "input"}
    | {"button", "audio", "video", "source", "portal", "template"}
)
_ADDRESSES = frozenset(
    {"src", "href", "xlink:href", "action", "formaction", "srcset", "poster", "data", "ping"}
)
_FAR_URL = re.compile(r"url\(\s*[\"']?(?!#)", re.IGNORECASE)  # a drawing may point at its own parts


class _Watcher(HTMLParser):
    """Raise at the first thing that could run or ask."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look at one opening tag."""
        if tag in _TAGS:
            raise ReviewError(_sentence(f"<{tag}>", self.getpos()[0]))
        for name, value in attrs:
            text = value or ""
            is_far = name in _ADDRESSES and not _is_inside(tag, text)
            if is_far or name.startswith("on") or _FAR_URL.search(text):
                raise ReviewError(_sentence(f"<{tag} {name}={value!r}>", self.getpos()[0]))


def require_inert(page: str, script: str = "") -> None:
    """Refuse a page with anything that runs or asks the network.

    Parameters
    ----------
    page
        The whole of it.
    script
        The one script an index page may hold, whose hash stands in its policy; documents hold none.

    The page's policy forbids the same to the browser; this is the wall before it.

    Raises
    ------
    ReviewError
        Names the first such element and its line.
    """
    own = f"<script>{script}</script>"
    _Watcher(convert_charrefs=False).feed(page.replace(own, "", 1) if script else page)


def _is_inside(tag: str, address: str) -> bool:
    """Whether an address stays in the page or, for a link, in the folder of the documents."""
    if address.startswith("#"):
        return True
    if tag == "img":
        return address.startswith("data:image/")
    is_relative = not address.startswith("/") and ":" not in address.split("/", 1)[0]
    return tag == "a" and is_relative and "\\" not in address  # browsers read \ as /


def _sentence(found: str, line: int) -> str:
    return (
        f"The document was not published: line {line} holds {found}, and a document may run "
        "nothing and load nothing. Escape the text where that section is made."
    )
