"""What is counted in one query: once what is equal, nothing for who has no rows."""

from datetime import date

import ibis
import pytest
from ibis.backends.duckdb import Backend

from workbench.metrics.basis import Basis
from workbench.metrics.counts import count_by_level, count_by_rep
from workbench.metrics.totals import compute_facts
from workbench.model.calendar import Calendar

REPS = ibis.memtable({"rep_id": ["Ana", "Bo"]})
# Ana has two deals, one without a stage and one whose stage is empty; Bo has one call and no deal.
DEALS = ibis.memtable({"rep_id": ["Ana", "Ana"], "stage": [None, ""], "amount": [3, 4]})
CALLS = ibis.memtable({"rep_id": ["Bo"], "minutes": [5]})


def counted():
    deals = {"total": DEALS.amount.sum(), "n": DEALS.count(), "again": DEALS.count()}
    found = count_by_rep(REPS, [(DEALS, deals), (CALLS, {"minutes": CALLS.minutes.sum()})])
    order = sorted(range(2), key=lambda place: found["rep_id"][place])
    return {name: [values[place] for place in order] for name, values in found.items()}


def test_who_has_no_rows_in_a_population_has_nothing_there():
    found = counted()

    assert (found["rep_id"], found["total"], found["minutes"]) == (
        ["Ana", "Bo"],
        [7, None],
        [None, 5],
    )


def test_equal_counts_are_read_back_under_each_name():
    found = counted()

    assert found["again"] == found["n"] == [2, None]


def test_no_level_and_an_empty_one_are_the_same_level():
    assert count_by_level(DEALS, "stage", {"n": DEALS.count()}) == {
        "rep_id": ["Ana"],
        "level": [""],
        "n": [2],
    }


@pytest.fixture
def asked(monkeypatch):
    """Every statement sent to the engine."""
    sent, execute = [], Backend.to_pyarrow

    def listening(self, expression, **options):
        sent.append(str(ibis.to_sql(expression, dialect="duckdb")))
        return execute(self, expression, **options)

    monkeypatch.setattr(Backend, "to_pyarrow", listening)
    return sent


def _tables():
    connection = ibis.duckdb.connect()
    connection.raw_sql("""
        create table reps as select 'Ana' as rep_id, 'Ana' as name;
        create table deals as select 'D' || i as deal_id, 'Ana' as rep_id, i < 2 as is_closed,
            i < 1 as is_won, cast(10 as decimal(18, 4)) as amount, 'CNY' as currency,
            date '2026-07-02' as created_on, date '2026-08-02' as close_on from range(3) t(i)
    """)
    return {name: connection.table(name) for name in ("reps", "deals")}


def _basis():
    calendar = Calendar()
    return Basis(
        period=calendar.period("2026-Q3"),
        as_of=date(2026, 9, 30),
        calendar=calendar,
        currency="CNY",
    )


def test_populations_of_the_same_deals_read_them_once(asked):
    compute_facts(_tables(), _basis(), ("won_revenue", "open_pipeline", "pipeline_created"))

    [sql] = [each for each in asked if "won_revenue" in each]
    assert sql.count('FROM "deals"') == 1


def test_a_figure_made_of_others_can_be_asked_alone():
    [fact] = compute_facts(_tables(), _basis(), ("weighted_pipeline",))

    assert (fact.metric, fact.n, fact.reason) == ("weighted_pipeline", 1, "no_stage_probability")
