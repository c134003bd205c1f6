"""One family of errors, and the one helper for hints.

WorkbenchError
├── UnknownNameError     a name that does not exist; offers the nearest one
├── WorkspaceError       workbench.toml, or the folder it stands in
├── SourceError          a source file that is missing, unreadable or broken
├── SnapshotError        a snapshot that is missing or was changed after it was frozen
├── PeriodError          a period that cannot be read
├── ParameterError       a value a command or a notebook cannot take
├── ReviewError          one review that could not be made
├── BatchError           a batch that cannot start or has to stop; what is finished stays
├── StoreError           the store cannot be opened, read or written
├── PlanError            an incentive plan that cannot be used; names file, line and fix
├── ConflictError        two people changed the same thing; carries both texts
└── RefusedError         somebody may not do that, or not at this stage

Every message is a sentence: what was asked, what is wrong, the next thing to do.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TypeVar

Kind = TypeVar("Kind", bound="WorkbenchError")
_MOST = 8  # names a hint lists: a line's worth


@dataclass(frozen=True)
class Said:
    """A sentence as its key and what it names, for who reads it to be told in their language.

    A value is text, a number a sentence counts by, another `Said`, or several in a row.
    """

    key: str  # of locale/<lang>/*.ftl
    values: tuple[tuple[str, "str | int | Said | tuple[Said, ...]"], ...] = ()


class WorkbenchError(Exception):
    """Something the reader can mend; its text is a sentence with a next step.

    Where `said` is there, `i18n.told` says it in any language; the text is English.
    """

    said: Said | None = None


class UnknownNameError(WorkbenchError):
    """A name that is not among the known ones."""


class WorkspaceError(WorkbenchError):
    """A workspace that is missing or wrongly described."""


@dataclass(frozen=True)
class Doubt:
    """What can be read in two ways, and the lines of workbench.toml that settle it."""

    place: str  # the part the lines stand under: tables.deals; "" is that of the file read
    says: str  # the sentence
    lines: tuple[str, ...]  # one for each reading; () where the whole column is of no use
    column: str = ""  # of the table, where it is one column's doubt


class SourceError(WorkbenchError):
    """A source file that is missing, unreadable or broken; `doubts` are what can be settled."""

    def __init__(self, sentence: str, doubts: Iterable[Doubt] = ()) -> None:
        super().__init__(sentence)
        self.doubts = tuple(doubts)


def together(faults: Iterable[SourceError]) -> SourceError:
    """Make one error of several: a sentence a line, and all their doubts."""
    listed = list(faults)
    sentence = "\n".join(map(str, listed))
    return SourceError(sentence, (doubt for fault in listed for doubt in fault.doubts))


class SnapshotError(WorkbenchError):
    """A snapshot that is missing or was changed after it was frozen."""


class PeriodError(WorkbenchError):
    """A period that cannot be read."""


class ParameterError(WorkbenchError):
    """A value that a command or a notebook cannot take."""


class ReviewError(WorkbenchError):
    """One review that could not be made."""


class BatchError(WorkbenchError):
    """A batch that cannot start, or has to stop before it is done."""


class PlanError(WorkbenchError):
    """An incentive plan that cannot be used, or that does not fit the rep it is used for."""


class StoreError(WorkbenchError):
    """The store cannot be opened, read or written; nothing was half saved."""


class ConflictError(WorkbenchError):
    """Somebody else changed the same thing meanwhile.

    `theirs` is what the store holds now, at `version`; nothing was overwritten.
    """

    def __init__(self, sentence: str, theirs: object, version: int) -> None:
        super().__init__(sentence)
        self.theirs = theirs
        self.version = version


class RefusedError(WorkbenchError):
    """Somebody may not do that, or not at this stage."""


def telling(made: Kind, key: str, **values: "str | int | Said | tuple[Said, ...]") -> Kind:
    """Give an error the sentence it is told by in any language; its own text is the English one.

    For the rooms that `i18n` itself stands on; all others make errors by `i18n.error`.
    """
    made.said = Said(key, tuple(values.items()))
    return made


def hint(name: str, known: Iterable[str]) -> str:
    """Offer the nearest known name, or list the known ones when none is near."""
    nearest, names = _nearest(name, known)
    if nearest:
        return f"Did you mean {nearest!r}?"
    shown = ", ".join(repr(known_name) for known_name in names[:_MOST])
    rest = f" and {len(names) - _MOST} more" if len(names) > _MOST else ""
    return f"Known: {shown}{rest}." if names else "There are none yet."


def hint_said(name: str, known: Iterable[str]) -> Said:
    """Keep the same, to be told in any language."""
    nearest, names = _nearest(name, known)
    if nearest:
        return Said("hint-near", (("name", plain_name(nearest)),))
    shown = tuple(Said("hint-name", (("name", plain_name(each)),)) for each in names[:_MOST])
    if len(names) > _MOST:
        return Said("hint-known-more", (("names", shown), ("n", str(len(names) - _MOST))))
    return Said("hint-known", (("names", shown),)) if names else Said("hint-none")


def unknown_name(
    kind: str, name: str, known: Iterable[str], of: str = "", key: str = ""
) -> UnknownNameError:
    """Make the error of a name that is not `known`, told in any language; see `require_known`."""
    known = list(known)
    made = UnknownNameError(f"There is no {kind.format(of)} {name!r}. {hint(name, known)}")
    named = key or "-".join(kind.replace("{}", "").split())
    told = Said(f"kind-{named}", (("of", of),) if of else ())
    return telling(
        made, "unknown-name", kind=told, name=plain_name(name), hint=hint_said(name, known)
    )


def require_known(
    kind: str, names: Iterable[str], known: Iterable[str], *, of: str = "", key: str = ""
) -> None:
    """Refuse the first of `names` that is not `known`.

    Parameters
    ----------
    kind
        What the names are, as a reader would call it: "rep", "metric", "column". Each has a name
        in both languages, `kind-…` of locale/<lang>/names.ftl.
    names
        The names asked for.
    known
        The names there are.
    of
        What they are of, where `kind` has a place for it: "deal in line {}".
    key
        Of the name in both languages, where two things are called alike in English.

    Raises
    ------
    UnknownNameError
        With the nearest known name.
    """
    known = list(known)
    for name in names:
        if name not in known:
            raise unknown_name(kind, name, known, of, key)


def _nearest(name: str, known: Iterable[str]) -> tuple[str, list[str]]:
    """Find the known name nearest to one, "" where none is near, and list all of them."""
    names = sorted(set(known))
    nearest = get_close_matches(name, names, n=1, cutoff=0.6)
    if not nearest:  # a difference in case alone scores low on short names
        nearest = [known_name for known_name in names if known_name.casefold() == name.casefold()]
    return nearest[0] if nearest else "", names


def plain_name(name: object) -> str:
    """Write a name with its odd characters spelled out and no quotes: each language has its own."""
    return repr(name)[1:-1] if isinstance(name, str) else repr(name)
