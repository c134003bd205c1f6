"""Two ids of one person become one, as `[people] aliases` tells, before anything is checked.

Every column that names a rep follows, in every table. Of two rows in `reps` that of the id that
stays is kept; the ids of one deal's split are added, for both shares are this person's.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from workbench.errors import SourceError, hint
from workbench.model.spelling import folded
from workbench.sources.mapping import MappedTable
from workbench.sources.scratch import Scratch
from workbench.sources.sql import named, quoted

if TYPE_CHECKING:
    from workbench.sources.workspace import Workspace

_NAMING = ("rep_id", "manager_id")  # besides the columns that refer to reps by their contract
_LINE = "workbench.toml, [people] aliases"


def one_id_each(
    scratch: Scratch, workspace: "Workspace", mapped: MappedTable
) -> tuple[MappedTable, dict[str, int]]:
    """Write the id that stays wherever a table names another of the same person.

    Returns
    -------
    tuple
        The table, and how many rows followed (`aliased`) or gave way in `reps` (`merged`).

    Raises
    ------
    SourceError
        In `reps`: when neither id of a pair is there, or both are and tell of two people.
    """
    aliases = workspace.aliases
    columns = [name for name, each in mapped.columns.items()
               if each.column.references == "reps" or name in _NAMING]  # fmt: skip
    if not aliases or not columns:
        return mapped, {}
    merged = 0
    if mapped.contract.name == "reps":
        mapped, merged = _merged(scratch, mapped, aliases)
    aliased = _renamed(scratch, mapped, columns, aliases)
    if mapped.contract.name == "deal_splits":
        _added(scratch, mapped, aliases)
    counted = {"aliased": aliased, "merged": merged}
    return mapped, {name: n for name, n in counted.items() if n}


def _renamed(
    scratch: Scratch, mapped: MappedTable, columns: Iterable[str], aliases: Mapping[str, str]
) -> int:
    cases = " ".join(f"WHEN {quoted(old)} THEN {quoted(new)}" for old, new in aliases.items())
    sets = ", ".join(
        f"{named(name)} = CASE {named(name)} {cases} ELSE {named(name)} END" for name in columns
    )
    olds = _among(aliases)
    where = " OR ".join(f"{named(name)} IN {olds}" for name in columns)
    (n,) = scratch.connection.execute(
        f"UPDATE {mapped.typed} SET {sets} WHERE {where}"
    ).fetchone() or (0,)
    return int(n)


def _merged(
    scratch: Scratch, mapped: MappedTable, aliases: Mapping[str, str]
) -> tuple[MappedTable, int]:
    """Take the row of an id out of reps where that of the id that stays is there too."""
    rows = _people(scratch, mapped, aliases)
    gone = []
    for old, new in aliases.items():
        if new not in rows and old not in rows:
            raise SourceError(_unknown(scratch, mapped, old, new))
        if new in rows and old in rows:
            _require_one(mapped, rows[old], rows[new])
            gone.append(old)
    if not gone:
        return mapped, 0
    run, left = scratch.connection.execute, f"one_each_{mapped.raw.name}"
    out = f"(SELECT row FROM {mapped.typed} WHERE rep_id IN {_among(gone)})"
    run(f"CREATE OR REPLACE TABLE merged_reps AS {out}")
    run(f"DELETE FROM {mapped.typed} WHERE row IN (FROM merged_reps)")
    run(f"CREATE OR REPLACE VIEW {left} AS FROM {mapped.raw.name} WHERE row NOT IN"
        " (FROM merged_reps)")  # fmt: skip
    (n,) = run("SELECT count(*) FROM merged_reps").fetchone() or (0,)
    raw = replace(mapped.raw, name=left, rows=mapped.raw.rows - n)
    return replace(mapped, raw=raw), int(n)


def _people(
    scratch: Scratch, mapped: MappedTable, aliases: Mapping[str, str]
) -> dict[str, dict[str, Any]]:
    names = [name for name in ("rep_id", "name", "email", "hired_on") if name in mapped.columns]
    wanted = _among({*aliases, *aliases.values()})
    found = scratch.connection.execute(
        f"SELECT {', '.join(map(named, names))} FROM {mapped.typed} WHERE rep_id IN {wanted}"
    ).fetchall()
    rows = (dict(zip(names, row, strict=True)) for row in found)
    return {row["rep_id"]: row for row in rows}


def _require_one(mapped: MappedTable, old: Mapping[str, Any], new: Mapping[str, Any]) -> None:
    """Refuse two rows of reps that tell of two people, or of two first days."""
    pair = f"{old['rep_id']!r} and {new['rep_id']!r}"
    is_alike = any(
        old.get(name) and new.get(name) and folded(old[name]) == folded(new[name])
        for name in ("name", "email")
    )
    if not is_alike and not mapped.source.taken_from:
        raise SourceError(
            f"{_LINE} makes one person of {pair}, but {mapped.origin} calls them"
            f" {old.get('name')!r} and {new.get('name')!r}, without an e-mail in common. If they"
            f" are one, take the row of {old['rep_id']!r} out of reps; else take the line out."
        )
    first, then = old.get("hired_on"), new.get("hired_on")
    if first and then and first != then:
        raise SourceError(
            f"{_LINE} makes one person of {pair}, but {mapped.origin} has them hired on {first}"
            f" and on {then}. Write one day in both rows, or take the row of {old['rep_id']!r} out."
        )


def _unknown(scratch: Scratch, mapped: MappedTable, old: str, new: str) -> str:
    every = scratch.connection.execute(f"SELECT rep_id FROM {mapped.typed}").fetchall()
    known = [row[0] for row in every if row[0]]
    return f"{_LINE} has {old!r} = {new!r}, but neither is in reps. {hint(new, known)}"


def _added(scratch: Scratch, mapped: MappedTable, aliases: Mapping[str, str]) -> None:
    """Add the shares that both ids of a person have in one deal."""
    if not {"deal_id", "rep_id", "share"} <= {*mapped.columns}:
        return
    run, who = scratch.connection.execute, _among(set(aliases.values()))
    run(
        f"CREATE OR REPLACE TABLE both_ids AS SELECT deal_id, rep_id, min(row) AS row,"
        f" sum(share) AS share FROM {mapped.typed} WHERE rep_id IN {who}"
        " GROUP BY deal_id, rep_id HAVING count(*) > 1"
    )
    run(
        f"DELETE FROM {mapped.typed} AS t USING both_ids b"
        " WHERE t.deal_id = b.deal_id AND t.rep_id = b.rep_id AND t.row <> b.row"
    )
    run(f"UPDATE {mapped.typed} AS t SET share = b.share FROM both_ids b WHERE t.row = b.row")


def _among(names: Iterable[str]) -> str:
    return f"({', '.join(quoted(name) for name in sorted(names))})"
