"""How many rows of a table there are, fill each column, and break each rule: one pass over each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from workbench.snapshots.checking.rules import Rule
from workbench.sources.mapping import MappedTable
from workbench.sources.scratch import Scratch
from workbench.sources.sql import named


@dataclass(frozen=True)
class Tally:
    """What was counted of one typed table."""

    rows: int
    filled: Mapping[str, int]  # cells with a value, by column
    unreadable: Mapping[str, int]  # cells with a text that is no value, by column
    broken: Sequence[Rule]  # rules that some row breaks


def tally_of(scratch: Scratch, mapped: MappedTable, rules: Sequence[Rule]) -> Tally:
    """Count a typed table, and the texts it was made of."""
    columns = list(mapped.columns)
    asked = ["count(*)", *(f"count({named(name)})" for name in columns)]
    asked += [f"count(*) FILTER (WHERE {rule.where})" for rule in rules]
    rows, *counts = _counted(scratch, asked, mapped.typed)
    filled = dict(zip(columns, counts, strict=False))
    broken = [rule for rule, n in zip(rules, counts[len(columns) :], strict=True) if n]
    given = _given(scratch, mapped)
    unreadable = {name: n - filled[name] for name, n in given.items() if n > filled[name]}
    return Tally(rows, filled, unreadable, broken)


def _given(scratch: Scratch, mapped: MappedTable) -> dict[str, int]:
    """Count the cells that hold anything, of the columns whose texts may be no value."""
    asked = {name: each for name, each in mapped.columns.items() if each.column.kind != "text"}
    counts = [f"count({each.given})" for each in asked.values()]
    return dict(zip(asked, _counted(scratch, counts, mapped.raw.name), strict=True))


def _counted(scratch: Scratch, asked: Sequence[str], table: str) -> tuple[int, ...]:
    if not asked:
        return ()
    return scratch.connection.sql(f"SELECT {', '.join(asked)} FROM {table}").fetchone() or ()
