"""Which table an export is, and which header is which column: by profile, then by name."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from workbench.model.tables import TABLES
from workbench.proposal.draft import Draft, Source
from workbench.proposal.exports import Export
from workbench.proposal.profile import ANY, Derived, profiles
from workbench.proposal.profile import Export as Kind
from workbench.proposal.proposal import How
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


def draft_of(export: Export, match: Match) -> Draft:
    """Begin a table: its columns as the system calls them, the others by names in any language."""
    draft = Draft(match.kind.table, export)
    how: How = "name" if match.profile == ANY else "profile"
    for column, headers in match.columns.items():
        draft.columns[column] = Source(headers[0], how)
        draft.offered[column] = list(headers)
    _add_values(draft, match.kind)
    for column, made in match.derived.items():
        draft.derived[column] = made
        draft.columns[column] = Source(draft.made_name(column), how)
        draft.offered[column] = [draft.made_name(column), *draft.offered.get(column, [])]
    if match.profile != ANY and ANY in profiles():
        _add_named(draft, match)
    _add_owner(draft, match.profile)
    missing = {c: v for c, v in match.kind.constants.items() if c not in draft.columns}
    draft.constants.update(missing)
    if match.kind.null_values:
        draft.options["null_values"] = list(match.kind.null_values)
    return draft


def _add_owner(draft: Draft, profile: str) -> None:
    """Take for the rep what the system calls an owner anywhere: a firm's own lists do so, too."""
    if "rep_id" in draft.columns or "rep_id" not in TABLES[draft.table].column_names:
        return
    kinds = (kind for name in dict.fromkeys((profile, ANY)) for kind in profiles()[name].exports)
    free = [header for header in draft.export.headers if header not in draft.used]
    found = (_first(kind.columns.get("rep_id", ()), free) for kind in kinds)
    header = next((each for each in found if each), "")
    if header:
        draft.columns["rep_id"] = Source(header, "name")
        draft.offered["rep_id"] = [header]


def _add_values(draft: Draft, kind: Kind) -> None:
    """Take what the texts of columns mean, as far as these texts occur."""
    for column, told in kind.values.items():
        source = draft.columns.get(column)
        if source is None or column in draft.values or source.header not in draft.export.headers:
            continue
        by_plain = {plain(text): value for text, value in told.items() if text != "else"}
        texts = draft.export.values(source.header)
        meant = {text: by_plain[plain(text)] for text in texts if plain(text) in by_plain}
        if meant or "else" in told:
            draft.values[column] = meant | ({"else": told["else"]} if "else" in told else {})


def _add_named(draft: Draft, match: Match) -> None:
    """Fill what the profile does not name by names any system may use."""
    known = {plain(each) for each in match.kind.unused}
    free = [h for h in draft.export.headers if h not in draft.used and plain(h) not in known]
    for kind in profiles()[ANY].exports:
        if kind.table != draft.table:
            continue
        for column, headers in _columns(kind, free).items():
            if column not in draft.columns:
                draft.columns[column] = Source(headers[0], "name")
                draft.offered[column] = list(headers)
        _add_values(draft, kind)


def _of(profile: str, export: Export) -> Match | None:
    found = (_match(profile, kind, export.headers) for kind in profiles()[profile].exports)
    return max((m for m in found if m), key=lambda match: match.worth, default=None)


def _match(profile: str, kind: Kind, headers: tuple[str, ...]) -> Match | None:
    columns = _columns(kind, headers)
    derived = {}
    for each in kind.derived:
        needs = {name: _first(aliases, headers) for name, aliases in each.needs.items()}
        if each.column not in derived and all(needs.values()):
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


def _columns(kind: Kind, headers: Iterable[str]) -> dict[str, list[str]]:
    by_plain: dict[str, str] = {}
    for header in headers:
        by_plain.setdefault(plain(header), header)
    found = {}
    for column, aliases in kind.columns.items():
        there = [by_plain[p] for p in dict.fromkeys(map(plain, aliases)) if p in by_plain]
        if there:
            found[column] = there
    return found


def _first(aliases: Iterable[str], headers: Iterable[str]) -> str:
    by_plain = {plain(header): header for header in headers}
    return next((by_plain[p] for p in map(plain, aliases) if p in by_plain), "")


def _hits(names: Iterable[str], headers: Iterable[str]) -> int:
    there = {plain(header) for header in headers}
    return sum(p in there for p in {plain(name) for name in names})


def _tells(match: Match) -> bool:
    return bool(_hits(match.kind.tells, [h for each in match.columns.values() for h in each]))
