"""A table as it begins: its columns as the system calls them, and what their texts mean."""

import re
from collections.abc import Iterable, Mapping

from workbench.model.tables import TABLES
from workbench.proposal.draft import Draft, Source
from workbench.proposal.export import Export
from workbench.proposal.matching import Match, columns_of, first_of
from workbench.proposal.prefixed import bare_names
from workbench.proposal.profile import ANY, Derived, profiles
from workbench.proposal.profile import Export as Kind
from workbench.proposal.proposal import How
from workbench.sources.likeliest import plain


def draft_of(export: Export, match: Match) -> Draft:
    """Begin a table: its columns as the system calls them, the others by names in any language."""
    draft = Draft(match.kind.table, export, is_orders=match.kind.kind == "orders")
    how: How = "name" if match.profile == ANY else "profile"
    for column, headers in match.columns.items():
        draft.columns[column] = Source(headers[0], how)
        draft.offered[column] = list(headers)
    _add_values(draft, match.kind)
    for column, made in match.derived.items():
        if not _is_called_for(export, *made):
            continue
        draft.derived[column] = made
        of = " + ".join(dict.fromkeys(made[1].values()))
        draft.columns[column] = Source(draft.made_name(column), how, of)
        draft.offered[column] = [draft.made_name(column), *draft.offered.get(column, [])]
    if ANY in profiles():
        add_named(draft, match.kind.unused)
    _add_owner(draft, match.profile)
    missing = {c: v for c, v in match.kind.constants.items() if c not in draft.columns}
    draft.constants.update(missing)
    if match.kind.null_values:
        draft.options["null_values"] = list(match.kind.null_values)
    return draft


def _is_called_for(export: Export, made: Derived, needs: Mapping[str, str]) -> bool:
    texts = (text for header in needs.values() for text in export.values(header))
    return not made.where or any(re.search(made.where, text) for text in texts)


def _add_owner(draft: Draft, profile: str) -> None:
    """Take for the rep what the system calls an owner anywhere: a firm's own lists do so, too."""
    if "rep_id" in draft.columns or "rep_id" not in TABLES[draft.table].column_names:
        return
    kinds = (kind for name in dict.fromkeys((profile, ANY)) for kind in profiles()[name].exports)
    free = [header for header in draft.export.headers if header not in draft.used]
    found = (first_of(kind.columns.get("rep_id", ()), free) for kind in kinds)
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


def add_named(draft: Draft, unused: Iterable[str] = ()) -> None:
    """Fill what is not named yet by names any system may use; not from headers known as unused."""
    known = {plain(each) for each in unused}
    free = [h for h in draft.export.headers if h not in draft.used and plain(h) not in known]
    bare = {n: h for n, h in bare_names(draft.export.headers).items() if h in free}
    for kind in profiles()[ANY].exports:
        if kind.table != draft.table:
            continue
        for column, headers in columns_of(kind, free, bare).items():
            if column not in draft.columns:
                draft.columns[column] = Source(headers[0], "name")
                draft.offered[column] = list(headers)
        _add_values(draft, kind)
