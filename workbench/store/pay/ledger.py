"""Runs within a transaction: taken for oneself, read, and led a step further."""

import json
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, func, insert, select, text

from workbench.errors import require_known
from workbench.store.actor import Actor
from workbench.store.pay.run import Run, RunHead, State, Step
from workbench.store.schema import pay_runs, pay_steps
from workbench.store.store import Store

_CHUNK = 500  # names in one condition: databases take only so many


def take(connection: Connection) -> None:
    """Let nobody else write to the ledger of pay until this transaction ends; reading goes on.

    SQLite has one writer at a time anyhow. In PostgreSQL two who approve at once, or one who drafts
    while another approves, would each see the ledger as it was before the other.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(text("LOCK TABLE pay_run IN SHARE ROW EXCLUSIVE MODE"))


def run_in(connection: Connection, run: str) -> Run:
    """Read one run; UnknownNameError when there is none of that name."""
    found = runs_in(connection, pay_runs.c.run == run)
    if not found:
        require_known("pay run", [run], connection.execute(select(pay_runs.c.run)).scalars())
    return found[0]


def runs_in(connection: Connection, *chosen: Any) -> list[Run]:  # noqa: ANN401 (conditions)
    """Read the runs that meet all conditions, the first drafted first."""
    heads = connection.execute(select(pay_runs).where(*chosen)).all()
    steps = steps_in(connection, (row.run for row in heads))
    found = [Run(row.run, _head(row), row.made_at, steps[row.run]) for row in heads]
    return sorted(found, key=lambda each: each.drafted.n)


def steps_in(connection: Connection, names: Iterable[str]) -> dict[str, tuple[Step, ...]]:
    """Read the steps of runs, by run."""
    found: dict[str, list[Step]] = {}
    for part in chunks(names):
        chosen = select(pay_steps).where(pay_steps.c.run.in_(part)).order_by(pay_steps.c.n)
        for row in connection.execute(chosen):
            step = Step(row.step, row.n, row.person_id, row.role, row.at, row.why)
            found.setdefault(row.run, []).append(step)
    return {run: tuple(steps) for run, steps in found.items()}


def move(
    store: Store,
    connection: Connection,
    actor: Actor,
    run: str,
    step: State,
    why: str = "",
    **about: object,
) -> None:
    """Lead a run a step further and tell it, in a transaction whose rules are checked already.

    Parameters
    ----------
    about
        What the audit trail keeps beside the step.
    """
    n = connection.execute(select(func.coalesce(func.max(pay_steps.c.n), 0))).scalar_one() + 1
    taken = {"n": n, "person_id": actor.person_id, "role": actor.role, "at": store.clock()}
    connection.execute(insert(pay_steps).values(run=run, step=step, why=why, **taken))
    after = {"step": step, **({"why": why} if why else {}), **about}
    store.note(connection, actor, f"pay {step}", run, after=after)


def chunks(names: Iterable[str]) -> Iterable[list[str]]:
    """Give names in portions a database takes in one condition, each name once."""
    listed = list(dict.fromkeys(names))
    return (listed[at : at + _CHUNK] for at in range(0, len(listed), _CHUNK))


def _head(row: Any) -> RunHead:  # noqa: ANN401 (a row)
    return RunHead(
        period=row.period,
        plans=tuple(json.loads(row.plans)),
        reps=tuple(json.loads(row.reps)),
        snapshot=row.snapshot,
        as_of=row.as_of,
        asked=row.asked,
        rules=json.loads(row.rules),
    )
