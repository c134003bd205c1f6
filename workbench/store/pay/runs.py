"""Pay runs: what was computed is kept as a draft; reading them is in `finding.py`."""

import json
from collections.abc import Iterable
from itertools import count

from sqlalchemy import Connection, insert, select

from workbench.errors import ParameterError
from workbench.i18n import error, said
from workbench.store.actor import Actor
from workbench.store.pay.finding import find_run, runs
from workbench.store.pay.issuing import require_fresh, require_unissued
from workbench.store.pay.ledger import move, runs_in, take
from workbench.store.pay.people import all_ids, every_id
from workbench.store.pay.rules import require
from workbench.store.pay.run import OPEN, TOOK_ITS_PLACE, Run, RunHead, Step
from workbench.store.pay.statement import Draft
from workbench.store.schema import pay_runs, pay_statements
from workbench.store.store import Store

__all__ = ["Draft", "Run", "RunHead", "Step", "begin_run", "find_run", "runs"]


def begin_run(
    store: Store,
    actor: Actor,
    head: RunHead,
    drafts: Iterable[Draft],
    *,
    seen: int | None = None,
) -> str:
    """Keep what was computed for a period as a draft; gives the name of the run.

    An open run of the period that holds one of the same people is replaced by it.

    Parameters
    ----------
    seen
        What `last_approval` gave before the computation read what was issued; a statement issued
        since then is noticed. None looks at nothing that happened before the draft was kept.

    Raises
    ------
    RefusedError
        For all but sales ops and finance.
    ConflictError
        When somebody's statement of the period is issued already; names them and the run.
    ParameterError
        When there is nothing to pay, somebody stands in it twice, a statement has neither a sum
        nor a reason for none, or others were issued since `seen`.
    """
    require(actor, "draft a pay run", is_own=False)
    listed = list(drafts)
    if not listed:
        raise error(ParameterError, "refusal-run-empty", period=head.period)
    for each in listed:
        each.require_told(head.period)
    rows = [each.row("") for each in listed]  # packed before others have to wait
    with store.writing() as connection:
        take(connection)
        reps = [each.rep_id for each in listed]
        _require_once(connection, reps)
        require_unissued(connection, head.period, reps)
        if seen is not None:
            require_fresh(connection, reps, seen, said("refusal-run-draft-of", period=head.period))
        run = _unused_name(connection, head.period)
        _replace(store, connection, actor, head.period, reps, run)
        connection.execute(insert(pay_runs).values(run=run, **_row(store, head)))
        move(store, connection, actor, run, "draft", head=vars(head), statements=len(rows))
        connection.execute(insert(pay_statements), [{**row, "run": run} for row in rows])
    return run


def _require_once(connection: Connection, reps: Iterable[str]) -> None:
    told: dict[str, str] = {}
    for rep_id in reps:
        now = every_id(connection, rep_id)[0]
        if now in told:
            raise error(ParameterError, "refusal-run-doubly", one=told[now], other=rep_id)
        told[now] = rep_id


def _replace(
    store: Store, connection: Connection, actor: Actor, period: str, reps: Iterable[str], run: str
) -> None:
    """Close the open runs of a period that hold one of these people."""
    ids = set(all_ids(connection, reps))
    for each in runs_in(connection, pay_runs.c.period == period):
        held = select(pay_statements.c.rep_id).where(pay_statements.c.run == each.run)
        if each.state in OPEN and ids & set(connection.execute(held).scalars()):
            move(store, connection, actor, each.run, "replaced", f"{run}{TOOK_ITS_PLACE}")


def _unused_name(connection: Connection, period: str) -> str:
    taken = set(connection.execute(select(pay_runs.c.run)).scalars())
    further = (f"{period}.{number}" for number in count(2))
    return period if period not in taken else next(name for name in further if name not in taken)


def _row(store: Store, head: RunHead) -> dict[str, object]:
    lists = {"plans": json.dumps(head.plans), "reps": json.dumps(head.reps)}
    rules = json.dumps(head.rules, ensure_ascii=False, sort_keys=True)
    return {**vars(head), **lists, "rules": rules, "made_at": store.clock()}
