"""Who is above the manager of record, when a cycle is opened."""

from collections.abc import Mapping

from workbench.review.person import Person


def above(people: Mapping[str, Person], rep_id: str) -> tuple[str, ...]:
    """Give the managers above a rep's own, the nearest first.

    The walk ends with a manager the list of reps does not hold, and where it comes back to somebody
    passed already: nobody is above themselves.
    """
    found: list[str] = []
    passed = {rep_id, ""}
    person = people[rep_id].manager_id
    while person not in passed:
        passed.add(person)
        found.append(person)
        person = people[person].manager_id if person in people else ""
    return tuple(found[1:])
