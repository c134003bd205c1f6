"""A form as a page shows it: what was asked, what was written, and room for the rest."""

from collections.abc import Sequence
from dataclasses import dataclass

Line = tuple[str, str]  # label ("" for none) and words


@dataclass(frozen=True)
class Signature:
    """What one side signed."""

    who: str
    verdict: str
    day: str
    comment: str = ""


@dataclass(frozen=True)
class Written:
    """What one side wrote."""

    who: str
    day: str
    lines: Sequence[Line] = ()
    rows: Sequence[Sequence[str]] = ()  # of a table
    level: int = 0  # of a rating or select, from 1; 0 where nothing was chosen


@dataclass(frozen=True)
class Skill:
    """One skill as both sides see it."""

    name: str
    own: str  # the level as written; "" when none
    managers: str
    gap: int | None  # manager's level less the own; None while one is missing
    words: Sequence[str]  # evidence and practice, the rep's first


@dataclass(frozen=True)
class FormItem:
    """One thing a form asks for, with what was written in it."""

    label: str
    kind: str  # as in a template: text, rating, actions, signatures, …
    is_required: bool
    help: str
    anchors: Sequence[str]  # the behaviour a value is seen by
    columns: Sequence[str]  # of a table
    rows: Sequence[str]  # what the first cells of a table begin with
    options: Sequence[str]  # of a select, of a rating the lowest first
    lines: int  # room to write on paper
    written: Sequence[Written]
    to_write: str = (
        ""  # who has still to write; "" for nobody, and where that is not for the reader
    )
    skills: Sequence[Skill] = ()  # of a table of competence, both sides together
    withheld: str = ""  # what is said in place of room to write: not for the reader, or closed


@dataclass(frozen=True)
class Form:
    """What a section asks people for."""

    items: Sequence[FormItem]
    signers: Sequence[str]  # who signs, in their order
    signed: Sequence[Signature] = ()
