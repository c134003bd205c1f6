"""Which columns the exports have, and which of them no table uses."""

from collections.abc import Iterable, Mapping, Set

from workbench.sources.mapping import MappedTable
from workbench.sources.sql_names import names_in


def columns_of(tables: Mapping[str, MappedTable]) -> dict[str, list[str]]:
    """Name the columns of every source by its place in workbench.toml."""
    every = (headers for table in tables.values() for headers in table.raw.headers)
    return {each.place: list(each.now) for each in every}


def unused(tables: Mapping[str, MappedTable]) -> dict[str, list[str]]:
    """Name the columns that nothing uses, each once.

    Returns
    -------
    dict
        By table, in the order of the files. Of tables read from one export, the one that uses most
        of it names what none of them uses; a table without such columns is left out. A column that
        SQL names is used, whatever the SQL does with it.
    """
    by_sql = {name: names_in(each.source.sql) for name, each in tables.items() if each.source.sql}
    found = _of_tables(tables)
    for name, headers in _of_files(tables, by_sql).items():
        found[name] = [*found.get(name, []), *headers]
    return {name: left for name, left in found.items() if left}


def _of_tables(tables: Mapping[str, MappedTable]) -> dict[str, list[str]]:
    """Name the columns of files, and those a select makes, that no table read from it uses."""
    readers: dict[str, list[str]] = {}
    for name, table in tables.items():
        readers.setdefault(table.raw.export, []).append(name)
    found = {}
    for names in readers.values():
        most = max(names, key=lambda name: len(tables[name].used))
        used = _used(tables, names) | _passed_on(tables[most])
        found[most] = [header for header in tables[most].raw.columns if header not in used]
    return found


def _passed_on(table: MappedTable) -> set[str]:
    """Name the columns a select may have of its files as they are: told of the files themselves."""
    if not table.source.sql:
        return set()
    return {header for each in table.raw.headers for header in each.now}


def _used(tables: Mapping[str, MappedTable], names: Iterable[str]) -> set[str]:
    return {header for name in names for header in tables[name].used}


def _of_files(
    tables: Mapping[str, MappedTable], by_sql: Mapping[str, Set[str]]
) -> dict[str, list[str]]:
    """Name the columns of raw files that no SQL names, under the first table made of the file."""
    found: dict[str, list[str]] = {}
    for headers in next((tables[name].raw.headers for name in by_sql), ()):
        alias = headers.place.removeprefix("files.").casefold()
        made = [name for name, told in by_sql.items() if alias in told]
        exports = {tables[name].raw.export for name in made}
        # What a * passes on is used where the mapping takes it
        used = _used(tables, (name for name in tables if tables[name].raw.export in exports))
        named = {each for name in made for each in by_sql[name]}
        left = [each for each in headers.now if each not in used and each.casefold() not in named]
        if made:
            found.setdefault(made[0], []).extend(left)
    return found
