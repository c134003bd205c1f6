"""The same catalogue gives the same facts on DuckDB and on a real PostgreSQL server."""

import ibis
import pytest

from workbench.metrics.compute import compute
from workbench.snapshots import open_snapshot
from workbench.snapshots.engine import basis_of, tables_of
from workbench.sources.workspace import open_workspace

pytestmark = [
    pytest.mark.slow,
    # ibis leaves cursors of dropped temporary tables to the garbage collector
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]


@pytest.fixture(scope="module")
def company(shipped):
    workspace = open_workspace(shipped)
    return open_snapshot(workspace), workspace


@pytest.fixture(scope="module")
def pushed(company, server):
    """The same tables, loaded into the server."""
    connection = ibis.connect(server.get_uri())
    yield {
        name: connection.create_table(name, table.to_pyarrow())
        for name, table in tables_of(company[0]).items()
    }
    connection.disconnect()


@pytest.mark.parametrize("period", ["2026-Q3", "2026-Q4"])
def test_every_fact_is_the_same_on_both_engines(company, pushed, period):
    snapshot, workspace = company
    basis = basis_of(snapshot, workspace, workspace.calendar.period(period))

    here = compute(tables_of(snapshot), basis)
    there = compute(pushed, basis)

    for relation in ("facts", "comparisons", "left_out"):
        mine, theirs = getattr(here, relation).to_pylist(), getattr(there, relation).to_pylist()
        differ = [pair for pair in zip(mine, theirs, strict=True) if pair[0] != pair[1]]
        assert differ == []
