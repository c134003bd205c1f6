"""Cubes: what a question counts, added up beforehand by age and size of deals.

While a reader draws a box, the same question is asked of ever other ages and sizes. A cube is a
small table of its answer for each level, day and step of amount; a box adds up some of its cells.
Its rows are those of the question without the box, its parts those of the catalogue: what is added
up is equal to what the rows give, to the last digit. Cubes lie in the kernel's own memory.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import count
from typing import Any

from workbench.metrics.adding import Adding
from workbench.snapshots.relations import Relations
from workbench.snapshots.sizes import STEP, scale_of, step_of
from workbench.snapshots.where import Bound, Where

_DAYS, _SIZE = "cell_days", "cell_size"
# How a part is kept, and how it is made from cells; no cell holds 2**31 rows
_KEPT: Mapping[Adding, str] = {
    "count": '"{}"::INTEGER',
    "sum": '"{}"',
    "max": '"{}"',
    "min": '"{}"',
}
_MADE: Mapping[Adding, str] = {"count": "sum", "sum": "sum", "max": "max", "min": "min"}


@dataclass(frozen=True)
class Plan:
    """How the cells of a question are made, and its answer from them."""

    relation: str  # whose amounts they are told by
    sql: str  # gives `level`, `cell_days`, `cell_size` and the parts
    bound: tuple[Any, ...]
    parts: tuple[tuple[str, Adding], ...]


@dataclass(frozen=True)
class _Cube:
    """A table of cells, or one level of it."""

    table: str
    level: str | None = None


class Cubes:
    """The cubes of what is looked at now."""

    def __init__(self, relations: Relations) -> None:
        self._relations = relations
        self._tables: dict[Plan, str] = {}
        self._cubes: dict[Plan, _Cube] = {}
        self._names = count(1)

    def has_cells(self, relation: str) -> bool:
        """Whether the rows of a relation can be told by age and step of amount."""
        columns = self._relations.columns.get(relation, {})
        return STEP in columns and scale_of(columns.get("days", "")) == 0

    def prepare(self, plans: Mapping[Plan, Mapping[Plan, str | None]]) -> None:
        """Make the cubes that are not there yet, and let go of all others.

        Parameters
        ----------
        plans
            Each with the other plans its cube answers too, and by which one of its levels; None:
            by all of them.
        """
        gone = [plan for plan in self._tables if plan not in plans]
        self._cubes = {}
        for plan in gone:
            self._relations.run(f"DROP TABLE {self._tables.pop(plan)}")
        for plan, others in plans.items():
            if plan not in self._tables:
                self._tables[plan] = self._make(plan)
            told = {other: _Cube(self._tables[plan], level) for other, level in others.items()}
            self._cubes = {**told, **self._cubes, plan: _Cube(self._tables[plan])}

    def answer(
        self, plan: Plan, where: Where, among: Iterable[str] | None = None
    ) -> list[dict[str, Any]] | None:
        """Add up a question's answer; None where there is no cube of it that holds the box.

        Parameters
        ----------
        where
            Its days and its amount say which box.
        among
            Only these levels; None: all.
        """
        cube = self._cubes.get(plan)
        box = None if cube is None else self._box(plan.relation, where)
        if cube is None or box is None:
            return None
        conditions, bound = box
        levels = [cube.level] if cube.level is not None else among
        if levels is not None:
            told = list(levels)
            conditions.append(f"level IN ({', '.join('?' * len(told))})" if told else "false")
            bound += told
        level = "level" if cube.level is None else "''"
        parts = ", ".join(f'{_MADE[how]}("{part}") AS "{part}"' for part, how in plan.parts)
        return self._relations.rows(
            f"SELECT {level} AS level, {parts} FROM {cube.table}"
            f" WHERE {' AND '.join(['true', *conditions])} GROUP BY 1",
            bound,
        )

    def _box(self, relation: str, where: Where) -> tuple[list[str], Bound] | None:
        conditions: list[str] = []
        bound: Bound = []
        if where.days is not None:
            conditions.append(f"{_DAYS} BETWEEN ? AND ?")
            bound += where.days
        if where.amount is not None:
            scale = scale_of(self._relations.columns[relation]["amount"]) or 0
            steps = [step_of(end, scale) for end in where.amount]
            if None in steps:
                return None
            conditions.append(f"{_SIZE} BETWEEN ? AND ?")
            bound += steps
        return conditions, bound

    def _make(self, plan: Plan) -> str:
        table = f"cube_{next(self._names)}"
        parts = ", ".join(f'{_KEPT[how].format(part)} AS "{part}"' for part, how in plan.parts)
        self._relations.run(
            f"CREATE TABLE {table} AS SELECT level, {_DAYS}::INTEGER AS {_DAYS},"
            f" {_SIZE}::SMALLINT AS {_SIZE}, {parts} FROM ({plan.sql})",
            list(plan.bound),
        )
        return table


def in_cells(rows: str) -> str:
    """Write rows with the cell each is in."""
    return f"SELECT *, days AS {_DAYS}, {STEP} AS {_SIZE} FROM ({rows})"
