"""Days of promises kept before the ledger kept them: the trail and the cycle tell them.

Used where an older store is brought up to date, and where an older export comes in. The tables are
written out here, so that a later change of the schema does not change what was migrated.
"""

import json
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy import Connection, select, update

_PROMISES = sa.table(
    "promise", sa.column("promise"), sa.column("cycle"), sa.column("state"), sa.column("baseline"),
    sa.column("baseline_on", sa.Date), sa.column("answered_at", sa.DateTime),
)  # fmt: skip
_CYCLES = sa.table("cycle", sa.column("cycle"), sa.column("as_of", sa.Date))
_AUDIT = sa.table(
    "audit", sa.column("n"), sa.column("at", sa.DateTime), sa.column("verb"), sa.column("subject"),
    sa.column("before"), sa.column("after"),
)  # fmt: skip


def fill_days(connection: Connection) -> None:
    """Fill in when promises were answered, and of which day their first figure is.

    The first figure of an action of a coaching session stays without a day: nothing tells which
    snapshot the two looked at.
    """
    _fill_baselines(connection)
    _fill_answers(connection)


def _fill_baselines(connection: Connection) -> None:
    days = select(_CYCLES.c.cycle, _CYCLES.c.as_of)
    for cycle, as_of in connection.execute(days).all():
        lacking = (
            (_PROMISES.c.cycle == cycle)
            & _PROMISES.c.baseline_on.is_(None)
            & (_PROMISES.c.baseline != "")
        )
        connection.execute(update(_PROMISES).where(lacking).values(baseline_on=as_of))


def _fill_answers(connection: Connection) -> None:
    lacking = _PROMISES.c.answered_at.is_(None) & (_PROMISES.c.state != "open")
    asked = set(connection.execute(select(_PROMISES.c.promise).where(lacking)).scalars())
    if not asked:
        return
    told = (
        select(_AUDIT.c.subject, _AUDIT.c.at, _AUDIT.c.before, _AUDIT.c.after)
        .where(_AUDIT.c.verb == "answer")
        .order_by(_AUDIT.c.n)
    )
    found: dict[str, datetime] = {}
    for subject, at, before, after in connection.execute(told):
        if subject in asked and _closes(before, after):
            found[subject] = at  # the last time it was closed: it may have been opened again
    for promise, at in found.items():
        mine = _PROMISES.c.promise == promise
        connection.execute(update(_PROMISES).where(mine).values(answered_at=at))


def _closes(before: str, after: str) -> bool:
    """Whether an answer took a promise from open to done or dropped."""
    was, now = json.loads(before)[0], json.loads(after)[0]
    return bool(was == "open" != now)
