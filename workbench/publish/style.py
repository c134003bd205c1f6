"""The one inline stylesheet of a page, and the policy that lets nothing else in."""

import re
from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files

from workbench.review.stylesheet import stylesheet

POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_AROUND_MARKS = re.compile(r"\s*([{};,])\s*")


@cache
def page_style(*, is_index: bool = False) -> str:
    """Give the tokens, the page's rules and those of an index or of print; lightly minified."""
    own = ("index", "index.css") if is_index else ("review", "print.css")
    file = files("workbench.publish").joinpath("templates", *own)
    return minified(f"{stylesheet()}\n{file.read_text(encoding='utf-8')}")


def minified(css: str) -> str:
    """Drop comments and needless white space.

    White space around a colon stays: `.wb :lang(zh)` and `.wb:lang(zh)` differ.
    """
    one_line = re.sub(r"\s+", " ", _COMMENT.sub("", css))
    return _AROUND_MARKS.sub(r"\1", one_line).replace(";}", "}").strip()


def policy_with(script: str) -> str:
    """Give the policy that lets one script in, known by its hash; without one, `POLICY`."""
    if not script:
        return POLICY
    digest = b64encode(sha256(script.encode()).digest()).decode()
    return f"{POLICY}; script-src 'sha256-{digest}'"


def running_lines(head: str, foot: str) -> str:
    """Give the rules that print a line above and below each sheet of paper."""
    return (
        f"@page{{@top-left{{content:{css_string(head)}}}"
        f"@bottom-left{{content:{css_string(foot)}}}"
        '@bottom-right{content:counter(page) " / " counter(pages)}}'
    )


def css_string(text: str) -> str:
    """Quote any text as a CSS string that cannot end the string or the style element."""
    written = (mark if mark.isalnum() or mark == " " else f"\\{ord(mark):x} " for mark in text)
    return f'"{"".join(written)}"'
