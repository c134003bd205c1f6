"""How served pages look: the frame around notebooks, the start page, a page of one sentence."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path

from markupsafe import Markup

from workbench.i18n import LANGS, Lang, message
from workbench.page.fragment import fragment
from workbench.page.html import block_html
from workbench.page.live import EachLanguage, Trouble
from workbench.page.render import filled
from workbench.publish.document import LANG_TAGS
from workbench.publish.style import minified
from workbench.review.stylesheet import stylesheet

TEMPLATES = Path(str(files("workbench.serve") / "templates"))


def policy(host: str) -> str:
    """Write the policy a browser keeps: scripts, styles, pictures and talk from this server only.

    Widgets build functions from text (Vega, JSON schemas) and load code from blobs (anywidget);
    markup that a reader typed is escaped long before.
    """
    return "; ".join(
        [
            "default-src 'self'",
            "script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            f"connect-src 'self' ws://{host} wss://{host} data: blob:",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
            "frame-ancestors 'none'",
        ]
    )


@cache
def page_css() -> str:
    """Give the one stylesheet of a served page: the document's, and the frame's own."""
    own = (TEMPLATES / "serve.css").read_text(encoding="utf-8")
    return minified(stylesheet() + own)


@cache
def page_script() -> str:
    """Give the few lines that run in a served page."""
    parts = (TEMPLATES / f"{name}.js" for name in ("serve", "trouble", "words"))
    return "".join(part.read_text(encoding="utf-8") for part in parts)


def both(key: str) -> Markup:
    """Write a sentence in every language; see `both_of`."""
    return both_of({lang: message(key, lang) for lang in LANGS})


def both_of(told: Mapping[Lang, str]) -> Markup:
    """Write the same in every language; the stylesheet shows the page's own.

    A page that waits for its reader does not know the language yet.
    """
    tagged = [(LANG_TAGS[lang], text) for lang, text in told.items()]
    return block_html(EachLanguage(tagged), LANGS[0])


def fill(name: str, lang: Lang, **values: object) -> str:
    """Fill one of the templates beside this file; every value is escaped."""

    def t(key: str, **named: str | int) -> str:
        return message(key, lang, **named)

    shared = {"t": t, "lang": lang, "lang_tag": LANG_TAGS[lang], **values}
    return str(filled("workbench.serve", "templates", name, shared, page_css()))


def note_page(lang: Lang, key: str, told: str, base_url: str = "/") -> str:
    """Write a page of one sentence: what is the matter, and the way back.

    Parameters
    ----------
    key
        The heading's.
    told
        The sentence; plain text.
    base_url
        Where the start page is.
    """
    other = next(each for each in LANGS if each != lang)
    return fill(
        "note", lang, heading=message(key, lang), told=told,
        wants_token=key == "serve-login", other=other, base_url=base_url,
    )  # fmt: skip


def broken(lang: Lang) -> str:
    """Say inside a page that the rest of it could not be made."""
    return fragment(lang, Trouble(message("serve-broken-why", lang)))
