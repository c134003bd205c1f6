"""Who leads somebody: the manager of record in a period, and everybody above."""

from collections.abc import Mapping

from workbench.model.period import Period
from workbench.review.person import Person, people
from workbench.snapshots import Snapshot


def leaders_of(snapshot: Snapshot, rep_id: str, period: Period) -> frozenset[str]:
    """Give everybody a rep reports to, through others too, by the data of the period.

    Empty where no manager is recorded.
    """
    return above(people(snapshot, period, "own"), rep_id)  # whose figures count moves nobody


def above(everybody: Mapping[str, Person], rep_id: str) -> frozenset[str]:
    """Give the same of people already read; a circle in the data ends where it closes."""
    found: set[str] = set()
    boss = everybody[rep_id].manager_id if rep_id in everybody else ""
    while boss and boss != rep_id and boss not in found:
        found.add(boss)
        boss = everybody[boss].manager_id if boss in everybody else ""
    return frozenset(found)
