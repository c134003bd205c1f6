"""Names of roles that are one person's twice, or nobody's; an e-mail that is two people's."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from workbench.errors import SnapshotError
from workbench.review.security.finding import DoesNotApplyError, Finding, some
from workbench.snapshots import open_snapshot
from workbench.snapshots.open import chosen
from workbench.sources.workspace import Workspace


def role_faults(workspace: Workspace) -> Iterator[Finding]:
    """Find who stands in the lists of two roles, and names nobody can have.

    Raises
    ------
    DoesNotApplyError
        Where no list names anybody.
    """
    lists = role_lists(workspace)
    if not any(lists.values()):
        raise DoesNotApplyError
    roles = defaultdict(list)
    for role, names in lists.items():
        for name in names:
            if name.strip() != name or not name or not name.isprintable():
                yield Finding("role-nobody", {"role": role, "name": repr(name)})
            roles[name.strip().casefold()].append((role, name))
    for each in roles.values():
        if len({role for role, _ in each}) > 1:
            told = {"name": each[0][1], "roles": ", ".join(role for role, _ in each)}
            yield Finding("role-twice", told)


def role_lists(workspace: Workspace) -> Mapping[str, tuple[str, ...]]:
    """Give the lists of workbench.toml that make somebody more than a rep, by role."""
    roles, serve = workspace.rules.roles, workspace.serve
    return {
        "finance": roles.finance, "support": roles.support,
        "sales_ops": serve.sales_ops, "hr": serve.hr,
    }  # fmt: skip


def email_faults(workspace: Workspace) -> Iterator[Finding]:
    """Find e-mails of two reps in the latest snapshot: either would be let in as the other.

    Raises
    ------
    DoesNotApplyError
        Where nothing is frozen yet, or reps have no e-mails.
    """
    if chosen(workspace, None) is None:
        raise DoesNotApplyError
    try:
        snapshot = open_snapshot(workspace, None)
    except SnapshotError as reason:
        raise DoesNotApplyError from reason
    if "email" not in snapshot.columns("reps"):
        raise DoesNotApplyError
    owners = defaultdict(list)
    for row in snapshot.table("reps").select(["rep_id", "email"]).to_pylist():
        if row["email"]:
            owners[row["email"].casefold()].append(row["rep_id"])
    for email, reps in sorted(owners.items()):
        if len(reps) > 1:
            yield Finding("email-shared", {"email": email, "reps": some(reps)})
