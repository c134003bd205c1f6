"""How somebody took part in a review: on time, complete, promises kept. Facts, no verdict."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from workbench.store.cycles import Standing
from workbench.store.promises import Promise


@dataclass(frozen=True)
class Participation:
    """What can be counted of taking part."""

    on_time: int  # stages left by their day
    stages: int  # stages left that had a day
    kept: int  # promises done
    due: int  # promises done, dropped, or open after their day
    is_complete: bool  # nothing required is missing at this stage


def participation(
    standing: Standing, promises: Iterable[Promise], day: date, *, is_complete: bool
) -> Participation:
    """Count how a rep took part.

    Parameters
    ----------
    promises
        The rep's, of all reviews. One that is open and not yet due counts neither way.
    day
        Today, for what is overdue.
    """
    dated = [(due, at) for _stage, due, at in standing.left if due is not None]
    over = [each for each in promises if each.state != "open" or each.is_overdue(day)]
    return Participation(
        on_time=sum(at.date() <= due for due, at in dated),
        stages=len(dated),
        kept=sum(each.state == "done" for each in over),
        due=len(over),
        is_complete=is_complete,
    )
