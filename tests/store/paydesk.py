"""The people and the statements the tests of pay are about."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from workbench.store import Actor
from workbench.store.known_as import options
from workbench.store.pay.runs import Draft, RunHead, begin_run
from workbench.store.pay.steps import approve_run, check_run

OPS, FIN = Actor("o1", "sales_ops"), Actor("f1", "finance")
HR, MIA = Actor("h1", "hr"), Actor("mia", "manager")
ANA, BO = Actor("ana", "rep"), Actor("bo", "rep")
Q2, Q3 = "2026-Q2", "2026-Q3"


def head(period=Q2):
    return RunHead(
        period=period,
        plans=(),
        reps=(),
        snapshot="a" * 64,
        as_of=date(2026, 6, 30),
        asked="",
        rules={"ae-2026": ["1", "hash of its text"]},
    )


def draft(rep_id="ana", pay="120.50", period=Q2, **other):
    """One statement of so much; without pay it is faulted."""
    made = Draft(
        rep_id=rep_id,
        period=period,
        plans="ae-2026 1",
        currency="CNY",
        pay=None if pay is None else Decimal(pay),
        is_partial=False,
        fault="" if pay is not None else "A rate of USD is missing.",
        figures={"commission": pay or ""},
        input_hash="i" * 64,
        statement_hash="s" * 64,
        past="p" * 64,
        frozen=f'{{"whose": "{rep_id}", "单": "汉🙂\\n"}}',
    )
    return replace(made, **other)


def drafted(store, *reps, period=Q2):
    return begin_run(store, OPS, head(period), [draft(rep, period=period) for rep in reps])


def checked(store, *reps, period=Q2, by=OPS):
    run = drafted(store, *reps, period=period)
    check_run(store, by, run)
    return run


def issued(store, *reps, period=Q2, by=OPS):
    run = checked(store, *reps, period=period, by=by)
    approve_run(store, FIN, run)
    return run


def knowing(store, **aliases):
    """The same store, told that the first ids are the people of the second."""
    return replace(store, engine=store.engine.execution_options(**options(aliases)))
