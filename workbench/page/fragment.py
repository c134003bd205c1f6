"""Parts as they stand in a live page, below the rules they are drawn by."""

from collections.abc import Iterable

from markupsafe import Markup

from workbench.i18n import Lang
from workbench.page.form import Form
from workbench.page.html import blocks_html, form_html, section_html
from workbench.page.html_frames import framed
from workbench.page.parts import Block, Frame
from workbench.page.section import Section


def fragment(lang: Lang, *blocks: Block, style: str = "") -> str:
    """Draw blocks, escaped; with rules of style where the page has none of them yet."""
    return str(_rules(style) + blocks_html(blocks, lang))


def inset(
    lang: Lang, parts: Iterable[Section | Form | None], frame: Frame = "box", *, style: str = ""
) -> str:
    """Draw whole sections and forms inside a page; nothing of none."""
    drawn = Markup("").join(
        section_html(part) if isinstance(part, Section) else form_html(part, lang)
        for part in parts
    )  # fmt: skip
    return str(_rules(style) + framed(drawn, frame, lang))


def _rules(style: str) -> Markup:
    return Markup("<style>{}</style>").format(Markup(style)) if style else Markup("")
