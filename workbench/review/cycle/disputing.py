"""Dispute a line of a statement: an item of the inbox that carries the line, its sum and hashes."""

from typing import TYPE_CHECKING

from workbench.errors import ParameterError, UnknownNameError
from workbench.i18n import error
from workbench.incentives.statement import Statement
from workbench.incentives.trace import explain
from workbench.review.cycle.answers import cycle_name
from workbench.review.pay.words import key_name
from workbench.store import Actor
from workbench.store.inbox import ask
from workbench.store.pay.disputes import dispute as doubt_issued
from workbench.store.pay.statement import Issued
from workbench.store.pay.statements import statement_of
from workbench.store.subjects import read_subject

if TYPE_CHECKING:
    from workbench.review.brief import Brief
    from workbench.review.cycle.desk import Desk


def dispute(
    desk: "Desk", actor: Actor, review: "Brief", statement: Statement, key: str, text: str
) -> str:
    """Put a doubt about a line into the inbox of sales ops; gives its id.

    A line of an issued statement is disputed in the ledger of pay: what is accepted is paid with
    the next statement. It needs no open cycle.

    Parameters
    ----------
    review
        In whose document the statement stands; its cycle takes the question.
    key
        The line, as `commission`, or one deal in it, as `commission/D-12`. What it showed, and the
        hashes of input and statement, are kept with the words, so that an answer is about the very
        same figures.

    Raises
    ------
    UnknownNameError
        When the statement has no such line.
    ParameterError
        When no cycle of the period is open, so that nobody would answer.
    RefusedError
        When the actor has no part in the review.
    """
    about = _about(desk, statement, key)
    calendar = desk.workspace.calendar
    kept = _issued(desk, actor, review, statement)
    if kept is not None:
        return doubt_issued(desk.store, actor, kept, key, text, about, calendar=calendar)
    cycle = cycle_name(review.period.name, review.template.name)
    try:
        read_subject(desk.store, actor, cycle, review.rep.rep_id)
    except UnknownNameError as reason:
        raise error(ParameterError, "incentive-no-cycle", cycle=cycle) from reason
    return ask(
        desk.store, actor, (cycle, review.rep.rep_id), "question", text, about, calendar=calendar
    )


def _issued(desk: "Desk", actor: Actor, review: "Brief", statement: Statement) -> Issued | None:
    """Give what a statement was issued as; None for one that is not issued yet."""
    if statement.period.name not in review.pay.ledger.issued:
        return None
    return statement_of(desk.store, actor, review.rep.rep_id, statement.period.name)


def _about(desk: "Desk", statement: Statement, key: str) -> dict[str, object]:
    """Keep what a line showed, with the hashes, so that an answer is about the same figures."""
    steps = explain(statement, key)
    value = next((row.value for row in reversed(steps) if row.value is not None), None)
    return {
        "section": "incentive", "line": key, "name": key_name(key, statement, desk.lang),
        "value": None if value is None else str(value), "period": statement.period.name,
        "statement": statement.hash, "input": statement.input_hash,
        "rows": sorted({row.row_id for row in steps if row.row_id}),
    }  # fmt: skip
