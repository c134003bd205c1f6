"""Who is in a team: the reps reviewed in a period whose place on its last day names that team."""

from collections.abc import Mapping
from dataclasses import dataclass

from workbench.errors import ParameterError, require_known
from workbench.model.given import one_of
from workbench.model.period import Period
from workbench.review.person import Person, people
from workbench.snapshots import Snapshot
from workbench.snapshots.facts import reviewed
from workbench.sources.workspace import Workspace
from workbench.store import Actor


@dataclass(frozen=True)
class Team:
    """A team of one period."""

    name: str
    members: tuple[Person, ...]  # by rep_id; a manager whose figures are the team's is none

    @property
    def ids(self) -> frozenset[str]:
        """The rep_id of each member."""
        return frozenset(each.rep_id for each in self.members)

    @property
    def managers(self) -> Mapping[str, str]:
        """Who leads members of it: name by id."""
        return {each.manager_id: each.manager_name for each in self.members if each.manager_id}


def teams(snapshot: Snapshot, workspace: Workspace, period: Period) -> dict[str, Team]:
    """Give every team of a period, by name; reps without a team are in none."""
    everybody = people(snapshot, period, workspace.manager_scope)
    found: dict[str, list[Person]] = {}
    for rep_id in reviewed(snapshot, workspace, period):
        person = everybody[rep_id]
        if person.team and not person.has_team_scope:
            found.setdefault(person.team, []).append(person)
    return {
        name: Team(name, tuple(sorted(found[name], key=lambda each: each.rep_id)))
        for name in sorted(found)
    }


def chosen_team(known: Mapping[str, Team], name: str, actor: Actor) -> Team:
    """Find the team asked for, by its name or by who leads it.

    "" is the one an actor leads or is in, else the first.

    Raises
    ------
    UnknownNameError
        When there is no team of that name; offers the nearest.
    ParameterError
        When no rep of the period has a team.
    """
    if not known:
        raise ParameterError(
            "No rep of this period has a team. Map a column to reps.team in workbench.toml."
        )
    led = {each.manager_id for team in known.values() for each in team.members} - {""}
    name = one_of("team", name, {*known, *led}, is_optional=True)
    if name in known:
        return known[name]
    if name:
        return _led_by(known, name)
    own = [each for each in known.values() if actor.person_id in {*each.ids, *each.managers}]
    return (own or list(known.values()))[0]


def _led_by(known: Mapping[str, Team], manager_id: str) -> Team:
    led = [m for team in known.values() for m in team.members if m.manager_id == manager_id]
    require_known("team", [manager_id], [*known, *([manager_id] if led else [])])
    names = dict.fromkeys(each.team for each in led)
    return Team(" · ".join(names), tuple(sorted(led, key=lambda each: each.rep_id)))


def has_part(actor: Actor, team: Team) -> bool:
    """Whether somebody belongs into a team's meeting: its reps, its managers, sales ops and HR."""
    if actor.role == "rep":
        return actor.person_id in team.ids
    return actor.role != "manager" or actor.person_id in team.managers
