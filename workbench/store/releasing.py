"""Upward feedback is released once: when the last review of a team closes, of five or more.

The review of a rep who has left, and of whom nothing more is asked, holds nobody's words back: it
may stand open long after everybody else's.

What was released stays as it is. A sixth who writes later, or a word changed after a reopening,
would else be told apart by holding two readings against each other.
"""

import json
import random
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, insert, select

from workbench.store.schema import cycles, entries, reviews, upwards
from workbench.store.store import to_json

SMALLEST_GROUP = 5


def release(connection: Connection, cycle: str, manager_id: str) -> bool:
    """Keep what a team says of its manager of record, in an order that tells nothing.

    Gives whether it was released now: all reviews of the team are over (`is_over`), five or more
    wrote, and it was not released before.
    """
    # Two last reviews that close at once would each see the other open: one waits for the other
    connection.execute(select(cycles.c.cycle).where(cycles.c.cycle == cycle).with_for_update())
    team = team_of(connection, cycle, manager_id)
    if not manager_id or not is_over(team):
        return False
    if released(connection, cycle, manager_id) is not None:
        return False
    said = _said(connection, cycle, [each.rep_id for each in team])
    if len(said) < SMALLEST_GROUP:
        return False
    words = [word for own in said.values() for word in own]
    random.SystemRandom().shuffle(words)
    connection.execute(
        insert(upwards).values(
            cycle=cycle, manager_id=manager_id, above_id=next_above(team), asked=len(team),
            words=to_json(words), givers=to_json(sorted(said)),
        )
    )  # fmt: skip
    return True


def release_closed(connection: Connection) -> None:
    """Release what closed before releases were kept, as in an older store or export."""
    teams = select(reviews.c.cycle, reviews.c.manager_id).distinct()
    for cycle, manager_id in connection.execute(teams).all():
        release(connection, cycle, manager_id)


def released(connection: Connection, cycle: str, manager_id: str) -> Any:  # noqa: ANN401 (a row)
    """Give what was released of a team; None while nothing was."""
    chosen = (upwards.c.cycle == cycle) & (upwards.c.manager_id == manager_id)
    return connection.execute(select(upwards).where(chosen)).one_or_none()


def is_over(team: Iterable[Any]) -> bool:
    """Whether a team's words wait for no review: each is closed, or its rep has left."""
    return all(each.stage == "closed" or each.left_on is not None for each in team)


def next_above(team: Iterable[Any]) -> str:
    """Name to whom the manager of a team reports; "" where that is not one person."""
    above = {next(iter(json.loads(each.above)), "") for each in team}
    return above.pop() if len(above) == 1 else ""


def team_of(connection: Connection, cycle: str, manager_id: str) -> list[Any]:
    """Give a manager's reviews of a cycle, as far as a release depends on them."""
    chosen = (reviews.c.cycle == cycle) & (reviews.c.manager_id == manager_id)
    told = (reviews.c.rep_id, reviews.c.stage, reviews.c.left_on, reviews.c.above)
    asked = select(*told).where(chosen)
    return list(connection.execute(asked))


def _said(connection: Connection, cycle: str, team: list[str]) -> dict[str, list[str]]:
    """Give what each of a team wrote; who wrote nothing is not there."""
    query = select(entries.c.rep_id, entries.c.value).where(
        entries.c.cycle == cycle, entries.c.side == "private", entries.c.rep_id.in_(team)
    )
    found: dict[str, list[str]] = {}
    for rep_id, value in connection.execute(query):
        words = _words(json.loads(value))
        if words:
            found.setdefault(rep_id, []).append(words)
    return found


def _words(value: object) -> str:
    parts = value.values() if isinstance(value, dict) else [value]
    return "\n".join(part.strip() for part in parts if isinstance(part, str) and part.strip())
