"""Parts as a source of Typst, from which a PDF is set; nothing of people's words is code in it."""

from collections.abc import Callable, Iterable
from typing import Any

from workbench import i18n
from workbench.i18n import Lang
from workbench.page.cells import Cell, Track
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
from workbench.page.section import Section
from workbench.page.table import Table
from workbench.page.text_cells import cell_text, width_of
from workbench.page.text_live import WRITTEN_LIVE
from workbench.page.typst_cells import cell_typst, picture_typst
from workbench.page.typst_form import form_typst
from workbench.page.typst_text import array, calling, quoted, strings, truth

_SHORT, _LONG = 14, 36  # half characters: what is never broken, the most a column asks for


def section_typst(section: Section) -> str:
    """Write a section as a call of Typst; `publish/pdf.py` says what the names draw."""
    if section.cover is not None:
        return _cover(section)
    form = form_typst(section.form, section.lang) if section.form else ""
    return calling(
        "section", _body(blocks_typst(section.blocks, section.lang) + "\n" + form),
        number=quoted(section.number if section.is_numbered else ""), name=quoted(section.name),
        question=quoted("" if section.is_note else section.question),
        who=quoted(section.source), finding=quoted(section.finding),
        is_note=truth(section.is_note),
    )  # fmt: skip


def blocks_typst(blocks: Iterable[Block], lang: Lang) -> str:
    """Write blocks one after the other, a line each."""
    return "\n".join(_WRITTEN[type(block)](block, lang) for block in blocks)


def _body(code: str) -> str:
    return f"{{\n[]\n{code}\n}}"  # with nothing in it too it is content, not `none`


def _inside(blocks: Iterable[Block], lang: Lang) -> str:
    return _body(blocks_typst(blocks, lang))


def _cover(section: Section) -> str:
    told = section.cover
    if told is None:
        return ""
    eyebrow = " · ".join((told.company, told.kind, told.period))
    made = i18n.message("cover-made", section.lang) if told.is_made else ""
    return calling(
        "cover", quoted(told.name), eyebrow=quoted(eyebrow), made=quoted(made),
        role=quoted(told.role), withheld=quoted(told.withheld), basis=_pairs(told.basis),
    )  # fmt: skip


def _table(table: Table, lang: Lang) -> str:
    heads = [column.label for column in table.columns]
    rows = array(array(cell_typst(cell, lang) for cell in row) for row in table.rows)
    sides = array("right" if column.is_figure else "left" for column in table.columns)
    return calling(
        "listed", strings(heads), rows, sides, array(_weights(table, lang)),
        title=quoted(table.title), has_total=truth(table.has_total),
    )  # fmt: skip


def _weights(table: Table, lang: Lang) -> list[str]:
    """Give short columns and figures what they need, long ones the rest by how long they are."""
    wide = [
        max(width_of(column.label), *(_asked(row[number], lang) for row in table.rows), 0)
        // (2 if column.is_figure else 1)
        for number, column in enumerate(table.columns)
    ]
    told = ["auto" if each <= _SHORT else f"{min(each, _LONG)}fr" for each in wide]
    return told if any(each != "auto" for each in told) else ["1fr", *told[1:]]


def _asked(cell: Cell, lang: Lang) -> int:
    """Give the room a cell asks for; a bar stands beside its figure."""
    return width_of(cell_text(cell, lang)) + (_SHORT if isinstance(cell, Track) else 0)


def _exhibit(shown: Exhibit, lang: Lang) -> str:
    return calling(
        "exhibit", quoted(shown.title), quoted(shown.subtitle), picture_typst(shown.picture),
        _inside(shown.beneath(lang), lang),
    )  # fmt: skip


def _fold(fold: Fold, lang: Lang) -> str:
    return calling("fold", quoted(fold.summary), _pairs(fold.terms), _inside(fold.blocks, lang))


def _group(group: Group, lang: Lang) -> str:
    """Leave out the folds that are a whole part of a page: the appendix holds them on paper."""
    return _inside((each for each in group.blocks if not isinstance(each, Fold)), lang)


def _grid(grid: Grid, lang: Lang) -> str:
    """Set exhibits of half a column beside each other."""
    parts = array(
        array((truth(isinstance(each, Exhibit) and not each.is_full), _inside((each,), lang)))
        for each in grid.blocks
    )
    return calling("beside", parts)


def _gauges(gauges: Gauges, lang: Lang) -> str:
    return calling("gauges", array(_gauge(row, lang) for row in gauges.rows), quoted(gauges.key))


def _gauge(gauge: Gauge, lang: Lang) -> str:
    drawn = picture_typst(gauge.picture) if gauge.picture else "[]"
    told = (gauge.name, written(gauge.number, lang), gauge.reading, gauge.counts)
    return array((drawn, *map(quoted, told)))


def _untold(untold: Untold, lang: Lang) -> str:
    names = i18n.listed(untold.names, lang)
    colon = "：" if lang == "zh" else ": "
    return calling("note", quoted(names + colon + untold.reason))


def _columns(columns: Columns, _lang: Lang) -> str:
    told = (array((quoted(each.title), strings(each.lines))) for each in columns.listings)
    return calling("listings", array(told))


def _pairs(terms: Iterable[tuple[str, str]]) -> str:
    return array(strings(term) for term in terms)


def _live(part: object, lang: Lang) -> str:
    """Write what only stands on live pages as it is said in a terminal: paper has no buttons."""
    said = WRITTEN_LIVE[type(part)](part, lang)
    return calling("paragraph", quoted("\n".join(line for line in said if line)), is_sub="false")


_WRITTEN: dict[type, Callable[[Any, Lang], str]] = {
    Table: _table,
    Picture: lambda part, _lang: picture_typst(part),
    Exhibit: _exhibit,
    Fold: _fold,
    Callout: lambda part, _lang: calling("callout", quoted(part.title), quoted(part.text)),
    Lede: lambda part, _lang: calling("lede", quoted(part.text)),
    Note: lambda part, _lang: calling("note", quoted(part.text), title=quoted(part.title)),
    Untold: _untold,
    Gauges: _gauges,
    Columns: _columns,
    Heading: lambda part, _lang: calling(
        "headed", quoted(part.text), chip=quoted(part.mark), sub=quoted(part.sub)
    ),
    Paragraph: lambda part, _lang: calling(
        "paragraph", quoted(part.text), is_sub=truth(part.is_sub)
    ),
    Terms: lambda part, _lang: calling("told-of", _pairs(part.terms)),
    Bullets: lambda part, _lang: calling("bullets", strings(part.lines)),
    Steps: lambda part, _lang: calling("steps", strings(part.lines)),
    Paste: lambda part, _lang: calling("paste", quoted("\n".join(part.lines))),
    Group: _group,
    Grid: _grid,
    **dict.fromkeys(WRITTEN_LIVE, _live),
}
