"""What SQL counts of the rows of populations: for every rep in one query, or cut by a dimension.

In one query the rows that populations share are read once, and what several metrics ask of one
population is counted once.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ibis.expr.types import Table, Value

from workbench.metrics.metric import Metric, Parts

Wanted = Mapping[str, Value]  # aggregates of one population, by name
Columns = Mapping[str, list[Any]]  # what was counted, by name, each with a value per rep


def wanted_of(metrics: Sequence[Metric], rows: Table) -> dict[str, Value]:
    """Name the parts of metrics over the rows of their population."""
    return {
        _name(metric, part): expression(rows)
        for metric in metrics
        for part, expression in metric.parts.items()
    }


def parts_of(metric: Metric, counted: Columns) -> Iterator[Parts]:
    """Read the parts of a metric back, in the order of the rows counted."""
    columns = [counted[_name(metric, part)] for part in metric.parts]
    return (dict(zip(metric.parts, values, strict=True)) for values in zip(*columns, strict=True))


def count_by_rep(reps: Table, asked: Sequence[tuple[Table, Wanted]]) -> Columns:
    """Count several populations in one query.

    Parameters
    ----------
    reps
        One row per rep.
    asked
        Each population with what to count of it; no name stands twice.

    Returns
    -------
    Columns
        `rep_id` and each name asked for. A rep without rows in a population has None there.
    """
    joined, stands = reps.select("rep_id"), {"rep_id": "rep_id"}
    for place, (rows, wanted) in enumerate(asked):
        once, named = _once(wanted)
        own = f"rep_id_{place}"
        counted = rows.group_by(**{own: rows.rep_id}).aggregate(**once)
        joined = joined.left_join(counted, joined.rep_id == counted[own])
        stands |= named
    return _columns(joined, stands)


def count_by_level(rows: Table, by: str, wanted: Wanted) -> Columns:
    """Count one population per rep and level of a dimension: `rep_id`, `level` and each name."""
    once, stands = _once(wanted)
    counted = rows.group_by("rep_id", level=rows[by].fill_null("")).aggregate(**once)
    return _columns(counted, {"rep_id": "rep_id", "level": "level", **stands})


def _once(wanted: Wanted) -> tuple[dict[str, Value], dict[str, str]]:
    """Keep one of equal aggregates, and say which name stands for each."""
    first: dict[Any, str] = {}
    stands = {name: first.setdefault(value.op(), name) for name, value in wanted.items()}
    return {name: wanted[name] for name in first.values()}, stands


def _columns(counted: Table, stands: Mapping[str, str]) -> Columns:
    found = counted.to_pyarrow()
    values = {name: found[name].to_pylist() for name in set(stands.values())}
    return {name: values[stand] for name, stand in stands.items()}


def _name(metric: Metric, part: str) -> str:
    return f"{metric.key}__{part}"
