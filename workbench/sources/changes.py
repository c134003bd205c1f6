"""Which columns of the exports came or went since the last freeze, and which are likely wanted."""

from collections.abc import Iterable, Mapping

from workbench.sources.likeliest import likeliest
from workbench.sources.mapping import MappedTable
from workbench.sources.named_columns import columns_told

Changes = Mapping[str, list[str]]  # "new", "gone": columns; "paste": lines of workbench.toml


def changes_of(tables: Mapping[str, MappedTable]) -> dict[str, Changes]:
    """List what changed, by table; each export under the first table that is read from it.

    Returns
    -------
    dict
        `new`: columns of the source that were not there. `gone`: columns of the contract that the
        source gave under their own names and gives no more; of a column told in workbench.toml
        the mapping is refused before. `paste`: what maps new columns that likely are of the
        contract. A table without changes is left out.
    """
    seen: set[str] = set()
    found: dict[str, Changes] = {}
    for name, table in tables.items():
        own = [each for each in table.raw.headers if each.place not in seen]
        seen |= {each.place for each in own}
        new = [header for each in own for header in each.new]
        changes = {
            "new": new,
            "gone": _gone(table, [header for each in own for header in each.gone]),
            "paste": _lines(table, [header for header in new if header not in table.used]),
        }
        told = {key: listed for key, listed in changes.items() if listed}
        if told:
            found[name] = told
    return found


def _gone(table: MappedTable, headers: Iterable[str]) -> list[str]:
    if table.source.columns:
        return []
    return [name for name in headers if name in table.contract.column_names]


def _lines(table: MappedTable, headers: list[str]) -> list[str]:
    """Map new columns where they likely are what no column gives yet; SQL is for its writer."""
    if not table.source.file:
        return []
    likely: dict[str, str] = {}
    for name in table.contract.column_names:
        left = [header for header in headers if header not in likely.values()]
        header = "" if name in table.columns else likeliest(name, left)
        if header:
            likely[name] = header
    given = {name: each.source for name, each in table.columns.items() if each.source in table.used}
    lines = columns_told(table.source, given, likely)
    return [f"[tables.{table.contract.name}]", *lines] if likely else []
