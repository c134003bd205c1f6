"""What was issued already, within a transaction: nothing twice, nothing from before the latest."""

from collections.abc import Iterable

from sqlalchemy import Connection, and_, select

from workbench.errors import ConflictError, ParameterError
from workbench.store.known_as import now_known_as
from workbench.store.pay.ledger import chunks
from workbench.store.pay.people import all_ids
from workbench.store.schema import pay_issued, pay_steps

_SHOWN = 6  # names a sentence holds


def require_unissued(connection: Connection, period: str, reps: Iterable[str]) -> None:
    """Refuse reps whose statement of a period is issued, under whichever of their ids.

    Raises
    ------
    ConflictError
        Names them, and the run each is issued in.
    """
    found = []
    for part in chunks(all_ids(connection, reps)):
        chosen = (pay_issued.c.period == period) & pay_issued.c.rep_id.in_(part)
        for row in connection.execute(select(pay_issued).where(chosen)):
            found.append(f"{_told(connection, row.rep_id)} in {row.run}")
    if found:
        raise ConflictError(
            f"Issued for {period} already: {_listed(found)}. What differs now is a line of their "
            "next period's run; leave them out of this one.",
            found,
            0,
        )


def require_fresh(connection: Connection, reps: Iterable[str], since: int, run: str) -> None:
    """Refuse what was computed before a statement of the same rep was issued.

    Two drafts side by side each take back what the same issued period paid too much; approved one
    after the other they would take it back twice.

    Parameters
    ----------
    since
        The step after which the computation began, counted over all runs.
    run
        What to call it in the sentence.
    """
    approved = and_(pay_steps.c.run == pay_issued.c.run, pay_steps.c.step == "approved")
    found = []
    for part in chunks(all_ids(connection, reps)):
        later = select(pay_issued).join(pay_steps, approved)
        chosen = later.where(pay_issued.c.rep_id.in_(part), pay_steps.c.n > since)
        for row in connection.execute(chosen):
            found.append(f"{_told(connection, row.rep_id)} in {row.run}")
    if found:
        raise ParameterError(
            f"{run} was computed before other statements of the same people were issued: "
            f"{_listed(found)}. It does not know of them and might pay or take back the same "
            "twice. Draft it again: workbench pay run"
        )


def _told(connection: Connection, rep_id: str) -> str:
    now = now_known_as(connection, rep_id)
    return rep_id if now == rep_id else f"{now} (as {rep_id})"


def _listed(found: list[str]) -> str:
    rest = len(found) - _SHOWN
    told = ", ".join(sorted(found)[:_SHOWN])
    return f"{told} and {rest} more" if rest > 0 else told
