"""Earlier promises on the sheet of a form: each with its state and why, to be answered."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from workbench.errors import ConflictError, SourceError
from workbench.i18n import LANGS, Lang, error, message
from workbench.review import words
from workbench.review.cycle.desk import Desk
from workbench.review.cycle.sheet_book import Key
from workbench.review.cycle.sheet_lines import Choices, Found, Line, place_in, text_of
from workbench.review.promised.figure import came_to
from workbench.store import Actor
from workbench.store.promises import (
    STATES,
    Promise,
    answer_promise,
    promises_of,
    require_answer,
)
from workbench.store.rules import Subject, may_write

LEDGER = "commitments"  # the section that goes through earlier promises
_SECTION = "promise"  # on the sheet; no section of a review is called so


def earlier_promises(desk: Desk, actor: Actor, subject: Subject) -> list[Promise]:
    """List the promises of earlier reviews that an actor may answer now."""
    asked = desk.template_of(subject.cycle, subject.rep_id).forms
    if LEDGER not in asked or not may_write(actor, subject, "shared"):
        return []
    found = promises_of(desk.store, actor, subject.cycle, subject.rep_id)
    return [each for each in found if each.cycle != subject.cycle]


def ledger_lines(promises: Sequence[Promise], lang: Lang) -> Iterator[tuple[Key, int, list[Line]]]:
    """Lay promises out: one line for the state, one for why."""
    states = _states(lang)
    for each in promises:
        told = _told(each, lang)
        state = Line(told, [states[STATES.index(each.state)]], (states,))
        reason = Line(f"{told}: {message('sheet-reason', lang)}", [each.reason], ((),))
        yield _key(each), each.version, [state, reason]


def is_of_ledger(key: Key) -> bool:
    """Whether lines of a sheet answer a promise."""
    return key[0] == _SECTION


def answers_in(
    found: Mapping[Key, tuple[int, list[Found]]], promises: Sequence[Promise], file: Path
) -> list[tuple[Promise, int, str, str]]:
    """Read which promises a sheet answers anew: the promise, its version there, state and why.

    Raises
    ------
    SourceError
        When a state is none of the list, or a promise is not to be answered any more.
    ParameterError
        When one is dropped without saying why.
    """
    known = {_key(each): each for each in promises}
    told = []
    for key, (version, lines) in found.items():
        if not is_of_ledger(key):
            continue
        if key not in known:
            raise error(SourceError, "refusal-sheet-closed", file=file.name, item=key[1])
        kept = known[key]
        by_line = {each.line: each for each in lines}
        state = _state(kept, by_line[0], file) if 0 in by_line else kept.state
        reason = text_of(by_line[1].cells[0]) if 1 in by_line else kept.reason
        if (state, reason) != (kept.state, kept.reason.replace("\r\n", "\n")):
            require_answer(kept, state, reason)
            told.append((kept, version, state, reason))
    return told


def keep_answers(
    desk: Desk, actor: Actor, subject: Subject, told: Sequence[tuple[Promise, int, str, str]]
) -> tuple[list[str], list[str]]:
    """Keep what was answered; gives the words of what was kept, and of what changed meanwhile."""
    review = desk.review(actor, subject.cycle, subject.rep_id) if told else None
    saved: list[str] = []
    conflicts: list[str] = []
    for kept, version, state, reason in told:
        assert review is not None
        came = None if state == "open" else came_to(kept, review, desk.store.clock())
        try:
            # As of the sheet: what was answered since is left as it is
            seen = replace(kept, version=version)
            answer_promise(desk.store, actor, subject.cycle, seen, state, reason, came)
            saved.append(kept.what)
        except ConflictError:
            conflicts.append(kept.what)
    return saved, conflicts


def _key(kept: Promise) -> Key:
    return _SECTION, kept.promise, "shared"


def _states(lang: Lang) -> Choices:
    return tuple(message(f"commitments-{state}", lang) for state in STATES)


def _told(kept: Promise, lang: Lang) -> str:
    metric = words.label(kept.metric, lang) if kept.metric else ""
    day = kept.due_on.isoformat() if kept.due_on else ""
    parts = (kept.what, metric, kept.aim, day)
    return message("sheet-promise", lang, what=" · ".join(part for part in parts if part))


def _state(kept: Promise, found: Found, file: Path) -> str:
    place = place_in([_states(lang) for lang in LANGS], found.cells[0])
    if place is None:
        raise error(
            SourceError, "refusal-sheet-choice", file=file.name, row=str(found.row),
            item=kept.what, told=text_of(found.cells[0]),
        )  # fmt: skip
    return STATES[place]
