"""Headings, frames and lines to paste as HTML: one kind of part in several looks."""

from markupsafe import Markup

from workbench.i18n import Lang
from workbench.page.parts import Frame, Heading, Paragraph, Paste

_CHIP = Markup(' <span class="chip todo">{}</span>')
_PARAGRAPH = Markup("<p>{}</p>")
_SUB = Markup('<p class="sub">{}</p>')
_HEADINGS = {
    "page": Markup("<h1>{}{}</h1>"),
    "section": Markup("<h2>{}{}</h2>"),
    "part": Markup('<h2 class="part">{}{}</h2>'),
    "within": Markup("<h3>{}{}</h3>"),
    "later": Markup('<h3 class="later">{}{}</h3>'),
    "who": Markup('<h3 class="who">{}{}</h3>'),
}
_FRAMES = {
    "solo": Markup('<div class="solo">{}</div>'),
    "box": Markup('<div class="wb">{}</div>'),
    "page": Markup('<section class="wb">{}</section>'),
    "board": Markup('<section class="wb" lang="{lang}">{}</section>'),
    "head": Markup('<header class="wb">{}</header>'),
    "live": Markup('<div class="wb live">{}</div>'),
    "leaving": Markup('<div class="leaving">{}</div>'),
    "preview": Markup('<div class="wb note-preview">{}</div>'),
    "pick": Markup('<div class="pick">{}</div>'),
    "act": Markup('<div class="act">{}</div>'),
}
_DETAIL = Markup('<div class="detail">{}</div>')
_PASTES = {
    "plain": Markup("<pre>{}</pre>"),
    "reconciled": Markup('<pre class="reconciled">{}</pre>'),
    "wide": Markup('<pre style="line-height:1.5">{}</pre>'),
}


def framed(drawn: Markup, frame: Frame, lang: Lang, *, is_detail: bool = False) -> Markup:
    """Set what is drawn into a frame; a detail is not printed for a talk."""
    told = _FRAMES[frame].format(drawn, lang=lang)
    return _DETAIL.format(told) if is_detail else told


def heading_html(part: Heading, _lang: Lang) -> Markup:
    """Draw a heading with its mark, and what it rests on beneath."""
    mark = _CHIP.format(part.mark) if part.mark else Markup("")
    sub = _SUB.format(part.sub) if part.sub else Markup("")
    return _HEADINGS[part.rank].format(part.text, mark) + sub


def paragraph_html(part: Paragraph, _lang: Lang) -> Markup:
    """Draw a sentence of its own."""
    return (_SUB if part.is_sub else _PARAGRAPH).format(part.text)


def paste_html(part: Paste, _lang: Lang) -> Markup:
    """Draw lines as they stand."""
    return _PASTES[part.look].format("\n".join(part.lines))
