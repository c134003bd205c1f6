"""A section as the source of a slide: JSON, nothing placed yet; `publish/deck` makes the slide.

The finding is the title, what proves it stands beneath, and the speaker's notes say where it comes
from and how each figure is made.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, replace
from typing import Any

from workbench import i18n
from workbench.charts.plot import marks_of, plot_of
from workbench.i18n import Lang, message
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
from workbench.page.slides_form import form_slides
from workbench.page.slides_parts import Part, listed, noted, said
from workbench.page.table import Table
from workbench.page.text_cells import cell_text
from workbench.page.text_live import WRITTEN_LIVE

_COLON: dict[Lang, str] = {"zh": "：", "en": ": "}
_NOTHING = ("", i18n.MISSING)
_WIDE = 1600  # px: wide enough that a drawing shortens no name


def section_slides(section: Section) -> str:
    """Write a section as one slide: title, parts in the order they are read, and notes.

    `facts` may hold its `place` in a deck; 0 leaves it where it is. A section without a finding and
    without parts is no slide.
    """
    lang = section.lang
    parts = list(blocks_slides(section.blocks, lang))
    parts += form_slides(section.form, lang) if section.form else []
    told = {
        "key": section.key,
        "lang": lang,
        "place": section.facts.get("place", 0),
        "name": section.name,
        "title": section.finding or section.name,
        "cover": _cover(section.cover) if section.cover else None,
        "parts": [part for part in parts if part["kind"] != "notes"],
        "notes": [*_source(section), *_notes(parts)],
    }
    return json.dumps(told, ensure_ascii=False)


def blocks_slides(blocks: Iterable[Block], lang: Lang) -> Iterator[Part]:
    """Write blocks, a part each; what is folded away on a page goes to the notes."""
    for block in blocks:
        yield from _WRITTEN[type(block)](block, lang)


def _cover(cover: Cover) -> dict[str, Any]:
    return {
        "company": cover.company, "kind": cover.kind, "period": cover.period, "name": cover.name,
        "role": cover.role, "basis": [list(pair) for pair in cover.basis],
        "is_made": cover.is_made, "withheld": cover.withheld,
    }  # fmt: skip


def _source(section: Section) -> Iterator[str]:
    name = f"{section.number} {section.name}".strip()
    if name and section.cover is None:
        yield message("slides-source", section.lang, section=name, who=section.source or "none")


def _notes(parts: Iterable[Part]) -> list[str]:
    """Gather the notes, each line once: figures share definitions."""
    return list(dict.fromkeys(line for p in parts if p["kind"] == "notes" for line in p["lines"]))


def _table(table: Table, lang: Lang) -> Iterator[Part]:
    """Write a table without the columns in which nothing stands."""
    rows = [[cell_text(cell, lang) for cell in row] for row in table.rows]
    heads = [(column.label, column.is_figure) for column in table.columns]
    told = [n for n in range(len(heads)) if n == 0 or any(row[n] not in _NOTHING for row in rows)]
    rows = [[row[n] for n in told] for row in rows]
    yield listed(table.title, [heads[n] for n in told], rows, has_total=table.has_total)


def _exhibit(shown: Exhibit, lang: Lang) -> Iterator[Part]:
    drawn = list(_drawn(shown.picture, shown.title, shown.subtitle))
    if drawn[0]["kind"] != "chart" and shown.figures.rows:  # no office program has such a chart
        told = _table(replace(shown.figures, title=shown.title), lang)
        drawn = [{**part, "is_marks": True} for part in told]
    yield from drawn
    yield noted([f"{shown.title}{_COLON[lang]}{shown.subtitle}" if shown.subtitle else ""])
    # A table that is no fold of its own is what a statement tells; the rest is for the speaker
    told = blocks_slides(shown.details, lang)
    yield from (part for part in told if part["kind"] in ("notes", "table"))


def _drawn(picture: Picture, title: str = "", subtitle: str = "") -> Iterator[Part]:
    """Write a picture as figures; one no office program draws as what its marks say."""
    drawing = picture.draw(_WIDE)
    plot = plot_of(drawing)
    if plot is not None:
        told = {"title": title, "subtitle": subtitle, "description": picture.description}
        yield {"kind": "chart", **told, "plot": asdict(plot)}
        return
    rows = [[name, hover] for name, hover in marks_of(drawing)]
    if not any(name for name, _ in rows):
        rows = [[hover] for _, hover in rows]
    if rows:
        heads = [("", False)] * len(rows[0])
        yield {**listed(title, heads, rows), "is_marks": True}
    else:
        yield said((title, "head"), (picture.description, ""))


def _fold(fold: Fold, lang: Lang) -> Iterator[Part]:
    yield noted(f"{term}{_COLON[lang]}{text}" for term, text in fold.terms)
    yield from (part for part in blocks_slides(fold.blocks, lang) if part["kind"] == "notes")


def _gauges(gauges: Gauges, lang: Lang) -> Iterator[Part]:
    known = [row for row in gauges.rows if row.number.value is not None]
    rows = [[row.name, written(row.number, lang), row.reading, row.counts] for row in known]
    yield {"kind": "figures", "rows": rows}
    yield noted(
        f"{row.name}{_COLON[lang]}{row.reading}" for row in gauges.rows if row.number.value is None
    )


def _untold(untold: Untold, lang: Lang) -> Iterator[Part]:
    yield noted([i18n.listed(untold.names, lang) + _COLON[lang] + untold.reason])


def _columns(columns: Columns, _lang: Lang) -> Iterator[Part]:
    told = [[each.title, list(each.lines)] for each in columns.listings]
    yield {"kind": "listings", "listings": told}


def _inside(part: Group | Grid, lang: Lang) -> Iterator[Part]:
    return blocks_slides(part.blocks, lang)


def _lines(lines: Iterable[str], look: str = "") -> Iterator[Part]:
    yield said(*((line, look) for line in lines))


def _live(part: object, lang: Lang) -> Iterator[Part]:
    """Write what only stands on live pages as it is said in a terminal."""
    return _lines(line for line in WRITTEN_LIVE[type(part)](part, lang) if line)


_WRITTEN: dict[type, Callable[[Any, Lang], Iterator[Part]]] = {
    Table: _table,
    Picture: lambda part, _lang: _drawn(part),
    Exhibit: _exhibit,
    Fold: _fold,
    Callout: lambda part, _lang: iter(
        [{**said((part.title, "head"), (part.text, "")), "is_callout": True}]
    ),
    Lede: lambda part, _lang: _lines([part.text]),
    Note: lambda part, _lang: iter([said((part.title, "head"), (part.text, "quiet"))]),
    Untold: _untold,
    Gauges: _gauges,
    Columns: _columns,
    Heading: lambda part, _lang: iter(
        [said((f"{part.text} {part.mark}".strip(), "head"), (part.sub, "quiet"))]
    ),
    Paragraph: lambda part, _lang: _lines([part.text], "quiet" if part.is_sub else ""),
    Terms: lambda part, lang: _lines(f"{term}{_COLON[lang]}{text}" for term, text in part.terms),
    Bullets: lambda part, _lang: _lines(part.lines, "bullet"),
    Steps: lambda part, _lang: _lines(f"{n}. {line}" for n, line in enumerate(part.lines, 1)),
    Paste: lambda part, _lang: _lines(part.lines),
    Group: _inside,
    Grid: _inside,
    **dict.fromkeys(WRITTEN_LIVE, _live),
}
