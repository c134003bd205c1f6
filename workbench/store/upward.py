"""Upward feedback: what a manager's reps say of the manager, told only of five or more together."""

import json
import random
from dataclasses import dataclass

from sqlalchemy import and_, or_, select

from workbench.errors import RefusedError
from workbench.store.actor import Actor
from workbench.store.schema import entries, reviews
from workbench.store.store import Store

SMALLEST_GROUP = 5
_TOLD_FROM = ("manager_review", "calibration", "conversation", "sign_off", "appeal", "closed")


@dataclass(frozen=True)
class Upward:
    """What a group said, without names, in no order that tells anything."""

    words: tuple[str, ...]  # () while fewer than five have handed theirs in
    is_enough: bool


def upward(store: Store, actor: Actor, cycle: str) -> Upward:
    """Read what the own team said in a cycle.

    Only self-reviews that were handed in count, since words may still change before. How many have
    written is not told of fewer than five, nor who.

    Raises
    ------
    RefusedError
        For everybody who is no manager: nobody else reads these words.
    """
    if actor.role != "manager":
        raise RefusedError(f"{actor.person_id} ({actor.role}) reads no upward feedback.")
    own = or_(
        and_(reviews.c.manager_id == actor.person_id, reviews.c.delegate_id == ""),
        reviews.c.delegate_id == actor.person_id,
    )
    query = (
        select(entries.c.value)
        .join(
            reviews,
            and_(reviews.c.cycle == entries.c.cycle, reviews.c.rep_id == entries.c.rep_id),
        )
        .where(entries.c.cycle == cycle, entries.c.side == "private", own)
        .where(reviews.c.stage.in_(_TOLD_FROM))
    )
    with store.reading() as connection:
        found = [json.loads(value) for value in connection.execute(query).scalars()]
    words = [word.strip() for word in found if isinstance(word, str) and word.strip()]
    if len(words) < SMALLEST_GROUP:
        return Upward((), is_enough=False)
    random.SystemRandom().shuffle(words)
    return Upward(tuple(words), is_enough=True)
