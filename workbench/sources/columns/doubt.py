"""Sentences for what cannot be decided: value, place, and the line to paste."""

from workbench.errors import Doubt, SourceError
from workbench.sources.columns.told import Cells
from workbench.sources.limits import Limits
from workbench.sources.sql import quoted


def shown(text: str) -> str:
    """Give a cell's text as a sentence repeats it: shortened, what cannot be seen escaped."""
    most = Limits().echo
    return repr(text if len(text) <= most else text[: most - 1] + "…")


def refusal(cells: Cells, example: str, why: str, *lines: str) -> SourceError:
    """Make the error of a doubt: the example, its place, why it is one, and each cure.

    Parameters
    ----------
    example
        The text of one cell that is in doubt.
    why
        What follows the value: "is 12.5 or 12500".
    lines
        Ready lines for the table's part of workbench.toml; the reader pastes one of them.
    """
    place = cells.place
    cure = " or ".join(f"`{line}`" for line in lines)
    said = f"{_standing(cells, example)}, column {shown(place.source)}: {shown(example)} {why}"
    sentence = f"{said} Write {cure} under [tables.{place.table}] of workbench.toml."
    return SourceError(sentence, [Doubt(f"tables.{place.table}", said, lines, place.column)])


def _standing(cells: Cells, example: str) -> str:
    """Say where the first cell with this text stands; its row where the relation counts rows."""
    origin = cells.place.origin
    described = cells.connection.execute(f"DESCRIBE SELECT * FROM {cells.relation}").fetchall()
    if "row" not in [name for name, *_ in described]:
        return str(origin)
    query = f'SELECT min("row") FROM {cells.relation} WHERE {cells.text} = {quoted(example)}'
    found = cells.connection.execute(query).fetchone()
    return origin.at(found[0]) if found and found[0] is not None else str(origin)
