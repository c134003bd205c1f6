"""Which column of the source is which column of the contract."""

from collections.abc import Iterable, Mapping

from workbench.errors import SourceError, hint
from workbench.model.table_contract import TableContract
from workbench.sources.ends import END
from workbench.sources.headers import changed, renamed
from workbench.sources.likeliest import likeliest
from workbench.sources.limits import Limits
from workbench.sources.raw_table import RawTable
from workbench.sources.reading.shown import quoted, shown
from workbench.sources.table_source import TableSource

_KEYED = ("columns", "values", "constants", "units", "dates")
_SHOWN = 40  # headers a sentence lists


def sources_of(
    name: str, source: TableSource, raw: RawTable, contract: TableContract
) -> dict[str, str]:
    """Give the column of the source for each column of the contract that has one.

    Raises
    ------
    SourceError
        With every fault, one per line: a name that the file or the contract does not have, a
        required column that nothing gives.
    """
    place = f"workbench.toml, [tables.{name}]"
    faults = [
        *_unknown_targets(place, source, contract),
        *_unknown_sources(place, source, raw),
        *_missing(place, source, raw, contract),
    ]
    if faults:
        raise SourceError("\n".join(faults))
    return _given(source, raw, contract)


def _given(source: TableSource, raw: RawTable, contract: TableContract) -> dict[str, str]:
    """Give the columns as they are told; told none, those of equal names."""
    told = dict(source.columns)
    return told or {each: each for each in contract.column_names if each in raw.columns}


def _unknown_targets(place: str, source: TableSource, contract: TableContract) -> Iterable[str]:
    known = contract.column_names
    if source.ends and END not in known:
        yield (
            f"{place} ends = {source.ends!r} tells how {END} is read, and {contract.name} has no "
            "such column. Take the line out."
        )
    for key in _KEYED:
        for target in getattr(source, key):
            if target not in known:
                yield (
                    f"{place} {key} names {target!r}, which is no column of {contract.name}. "
                    f"{hint(target, known)}"
                )


def _unknown_sources(place: str, source: TableSource, raw: RawTable) -> Iterable[str]:
    for target, found in source.columns.items():
        if found not in raw.columns:
            yield (
                f"{place} maps {target} to {found!r}, which is no column of {raw.origin}. "
                f"{_instead(source, raw, target, found)}"
            )


def _instead(source: TableSource, raw: RawTable, target: str, found: str) -> str:
    """Offer the line to paste where a column was named anew; else the nearest name."""
    unused = [header for header in raw.columns if header not in source.columns.values()]
    likely = renamed(target, found, raw.headers, unused)
    told = "".join(f"{each} " for each in changed(raw.headers))
    if not likely:
        return f"{told}{hint(found, raw.columns)}"
    return f"{told}Did you mean {likely!r}? Then write: columns.{target} = {quoted(likely)}"


def _missing(
    place: str, source: TableSource, raw: RawTable, contract: TableContract
) -> Iterable[str]:
    given = {*_given(source, raw, contract), *source.constants}
    lacking = [
        column.name
        for column in contract.columns
        if column.is_required and column.name not in given and column.default is None
    ]
    if lacking:
        listed = " and ".join(f"{contract.name}.{name}" for name in lacking)
        is_are = "is" if len(lacking) == 1 else "are"
        there = ", ".join(shown(header, Limits().echo) for header in list(raw.columns)[:_SHOWN])
        yield (
            f"{raw.origin} gives no column for {listed}, which {is_are} required. It has {there}. "
            f"{_cure(place, source, raw, contract, lacking)}"
        )


def _cure(
    place: str, source: TableSource, raw: RawTable, contract: TableContract, lacking: list[str]
) -> str:
    """Offer the line to paste; where columns of equal names were taken, with those in it."""
    likely = {name: found for name in lacking if (found := likeliest(name, raw.columns))}
    unlikely = [name for name in lacking if name not in likely]
    by_hand = f"Map {' and '.join(unlikely)} in {place} columns, or set it in constants."
    if not likely:
        return by_hand
    line = "; ".join(columns_told(source, _given(source, raw, contract), likely))
    return f"As it seems, under [tables.{contract.name}] of workbench.toml: {line}" + (
        f". {by_hand}" if unlikely else ""
    )


def columns_told(
    source: TableSource, given: Mapping[str, str], likely: Mapping[str, str]
) -> list[str]:
    """Write the lines that map more columns.

    Where columns of equal names were taken, with those in one line: what is told replaces them.
    """
    if source.columns:
        return [f"columns.{name} = {quoted(found)}" for name, found in likely.items()]
    pairs = {**given, **likely}
    told = ", ".join(f"{name} = {quoted(found)}" for name, found in pairs.items())
    return [f"columns = {{ {told} }}"]
