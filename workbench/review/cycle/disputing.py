"""Dispute a line of a statement: an item of the inbox that carries the line, its sum and hashes."""

from typing import TYPE_CHECKING

from workbench.errors import ParameterError, UnknownNameError
from workbench.i18n import message
from workbench.incentives.statement import Statement
from workbench.incentives.trace import explain
from workbench.review.cycle.answers import cycle_name
from workbench.review.pay.words import key_name
from workbench.store import Actor
from workbench.store.cycles import read_subject
from workbench.store.inbox import ask

if TYPE_CHECKING:
    from workbench.review.cycle.desk import Desk
    from workbench.review.review import Review


def dispute(
    desk: "Desk", actor: Actor, review: "Review", statement: Statement, key: str, text: str
) -> str:
    """Put a doubt about a line into the inbox of sales ops; gives its id.

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
    steps = explain(statement, key)
    cycle = cycle_name(review.period.name, review.template.name)
    try:
        read_subject(desk.store, actor, cycle, review.rep.rep_id)
    except UnknownNameError as reason:
        told = message("incentive-no-cycle", desk.lang, cycle=cycle)
        raise ParameterError(f"{told}.") from reason
    value = next((row.value for row in reversed(steps) if row.value is not None), None)
    about = {
        "section": "incentive",
        "line": key,
        "name": key_name(key, statement, desk.lang),
        "value": None if value is None else str(value),
        "period": statement.period.name,
        "statement": statement.hash,
        "input": statement.input_hash,
        "rows": sorted({row.row_id for row in steps if row.row_id}),
    }
    zone, place = desk.workspace.time_zone, (cycle, review.rep.rep_id)
    return ask(desk.store, actor, place, "question", text, about, zone=zone)
