"""A table as it begins: its columns as the system calls them, and what their texts mean."""

import re
from collections.abc import Mapping

from workbench.proposal.draft import Draft, Source
from workbench.proposal.exports import Export
from workbench.proposal.matching import Match, columns_of
from workbench.proposal.profile import ANY, Derived, profiles
from workbench.proposal.profile import Export as Kind
from workbench.proposal.proposal import How
from workbench.sources.likeliest import plain

_ELSE = "else"  # of values: every other text


def draft_of(export: Export, match: Match) -> Draft:
    """Begin a table: its columns as the system calls them, the others by names in any language."""
    draft = Draft(match.kind.table, export, constants=dict(match.kind.constants))
    how: How = "name" if match.profile == ANY else "profile"
    for column, headers in match.columns.items():
        draft.columns[column] = Source(headers[0], how)
        draft.offered[column] = list(headers)
    for column, made in match.derived.items():
        if _is_called_for(export, *made):
            draft.derived[column] = made
            draft.columns[column] = Source(column, how)
            draft.offered[column] = [column, *draft.offered.get(column, ())]
    if match.profile != ANY and ANY in profiles():
        _add_named(draft, match)
    _add_meanings(draft, match.kind)
    if match.kind.null_values:
        draft.options["null_values"] = list(match.kind.null_values)
    return draft


def _add_named(draft: Draft, match: Match) -> None:
    """Fill what the profile does not name by names any system may use."""
    known = {plain(each) for each in match.kind.unused}
    free = [h for h in draft.export.headers if h not in draft.used and plain(h) not in known]
    for kind in profiles()[ANY].exports:
        if kind.table != draft.table:
            continue
        for column, headers in columns_of(kind, free).items():
            if column not in draft.columns:
                draft.columns[column] = Source(headers[0], "name")
                draft.offered[column] = list(headers)


def _is_called_for(export: Export, made: Derived, needs: Mapping[str, str]) -> bool:
    texts = (text for header in needs.values() for text in export.values(header))
    return not made.where or any(re.search(made.where, text) for text in texts)


def _add_meanings(draft: Draft, kind: Kind) -> None:
    """Say what the texts of a column mean, of those that stand in it."""
    for column, told in kind.values.items():
        if column not in draft.columns:
            continue
        known = {word.casefold(): value for word, value in told.items() if word != _ELSE}
        texts = draft.texts(draft.columns[column].header)
        meant = {text: known[text.casefold()] for text in texts if text.casefold() in known}
        if _ELSE in told:
            meant[_ELSE] = told[_ELSE]
        if meant:
            draft.values[column] = meant
