"""A section as two people take it into their talk on paper: nothing that is folded away."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from workbench.page.form import Form, FormItem
from workbench.page.parts import Block, Exhibit, Fold, Grid, Group, Note
from workbench.page.section import Section
from workbench.page.table import Table

Of = TypeVar("Of", bound=Section)
_ROWS, _LINES = 2, 1  # the room left for what is still to be written


def short(section: Of) -> Of:
    """Leave out of a section what is folded away, figures behind pictures, and help to write.

    Nothing that was written is left out, and no figure that stands in the open.
    """
    form = _form(section.form) if section.form is not None else None
    return replace(section, blocks=tuple(_open(section.blocks)), form=form)


def _open(blocks: Sequence[Block]) -> Iterator[Block]:
    for block in blocks:
        if _is_detail(block):
            continue
        if isinstance(block, Exhibit):
            yield replace(block, details=(), is_bare=True)
        elif isinstance(block, Table):
            yield _table(block)
        elif isinstance(block, Grid | Group):
            yield replace(block, blocks=tuple(_open(block.blocks)))
        else:
            yield block


def _is_detail(block: Block) -> bool:
    """Whether a block is folded away, for who looks closer, or says how to read another."""
    if isinstance(block, Group):
        return block.is_detail
    return isinstance(block, Fold) or (isinstance(block, Note) and block.is_quiet)


def _table(table: Table) -> Table:
    kept = [n for n, column in enumerate(table.columns) if not column.is_detail]
    rows = [[row[n] for n in kept] for row in table.rows]
    return replace(table, columns=[table.columns[n] for n in kept], rows=rows)


def _form(form: Form) -> Form:
    return replace(form, items=tuple(map(_item, form.items)))


def _item(item: FormItem) -> FormItem:
    if item.written:
        return replace(item, help="")
    if item.kind == "feedback":  # its label names the parts; the words need one line
        item = replace(item, kind="text")
    room = max(_ROWS, len(item.rows)) if item.columns else min(item.lines, _LINES)
    return replace(item, help="", lines=min(item.lines, room))
