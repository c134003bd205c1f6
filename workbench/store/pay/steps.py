"""The steps of a pay run after its draft: checked, approved, paid; or withdrawn.

Each is one transaction that takes the ledger first: of two at once the second finds the step taken.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from sqlalchemy import Connection, insert, select

from workbench.errors import ParameterError, RefusedError
from workbench.i18n import error
from workbench.store.actor import Actor
from workbench.store.naming import actor_said, role_said
from workbench.store.pay.issuing import require_fresh, require_unissued
from workbench.store.pay.ledger import move, run_in, take
from workbench.store.pay.people import may_be_one
from workbench.store.pay.rules import Act, reach, require
from workbench.store.pay.run import Run, State
from workbench.store.schema import pay_issued, pay_statements
from workbench.store.store import Store


@dataclass(frozen=True)
class Approval:
    """What an approval issued, and what it could not."""

    run: Run
    issued: tuple[str, ...]  # reps
    left: Mapping[str, str]  # reps without a statement, and why none could be computed


def check_run(store: Store, actor: Actor, run: str) -> Run:
    """Say that a draft was looked through and is right.

    Raises
    ------
    RefusedError
        For all but sales ops, and for who is paid by it.
    ConflictError, ParameterError
        When it was checked already, is no open draft, or others were issued since it was made.
    """
    with _taken(store, actor, run, "check a pay run") as (connection, found):
        found.require_next("checked")
        held = _require_not_own(connection, actor, found, "check a pay run")
        require_fresh(connection, held, found.drafted.n, run)
        return _moved(store, connection, actor, run, "checked")


def approve_run(store: Store, actor: Actor, run: str) -> Approval:
    """Issue the statements of a checked run; from then on they stay as they are.

    A statement that could not be computed is not issued; a later run of the period may hold it.

    Raises
    ------
    RefusedError
        For all but finance, for who checked it, and for who is paid by it.
    ConflictError, ParameterError
        When it was approved already or not checked yet, others were issued since it was drafted,
        or none of its statements could be computed.
    """
    with _taken(store, actor, run, "approve a pay run") as (connection, found):
        found.require_next("approved")
        _require_another(connection, actor, found)
        held = _require_not_own(connection, actor, found, "approve a pay run")
        issued = tuple(rep for rep, fault in held.items() if not fault)
        left = {rep: fault for rep, fault in held.items() if fault}
        if not issued:
            rep, fault = next(iter(left.items()))
            raise error(ParameterError, "refusal-run-nothing", run=run, rep=rep, fault=fault)
        require_fresh(connection, held, found.drafted.n, run)
        require_unissued(connection, found.head.period, issued)
        keys = [{"rep_id": rep, "period": found.head.period, "run": run} for rep in issued]
        connection.execute(insert(pay_issued), keys)
        after = _moved(store, connection, actor, run, "approved", issued=len(issued), left=left)
        return Approval(after, issued, left)


def pay_run(store: Store, actor: Actor, run: str) -> Run:
    """Note that what was approved is paid; finance alone, once."""
    with _taken(store, actor, run, "note a pay run as paid") as (connection, found):
        found.require_next("paid")
        return _moved(store, connection, actor, run, "paid")


def withdraw_run(store: Store, actor: Actor, run: str, why: str) -> Run:
    """Take back a run that was not approved yet.

    Raises
    ------
    ParameterError
        Without a reason.
    ConflictError
        When it was approved, or is out already.
    """
    if not why.strip():
        raise error(ParameterError, "refusal-pay-why", run=run)
    with _taken(store, actor, run, "withdraw a pay run") as (connection, found):
        found.require_open("withdrawn")
        return _moved(store, connection, actor, run, "withdrawn", why.strip())


@contextmanager
def _taken(store: Store, actor: Actor, run: str, act: Act) -> Iterator[tuple[Connection, Run]]:
    reach(actor, act)
    with store.writing() as connection:
        take(connection)
        yield connection, run_in(connection, run)


def _moved(
    store: Store,
    connection: Connection,
    actor: Actor,
    run: str,
    step: State,
    why: str = "",
    **about: object,
) -> Run:
    move(store, connection, actor, run, step, why, **about)
    return run_in(connection, run)


def _require_another(connection: Connection, actor: Actor, found: Run) -> None:
    """Refuse who checked it, in whatever role and under whichever id."""
    checked = found.step("checked")
    if checked is not None and may_be_one(connection, checked.person_id, actor.person_id):
        raise error(
            RefusedError, "refusal-pay-two", who=actor_said(actor), run=found.run,
            checker=checked.person_id, role=role_said(checked.role),
        )  # fmt: skip


def _require_not_own(
    connection: Connection, actor: Actor, found: Run, act: Act
) -> Mapping[str, str]:
    """Give the reps of a run, each with its fault, unless one of them may be the actor."""
    chosen = select(pay_statements.c.rep_id, pay_statements.c.fault)
    rows = connection.execute(chosen.where(pay_statements.c.run == found.run).order_by("rep_id"))
    held = {row.rep_id: row.fault for row in rows}
    is_own = any(may_be_one(connection, rep, actor.person_id) for rep in held)
    require(actor, act, is_own=is_own)
    return held
