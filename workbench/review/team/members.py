"""Who is in a team: the reps reviewed in a period whose place on its last day names that team."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from workbench.errors import ParameterError, require_known
from workbench.i18n import error
from workbench.model.given import one_of
from workbench.model.period import Period
from workbench.review.above import managers_above
from workbench.review.person import Person, people
from workbench.review.team.figure import Whose
from workbench.snapshots import Snapshot
from workbench.snapshots.facts import reviewed
from workbench.sources.workspace import Workspace
from workbench.store import Actor


@dataclass(frozen=True)
class Team:
    """A team of one period."""

    name: str
    members: tuple[Person, ...]  # by rep_id; a manager whose figures are the team's is none
    trees: Mapping[str, frozenset[str]] = field(default_factory=dict, repr=False)  # of `trees_of`

    @property
    def ids(self) -> frozenset[str]:
        """The rep_id of each member."""
        return frozenset(each.rep_id for each in self.members)

    @property
    def lead(self) -> str:
        """The nearest manager whose whole tree the members are.

        "" where there is none: several lead the team, or who leads it leads others too, or is
        reviewed on the own deals.
        """
        return next((manager for manager, tree in self.trees.items() if tree == self.ids), "")

    @property
    def whose(self) -> Whose:
        """Whose facts make its figures."""
        return Whose(self.ids, self.lead)

    @property
    def managers(self) -> Mapping[str, str]:
        """Who leads members of it: name by id."""
        return {each.manager_id: each.manager_name for each in self.members if each.manager_id}


def teams(snapshot: Snapshot, workspace: Workspace, period: Period) -> dict[str, Team]:
    """Give every team of a period, by name; reps without a team are in none."""
    everybody = people(snapshot, period, workspace.manager_scope)
    asked = (everybody[rep_id] for rep_id in reviewed(snapshot, workspace, period))
    those = [person for person in asked if not person.has_team_scope]
    found: dict[str, list[Person]] = {}
    for person in those:
        if person.team:
            found.setdefault(person.team, []).append(person)
    trees = trees_of(those, everybody)
    return {
        name: Team(name, tuple(sorted(found[name], key=lambda each: each.rep_id)), trees)
        for name in sorted(found)
    }


def trees_of(
    those: Sequence[Person], everybody: Mapping[str, Person]
) -> Mapping[str, frozenset[str]]:
    """Give who of `those` is in whose tree, for each manager whose figures are the tree's.

    The nearest managers come first: who stands above them all, last.
    """
    found: dict[str, set[str]] = {}
    for person in those:
        for manager_id in managers_above(person, everybody):
            if manager_id in everybody and everybody[manager_id].has_team_scope:
                found.setdefault(manager_id, set()).add(person.rep_id)
    nearest = sorted(
        found, key=lambda each: (-len(managers_above(everybody[each], everybody)), each)
    )
    return {manager_id: frozenset(found[manager_id]) for manager_id in nearest}


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
        raise error(ParameterError, "refusal-teams")
    led = {each.manager_id for team in known.values() for each in team.members} - {""}
    name = one_of("team", name, {*known, *led}, is_optional=True)
    if name in known:
        return known[name]
    if name:
        return _led_by(known, name)
    own = [each for each in known.values() if actor.person_id in {*each.ids, *each.managers}]
    return (own or list(known.values()))[0]


def _led_by(known: Mapping[str, Team], manager: str) -> Team:
    """Give whom a manager leads, named by id or by the one name nobody else has."""
    everybody = [member for team in known.values() for member in team.members]
    called = {each.manager_id for each in everybody if manager == each.manager_name}
    manager_id = called.pop() if len(called) == 1 else manager
    led = [member for member in everybody if member.manager_id == manager_id]
    require_known("team", [manager], [*known, *([manager] if led else [])])
    names = dict.fromkeys(each.team for each in led)
    trees = next(iter(known.values())).trees
    return Team(" · ".join(names), tuple(sorted(led, key=lambda each: each.rep_id)), trees)


def has_part(actor: Actor, team: Team) -> bool:
    """Whether somebody belongs into a team's meeting: its reps, its managers, sales ops and HR."""
    if actor.role == "rep":
        return actor.person_id in team.ids
    is_led = actor.role == "manager" and actor.person_id in team.managers
    return is_led or actor.role in ("sales_ops", "hr")
