"""Any cut of the deal figures at once: the whole record in DuckDB, a period a filter.

The relations of `metrics.cutting` are made once per snapshot, kept as Parquet beside the facts and
loaded into memory sorted by day. A figure is what its metric declares, over the rows that remain.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Any

import duckdb

from workbench.metrics.catalogue import metric_of
from workbench.metrics.comparison.price_volume_mix import Sold
from workbench.metrics.cutting import LEVEL, ROWS, SOLD, STAGES, ibis_types, outcome_of, statement
from workbench.metrics.metric import Outcome, exact
from workbench.model.period import Period
from workbench.snapshots.answers import Answers
from workbench.snapshots.where import Bound, Where, within

_LACKS = "lacks.parquet"
_DATED = ("closed", "created")
_DEALS = """
SELECT deal_id, name, account, rep_id, stage, created_on, close_on, amount, days, {state} AS state,
    share, {late} AS is_past_due FROM {table} WHERE {where}"""
_PLACED = "days >= 0 AND amount > 0"  # what has a place on the map of age and amount
_COUNTED = (
    "count(*) AS n, count(amount) AS known, sum(amount) AS total,"
    f" count(*) FILTER (WHERE {_PLACED}) AS placed"
)


class Cut:
    """One snapshot's deals, ready to be cut."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, lacks: Mapping[str, Outcome]) -> None:
        self.connection, self.lacks = connection, lacks
        self._answers = Answers(connection)
        found = self._answers.rows(
            "SELECT table_name, column_name, data_type FROM information_schema.columns"
            " ORDER BY table_name, ordinal_position"
        )
        self._columns: dict[str, dict[str, str]] = {}
        for row in found:
            self._columns.setdefault(row["table_name"], {})[row["column_name"]] = row["data_type"]
        shared = self._answers.rows("SELECT 1 FROM open WHERE share < 1 LIMIT 1") or (
            self.has("closed")
            and self._answers.rows("SELECT 1 FROM closed WHERE share < 1 LIMIT 1")
        )
        self._is_shared = bool(shared)
        self._levels: dict[str, list[str]] = {}

    def has(self, relation: str) -> bool:
        """Whether a relation could be made of this workspace's tables."""
        return relation in self._columns

    @cached_property
    def first_day(self) -> date:
        """The first day anything is known of: a deal was created or closed."""
        days = [
            self._answers.rows(f'SELECT min("on") AS day FROM {name}')[0]["day"]
            for name in _DATED
            if self.has(name)
        ]
        return min((day for day in days if day), default=date.max)

    @cached_property
    def _numbers(self) -> dict[str, int]:
        """Give the code of every rep who has rows, by rep_id."""
        names = self._answers.rows("SELECT unnest(enum_range(NULL::rep_id)) AS rep_id")
        return {row["rep_id"]: code for code, row in enumerate(names)}

    @cached_property
    def stage_names(self) -> list[str]:
        """The working stages in order; none where no course of deals is kept."""
        if not self.has(STAGES):
            return []
        return [
            row["stage"] for row in self._answers.rows('SELECT stage FROM stages ORDER BY "rank"')
        ]

    def levels(self, column: str) -> list[str]:
        """List the values of `segment` or `products` over the whole record, sorted."""
        if column not in self._levels:
            self._levels[column] = self._read_levels(column)
        return self._levels[column]

    def _read_levels(self, column: str) -> list[str]:
        value = "unnest(products)" if column == "products" else "segment"
        tables = [name for name in ("open", "closed") if self.has(name)]
        each = " UNION ".join(f"SELECT {value} AS level FROM {name}" for name in tables)
        found = self._answers.rows(
            f"SELECT level FROM ({each}) WHERE level IS NOT NULL ORDER BY level"
        )
        return [row["level"] for row in found]

    def by_rep(self, key: str, period: Period, where: Where) -> dict[str, Outcome]:
        """Give a figure for each rep who has rows in the cut.

        Parameters
        ----------
        key
            Of a metric for which `is_cut` holds.
        period
            Ignored by figures that tell how things stand at `as_of`.

        Returns
        -------
        dict
            By rep_id. Who has no rows is not there; `nothing(key)` is their figure.
        """
        return self._figures(key, "rep_id", [], period, where)

    def by_stage(self, key: str, period: Period, where: Where) -> dict[str, Outcome]:
        """Give a figure over `passages` for each working stage that was entered."""
        return self._figures(key, "stage", [], period, where)

    def entered(self, period: Period, where: Where) -> dict[str, int]:
        """Count the deals that entered each working stage in a period."""
        rows, bound = self._rows("passages", "stage", [], period, where)
        found = self._answers.rows(
            f"WITH {ROWS} AS ({rows}) SELECT {LEVEL}, count(*) AS n FROM {ROWS} GROUP BY 1", bound
        )
        return {row[LEVEL]: row["n"] for row in found}

    def whole(self, key: str, period: Period, where: Where) -> Outcome:
        """Give a figure of all deals of the cut together; a deal two reps share counts once."""
        return self._figures(key, "''", [], period, where).get("", self.nothing(key))

    def course(self, key: str, periods: Sequence[Period], where: Where) -> list[Outcome]:
        """Give a figure of all deals of the cut together, for each of several periods."""
        cases, bound = "", []
        for n, period in enumerate(periods):
            condition, values = within(period)
            cases += f" WHEN {condition} THEN '{n}'"
            bound += values
        found = self._figures(key, f"CASE{cases} END", bound, None, where)
        return [found.get(str(n), self.nothing(key)) for n in range(len(periods))]

    def nothing(self, key: str) -> Outcome:
        """Give a figure of no rows: a true 0 of counts and sums, else absent with its reason."""
        return self.lacks.get(key) or outcome_of(metric_of(key), None)

    def sold(self, period: Period, where: Where) -> Sold:
        """Give quantity and revenue by product, of the won deals of a period."""
        if not self.has(SOLD):
            return {}
        condition, bound = self._kept(SOLD, period, where)
        found = self._answers.rows(
            "SELECT coalesce(product, '') AS product, sum(quantity) AS quantity,"
            f" sum(revenue) AS revenue FROM sold WHERE {condition} GROUP BY 1",
            bound,
        )
        told = {}
        for row in found:
            quantity, revenue = exact(row["quantity"]), exact(row["revenue"])
            if quantity is not None and revenue is not None:
                told[row["product"]] = (quantity, revenue)
        return told

    def deals(
        self, period: Period, where: Where, states: Sequence[str], *, most: int | None = None
    ) -> list[dict[str, Any]]:
        """List deals, the largest first: those closed in the period as won or lost, those open.

        Parameters
        ----------
        states
            Of `won`, `lost`, `open`.
        most
            How many at most; None lists all.

        Returns
        -------
        list of dict
            One per deal and rep credited: `deal_id`, `name`, `account`, `rep_id`, `stage`,
            `created_on`, `close_on`, `amount` (as it counts for the rep; None: unknown), `days`,
            `state`, `share`, `is_past_due`.
        """
        parts = self._parts(period, where, states)
        if not parts:
            return []
        rows = " UNION ALL ".join(part for part, _ in parts)
        bound = [value for _, values in parts for value in values]
        limit = "" if most is None else f" LIMIT {int(most)}"
        order = "ORDER BY amount DESC NULLS LAST, deal_id, rep_id"
        return self._answers.rows(f"SELECT * FROM ({rows}) {order}{limit}", bound)

    def counted(self, period: Period | None, where: Where, states: Sequence[str]) -> dict[str, Any]:
        """Count the rows `deals` lists: `n`, `known` amounts, `placed` on the map, their `total`.

        `total` is None where no amount is known.
        """
        told: dict[str, Any] = {"n": 0, "known": 0, "placed": 0, "total": None}
        for rows, bound in self._parts(period, where, states):  # each is known by itself later
            part = self._answers.rows(f"SELECT {_COUNTED} FROM ({rows})", bound)[0]
            for name in ("n", "known", "placed"):
                told[name] += part[name]
            if part["total"] is not None:
                told["total"] = part["total"] + (told["total"] or 0)
        return told

    def open_points(self, where: Where, cells: tuple[int, int], most: int) -> list[dict[str, Any]]:
        """Place the open deals by age and amount; many share a cell.

        Parameters
        ----------
        cells
            Into how many cells age and the logarithm of the amount are cut, where there are more
            than `most` deals.

        Returns
        -------
        list of dict
            `days`, `amount` (the middle of the cell's), `n`, `late` (past due), `name` (of a deal
            that stands alone). Deals without age or a positive amount are not placed.
        """
        condition, bound = self._kept("open", None, where)
        placed = f"SELECT * FROM open WHERE {condition} AND {_PLACED}"
        if self._counted_open(where)["placed"] <= most:
            return self._answers.rows(
                "SELECT days, amount::DOUBLE AS amount, 1 AS n, is_past_due::INT AS late,"
                f" coalesce(name, deal_id) AS name FROM ({placed}) ORDER BY deal_id, rep_id",
                bound,
            )
        across, up = (int(count) for count in cells)
        return self._answers.rows(
            "WITH p AS (SELECT days, ln(amount::DOUBLE) AS size, is_past_due, name"
            f" FROM ({placed})),"
            " e AS (SELECT greatest(max(days), 1) AS far, min(size) AS low,"
            "  greatest(max(size) - min(size), 0.001) AS span FROM p)"
            " SELECT avg(days) AS days, exp(avg(size)) AS amount, count(*) AS n,"
            "  sum(is_past_due::INT)::INT AS late,"
            "  CASE WHEN count(*) = 1 THEN min(name) ELSE '' END AS name FROM p, e"
            f" GROUP BY least(floor(days * {across} / far), {across - 1}),"
            f"  least(floor((size - low) * {up} / span), {up - 1}) ORDER BY 1, 2",
            bound,
        )

    def unplaced(self, where: Where) -> int:
        """Count the open deals that have no age or no positive amount."""
        counted = self._counted_open(where)
        return int(counted["n"] - counted["placed"])

    def _counted_open(self, where: Where) -> dict[str, Any]:
        return self.counted(None, where, ("open",))

    def _figures(
        self, key: str, level: str, bound: Bound, period: Period | None, where: Where
    ) -> dict[str, Outcome]:
        metric = metric_of(key)
        if key in self.lacks or not self.has(metric.population):
            return {}
        rows, values = self._rows(metric.population, level, bound, period, where)
        columns = {**self._columns[metric.population], LEVEL: "VARCHAR"}
        sql = f"WITH {ROWS} AS ({rows}) {statement(key, tuple(ibis_types(columns)))}"
        found = self._answers.rows(sql, values)
        return {row[LEVEL]: outcome_of(metric, row) for row in found if row[LEVEL] is not None}

    def _rows(
        self, name: str, level: str, bound: Bound, period: Period | None, where: Where
    ) -> tuple[str, Bound]:
        condition, values = self._kept(name, period, where)
        rows = f"SELECT * FROM {name} WHERE {condition}"
        if self._is_shared and level != "rep_id":
            rows = self._one_per_deal(name, rows)
        return f"SELECT *, {level} AS {LEVEL} FROM ({rows})", [*bound, *values]

    def _one_per_deal(self, name: str, rows: str) -> str:
        """Count a deal that several of the reps share once, its money added."""
        keys = ["deal_id", "stage"] if name == "passages" else ["deal_id"]
        told = {
            "share": "sum(share)",
            "amount": "sum(amount)",
            "fx_missing": "bool_or(fx_missing)",
            **{key: key for key in keys},
        }
        each = (f'{told.get(column, f"any_value({chr(34)}{column}{chr(34)})")} AS "{column}"'
                for column in self._columns[name])  # fmt: skip
        return f"SELECT {', '.join(each)} FROM ({rows}) GROUP BY {', '.join(keys)}"

    def _kept(self, name: str, period: Period | None, where: Where) -> tuple[str, Bound]:
        condition, bound = where.conditions(self._numbers)
        if period is None or name == "open":
            return condition, bound
        inside, days = within(period)
        return f"{inside} AND {condition}", [*days, *bound]

    def _parts(
        self, period: Period | None, where: Where, states: Sequence[str]
    ) -> list[tuple[str, Bound]]:
        """Write what lists the closed deals, and what lists the open ones."""
        parts: list[tuple[str, Bound]] = []
        wanted = [state for state in ("won", "lost") if state in states]
        if wanted and self.has("closed"):
            condition, bound = self._kept("closed", period, where)
            if len(wanted) == 1:
                condition += " AND is_won" if wanted == ["won"] else " AND NOT is_won"
            state = "CASE WHEN is_won THEN 'won' ELSE 'lost' END"
            told = _DEALS.format(state=state, late="false", table="closed", where=condition)
            parts.append((told, bound))
        if "open" in states:
            condition, bound = self._kept("open", None, where)
            late = "is_past_due"
            told = _DEALS.format(state="'open'", late=late, table="open", where=condition)
            parts.append((told, bound))
        return parts
