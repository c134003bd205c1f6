"""A figure opened: the rows of one rep it was made of, each with how it counts."""

import pyarrow as pa
from ibis import _

from workbench.metrics.basis import Basis
from workbench.metrics.catalogue import metric_of
from workbench.metrics.computation import Computation
from workbench.metrics.credits import Tables
from workbench.metrics.ledger import Derived
from workbench.metrics.made_of import made_of, matter_of
from workbench.metrics.marked import marked
from workbench.metrics.metric import Metric
from workbench.metrics.named import named
from workbench.metrics.populations import ONE_BY_ONE


def opened_rows(tables: Tables, basis: Basis, key: str, rep_id: str) -> pa.Table:
    """Give the rows behind a rep's figure, computing what it is made of and nothing else.

    Raises
    ------
    UnknownNameError
        When there is no such metric; offers the nearest.
    """
    metric = metric_of(key)
    matter = matter_of(metric) if isinstance(metric, Derived) else {key: metric}
    return opened_in(Computation(tables, basis, matter), metric, rep_id)


def opened_in(work: Computation, metric: Metric, rep_id: str) -> pa.Table:
    """Give the rows behind a rep's figure in a computation that holds it.

    Returns
    -------
    pyarrow.Table
        As `marked` gives them, for figures made of others as `made_of` does. Without rows where
        the figure lacks a table, or where its rows are other people's (`Metric.withheld`).
    """
    if metric.withheld:
        return pa.table({})
    if isinstance(metric, Derived):
        return made_of(work, metric, rep_id)
    rows = work.populations.get(metric.population)
    if rows is None or work.missing(metric):
        return pa.table({})
    if metric.population in ONE_BY_ONE:
        rows = ONE_BY_ONE[metric.population](work.ground)
    return named(marked(rows.filter(_.rep_id == rep_id), metric), work.tables).to_pyarrow()
