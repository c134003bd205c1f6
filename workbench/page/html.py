"""Parts as HTML: escaped, without script, the same bytes for the same parts."""

from collections.abc import Callable, Iterable
from typing import Any

from markupsafe import Markup

from workbench import i18n
from workbench.i18n import Lang
from workbench.page.form import Form
from workbench.page.html_cells import cell_html, picture_html
from workbench.page.html_frames import framed, heading_html, paragraph_html, paste_html
from workbench.page.html_live import DRAWN_LIVE
from workbench.page.number import written
from workbench.page.parts import (
    Block,
    Bullets,
    Callout,
    Columns,
    Exhibit,
    Fold,
    Gauge,
    Gauges,
    Grid,
    Group,
    Heading,
    Lede,
    Note,
    Paragraph,
    Paste,
    Steps,
    Terms,
    Untold,
)
from workbench.page.picture import Picture
from workbench.page.render import render
from workbench.page.section import Section
from workbench.page.table import Table

_EXHIBIT = Markup('<div class="{}"><h3>{}</h3><p class="sub">{}</p>{}{}</div>')
_CARDS_FROM = 4  # columns; fewer fit a phone
_UNITS = ("%", "×")


def section_html(section: Section) -> Markup:
    """Draw a section: a whole `<section>`, or the `<header>` of its cover."""
    if section.cover is not None:
        return render("cover", section.lang, **vars(section.cover))
    anchor, body = section.anchor or section.key, blocks_html(section.blocks, section.lang)
    if section.is_note:
        return render("note", section.lang, key=anchor, title=section.finding, body=body)
    return render(
        "section", section.lang, key=anchor, number=section.number if section.is_numbered else "",
        name=section.name, question=section.question, who=section.source,
        finding=section.finding, body=body, form=form_html(section.form, section.lang),
    )  # fmt: skip


def form_html(form: Form | None, lang: Lang) -> Markup:
    """Draw a form; nothing of none."""
    return render("form", lang, **vars(form)) if form is not None else Markup("")


def blocks_html(blocks: Iterable[Block], lang: Lang) -> Markup:
    """Draw blocks one after the other."""
    return Markup("").join(block_html(block, lang) for block in blocks)


def block_html(block: Block, lang: Lang) -> Markup:
    """Draw one block."""
    return _DRAWN[type(block)](block, lang)


def _table(table: Table, lang: Lang) -> Markup:
    rows = [[cell_html(cell, lang) for cell in row] for row in table.rows]
    return render(
        "table", lang, title=table.title, caption="", columns=table.columns, rows=rows,
        css="cards" if len(table.columns) >= _CARDS_FROM and not table.is_plain else "",
        has_total=table.has_total, is_plain=table.is_plain,
    )  # fmt: skip


def _exhibit(shown: Exhibit, lang: Lang) -> Markup:
    """Set a picture under its finding; folds stand outside it, where they are read aloud."""
    css = "ex full" if shown.is_full else "ex"
    drawn = picture_html(shown.picture)
    details = blocks_html(shown.beneath(lang), lang)
    return _EXHIBIT.format(css, shown.title, shown.subtitle, drawn, details)


def _fold(fold: Fold, lang: Lang) -> Markup:
    rows = blocks_html(fold.blocks, lang)
    told = {"summary": fold.summary, "terms": fold.terms, "is_open": fold.is_open}
    return render("fold", lang, **told, rows=rows)


def _note(note: Note, lang: Lang) -> Markup:
    if note.title:
        return render("plain", lang, title=note.title, text=note.text)
    css = "small dim" if note.is_quiet else "small"
    return Markup('<p class="{}">{}</p>').format(css, note.text)


def _untold(untold: Untold, lang: Lang) -> Markup:
    names = i18n.listed(untold.names, lang)
    colon = "：" if lang == "zh" else ": "
    told = Markup('<p class="small">{}<span class="dim">{}{}</span></p>')
    return told.format(names, colon, untold.reason)


def _gauges(gauges: Gauges, lang: Lang) -> Markup:
    return render("gauges", lang, rows=[_gauge(row, lang) for row in gauges.rows], key=gauges.key)


def _gauge(gauge: Gauge, lang: Lang) -> dict[str, Any]:
    """Set the unit apart from the number, smaller."""
    told = written(gauge.number, lang)
    unit = next((unit for unit in _UNITS if told.endswith(unit)), "")
    drawn = picture_html(gauge.picture) if gauge.picture else Markup("<span></span>")
    return {**vars(gauge), "value": told.removesuffix(unit), "unit": unit, "figure": drawn}


def _columns(columns: Columns, lang: Lang) -> Markup:
    return render("columns", lang, listings=columns.listings)


def _group(group: Group, lang: Lang) -> Markup:
    return framed(blocks_html(group.blocks, lang), group.frame, lang, is_detail=group.is_detail)


def _grid(grid: Grid, lang: Lang) -> Markup:
    return Markup('<div class="grid">{}</div>').format(blocks_html(grid.blocks, lang))


def _terms(part: Terms, _lang: Lang) -> Markup:
    rows = (Markup("<dt>{}</dt><dd>{}</dd>").format(*term) for term in part.terms)
    return Markup('<dl class="fx">{}</dl>').format(Markup("").join(rows))


def _bullets(part: Bullets, _lang: Lang) -> Markup:
    rows = (Markup("<li>{}</li>").format(line) for line in part.lines)
    return Markup("<ul>{}</ul>").format(Markup("").join(rows))


_DRAWN: dict[type, Callable[[Any, Lang], Markup]] = {
    Table: _table,
    Picture: lambda part, _lang: picture_html(part),
    Exhibit: _exhibit,
    Fold: _fold,
    Callout: lambda part, lang: render("missing", lang, title=part.title, text=part.text),
    Lede: lambda part, lang: render("lede", lang, text=part.text),
    Note: _note,
    Untold: _untold,
    Gauges: _gauges,
    Columns: _columns,
    Heading: heading_html,
    Paragraph: paragraph_html,
    Terms: _terms,
    Bullets: _bullets,
    Steps: lambda part, lang: render("words", lang, words=part.lines),
    Paste: paste_html,
    Group: _group,
    Grid: _grid,
    **DRAWN_LIVE,
}
