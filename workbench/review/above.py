"""Who is above whom, by the list of reps."""

from collections.abc import Mapping

from workbench.review.person import Person


def managers_above(person: Person, everybody: Mapping[str, Person]) -> list[str]:
    """Give the managers above somebody, the nearest first; a circle is gone round once."""
    found: list[str] = []
    manager_id = person.manager_id
    while manager_id and manager_id not in found:
        found.append(manager_id)
        manager_id = everybody[manager_id].manager_id if manager_id in everybody else ""
    return found


def upper_managers(person: Person, everybody: Mapping[str, Person]) -> tuple[str, ...]:
    """Give who is above somebody's own manager, the nearest first; nobody is above themselves."""
    return tuple(each for each in managers_above(person, everybody)[1:] if each != person.rep_id)
