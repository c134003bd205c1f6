"""Whom somebody leads directly, and their teams, by the data of a period."""

from workbench.model.period import Period
from workbench.review.person import people
from workbench.snapshots import Snapshot


def led_by(snapshot: Snapshot, person_id: str, period: Period) -> frozenset[str]:
    """Give the people who report to somebody in a period, and the names of their teams.

    Empty for who leads nobody; who is led through others is not among them.
    """
    everybody = people(snapshot, period, "own").values()  # whose figures count moves nobody
    mine = [each for each in everybody if person_id and each.manager_id == person_id]
    return frozenset({each.rep_id for each in mine} | {each.team for each in mine if each.team})
