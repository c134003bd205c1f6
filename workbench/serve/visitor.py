"""Who stands in front of a page, whom they may see, and as what they act on each.

Desk mode tells nobody apart. In Shared mode the server in front names a person; a rep sees
themself, a manager everybody below, a delegate whom they stand in for, an office (sales ops, HR,
finance) everybody its pages are about, and support nobody. Somebody may be several of these: on
their own page they are the rep, on those they lead the manager, and elsewhere their office.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from workbench.errors import RefusedError, Said
from workbench.i18n import error, said
from workbench.serve.company import Company
from workbench.serve.page import Page
from workbench.sources.workspace import FILE_NAME, Workspace
from workbench.store.actor import Role

_SEES_ALL: tuple[Role, ...] = ("sales_ops", "hr", "finance")
_ANY_TEAM: tuple[Role, ...] = ("sales_ops", "hr")
_NOBODY: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Visitor:
    """One person, as the server in front names them."""

    person_id: str
    role: Role  # what they are where they are neither the rep nor the manager
    reps: frozenset[str]  # whom they may see
    teams: frozenset[str]  # which teams, by name or by manager
    led: frozenset[str] = _NOBODY  # those of the reps they act on as the manager
    stands_in: frozenset[str] = _NOBODY  # those of them handed over: their reviews, and no more

    @property
    def roles(self) -> frozenset[Role]:
        """Everything they are to somebody."""
        own: set[Role] = {"rep"} if self.person_id in self.reps else set()
        leading: set[Role] = {"manager"} if self.led else set()
        return frozenset({self.role} | own | leading)

    def may_open(self, page: Page) -> bool:
        """Whether a page is for people in one of their roles."""
        return bool(self.roles & set(page.audience))

    def may_see(self, page: Page, rep_id: str) -> bool:
        """Whether a page about a rep is for what they are to that rep."""
        has_no_part = rep_id in self.stands_in and not page.is_for_delegates
        if has_no_part and self.role == "manager":
            return False
        return rep_id in self.reps and self.role_on(rep_id, page) in page.audience

    def role_on(self, rep_id: str, page: Page) -> Role:
        """Say what they are to a rep on a page; "" is a page about nobody in particular."""
        if rep_id and rep_id == self.person_id:
            return "rep"
        is_handed = page.is_for_delegates or rep_id not in self.stands_in
        return "manager" if rep_id in self.led and is_handed else self.role

    def actor(self, rep_id: str, page: Page) -> str:
        """Say as what they act on a rep's page, as `M02:manager`."""
        return f"{self.person_id}:{self.role_on(rep_id, page)}"

    def actor_on_team(self, page: Page) -> str:
        """Say as what they act on a team's page: by their office, where the page is for it."""
        role = self.role if self.role in page.audience or not self.led else "manager"
        return f"{self.person_id}:{role}"


def is_shared(workspace: Workspace) -> bool:
    """Whether people are told apart by a server in front; see `Workspace.is_shared`."""
    return workspace.is_shared


def visitor(
    company: Company, workspace: Workspace, name: str, stands_in: frozenset[str] = _NOBODY
) -> Visitor:
    """Tell who a name of the server in front is.

    Parameters
    ----------
    name
        A rep_id, a manager_id or an e-mail of the table of reps, or a name that workbench.toml
        lists as sales ops, HR, finance or support. Read exactly; of an e-mail alone the case of
        plain letters counts for nothing.
    stands_in
        The reps whose manager's delegate this person is.

    Raises
    ------
    RefusedError
        When nobody is called that, or more than one.
    """
    found = company.called(name)
    role = _office(workspace, {name, found} - {""})
    if role is None and not found and not stands_in:
        raise error(RefusedError, "visitor-nobody", name=name[:80])
    person_id = found or name
    own = frozenset({person_id} & set(company.people))
    below = company.below(person_id)
    handed = (stands_in & set(company.people)) - below - own
    led = (below | handed) - own
    teams = company.teams if role in _ANY_TEAM else _teams(company, person_id)
    seen = frozenset(company.people) if role in _SEES_ALL else led | own
    return Visitor(person_id, role or ("manager" if led else "rep"), seen, teams, led, handed)


def _teams(company: Company, person_id: str) -> frozenset[str]:
    """Name the teams somebody leads: a meeting is its team's and who leads it, nobody's above."""
    led = [each for each in company.people.values() if each.manager_id == person_id]
    return frozenset({name for each in led for name in (person_id, each.team)} - {""})


def offices(workspace: Workspace) -> Mapping[str, tuple[Role, tuple[str, ...]]]:
    """Give the lists of workbench.toml that make somebody an office, by where they stand."""
    return {
        "[serve] sales_ops": ("sales_ops", workspace.serve.sales_ops),
        "[serve] hr": ("hr", workspace.serve.hr),
        "[roles] finance": ("finance", workspace.rules.roles.finance),
        "[roles] support": ("support", workspace.rules.roles.support),
    }


def _office(workspace: Workspace, names: set[str]) -> Role | None:
    found = {
        place: (role, names & set(listed))
        for place, (role, listed) in offices(workspace).items()
        if names & set(listed)
    }
    if len(found) > 1:
        told = sorted({name for _, listed in found.values() for name in listed})
        raise error(
            RefusedError, "visitor-two-offices", file=str(workspace.folder / FILE_NAME),
            names=_row(told), places=_row(found),
        )  # fmt: skip
    return next((role for role, _ in found.values()), None)


def _row(names: Iterable[str]) -> Said:
    first, *others = names
    found = said("refusal-person", who=first)
    for each in others:
        found = said("refusal-and", one=found, other=each)
    return found
