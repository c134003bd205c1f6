"""Which table an export is, and which header is which column: by profile, then by name."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from workbench.proposal.export import Export
from workbench.proposal.prefixed import bare_names
from workbench.proposal.profile import ANY, Derived, profiles
from workbench.proposal.profile import Export as Kind
from workbench.sources.likeliest import plain

_LEAST = 3  # headers that must fit
_HALF = 0.5  # of the headers of an export that nothing else tells apart
_TELLING = 3  # what a header is worth that only one export has


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
        if name != ANY and any(match and _tells(match) for match in found)
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


def _tells(match: Match) -> bool:
    return bool(_hits(match.kind.tells, [h for each in match.columns.values() for h in each]))
