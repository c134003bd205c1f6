"""The deals of a cut, one by one: listed, counted, placed on a map of age and amount."""

from collections.abc import Sequence
from typing import Any

from workbench.metrics.adding import Adding
from workbench.model.period import Period
from workbench.snapshots.answers import KEPT
from workbench.snapshots.cubes import Cubes, Plan, in_cells
from workbench.snapshots.relations import Relations
from workbench.snapshots.where import Bound, Where

_DEALS = """
SELECT deal_id, rep_id, stage, created_on, close_on, amount, days, {state} AS state,
    share, {late} AS is_past_due FROM {table} WHERE {where}"""
_TOLD = {
    "closed": {"state": "CASE WHEN is_won THEN 'won' ELSE 'lost' END", "late": "false"},
    "open": {"state": "'open'", "late": "is_past_due"},
}
_PLACED = "days >= 0 AND amount > 0"  # what has a place on the map of age and amount
_COUNTED = (
    "count(*) AS n, count(amount) AS known, sum(amount) AS total,"
    f" count(*) FILTER (WHERE {_PLACED}) AS placed"
)
_ADDING: tuple[tuple[str, Adding], ...] = (
    ("n", "count"),
    ("known", "count"),
    ("total", "sum"),
    ("placed", "count"),
)
_NOTHING: dict[str, Any] = {"n": 0, "known": 0, "placed": 0, "total": None}


class DealList:
    """The closed and open deals of a cut; one row per deal and rep credited."""

    def __init__(self, relations: Relations, cubes: Cubes) -> None:
        self._relations, self._cubes = relations, cubes

    def rows(
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
        rows = " UNION ALL ".join(
            _DEALS.format(**_TOLD[table], table=table, where=condition)
            for table, condition, _ in parts
        )
        bound = [value for _, _, values in parts for value in values]
        limit = "" if most is None else f" LIMIT {int(most)}"
        order = "amount DESC NULLS LAST, deal_id, rep_id"
        first = f"SELECT * FROM ({rows}) ORDER BY {order}{limit}"
        return self._relations.listed(first, bound, order)

    def counted(self, period: Period | None, where: Where, states: Sequence[str]) -> dict[str, Any]:
        """Count the rows `rows` lists: `n`, `known` amounts, `placed` on the map, their `total`.

        `total` is None where no amount is known.
        """
        told = dict(_NOTHING)
        plans = self._plans(period, where, states)
        for (table, condition, bound), plan in zip(
            self._parts(period, where, states), plans, strict=True
        ):
            found = None if plan is None else self._cubes.answer(plan, where)
            if found is None:  # each is known by itself later
                sql = f"SELECT {_COUNTED} FROM {table} WHERE {condition}"
                found = self._relations.rows(sql, bound)
            part = found[0] if found else _NOTHING
            for name in ("n", "known", "placed"):
                told[name] += part[name]
            if part["total"] is not None:
                told["total"] = part["total"] + (told["total"] or 0)
        return told

    def plans(self, period: Period | None, where: Where, states: Sequence[str]) -> list[Plan]:
        """Say how the deals are counted from cells, whatever box is asked for."""
        return [plan for plan in self._plans(period, where, states) if plan is not None]

    def _plans(
        self, period: Period | None, where: Where, states: Sequence[str]
    ) -> list[Plan | None]:
        return [
            Plan(
                table,
                f"SELECT '' AS level, cell_days, cell_size, {_COUNTED}"
                f" FROM ({in_cells(f'FROM {table} WHERE {condition}')}) GROUP BY ALL",
                tuple(bound),
                _ADDING,
            )
            if self._cubes.has_cells(table)
            else None
            for table, condition, bound in self._parts(
                period, where.without("days", "amount"), states
            )
        ]

    def points(self, where: Where, cells: tuple[int, int], most: int) -> list[dict[str, Any]]:
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
        condition, bound = self._relations.kept("open", None, where)
        placed = f"FROM open WHERE {condition} AND {_PLACED}"
        if self._counted_open(where)["placed"] <= most:
            return self._relations.rows(
                "SELECT days, amount::DOUBLE AS amount, 1 AS n, is_past_due::INT AS late,"
                f" coalesce(name, t.deal_id) AS name FROM (SELECT * {placed}) AS p"
                f" JOIN {KEPT}.texts AS t ON t.no = p.deal_id ORDER BY p.deal_id, rep_id",
                bound,
            )
        across, up = (int(count) for count in cells)
        return self._relations.rows(
            "WITH p AS (SELECT days, ln(amount::DOUBLE) AS size, is_past_due, deal_id"
            f" {placed}),"
            " e AS (SELECT greatest(max(days), 1) AS far, min(size) AS low,"
            "  greatest(max(size) - min(size), 0.001) AS span FROM p),"
            " c AS (SELECT avg(days) AS days, exp(avg(size)) AS amount, count(*) AS n,"
            "  sum(is_past_due::INT)::INT AS late, min(deal_id) AS first FROM p, e"
            f" GROUP BY least(floor(days * {across} / far), {across - 1}),"
            f"  least(floor((size - low) * {up} / span), {up - 1})),"
            f" l AS (SELECT no, name FROM c JOIN {KEPT}.texts ON no = first AND n = 1)"
            " SELECT days, amount, n, late, CASE WHEN n = 1 THEN name ELSE '' END AS name"
            " FROM c LEFT JOIN l ON no = first AND n = 1 ORDER BY 1, 2",
            bound,
        )

    def unplaced(self, where: Where) -> int:
        """Count the open deals that have no age or no positive amount."""
        counted = self._counted_open(where)
        return int(counted["n"] - counted["placed"])

    def _counted_open(self, where: Where) -> dict[str, Any]:
        return self.counted(None, where, ("open",))

    def _parts(
        self, period: Period | None, where: Where, states: Sequence[str]
    ) -> list[tuple[str, str, Bound]]:
        """Say which rows are meant of the closed deals, and which of the open ones."""
        parts: list[tuple[str, str, Bound]] = []
        wanted = [state for state in ("won", "lost") if state in states]
        if wanted and self._relations.has("closed"):
            condition, bound = self._relations.kept("closed", period, where)
            if len(wanted) == 1:
                condition += " AND is_won" if wanted == ["won"] else " AND NOT is_won"
            parts.append(("closed", condition, bound))
        if "open" in states:
            parts.append(("open", *self._relations.kept("open", None, where)))
        return parts
