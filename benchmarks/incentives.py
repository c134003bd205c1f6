"""What statements of 1,000 reps with 200 deals each cost: `python -m benchmarks.incentives`.

With `[REPS] [DEALS] [ROUNDS]` of another company. A plan of three components, tiers, a multiplier,
a modifier, cash, cap, draw and clawback; all figures are seconds of processor.

1. Statements of one quarter from inputs in memory, each traced and hashed, and what a rep costs in
   a company of the whole size against one of a tenth.
2. A run of them into a SQLite store that holds twelve quarters issued before: with nothing
   changed, with a deal of the quarter before lost for one rep in fifty, and with one of the first
   quarter; beside it the statements of the same round.
3. One issued statement out of a store of five years of quarters.
"""

import sys
import tempfile
import time
from pathlib import Path

from benchmarks.incentive_inputs import CALENDAR, QUARTERS, days_on_plan, given_of
from benchmarks.incentive_runs import Company, draft, issue
from benchmarks.incentive_store import filled, statement_seconds
from workbench.incentives.evaluate import statements
from workbench.incentives.inputs import RepInput
from workbench.review.pay.uncollected import uncollected
from workbench.store import open_store

BEHIND, CHANGED = 12, 50  # quarters issued before the run; of so many reps one was changed


def main(reps: int = 1000, deals: int = 200, rounds: int = 3) -> float:
    plain = plain_seconds(reps, deals)
    tenth = plain_seconds(max(1, reps // 10), deals) / max(1, reps // 10)
    print(f"{reps} reps × {deals} deals: {plain:.1f} s")
    print(f"a rep of {reps} against one of {reps // 10}: {plain / reps / tenth:.2f}", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(f"sqlite:///{Path(folder) / 'store.db'}")
        company = Company(reps, deals)
        issue(company, store, QUARTERS[:BEHIND])
        run_seconds(company, store, rounds)
        filled(store, QUARTERS[BEHIND + 1 :])
        for label, seconds in statement_seconds(store, rounds).items():
            print(f"one issued statement of {20 * reps}, {label}: {seconds}")
        store.engine.dispose()
    return plain


def plain_seconds(reps: int, deals: int) -> float:
    """Compute the statements of one quarter; making the inputs is no part of it."""
    inputs = [given_of(f"R{n:04d}", deals, QUARTERS[BEHIND : BEHIND + 1]) for n in range(reps)]
    begin = time.process_time()
    with uncollected():
        for given in inputs:
            _one(given)
    return time.process_time() - begin


def _one(given: RepInput) -> None:
    period = QUARTERS[BEHIND]
    segments = days_on_plan(given.rep_id, period)
    (found,) = statements(given, segments, [period], CALENDAR)
    assert found.hash


def run_seconds(company: Company, store, rounds: int) -> None:
    """Draft the run in turns with the statements alone, each draft in place of the one before."""
    for _round in range(rounds):
        plain = plain_seconds(company.reps, company.deals)
        for lost_in in (None, QUARTERS[BEHIND - 1], QUARTERS[0]):
            changed = CHANGED if lost_in else 0
            _run, seconds = draft(company, store, QUARTERS[BEHIND], changed, lost_in)
            said = f"one rep in {CHANGED} lost a deal of {lost_in.name}" if lost_in else "unchanged"
            told = f"{seconds:.1f} s, statements alone {plain:.1f} s, ratio {seconds / plain:.2f}"
            print(f"a run, {BEHIND} quarters issued before, {said}: {told}", flush=True)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
