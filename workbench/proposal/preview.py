"""What a proposal would read: ten rows of each table with their kinds, and what counts in all."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from workbench.proposal.words import EXCLUDED, LOST, OPEN, WON
from workbench.snapshots.checking.check import Checked
from workbench.sources.scratch import Scratch
from workbench.sources.sql import named

ROWS = 10
OUTCOME = "outcome"  # stands for is_closed, is_won and is_excluded together
_FLAGS = ("is_closed", "is_won", "is_excluded")
_ENDED = (
    f"CASE WHEN is_excluded THEN '{EXCLUDED}' WHEN is_closed AND is_won THEN '{WON}' "
    f"WHEN is_closed THEN '{LOST}' ELSE '{OPEN}' END"
)


@dataclass(frozen=True)
class Sample:
    """The first rows of a table as they will be read; None is missing."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    total: int  # rows that count
    aside: int  # rows set aside, which count nowhere


@dataclass(frozen=True)
class Preview:
    """All tables as they will be read, and the figures to recognise one's company by."""

    tables: Mapping[str, Sample]
    deals: int
    won: int
    sums: Mapping[str, Decimal]  # of won deals, by currency
    reps: int


def preview(place: Scratch, tables: Mapping[str, Checked]) -> Preview:
    """Take of the tables, as a freeze would read them, what a person recognises them by."""
    samples = {name: _sample(place, name, table) for name, table in tables.items()}
    won, sums = _won(place, tables["deals"])
    return Preview(samples, samples["deals"].total, won, sums, samples["reps"].total)


def _sample(place: Scratch, name: str, table: Checked) -> Sample:
    shown = [each for each in table.columns if name != "deals" or each not in _FLAGS]
    picked = [named(each) for each in shown]
    if name == "deals":  # beside the money it decides about
        place_of = shown.index("amount") if "amount" in shown else len(shown)
        shown.insert(place_of, OUTCOME)
        picked.insert(place_of, _ENDED)
    rows = place.connection.execute(
        f"SELECT {', '.join(picked)} FROM {table.kept} ORDER BY row LIMIT {ROWS}"
    ).fetchall()
    counted = place.connection.execute(f"SELECT count(*) FROM {table.kept}").fetchone() or (0,)
    return Sample(tuple(shown), tuple(rows), int(counted[0]), table.set_aside.num_rows)


def _won(place: Scratch, deals: Checked) -> tuple[int, dict[str, Decimal]]:
    """Count what was won; a deal without an amount counts and adds nothing."""
    money = "sum(amount)" if "amount" in deals.columns else "NULL"
    code = "currency" if "currency" in deals.columns else "''"
    rows = place.connection.execute(
        f"SELECT {code}, count(*), {money} FROM {deals.kept} WHERE {_ENDED} = '{WON}' GROUP BY 1"
    ).fetchall()
    sums = {str(code): Decimal(value) for code, _n, value in rows if value is not None}
    return sum(n for _code, n, _value in rows), sums
