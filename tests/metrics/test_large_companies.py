"""No step of a query grows with reps times deals: a company of thousands must fit in memory."""

import json
import shutil

import pytest

from workbench.metrics.ground import Ground
from workbench.metrics.populations import POPULATIONS
from workbench.snapshots import engine
from workbench.snapshots.engine import basis_of, tables_of

MANAGERS, REPS, DEALS = 80, 400, 10
DAYS = ("2026-07-01", "2026-07-11", "2026-07-21")  # on which a deal enters its stages


@pytest.fixture
def large(company):
    reps = [f"M{n:02},M{n:02}," for n in range(MANAGERS)]
    reps += [f"R{n:03},R{n:03},M{n % MANAGERS:02}" for n in range(REPS)]
    deals = [(f"D{n:05}", f"R{n % REPS:03}") for n in range(REPS * DEALS)]
    return company(
        "deal_id,rep_id,stage,amount,is_closed,is_won,created_on,close_on\n"
        + "".join(f"{deal},{rep},3,1,false,false,2026-07-01,2026-11-20\n" for deal, rep in deals),
        reps="rep_id,name,manager_id\n" + "\n".join(reps) + "\n",
        deal_history="deal_id,at,stage,close_on,amount\n"
        + "".join(
            f"{deal},{day}T00:00:00Z,{stage},2026-11-20,1\n"
            for deal, _rep in deals
            for stage, day in enumerate(DAYS, start=1)
        ),
    )


@pytest.mark.parametrize("name", ["stays", "passages", "created", "open", "pushes"])
def test_who_works_for_whom_is_looked_up_and_not_tried(large, tmp_path, name):
    """Pairing each stay of a deal with each report by day made 13 million rows of 27 thousand."""
    snapshot, workspace = large.freeze(), large.workspace
    ground = Ground(
        tables_of(snapshot),
        basis_of(snapshot, workspace, workspace.calendar.period("2026-Q3")),
    )
    told = tmp_path / "profile.json"
    backend = ground.tables["deals"].get_backend()
    backend.raw_sql("PRAGMA enable_profiling = 'json'")
    backend.raw_sql(f"PRAGMA profiling_output = '{told}'")

    rows = POPULATIONS[name](ground).count().to_pyarrow().as_py()

    steps = list(_rows_of_steps(json.loads(told.read_text(encoding="utf-8"))))
    assert rows >= 0
    assert max(steps) <= 4 * REPS * DEALS * len(DAYS)


def _rows_of_steps(step):
    yield step.get("operator_cardinality", 0)
    for child in step.get("children", ()):
        yield from _rows_of_steps(child)


def test_too_little_memory_costs_memory_and_no_figure(company, monkeypatch):
    made = company("deal_id,rep_id,amount,is_closed,is_won\nA,ana,7,true,true\n")
    usual = made.facts().facts.to_pylist()
    monkeypatch.setattr(engine, "_MEMORY_MB", 1)
    monkeypatch.setattr(engine, "_THREAD_MB", 0)
    shutil.rmtree(made.folder / "facts")

    assert made.facts().facts.to_pylist() == usual
