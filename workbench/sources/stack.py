"""Several files of one table as one: their columns joined by name, their rows numbered apart."""

from collections.abc import Iterator, Mapping, Sequence

from workbench.errors import SourceError
from workbench.model.table_contract import TableContract
from workbench.sources.limits import Limits
from workbench.sources.origin import Origin, numbered
from workbench.sources.raw_table import RawTable
from workbench.sources.reading.shown import several
from workbench.sources.scratch import Scratch
from workbench.sources.table_source import TableSource


def stacked(scratch: Scratch, view: str, told: str, parts: Sequence[RawTable]) -> RawTable:
    """Lay files one upon the other, in the order given.

    Parameters
    ----------
    view
        The name of the view that is made.
    told
        What sentences call all of them: the pattern.
    parts
        Each file as a raw table of its own.

    Returns
    -------
    RawTable
        A column that a file does not have is missing in its rows. Values are kept where every file
        that has the column has it of one kind; else the texts alone are.
    """
    names = list(dict.fromkeys(name for part in parts for name in part.columns))
    columns = {name: f"c{n}" for n, name in enumerate(names)}
    kinds = {name: kind for name in names if (kind := _kind(parts, name))}
    selects = (_select(part, nth, columns, kinds) for nth, part in enumerate(parts))
    scratch.connection.execute(f"CREATE OR REPLACE VIEW {view} AS {' UNION ALL '.join(selects)}")
    origin = Origin(told, tuple(part.origin.told for part in parts))
    readings = tuple(reading for part in parts for reading in part.readings)
    rows = sum(part.rows for part in parts)
    return RawTable(view, columns, rows, origin, readings, kinds, parts=tuple(parts))


def refuse_strangers(
    raw: RawTable, contract: TableContract, sources: Mapping[str, str], place: str
) -> None:
    """Refuse a file that has none of the columns a row of the table must have.

    Raises
    ------
    SourceError
        Names each such file, with what it has.
    """
    needed = [
        sources[column.name]
        for column in contract.columns
        if column.is_required and column.name in sources
    ]
    faults = [
        _stranger(part, contract, needed, place)
        for part in raw.parts
        if needed and not set(needed) & set(part.columns)
    ]
    if faults:
        raise SourceError("\n".join(faults))


def _stranger(part: RawTable, contract: TableContract, needed: Sequence[str], place: str) -> str:
    wanted, has = (several(names, Limits().echo) for names in (needed, list(part.columns)))
    return (
        f"{part.origin} has none of {wanted}, of which {contract.name} are made; it has {has}. "
        f"Take it out of the folder, or write a pattern that leaves it out: {place} file."
    )


def notes_of(raw: RawTable, used: Sequence[str], source: TableSource) -> Iterator[str]:
    """Say what files cannot tell: by themselves, of columns used, and of which is the last."""
    for reading in raw.readings:
        yield from reading.notes
    for part in raw.parts:
        gone = [header for header in used if header not in part.columns]
        if gone:
            told = several(gone, Limits().echo)
            yield f"{part.origin} has no column {told}; in its rows they are missing."
    if source.latest:  # names do not always follow the calendar
        yield (
            f"Of {len(raw.parts)} files {raw.parts[-1].origin} is the last by name: of rows of one "
            "key its row counts."
        )


def _kind(parts: Sequence[RawTable], name: str) -> str:
    kinds = {part.kinds.get(name, "") for part in parts if name in part.columns}
    return kinds.pop() if len(kinds) == 1 else ""


def _select(part: RawTable, nth: int, columns: Mapping[str, str], kinds: Mapping[str, str]) -> str:
    texts = [
        f"{part.columns.get(name, 'CAST(NULL AS VARCHAR)')} AS {text}"
        for name, text in columns.items()
    ]
    values = [
        f"{_value(part, name, kind)} AS {columns[name].replace('c', 'v', 1)}"
        for name, kind in kinds.items()
    ]
    row = f"{numbered('row', nth)} AS row"
    return f"SELECT {', '.join([row, *texts, *values])} FROM {part.name}"


def _value(part: RawTable, name: str, kind: str) -> str:
    text = part.columns.get(name)
    return text.replace("c", "v", 1) if text else f"CAST(NULL AS {kind})"
