"""How somebody took part in a review: on time, complete, promises kept. Facts, no verdict."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from workbench.review.promised.aim import is_missed
from workbench.review.promised.figure import as_decimal
from workbench.store.actor import Actor
from workbench.store.acts import in_time
from workbench.store.promises import Promise
from workbench.store.standing import Standing


@dataclass(frozen=True)
class Participation:
    """What can be counted of taking part."""

    on_time: int  # own steps done by their day: stages left, the signature
    stages: int  # own steps done that had a day
    kept: int  # promises done
    due: int  # promises done, dropped, or open after their day
    is_complete: bool  # nothing required is missing at this stage
    missed: int = 0  # of the promises done, those that came to less than their aim when answered


def participation(
    actor: Actor,
    standings: Iterable[Standing],
    promises: Iterable[Promise],
    day: date,
    zone: ZoneInfo,
    *,
    is_complete: bool,
) -> Participation:
    """Count how somebody took part, by what they did themselves.

    Parameters
    ----------
    actor
        A rep is measured by the own stages of the own review, a manager by the manager's stages
        of the reviews they lead.
    standings
        Of the reviews that count.
    promises
        Of all reviews; those the actor does count. One that is open and not yet due counts neither
        way.
    day
        The company's today, for what is overdue.
    zone
        The company's.
    """
    acts = [act for each in standings for act in each.acts_of(actor)]
    on_time, stages = in_time(acts, zone)
    mine = [each for each in promises if each.owner_id == actor.person_id]
    over = [each for each in mine if each.state != "open" or each.is_overdue(day)]
    return Participation(
        on_time=on_time,
        stages=stages,
        kept=sum(each.state == "done" for each in over),
        due=len(over),
        is_complete=is_complete,
        missed=sum(
            each.state == "done" and is_missed(each, as_decimal(each.came_to)) for each in over
        ),
    )
