"""Whether any row of a rep has changed, of whatever time.

Pay carries balances over from earlier periods, and development looks back over quarters, so a
document rests on more than the rows of its own period.
"""

from collections.abc import Collection, Mapping
from hashlib import sha256

import duckdb

from workbench.snapshots.snapshot import Snapshot

Hashes = dict[str, str]  # by rep_id; a rep without rows is not in it
_SHARED = "*"  # rows that belong to nobody in particular


def own_hashes(snapshot: Snapshot, leads: Collection[str]) -> Hashes:
    """Hash everybody's rows of all tables.

    Parameters
    ----------
    leads
        Who is reviewed on a team: for them the rows of everybody who was ever in their tree count.

    Returns
    -------
    dict
        By rep. The deals of a rep are those owned, now or once, and those shared in; what hangs
        on a deal goes with it. Rates of currencies count for everybody. Order tells nothing.
    """
    with duckdb.connect() as connection:
        connection.execute(f"create view owners as {_owners(snapshot)}")
        sums = {name: _sums(connection, snapshot, name) for name in snapshot.manifest["tables"]}
        tree = _tree(connection, snapshot)
    shared = [found.pop(_SHARED, "") for found in sums.values()]
    reps = {rep_id for found in sums.values() for rep_id in found}
    own = {
        rep_id: _digest(shared, [(name, found.get(rep_id)) for name, found in sums.items()])
        for rep_id in reps
    }
    return own | {lead: _digest(_of_team(own, tree, lead)) for lead in leads if lead in own}


def _of_team(own: Hashes, tree: Mapping[str, set[str]], lead: str) -> list[tuple[str, str]]:
    found, fresh = {lead}, {lead}
    while fresh:
        fresh = {member for who in fresh for member in tree.get(who, ())} - found
        found |= fresh
    return [(member, own.get(member, "")) for member in sorted(found)]


def _owners(snapshot: Snapshot) -> str:
    """Write who has, or had, a part in which deal."""
    asked = [
        f"select deal_id, rep_id from {_file(snapshot, name)}"
        for name in ("deals", "deal_splits", "deal_history")
        if snapshot.has(name) and "rep_id" in snapshot.columns(name)
    ]
    return " union ".join(asked)


def _sums(connection: duckdb.DuckDBPyConnection, snapshot: Snapshot, name: str) -> dict[str, str]:
    """Add up a hash of each row, so that their order does not matter, by rep."""
    columns, file = snapshot.columns(name), _file(snapshot, name)
    if "deal_id" in columns and name != "activities":
        rows = f"{file} t join owners o using (deal_id)"
        rep = "o.rep_id"
    elif "rep_id" in columns:
        rows, rep = f"{file} t", "t.rep_id"
    elif name == "fx_rates":
        rows, rep = f"{file} t", f"'{_SHARED}'"
    else:
        return {}
    query = f"select {rep}, sum(hash(t)), count(*) from {rows} where {rep} is not null group by 1"
    return {rep_id: f"{total}/{n}" for rep_id, total, n in connection.execute(query).fetchall()}


def _tree(connection: duckdb.DuckDBPyConnection, snapshot: Snapshot) -> dict[str, set[str]]:
    """Give who ever worked for whom directly, by manager."""
    asked = [
        f"select manager_id, rep_id from {_file(snapshot, name)} where manager_id is not null"
        for name in ("reps", "assignments")
        if snapshot.has(name) and "manager_id" in snapshot.columns(name)
    ]
    tree: dict[str, set[str]] = {}
    for manager_id, rep_id in connection.execute(" union ".join(asked)).fetchall() if asked else ():
        tree.setdefault(manager_id, set()).add(rep_id)
    return tree


def _file(snapshot: Snapshot, name: str) -> str:
    path = str(snapshot.path(name)).replace("'", "''")
    return f"read_parquet('{path}')"


def _digest(*told: object) -> str:
    return sha256(repr(told).encode()).hexdigest()
