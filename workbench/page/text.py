"""Parts as plain text, for a terminal: what a reader who sees no pictures is told."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from workbench import i18n
from workbench.i18n import Lang, message
from workbench.page.form import Form
from workbench.page.number import written
from workbench.page.parts import (
    Block,
    Bullets,
    Callout,
    Columns,
    Exhibit,
    Fold,
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
from workbench.page.section import Cover, Section
from workbench.page.table import Table
from workbench.page.text_cells import cell_text, width_of
from workbench.page.text_live import WRITTEN_LIVE

Told = Iterator[str]


def section_text(section: Section) -> str:
    """Write a section: what it asks, its finding, and each block under the other."""
    head = " ".join(part for part in (section.number, section.name, section.question) if part)
    told = _cover(section.cover) if section.cover else iter((head, section.finding))
    asked = form_text(section.form, section.lang) if section.form else ()
    lines = (*told, *blocks_text(section.blocks, section.lang), *asked)
    return "\n".join(line for line in lines if line)


def form_text(form: Form, lang: Lang) -> Told:
    """Write what a form asks and what stands in it; who has still to write is named."""
    for item in form.items:
        yield f"▸ {item.label}"
        for one in item.written:
            yield from (f"  {': '.join(part for part in line if part)}" for line in one.lines)
            yield from (f"  {' · '.join(cell for cell in row if cell)}" for row in one.rows)
            if 0 < one.level <= len(item.options):
                yield f"  {item.options[one.level - 1]}"
            yield "  " + message("form-written", lang, who=one.who, day=one.day)
        if item.to_write:
            yield "  " + message("review-to-write", lang, who=item.to_write)
        yield f"  {item.withheld}" if item.withheld else ""
    yield from (f"{one.who} · {one.verdict} · {one.day}  {one.comment}" for one in form.signed)


def blocks_text(blocks: Iterable[Block], lang: Lang) -> Told:
    """Write blocks, a line at a time."""
    for block in blocks:
        yield from _WRITTEN[type(block)](block, lang)


def _cover(cover: Cover) -> Told:
    yield f"{cover.company} · {cover.kind} · {cover.period}"
    yield cover.name
    yield cover.role
    yield cover.withheld
    yield from (f"{term}: {text}" for term, text in cover.basis)


def _table(table: Table, lang: Lang) -> Told:
    yield table.title
    heads = [column.label for column in table.columns]
    rows = [heads, *([cell_text(cell, lang) for cell in row] for row in table.rows)]
    widths = [max(map(width_of, cells)) for cells in zip(*rows, strict=True)]
    for row in rows:
        yield _row(row, widths, [column.is_figure for column in table.columns])


def _row(cells: Sequence[str], widths: Sequence[int], are_figures: Sequence[bool]) -> str:
    padded = []
    for cell, width, is_figure in zip(cells, widths, are_figures, strict=True):
        room = " " * (width - width_of(cell))
        padded.append(room + cell if is_figure else cell + room)
    return "  ".join(padded).rstrip()


def _exhibit(shown: Exhibit, lang: Lang) -> Told:
    """Write what the picture says, which holds its figures."""
    yield shown.title
    yield shown.subtitle
    yield from blocks_text((shown.picture, *shown.details), lang)


def _fold(fold: Fold, lang: Lang) -> Told:
    yield fold.summary
    yield from (f"  {term}: {text}" for term, text in fold.terms)
    yield from (f"  {line}" for line in blocks_text(fold.blocks, lang))


def _untold(untold: Untold, lang: Lang) -> Told:
    colon = "：" if lang == "zh" else ": "
    yield i18n.listed(untold.names, lang) + colon + untold.reason


def _gauges(gauges: Gauges, lang: Lang) -> Told:
    for row in gauges.rows:
        parts = (row.name, written(row.number, lang), row.reading, row.counts)
        yield "  ".join(part for part in parts if part)


def _columns(columns: Columns, _lang: Lang) -> Told:
    for listing in columns.listings:
        yield listing.title
        yield from (f"  {n}. {line}" for n, line in enumerate(listing.lines, 1))


def _inside(part: Group | Grid, lang: Lang) -> Told:
    return blocks_text(part.blocks, lang)


_WRITTEN: dict[type, Callable[[Any, Lang], Iterable[str]]] = {
    Table: _table,
    Picture: lambda part, _lang: (part.description,),
    Exhibit: _exhibit,
    Fold: _fold,
    Callout: lambda part, _lang: (part.title, part.text),
    Lede: lambda part, _lang: (part.text,),
    Note: lambda part, _lang: (part.title, part.text),
    Untold: _untold,
    Gauges: _gauges,
    Columns: _columns,
    Heading: lambda part, _lang: (f"{part.text} {part.mark}".rstrip(), part.sub),
    Paragraph: lambda part, _lang: (part.text,),
    Terms: lambda part, _lang: (f"{term}: {text}" for term, text in part.terms),
    Bullets: lambda part, _lang: (f"  · {line}" for line in part.lines),
    Steps: lambda part, _lang: (f"  {n}. {line}" for n, line in enumerate(part.lines, 1)),
    Paste: lambda part, _lang: part.lines,
    Group: _inside,
    Grid: _inside,
    **WRITTEN_LIVE,
}
