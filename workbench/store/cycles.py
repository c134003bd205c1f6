"""Cycles: opening one for a population, and what it is pinned to."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, select, update
from sqlalchemy.dialects import postgresql, sqlite

from workbench.errors import ParameterError, require_known
from workbench.i18n import error
from workbench.store.actor import Actor
from workbench.store.plan import Plan, read_plan
from workbench.store.rules import STAGES, require_run
from workbench.store.schema import cycles, reviews
from workbench.store.store import Store, to_json

# The two dialects spell "on conflict do nothing" alike, but each has an insert of its own
INSERT: dict[str, Any] = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}


@dataclass(frozen=True)
class Cycle:
    """One opening of reviews."""

    cycle: str
    period: str
    template: str
    as_of: date
    snapshot: str  # the hash of the pinned snapshot
    opened_at: datetime
    opened_by: str
    plan: str = ""  # by which day each stage is left, as `Plan.to_json` writes it


@dataclass(frozen=True)
class Member:
    """One rep to be reviewed in a cycle."""

    rep_id: str
    manager_id: str  # "" when nobody is recorded
    above: tuple[str, ...] = ()  # who the manager reports to, and so on up; the nearest first
    template: str = ""  # the one the review keeps; "" is the cycle's


def open_cycle(
    store: Store, actor: Actor, cycle: Cycle, members: Iterable[Member], due_on: date | None = None
) -> None:
    """Open reviews for a population, pinned to one snapshot, at the data check.

    Raises
    ------
    RefusedError
        Only sales ops and HR open cycles.
    ParameterError
        When that cycle is open already.
    """
    require_run(actor, "open a cycle")
    plan = read_plan(cycle.plan)
    due = due_on or (plan.day(STAGES[0]) if plan else None)
    with store.writing() as connection:
        row = {**vars(cycle), "opened_at": store.clock(), "opened_by": actor.person_id}
        opened = INSERT[connection.dialect.name](cycles).values(row).on_conflict_do_nothing()
        if connection.execute(opened.returning(cycles.c.cycle)).one_or_none() is None:
            raise error(ParameterError, "plan-open-already", cycle=cycle.cycle)
        for member in members:
            add_review(connection, cycle.cycle, member, due)
        store.note(connection, actor, "open", cycle.cycle, review=(cycle.cycle, ""), after=row)


def add_review(
    connection: Connection,
    cycle: str,
    member: Member,
    due_on: date | None,
    pin: tuple[date | None, str | None] = (None, None),
) -> bool:
    """Add a rep's review at the data check; says whether it was not there yet.

    Parameters
    ----------
    pin
        Day and hash of an own snapshot; (None, None) takes the cycle's.
    """
    values = {
        **vars(member), "cycle": cycle, "stage": STAGES[0], "due_on": due_on,
        "above": to_json(member.above), "delegate_id": "", "version": 1,
        "as_of": pin[0], "snapshot": pin[1],
    }  # fmt: skip
    laid = INSERT[connection.dialect.name](reviews).values(values).on_conflict_do_nothing()
    return connection.execute(laid.returning(reviews.c.rep_id)).one_or_none() is not None


def list_cycles(store: Store) -> list[Cycle]:
    """Give every cycle, the latest opened last."""
    with store.reading() as connection:
        rows = connection.execute(select(cycles).order_by(cycles.c.opened_at, cycles.c.cycle))
        return [Cycle(**row._mapping) for row in rows]


def find_cycle(store: Store, cycle: str) -> Cycle:
    """Give one cycle; UnknownNameError when there is none of that name."""
    with store.reading() as connection:
        found = _cycle(connection, cycle)
        known = list(connection.execute(select(cycles.c.cycle)).scalars())
    require_known("cycle", [cycle], known)
    assert found is not None
    return found


def plan_in(connection: Connection, cycle: str) -> Plan | None:
    """Give the plan of a cycle; None for one opened before plans were kept."""
    kept = connection.execute(select(cycles.c.plan).where(cycles.c.cycle == cycle))
    return read_plan(kept.scalar_one_or_none() or "")


def repin(store: Store, actor: Actor, cycle: str, as_of: date, snapshot: str) -> None:
    """Pin a cycle to another snapshot, as after a corrected figure in the data check.

    Raises
    ------
    RefusedError
        Only sales ops and HR do, and only while no review has left the data check.
    """
    require_run(actor, "pin another snapshot")
    with store.writing() as connection:
        before = _cycle(connection, cycle)
        require_known("cycle", [cycle], [before.cycle] if before else [])
        stages = set(
            connection.execute(select(reviews.c.stage).where(reviews.c.cycle == cycle)).scalars()
        )
        if stages - {STAGES[0]}:
            raise error(ParameterError, "plan-repin-late", cycle=cycle)
        chosen = cycles.c.cycle == cycle
        connection.execute(update(cycles).where(chosen).values(as_of=as_of, snapshot=snapshot))
        store.note(
            connection, actor, "repin", cycle, review=(cycle, ""),
            before=before.snapshot if before else "", after=snapshot,
        )  # fmt: skip


def _cycle(connection: Connection, cycle: str) -> Cycle | None:
    row = connection.execute(select(cycles).where(cycles.c.cycle == cycle)).one_or_none()
    return None if row is None else Cycle(**row._mapping)
