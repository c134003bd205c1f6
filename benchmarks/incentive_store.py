"""A store of five years of issued statements, and one read out of it and computed again."""

import time
from collections.abc import Iterable, Mapping
from itertools import count
from zoneinfo import ZoneInfo

from sqlalchemy import insert, select

from benchmarks.incentive_inputs import QUARTERS
from benchmarks.incentive_runs import CHANGED_REP, FINANCE, OPS
from workbench.model.period import Period
from workbench.review.pay.issued import issued_statement
from workbench.store.pay.steps import approve_run, check_run
from workbench.store.schema import pay_issued, pay_runs, pay_statements, pay_steps
from workbench.store.store import Store

_ZONE = ZoneInfo("Asia/Shanghai")


def filled(store: Store, periods: Iterable[Period]) -> None:
    """Issue the last draft, and repeat its rows in further periods: real texts, other names."""
    with store.reading() as connection:
        run = connection.execute(
            select(pay_steps.c.run).where(pay_steps.c.step == "draft").order_by(pay_steps.c.n)
        ).scalars().all()[-1]  # fmt: skip
    check_run(store, OPS, run)
    approve_run(store, FINANCE, run)
    for period in periods:
        _repeat(store, run, period.name)


def _repeat(store: Store, run: str, period: str) -> None:
    """Copy a run with its steps and statements as one of another period."""
    with store.writing() as connection:
        numbers = count(len(connection.execute(select(pay_steps.c.n)).all()) + 1)
        for table in (pay_runs, pay_steps, pay_statements, pay_issued):
            rows = connection.execute(select(table).where(table.c.run == run)).mappings().all()
            copies = [{**row, **_renamed(row, period, numbers)} for row in rows]
            connection.execute(insert(table), copies)


def _renamed(row: Mapping[str, object], period: str, numbers: Iterable[int]) -> dict[str, object]:
    told: dict[str, object] = {"run": period}
    if "period" in row:
        told["period"] = period
    if "n" in row:
        told["n"] = next(iter(numbers))
    return told


def statement_seconds(store: Store, rounds: int) -> dict[str, str]:
    """Read one statement that was computed alone, and one over its whole chain of periods."""
    asked = {"of its period alone": "R0001", "over thirteen periods": CHANGED_REP}
    return {label: _spread(store, rep_id, rounds) for label, rep_id in asked.items()}


def _spread(store: Store, rep_id: str, rounds: int) -> str:
    times = sorted(_seconds(store, rep_id) for _round in range(max(5, rounds)))
    return f"{times[0]:.3f} to {times[-1]:.3f} s"


def _seconds(store: Store, rep_id: str) -> float:
    begin = time.process_time()
    found = issued_statement(store, OPS, rep_id, QUARTERS[12].name, zone=_ZONE)
    assert found is not None
    return time.process_time() - begin
