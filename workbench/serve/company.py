"""Everybody who can be asked for or can ask, as of one period."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from workbench.errors import RefusedError
from workbench.i18n import error
from workbench.review.person import Person
from workbench.snapshots import Snapshot


@dataclass(frozen=True)
class Company:
    """The people of one period, who leads them, and by which e-mail they sign in."""

    people: Mapping[str, Person]
    emails: Mapping[str, frozenset[str]] = field(default_factory=dict)  # rep_ids, by `spelled`

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

    def called(self, name: str) -> str:
        """Give the one person a name stands for: a rep_id, a manager_id or an e-mail.

        Returns
        -------
        str
            Their id; "" for nobody here.

        Raises
        ------
        RefusedError
            When two people are called that: one's id is another's e-mail, or they share one.
        """
        managers = {each.manager_id for each in self.people.values()}
        by_id = {name} & (set(self.people) | managers) - {""}
        found = by_id | self.emails.get(spelled(name), frozenset())
        if len(found) > 1:
            raise error(RefusedError, "visitor-several", name=name[:80])
        return next(iter(found), "")


def spelled(email: str) -> str:
    """Spell an e-mail as it is compared: plain letters in lower case.

    Other letters stay as they are: several that look alike have one lower case.
    """
    return email.lower() if email.isascii() else email


def company_of(snapshot: Snapshot, people: Mapping[str, Person]) -> Company:
    """Read the e-mails beside the people."""
    if "email" not in snapshot.columns("reps"):
        return Company(people)
    rows = snapshot.table("reps").select(["rep_id", "email"]).to_pylist()
    named: defaultdict[str, set[str]] = defaultdict(set)
    for row in rows:
        if row["email"]:
            named[spelled(row["email"])].add(row["rep_id"])
    return Company(people, {email: frozenset(reps) for email, reps in named.items()})
