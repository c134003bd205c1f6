"""What was issued already, within a transaction: nothing twice, nothing from before the latest."""

from collections.abc import Iterable

from sqlalchemy import Connection, and_, select

from workbench.errors import ParameterError, Said
from workbench.i18n import error, said
from workbench.store.known_as import now_known_as
from workbench.store.naming import conflict
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
            found.append(_issued(connection, row.rep_id, row.run))
    if found:
        raise conflict("refusal-issued", period=period, found=_listed(found))


def require_fresh(connection: Connection, reps: Iterable[str], since: int, run: str | Said) -> None:
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
            found.append(_issued(connection, row.rep_id, row.run))
    if found:
        raise error(ParameterError, "refusal-issued-later", run=run, found=_listed(found))


def _issued(connection: Connection, rep_id: str, run: str) -> Said:
    now = now_known_as(connection, rep_id)
    key = "refusal-issued-in" if now == rep_id else "refusal-issued-in-as"
    return said(key, who=now, kept=rep_id, run=run)


def _listed(found: list[Said]) -> tuple[Said, ...]:
    shown = sorted(found, key=lambda each: each.values)[:_SHOWN]
    rest = len(found) - _SHOWN
    return (*shown, said("refusal-issued-more", n=rest)) if rest > 0 else tuple(shown)
