"""Every table as the page shows it: what its columns hold, and which figures hang on them."""

from collections.abc import Iterable, Sequence

from workbench.model.table_contract import Column, TableContract
from workbench.model.tables import TABLES
from workbench.review.mapping.dependence import figures_spoiled, figures_without

# What a workspace does without a table that no figure needs
WITHOUT = {
    "assignments": "the manager and team of `reps` hold for all time.",
    "products": "products stay unnamed; nothing is cut by family.",
    "deal_splits": "each deal belongs whole to its owner.",
    "trainings": "nobody's courses are shown.",
    "absences": "no quota is lowered by leave or ramp.",
    "fx_rates": "amounts in another currency are left out of sums, and counted.",
    "group_attributes": "there is no fairness pack by group.",
}
_COURSE = "Earlier snapshots stand in for it, from the second on."
_MANY = 4  # figures from which on a table's own are named once, below it
_HEADS = ("column", "kind", "filled", "allowed", "meaning", "a fault in it spoils")


def tables_part() -> str:
    """Write all tables: a list, then one chapter each."""
    listed = [
        (f"[`{each.name}`](#{each.name})", "must exist" if each.is_required else "", each.meaning)
        for each in TABLES.values()
    ]
    chapters = [_chapter(each) for each in TABLES.values()]
    return "\n\n".join([grid(("table", "", "its rows are"), listed), *chapters])


def grid(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Write a Markdown table."""
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join(f"| {' | '.join(_cell(cell) for cell in line)} |" for line in lines)


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _chapter(table: TableContract) -> str:
    key = ", ".join(f"`{name}`" for name in table.key)
    told = f"Key: {key}." if key else "Its rows have no key of their own."
    head = f"### {table.name}\n\n{table.meaning[0].upper()}{table.meaning[1:]}. {told}"
    rows = [_row(table, column) for column in table.columns]
    return "\n\n".join([head, grid(_HEADS, rows), *_figures(table)])


def _row(table: TableContract, column: Column) -> tuple[str, ...]:
    return (
        f"`{column.name}`",
        column.kind,
        "always" if column.is_required and column.default is None else "",
        _allowed(column),
        column.meaning,
        _spoiled(table, column),
    )


def _allowed(column: Column) -> str:
    told = []
    if column.choices:
        told.append(", ".join(f"`{each}`" for each in column.choices))
    if column.references:
        told.append(f"a key of [`{column.references}`](#{column.references})")
    if column.default is not None:
        default = str(column.default).lower() if column.kind == "boolean" else column.default
        told.append(f"left out: `{default}`")
    return "; ".join(told)


def _spoiled(table: TableContract, column: Column) -> str:
    if column.is_unread:
        return "nothing reads it"
    found = figures_spoiled(table.name, column.name)
    for name, known in _sets().items():
        if found == known:
            return name
    is_all = len(found) >= _MANY and found == figures_without(table.name)
    return "the figures below" if is_all else _named(found)


def _sets() -> dict[str, tuple[str, ...]]:
    """Give the sets of figures that have a name of their own on the page."""
    return {
        "all figures": figures_without("reps"),
        "figures of deals": figures_without("deals"),
        "figures of amounts": figures_spoiled("deals", "amount"),
    }


def _figures(table: TableContract) -> Iterable[str]:
    """Say what is absent without a table, and name the sets its columns speak of."""
    if table.is_required:
        yield "Without it nothing can be made."
    elif table.name in WITHOUT:
        yield f"Without it {WITHOUT[table.name]}"
    else:
        also = f" {_COURSE}" if table.name == "deal_history" else ""
        yield f"Without it these figures are absent: {_named(figures_without(table.name))}.{also}"
    if table.name == "deals":
        for name, found in _sets().items():
            if name != "all figures":
                yield f"{name[0].upper()}{name[1:]}: {_named(found)}."


def _named(figures: Iterable[str]) -> str:
    return ", ".join(f"`{key}`" for key in figures)
