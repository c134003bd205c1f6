"""Which table an export is, and which header is which column: by profile, then by name."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from workbench.proposal.export import Export
from workbench.proposal.prefixed import bare_names
from workbench.proposal.profile import ANY, Derived, profiles
from workbench.proposal.profile import Export as Kind
from workbench.sources.likeliest import plain

_LEAST = 3  # headers that must fit
_HALF = 0.5  # of the headers of an export that nothing else tells apart
_TELLING = 3  # what a header is worth that only one export has
_ALONE = 2  # headers of one file no other system has, by which a system is named
_TOGETHER = 4  # or headers that tell its list from its others
_DOTTED = re.compile(r"\w\.\w")  # "Deal Owner.id": nobody heads a list so; enough alone


@dataclass(frozen=True)
class Match:
    """One export held against one kind of export of a system."""

    profile: str
    kind: Kind
    worth: float
    columns: Mapping[str, list[str]]  # of the contract: headers that may give it, best first
    derived: Mapping[str, tuple[Derived, dict[str, str]]]


def best_matches(exports: Iterable[Export]) -> tuple[str, list[tuple[Export, Match | None]]]:
    """Recognise the system that wrote a folder, and what each file of it is.

    Returns
    -------
    tuple
        The profile ("" where no system is recognised), and each export with its match; None where
        it is no table of a review.
    """
    listed = list(exports)
    every = {name: [_of(name, export) for export in listed] for name in profiles()}
    worth = {
        name: sum(match.worth for match in found if match)
        for name, found in every.items()
        if name != ANY and any(map(_names_system, listed, found))
    }
    system = max(worth, key=lambda name: worth[name], default="")
    chosen = []
    for n, export in enumerate(listed):
        own = every[system][n] if system else None
        other = every[ANY][n] if ANY in every else None
        chosen.append((export, own or other))
    return system, chosen


def _of(profile: str, export: Export) -> Match | None:
    kinds = profiles()[profile].exports
    found = [m for kind in kinds if (m := _match(profile, kind, export.headers, {}))]
    bare = bare_names(export.headers) if profile == ANY and not found else {}
    if bare:
        found = [m for kind in kinds if (m := _match(profile, kind, export.headers, bare))]
    return max(found, key=lambda match: match.worth, default=None)


def _match(
    profile: str, kind: Kind, headers: tuple[str, ...], bare: Mapping[str, str]
) -> Match | None:
    columns = columns_of(kind, headers, bare)
    derived = {}
    for each in kind.derived:
        needs = {name: first_of(aliases, headers) for name, aliases in each.needs.items()}
        is_given = bool(_hits(each.unless, headers))
        if each.column not in derived and all(needs.values()) and not is_given:
            derived[each.column] = (each, needs)
    hit = {each[0] for each in columns.values()} | {
        header for _made, needs in derived.values() for header in needs.values()
    }
    telling = _hits(kind.tells, headers)
    known = len(hit) + _hits(kind.unused, headers)
    fits = len(hit) >= _LEAST and (telling or known >= _HALF * len(headers))
    if not fits:
        return None
    worth = len(hit) + _TELLING * telling
    return Match(profile, kind, worth, columns, derived)


def columns_of(kind: Kind, headers: Iterable[str], bare: Mapping[str, str]) -> dict[str, list[str]]:
    """Give each column of a table the headers that may give it, best first.

    Parameters
    ----------
    bare
        Of headers that begin alike, what they are without that; a whole header stands before it.
    """
    by_plain: dict[str, str] = {}
    for name, header in (*((header, header) for header in headers), *bare.items()):
        by_plain.setdefault(plain(name), header)
    found = {}
    for column, aliases in kind.columns.items():
        there = [by_plain[p] for p in dict.fromkeys(map(plain, aliases)) if p in by_plain]
        if there:
            found[column] = there
    return found


def first_of(aliases: Iterable[str], headers: Iterable[str]) -> str:
    """Give the first of the names that is a header; "" where none is."""
    by_plain = {plain(header): header for header in headers}
    return next((by_plain[p] for p in map(plain, aliases) if p in by_plain), "")


def _hits(names: Iterable[str], headers: Iterable[str]) -> int:
    there = {plain(header) for header in headers}
    return sum(p in there for p in {plain(name) for name in names})


def _names_system(export: Export, match: Match | None) -> bool:
    """Whether a file is of its system and no other's: a list of deals by owner is anybody's."""
    if match is None or not _hits(match.kind.tells, [h for c in match.columns.values() for h in c]):
        return False
    tells = {plain(name) for name in match.kind.tells}
    own = _named(match.kind) - _named_elsewhere(match.profile)
    worth = (
        _ALONE if _DOTTED.search(header) and plain(header) in tells else plain(header) in own
        for header in export.headers
    )
    return sum(worth) >= _ALONE or _hits(match.kind.tells, export.headers) >= _TOGETHER


def _named(kind: Kind) -> set[str]:
    made = [names for each in kind.derived for names in each.needs.values()]
    every = (kind.tells, kind.unused, *kind.columns.values(), *made)
    return {plain(name) for names in every for name in names}


@cache
def _named_elsewhere(profile: str) -> frozenset[str]:
    others = (each for name, each in profiles().items() if name != profile)
    return frozenset(name for each in others for kind in each.exports for name in _named(kind))
