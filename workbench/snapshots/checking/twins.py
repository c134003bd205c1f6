"""Rows that share a key: of equal ones one is kept, of differing ones none can be told true."""

from collections.abc import Iterable

from workbench.model.table_contract import TableContract
from workbench.model.tables import QUOTA_CUTS
from workbench.sources.mapping import MappedTable
from workbench.sources.scratch import Scratch
from workbench.sources.sql import named

NO_FAMILY = {*QUOTA_CUTS}  # parts of a key that may be missing


def equal_and_differing(scratch: Scratch, mapped: MappedTable) -> tuple[str, str] | None:
    """Find the rows that share a key with another.

    Returns
    -------
    tuple of str or None
        What gives the rows equal to an earlier one, and the rows left that share a key, as SQL
        that goes after FROM; None where no two rows share a key.
    """
    key = key_of(mapped.contract, mapped.columns)
    if not key:
        return None
    names, columns = (", ".join(map(named, each)) for each in (key, mapped.columns))
    twice = f"SELECT {names} FROM {mapped.typed} GROUP BY {names} HAVING count(*) > 1"
    if scratch.connection.sql(f"{twice} LIMIT 1").fetchone() is None:
        return None
    same = " AND ".join(f"t.{named(name)} IS NOT DISTINCT FROM g.{named(name)}" for name in key)
    shared = f"shared_{mapped.contract.name}"
    scratch.connection.execute(
        f"CREATE OR REPLACE TABLE {shared} AS SELECT t.*,"
        f' row_number() OVER (PARTITION BY {columns} ORDER BY row) AS "@nth"'
        f" FROM {mapped.typed} t SEMI JOIN ({twice}) g ON {same}"
    )
    rest = (
        f'(SELECT *, count(*) OVER (PARTITION BY {names}) AS "@n" FROM {shared} WHERE "@nth" = 1)'
    )
    return f'{shared} t WHERE "@nth" > 1', f'{rest} t WHERE "@n" > 1'


def key_of(contract: TableContract, columns: Iterable[str]) -> tuple[str, ...]:
    """Name the columns no two rows may share; () where they are not all given."""
    given = set(columns)
    is_whole = set(contract.key) - NO_FAMILY <= given
    return tuple(name for name in contract.key if name in given) if is_whole else ()
