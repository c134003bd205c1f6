"""Whatever the deals, the rows of a figure add up to it, for each rep."""

from datetime import date
from decimal import Decimal

import ibis
import pyarrow as pa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workbench.metrics.basis import Basis
from workbench.metrics.catalogue import CATALOGUE
from workbench.metrics.computation import Computation
from workbench.metrics.marked import marked
from workbench.metrics.outcomes import outcomes_of
from workbench.model.calendar import Calendar

KEYS = (
    "won_deals", "won_revenue", "win_rate", "win_rate_by_value", "average_deal_size",
    "median_deal_size", "open_pipeline", "past_due_share", "past_due_deals", "no_next_step_share",
    "commit_pipeline", "best_case_pipeline", "cohort_win_rate",
)  # fmt: skip
REPS = ("ana", "bo")
CALENDAR = Calendar()
BASIS = Basis(
    period=CALENDAR.period("2026-Q3"), as_of=date(2026, 9, 20), calendar=CALENDAR, currency="CNY"
)
DAYS = st.one_of(st.none(), st.dates(date(2026, 6, 20), date(2026, 10, 5)))
COLUMNS = {
    "deal_id": (pa.string(), st.uuids().map(str)),
    "rep_id": (pa.string(), st.sampled_from(REPS)),
    "amount": (pa.decimal128(18, 2), st.none() | st.decimals(-(10**6), 10**9, places=2)),
    "is_closed": (pa.bool_(), st.booleans()),
    "is_won": (pa.bool_(), st.booleans()),
    "created_on": (pa.date32(), DAYS),
    "close_on": (pa.date32(), DAYS),
    "next_step": (pa.string(), st.none() | st.just("call")),
    "forecast_category": (pa.string(), st.sampled_from([None, "Commit", "best case", "omitted"])),
}
SCHEMA = pa.schema([(name, kind) for name, (kind, _values) in COLUMNS.items()])
DEAL = st.fixed_dictionaries({name: values for name, (_kind, values) in COLUMNS.items()})


def _added(rows, column):
    return sum((row[column] for row in rows if row[column] is not None), Decimal(0))


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(DEAL, min_size=1, max_size=20))
def test_the_rows_of_a_figure_add_up_to_it(deals):
    tables = {
        "reps": ibis.memtable(pa.table({"rep_id": list(REPS), "name": list(REPS)})),
        "deals": ibis.memtable(pa.Table.from_pylist(deals, schema=SCHEMA)),
    }
    work = Computation(tables, BASIS, {key: CATALOGUE[key] for key in KEYS}, ("closed", "open"))
    outcomes = outcomes_of(work)

    for key in KEYS:
        population = work.populations.get(CATALOGUE[key].population)
        if population is None:  # no deal of the period, as of no record
            continue
        found = marked(population, CATALOGUE[key]).to_pyarrow().to_pylist()
        for rep in REPS:
            rows, outcome = [row for row in found if row["rep_id"] == rep], outcomes[rep][key]
            if outcome.value is not None:
                assert outcome.numerator in (None, _added(rows, "to_numerator")), key
                assert outcome.denominator in (None, _added(rows, "to_denominator")), key
                assert outcome.n == sum(row["in_n"] for row in rows), key
