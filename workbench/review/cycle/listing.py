"""A listing for the terminal: one line per thing, columns aligned, nothing broken or cut."""

import io
from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.table import Table

_WIDTH = 400  # a line is not broken: it may be searched


def listing(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Write rows under their heads; ends with a line feed. Line feeds in a cell become spaces."""
    table = Table(*heads, box=None, pad_edge=False)
    for row in rows:
        table.add_row(*(" ".join(cell.split()) for cell in row))
    console = Console(file=io.StringIO(), width=_WIDTH, markup=False, highlight=False)
    console.print(table)
    lines = console.file.getvalue().splitlines()  # type: ignore[attr-defined] # a StringIO
    return "".join(f"{line.rstrip()}\n" for line in lines)
