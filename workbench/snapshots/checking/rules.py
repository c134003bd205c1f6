"""What may be wrong with a row, as conditions over the typed table; the reasons are ours.

A rule spoils the row where nothing of it can be placed without the value: a deal without its rep.
Everything else spoils the cell alone: a won deal whose creation was typed late is still revenue.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from workbench.model.address import PLAIN
from workbench.model.table_contract import Column, TableContract
from workbench.sources.mapping import DIFFERS
from workbench.sources.sql import named, quoted

Spoils = Literal["row", "cell"]
# A row that names an unknown one of these is still true
NAMED_ONLY = ("accounts", "products")


@dataclass(frozen=True)
class Rule:
    """One way a row may break its contract."""

    reason: str
    column: str
    where: str  # SQL over the typed table: true where it is broken
    spoils: Spoils


def rules_of(
    contract: TableContract, columns: Collection[str], known: Collection[str]
) -> Iterator[Rule]:
    """List the rules of a table, those that name the reason of a row first.

    Parameters
    ----------
    columns
        The columns the typed table has.
    known
        The tables whose keys are known, each as `keys_<table>` in the scratch database.
    """
    given = [column for column in contract.columns if column.name in columns]
    yield from (_missing(column) for column in given if column.is_required)
    for column in given:
        yield from _values(column)
    for column in given:
        if column.references in known and column.references not in NAMED_ONLY:
            yield _unknown(column)
    yield from (rule for rule in _OF.get(contract.name, ()) if set(_NEEDS[rule]) <= set(columns))
    if DIFFERS in columns:
        yield Rule("currency_differs", "currency", DIFFERS, "row")


def warnings_of(
    contract: TableContract, columns: Collection[str], known: Collection[str]
) -> Mapping[str, str]:
    """Give what is odd about rows that are kept: reason, and where it holds."""
    found: dict[str, list[str]] = {}
    for column in contract.columns:
        if (
            column.name in columns
            and column.references in NAMED_ONLY
            and column.references in known
        ):
            rule = _unknown(column)
            found.setdefault(rule.reason, []).append(rule.where)
    if contract.name == "deals":
        found["won_but_open"] = ["is_won AND NOT is_closed"]
        if "close_on" in columns:
            found["closed_undated"] = ["is_closed AND close_on IS NULL"]
    return {reason: " OR ".join(f"({each})" for each in where) for reason, where in found.items()}


def _missing(column: Column) -> Rule:
    return Rule("required_missing", column.name, f"{named(column.name)} IS NULL", "row")


def _values(column: Column) -> Iterable[Rule]:
    spoils: Spoils = "row" if column.is_required else "cell"
    name = named(column.name)
    if column.choices:
        allowed = ", ".join(quoted(choice) for choice in column.choices)
        yield Rule("unknown_choice", column.name, f"{name} NOT IN ({allowed})", spoils)
    if column.kind == "share":
        yield Rule("share_outside", column.name, f"{name} < 0 OR {name} > 1", spoils)
    if column.name == "currency":
        yield Rule(
            "unknown_currency", column.name, f"NOT regexp_full_match({name}, '[A-Z]{{3}}')", spoils
        )
    if column.name == "email":  # the person stays; only nobody can be written to by it
        where = f"length({name}) > 254 OR NOT regexp_full_match({name}, {quoted(PLAIN)})"
        yield Rule("unknown_address", column.name, where, spoils)


def _unknown(column: Column) -> Rule:
    other, name = column.references, named(column.name)
    where = f"{name} IS NOT NULL AND {name} NOT IN (SELECT key FROM keys_{other})"
    # Whose a row is, or of which deal, decides where it counts; a hint to another table does not
    spoils: Spoils = "row" if column.is_required or other == "reps" else "cell"
    return Rule(f"unknown_{other.removesuffix('s')}", column.name, where, spoils)


_EARLY = Rule("closed_before_created", "created_on", "is_closed AND close_on < created_on", "cell")
_ENDS = Rule("ends_before_start", "end_on", "end_on <= start_on", "row")
_BELOW = Rule("negative_target", "target", "target < 0", "row")
_OF: Mapping[str, tuple[Rule, ...]] = {
    "deals": (_EARLY,),
    "quotas": (_ENDS, _BELOW),
    "absences": (_ENDS,),
    "assignments": (_ENDS,),
    "contracts": (_ENDS,),
}
_NEEDS: Mapping[Rule, tuple[str, ...]] = {
    _EARLY: ("close_on", "created_on", "is_closed"),
    _ENDS: ("end_on", "start_on"),
    _BELOW: ("target",),
}
