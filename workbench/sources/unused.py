"""Which columns the exports have, and which of them no table uses."""

from collections.abc import Iterable, Mapping

from workbench.sources.mapping import MappedTable
from workbench.sources.sql_names import SqlNames, names_in


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
    readers: dict[str, list[str]] = {}
    for name, table in tables.items():
        readers.setdefault(table.raw.export, []).append(name)
    found: dict[str, list[str]] = {}
    for names in readers.values():
        most = max(names, key=lambda name: len(tables[name].used))
        given = tables[most].raw.columns
        files = {header for each in tables[most].raw.headers for header in each.now}
        own = given if most not in by_sql else set(given) - files
        used = _used(tables, names)
        found[most] = [header for header in given if header in own and header not in used]
    for name, headers in _of_files(tables, by_sql).items():
        found[name] = [*found.get(name, []), *headers]
    return {name: left for name, left in found.items() if left}


def _used(tables: Mapping[str, MappedTable], names: Iterable[str]) -> set[str]:
    return {header for name in names for header in tables[name].used}


def _of_files(
    tables: Mapping[str, MappedTable], by_sql: Mapping[str, SqlNames]
) -> dict[str, list[str]]:
    """Name the columns of raw files that no SQL names, under the first table made of the file."""
    found: dict[str, list[str]] = {}
    for headers in next((tables[name].raw.headers for name in by_sql), ()):
        alias = headers.place.removeprefix("files.")
        made = [name for name, sql in by_sql.items() if sql.has(alias)]
        exports = {tables[name].raw.export for name in made}
        passed = [name for name, table in tables.items() if table.raw.export in exports]
        used = _used(tables, passed) if any(by_sql[name].has_star for name in made) else set()
        left = [
            header
            for header in headers.now
            if header not in used and not any(by_sql[name].has(header) for name in made)
        ]
        if made:
            found.setdefault(made[0], []).extend(left)
    return found
