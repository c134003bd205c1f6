"""Which columns the exports have, and which of them no table uses."""

from collections.abc import Mapping

from workbench.sources.mapping import MappedTable


def columns_of(tables: Mapping[str, MappedTable]) -> dict[str, list[str]]:
    """Name the columns of every source by its place in workbench.toml."""
    every = (headers for table in tables.values() for headers in table.raw.headers)
    return {each.place: list(each.now) for each in every}


def unused(tables: Mapping[str, MappedTable]) -> dict[str, list[str]]:
    """Name the columns that nothing uses, each once.

    Returns
    -------
    dict
        By table, in the order of the file. Of tables read from one export, the one that uses most
        of it names what none of them uses; a table without such columns is left out.
    """
    readers: dict[str, list[str]] = {}
    for name, table in tables.items():
        readers.setdefault(table.raw.export, []).append(name)
    found = {}
    for names in readers.values():
        used = {header for name in names for header in tables[name].used}
        most = max(names, key=lambda name: len(tables[name].used))
        left = [header for header in tables[most].raw.columns if header not in used]
        if left:
            found[most] = left
    return found
