"""Columns aligned for the terminal, Chinese characters as wide as they are."""

import io
from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.table import Table

_WIDTH = 400  # nothing is broken or cut


def aligned(heads: Sequence[str], rows: Iterable[Sequence[str]], *, numbers: bool) -> list[str]:
    """Write rows under their heads.

    Parameters
    ----------
    numbers
        Whether all columns but the first are numbers, which end under each other.
    """
    table = Table(box=None, pad_edge=False)
    for n, head in enumerate(heads):
        table.add_column(head, justify="right" if numbers and n else "left")
    for row in rows:
        table.add_row(*row)
    # Text alone, also where colours are forced, as in the kernel of a notebook
    console = Console(
        file=io.StringIO(), width=_WIDTH, markup=False, highlight=False, emoji=False,
        force_terminal=False, force_jupyter=False, color_system=None,
    )  # fmt: skip
    console.print(table)
    written: str = console.file.getvalue()  # type: ignore[attr-defined] # a StringIO
    return [line.rstrip() for line in written.splitlines()]
