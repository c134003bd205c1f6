"""Who stands in front of a page, and whom they may see.

Desk mode tells nobody apart. In Shared mode the server in front names a person; a rep sees
themself, a manager everybody below, sales ops and HR everybody.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from workbench.errors import RefusedError
from workbench.review.person import Person
from workbench.serve.page import Page
from workbench.snapshots import Snapshot
from workbench.sources.workspace import Workspace
from workbench.store.actor import Role


@dataclass(frozen=True)
class Visitor:
    """One person, as the server in front names them."""

    person_id: str
    role: Role
    reps: frozenset[str]  # whom they may see
    teams: frozenset[str]  # which teams, by name or by manager

    def may_open(self, page: Page) -> bool:
        """Whether a page is for people in this role."""
        return self.role in page.audience or (
            self.person_id in self.reps and "rep" in page.audience
        )

    def actor(self, rep_id: str) -> str:
        """Say as what they act on a rep's page, as `M02:manager`."""
        role = "rep" if rep_id == self.person_id else self.role
        return f"{self.person_id}:{role}"


@dataclass(frozen=True)
class Company:
    """Everybody who can be asked for, as of one period."""

    people: Mapping[str, Person]
    emails: Mapping[str, str] = field(default_factory=dict)  # rep_id by e-mail, in lower case

    @property
    def teams(self) -> frozenset[str]:
        """Teams by name, and by who leads them."""
        named = {name for each in self.people.values() for name in (each.team, each.manager_id)}
        return frozenset(named - {""})

    def leading(self, team: str) -> str:
        """Say who leads a team, as `M02:manager`; "" where nobody is recorded."""
        bosses = sorted({each.manager_id for each in self.people.values() if each.team == team})
        boss = next((name for name in bosses if name), "")
        found = team if any(each.manager_id == team for each in self.people.values()) else boss
        return f"{found}:manager" if found else ""

    def below(self, manager_id: str) -> frozenset[str]:
        """Everybody who reports to a manager, through others too."""
        found: set[str] = set()
        asked = {manager_id}
        while asked:
            new = {rep for rep, each in self.people.items() if each.manager_id in asked} - found
            found |= new
            asked = new
        return frozenset(found)


def is_shared(workspace: Workspace) -> bool:
    """Whether people are told apart by a server in front; see `Workspace.is_shared`."""
    return workspace.is_shared


def visitor(company: Company, workspace: Workspace, name: str) -> Visitor:
    """Tell who a name of the server in front is.

    Parameters
    ----------
    name
        A rep_id, a manager_id or an e-mail of the table of reps, or a name that workbench.toml
        lists under [serve] as sales ops or HR.

    Raises
    ------
    RefusedError
        When nobody is called that.
    """
    person_id = _person_id(company, name)
    role = _office(workspace, name)
    if role is not None:
        return Visitor(person_id or name, role, frozenset(company.people), company.teams)
    if not person_id:
        raise RefusedError(f"Nobody in the table of reps is {name[:80]!r}.")
    below = company.below(person_id)
    people = [company.people[rep_id] for rep_id in below]
    teams = {person_id, *(each.manager_id for each in people), *(each.team for each in people)}
    own = frozenset({person_id} & set(company.people))
    if below:
        return Visitor(person_id, "manager", below | own, frozenset(teams - {""}))
    return Visitor(person_id, "rep", own, frozenset())


def company_of(snapshot: Snapshot, people: Mapping[str, Person]) -> Company:
    """Read the e-mails beside the people."""
    if "email" not in snapshot.columns("reps"):
        return Company(people)
    rows = snapshot.table("reps").select(["rep_id", "email"]).to_pylist()
    return Company(people, {row["email"].casefold(): row["rep_id"] for row in rows if row["email"]})


def _person_id(company: Company, name: str) -> str:
    managers = {each.manager_id for each in company.people.values()}
    if name in company.people or (name and name in managers):
        return name
    return company.emails.get(name.casefold(), "")


def _office(workspace: Workspace, name: str) -> Role | None:
    if name and name in workspace.serve.sales_ops:
        return "sales_ops"
    return "hr" if name and name in workspace.serve.hr else None
