"""Which column of the source is which column of the contract."""

from collections.abc import Iterable

from workbench.errors import SourceError, hint
from workbench.model.table_contract import TableContract
from workbench.sources.likeliest import likeliest
from workbench.sources.limits import Limits
from workbench.sources.read import RawTable
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
    found = source.columns or {each: each for each in contract.column_names if each in raw.columns}
    faults = [
        *_unknown_targets(place, source, contract),
        *_unknown_sources(place, source, raw),
        *_missing(place, {*found, *source.constants}, raw, contract),
    ]
    if faults:
        raise SourceError("\n".join(faults))
    return dict(found)


def _unknown_targets(place: str, source: TableSource, contract: TableContract) -> Iterable[str]:
    known = contract.column_names
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
                f"{hint(found, raw.columns)}"
            )


def _missing(place: str, given: set[str], raw: RawTable, contract: TableContract) -> Iterable[str]:
    for column in contract.columns:
        if column.is_required and column.name not in given and column.default is None:
            there = ", ".join(shown(header, Limits().echo) for header in list(raw.columns)[:_SHOWN])
            yield (
                f"{raw.origin} gives no column for {contract.name}.{column.name}, which is "
                f"required. It has {there}. {_cure(place, column.name, raw)}"
            )


def _cure(place: str, column: str, raw: RawTable) -> str:
    likely = likeliest(column, raw.columns)
    if likely:
        return f"Map it in {place}, as it seems: columns.{column} = {quoted(likely)}"
    return f"Map it in {place} columns, or set it in constants."
