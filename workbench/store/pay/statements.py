"""Statements read: those of a run, and those that were issued, by whom they pay."""

from collections.abc import Collection, Iterable
from typing import Any

from sqlalchemy import Connection, Select, and_, func, select

from workbench.errors import ParameterError
from workbench.i18n import error, said
from workbench.store.actor import Actor
from workbench.store.known_as import now_known_as
from workbench.store.pay.ledger import chunks, run_in, steps_in
from workbench.store.pay.packing import unpack, unpack_line
from workbench.store.pay.people import every_id
from workbench.store.pay.rules import reach, require
from workbench.store.pay.run import ISSUED
from workbench.store.pay.statement import COLUMNS, Draft, Issued, Line, fields_of
from workbench.store.schema import pay_issued, pay_statements, pay_steps
from workbench.store.store import Store

__all__ = [
    "Draft", "Issued", "Line", "frozen_of", "issued_before", "last_approval", "last_issued",
    "lines_of", "statement_of",
]  # fmt: skip
_IS_ISSUED = and_(
    pay_issued.c.run == pay_statements.c.run, pay_issued.c.rep_id == pay_statements.c.rep_id
)
_IS_APPROVAL = and_(pay_steps.c.run == pay_issued.c.run, pay_steps.c.step == "approved")


def lines_of(store: Store, actor: Actor, run: str) -> list[Line]:
    """List the statements of a run without their frozen text, by rep.

    Raises
    ------
    UnknownNameError
        When there is no such run.
    RefusedError
        For reps and managers, and for HR before it is approved.
    """
    chosen = select(*COLUMNS).where(pay_statements.c.run == run)
    reach(actor, "read a pay run")
    with store.reading() as connection:
        found = run_in(connection, run)
        require(actor, "read a pay run", is_own=False, is_issued=found.state in ISSUED)
        rows = connection.execute(chosen.order_by(pay_statements.c.rep_id))
        return [Line(**fields_of(row, now_known_as(connection, row.rep_id))) for row in rows]


def statement_of(
    store: Store,
    actor: Actor,
    rep_id: str,
    period: str,
    *,
    kept_as: str = "",
    leaders: Collection[str] = (),
) -> Issued | None:
    """Give the statement that was issued to a rep for a period; None where none was.

    Parameters
    ----------
    kept_as
        Which one, where a person was issued two under two ids before these were known as one.
    leaders
        Who leads the rep; a manager among them reads it.

    Raises
    ------
    RefusedError
        For another rep, and for a manager who does not lead this one.
    ParameterError
        When two were issued and nothing says which.
    """
    found = [
        each
        for each in _issued_to(store, actor, rep_id, leaders, pay_issued.c.period == period)
        if kept_as in ("", each.kept_as)
    ]
    if len(found) > 1:
        names = tuple(said("refusal-issued-in", who=each.kept_as, run=each.run) for each in found)
        ids = tuple(said("refusal-person", who=each.kept_as) for each in found)
        raise error(
            ParameterError, "refusal-issued-twice", rep=rep_id, n=str(len(found)), period=period,
            names=names, ids=ids,
        )  # fmt: skip
    return found[0] if found else None


def issued_before(
    store: Store, actor: Actor, rep_id: str, *, leaders: Collection[str] = ()
) -> list[Issued]:
    """List everything that was issued to a rep, in the order it was approved.

    Refused as `statement_of` is.
    """
    return _issued_to(store, actor, rep_id, leaders)


def last_issued(store: Store, actor: Actor) -> dict[str, Issued]:
    """Give what was issued last to everybody, by rep under the id of now; without frozen texts."""
    require(actor, "read a statement", is_own=False)
    last = (
        select(pay_issued.c.rep_id, func.max(pay_steps.c.n).label("n"))
        .join(pay_steps, _IS_APPROVAL)
        .group_by(pay_issued.c.rep_id)
        .subquery()
    )
    is_last = and_(last.c.rep_id == pay_issued.c.rep_id, last.c.n == pay_steps.c.n)
    with store.reading() as connection:
        found = _read(connection, _issued(*COLUMNS).join(last, is_last))
    return {each.rep_id: each for each in found}  # of two ids of one person the later one stays


def last_approval(store: Store) -> int:
    """Give the number of the last approval, 0 where there is none: what a computation has seen.

    Read before what was issued; `begin_run` notices by it what was issued meanwhile.
    """
    approvals = select(func.coalesce(func.max(pay_steps.c.n), 0))
    with store.reading() as connection:
        found = connection.execute(approvals.where(pay_steps.c.step == "approved"))
        return int(found.scalar_one())


def frozen_of(
    store: Store, actor: Actor, wanted: Iterable[tuple[str, str]], *, is_whole: bool = True
) -> dict[tuple[str, str], str]:
    """Give the frozen texts of statements by run and rep, as they were asked for.

    A rep is named as the statement is kept (`Line.kept_as`) or under the id of now. One there is
    none of is not in it; nor, for HR, one that was not issued.

    Parameters
    ----------
    is_whole
        False gives the first line of each text alone.
    """
    allowed = reach(actor, "read a pay run")
    asked: dict[str, list[str]] = {}
    for run, rep_id in wanted:
        asked.setdefault(run, []).append(rep_id)
    found: dict[tuple[str, str], str] = {}
    with store.reading() as connection:
        for run, reps in asked.items():
            others = {each: rep_id for rep_id in reps for each in every_id(connection, rep_id)}
            names = others | {rep_id: rep_id for rep_id in reps}
            chosen = select(pay_statements.c.rep_id, pay_statements.c.frozen)
            chosen = chosen.where(pay_statements.c.run == run)
            chosen = chosen.join(pay_issued, _IS_ISSUED) if allowed == "issued" else chosen
            for part in chunks(names):
                for row in connection.execute(chosen.where(pay_statements.c.rep_id.in_(part))):
                    key = (run, names[row.rep_id])
                    if key not in found or row.rep_id == names[row.rep_id]:
                        found[key] = (unpack if is_whole else unpack_line)(row.frozen)
    return found


def _issued_to(
    store: Store,
    actor: Actor,
    rep_id: str,
    leaders: Collection[str],
    *chosen: Any,  # noqa: ANN401 (conditions)
) -> list[Issued]:
    reach(actor, "read a statement")
    with store.reading() as connection:
        is_own = rep_id in every_id(connection, actor.person_id)
        require(actor, "read a statement", is_own=is_own, is_led=actor.person_id in leaders)
        ids = every_id(connection, rep_id)
        query = _issued(*COLUMNS, pay_statements.c.frozen)
        return _read(connection, query.where(pay_issued.c.rep_id.in_(ids), *chosen))


def _issued(*columns: Any) -> Select[Any]:  # noqa: ANN401 (columns of any kind)
    joined = select(*columns).join(pay_issued, _IS_ISSUED).join(pay_steps, _IS_APPROVAL)
    return joined.order_by(pay_steps.c.n, pay_issued.c.rep_id)


def _read(connection: Connection, query: Select[Any]) -> list[Issued]:
    rows = connection.execute(query).all()
    steps = steps_in(connection, (row.run for row in rows))
    return [
        Issued(
            **fields_of(row, now_known_as(connection, row.rep_id)),
            steps=steps[row.run],
            frozen=unpack(row._mapping.get("frozen", "")),
        )
        for row in rows
    ]
