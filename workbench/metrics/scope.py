"""Whose rows count for whom: a rep's own, and for a rep with reports those of the whole tree."""

from collections.abc import Mapping, Sequence
from typing import Any

import pyarrow as pa

from workbench.metrics.basis import Basis
from workbench.metrics.circles import Circle, Report, circles, direct_reports, without_circles
from workbench.metrics.credits import Tables
from workbench.metrics.expression import Backend, Table, ibis


def team_reports(
    tables: Tables, basis: Basis, reps: Sequence[Mapping[str, Any]]
) -> tuple[list[Report], list[Circle]]:
    """List who belongs to whose tree and when, every manager within the own tree.

    Also gives the circles of managers, through which no tree is followed. Empty when the workspace
    reviews managers on their own deals. Without a table of assignments the manager named in `reps`
    holds for all time.
    """
    if basis.manager_scope != "team":
        return [], []
    known = {row["rep_id"] for row in reps}
    assigned = records(tables["assignments"]) if "assignments" in tables else []
    direct = [each for each in direct_reports(reps, assigned) if each.manager_id in known]
    found = circles(direct)
    tree = _closure(without_circles(direct, found))
    managers = sorted({report.manager_id for report in tree})
    return [*tree, *(Report(manager, manager) for manager in managers)], found


def records(table: Table) -> list[dict[str, Any]]:
    """Fetch a small table as rows."""
    rows: list[dict[str, Any]] = table.to_pyarrow().to_pylist()
    return rows


def _closure(direct: Sequence[Report]) -> list[Report]:
    """Follow reports of reports; who is met again on the way is met once."""
    found = dict.fromkeys(direct)
    fresh = list(found)
    by_manager: dict[str, list[Report]] = {}
    for report in found:
        by_manager.setdefault(report.manager_id, []).append(report)
    while fresh:
        deeper = [
            Report(upper.manager_id, lower.member_id, start, end)
            for upper in fresh
            for lower in by_manager.get(upper.member_id, ())
            if (start := max(upper.start, lower.start)) < (end := min(upper.end, lower.end))
            and lower.member_id != upper.manager_id
        ]
        fresh = [report for report in dict.fromkeys(deeper) if report not in found]
        found.update(dict.fromkeys(fresh))
    return list(found)


def scoped(rows: Table, reports: Sequence[Report]) -> Table:
    """Give each row to the rep reviewed: its own rep, or the managers above on that day.

    Parameters
    ----------
    rows
        With `rep_id` and the day `on`.

    Returns
    -------
    Table
        The same columns; a row stands once for each manager it counts for, and a manager's own
        rows stand once.
    """
    if not reports:
        return rows
    tree = _kept(rows.get_backend(), reports)
    # One join, that what makes the rows is run once; who is in no tree meets nobody there
    joined = rows.left_join(
        tree,
        [rows.rep_id == tree.member_id, rows.on >= tree.start, rows.on < tree.end],
    )
    names = {name: rows[name] for name in rows.columns if name != "rep_id"}
    return joined.select(rep_id=ibis.coalesce(tree.manager_id, rows.rep_id), **names)


def _kept(backend: Backend, reports: Sequence[Report]) -> Table:
    """Keep the reports as a table, where everybody belongs to themselves too.

    Of one only handed over the database does not know the size: DuckDB then paired every row with
    every report by day, before it looked whose they are.
    """
    name = f"reports_{hash(tuple(reports)) % 2**64:x}"
    if name not in backend.list_tables():
        own = (Report(each.member_id, each.member_id) for each in reports)
        # Through Arrow: pandas has no day before 1677
        rows = pa.Table.from_pylist([vars(each) for each in dict.fromkeys((*reports, *own))])
        backend.create_table(name, rows, temp=True)
    return backend.table(name)
