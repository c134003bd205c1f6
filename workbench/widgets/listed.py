"""Tables under headings, one below the other, as the small pages of a cycle show them."""

from collections.abc import Sequence

from workbench.i18n import Lang, message
from workbench.page.cells import Cell
from workbench.page.fragment import fragment
from workbench.page.live import Line
from workbench.page.parts import Block, Group, Heading
from workbench.page.table import Table, words
from workbench.review.stylesheet import stylesheet

Listed = tuple[str, Sequence[str], Sequence[Sequence[Cell]]]  # title, heads, rows


def listed(tables: Sequence[Listed], lang: Lang) -> str:
    """Draw tables with the rules of style; of one without rows it is said that there are none."""
    blocks: list[Block] = []
    for n, (title, heads, rows) in enumerate(tables):
        blocks.append(Heading(title, rank="later" if n else "within"))
        table = Table([words(head) for head in heads], rows, is_plain=True)
        blocks.append(table if rows else Line([message("overview-nothing", lang)], "dim"))
    return fragment(lang, Group(blocks, "box"), style=stylesheet())
