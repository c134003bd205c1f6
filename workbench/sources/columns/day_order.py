"""Whether day or month comes first, decided over all rows of a column."""

from collections.abc import Sequence

from workbench.sources.columns.day_forms import PAIR
from workbench.sources.columns.day_sql import Days, read_by
from workbench.sources.columns.doubt import refusal
from workbench.sources.columns.told import Cells
from workbench.sources.sql import quoted

ORDERS = ("dmy", "mdy", "ymd")


def quick_orders(cells: Cells, days: Days) -> dict[str, str]:
    """Give SQL by order for a column that is 05/07/2026 throughout; {} when it is not.

    DuckDB's own parser reads such days ten times as fast as patterns do.
    """
    for sign in ("/", ".", "-"):
        pattern = rf"\d{{1,2}}[{sign}]\d{{1,2}}[{sign}][12]\d{{3}}"
        if cells.first(f"NOT regexp_full_match(t, '{pattern}')") is None:
            forms = {order: sign.join(f"%{part}" for part in order) for order in ORDERS}
            return {
                order: days.of_wall(f"TRY_STRPTIME({cells.text}, '{form.replace('y', 'Y')}')")
                for order, form in forms.items()
            }
    return {}


def orders_of(text: str, days: Days) -> dict[str, str]:
    """Give SQL by order for any column; `text` is SQL of the cell in plain small letters."""
    return {order: read_by(PAIR, order, text, days, []) for order in ORDERS}


def decided_order(cells: Cells, values: dict[str, str]) -> str:
    """Give the order of days such as 05/07/2026: the one that reads every cell.

    Parameters
    ----------
    values
        SQL of the cells by order.

    Raises
    ------
    SourceError
        When two orders read every cell and disagree, or cells of one order stand beside cells of
        another and beside cells of both.
    """
    groups = _groups(cells, values)
    whole = [o for o in ORDERS if groups and all(o in valid for valid, *_ in groups)]
    open_ones = [group for group in groups if group[1]]
    if len(whole) == 1:
        return whole[0]
    if not open_ones:
        return max(ORDERS, key=lambda o: sum(count for v, _, count, _ in groups if o in v))
    slashed = cells.first(r"regexp_matches(t, '^\D*\d{1,2}[-/ ]\d{1,2}[-/ ]\d')")
    if "dmy" in whole and slashed is None:
        return "dmy"  # 05.07.2026: no country that writes dots puts the month first
    valid, _, _, example = open_ones[0]
    raise _doubt(cells, values, whole or valid, example)


def _groups(cells: Cells, values: dict[str, str]) -> list[tuple[list[str], bool, int, str]]:
    """Count cells by the orders that read them, and by whether those disagree."""
    columns = ", ".join(f"{value} AS {order}" for order, value in values.items())
    flags = ", ".join(f"{order} IS NOT NULL" for order in ORDERS)
    differ = "greatest(dmy, mdy, ymd) <> least(dmy, mdy, ymd)"
    query = (
        f"SELECT {flags}, {differ} AS differ, count(*), min(t) FROM "
        f"(SELECT {cells.text} AS t, {columns} FROM {cells.relation}) "
        f"WHERE coalesce(dmy, mdy, ymd) IS NOT NULL GROUP BY ALL ORDER BY count(*) DESC, min(t)"
    )
    return [
        ([o for o, is_read in zip(ORDERS, row[:3], strict=True) if is_read], *row[3:])
        for row in cells.connection.execute(query).fetchall()
    ]


def _doubt(cells: Cells, values: dict[str, str], orders: Sequence[str], example: str) -> Exception:
    """Say what each order makes of a cell, and the days it gives the column."""
    said = []
    for order in orders:
        day = "strftime(v, '%Y-%m-%d')"
        query = (
            f"SELECT any_value({day}) FILTER (t = {quoted(example)}), min({day}), max({day}) FROM "
            f"(SELECT {cells.text} AS t, {values[order]} AS v FROM {cells.relation})"
        )
        one, first, last = cells.connection.execute(query).fetchall()[0]
        said.append(f"{one} as {order} (the column: {first} to {last})")
    lines = [f'dates.{cells.place.column} = "{order}"' for order in orders]
    return refusal(cells, example, f"is {' or '.join(said)}.", *lines)
