"""What was promised: done, open or dropped, and what became of the metric by its day."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from workbench.i18n import MISSING, Lang, message, phrases
from workbench.page.cells import Cell
from workbench.page.parts import Block, Note
from workbench.page.table import Table
from workbench.page.table import words as text
from workbench.review import words
from workbench.review.promised.aim import is_missed
from workbench.review.promised.figure import Stand, stand_of
from workbench.review.promised.telling import outcome_text, stand_text, then_text, unread_aims
from workbench.store.promises import Promise

if TYPE_CHECKING:
    from workbench.review.brief import Brief

_Stood = list[tuple[Promise, Stand | None]]


def commitments(review: "Brief") -> tuple[str, Sequence[Block]]:
    """Open the review with what earlier ones agreed."""
    lang, kept = review.lang, review.answers.promises
    if not kept:
        # A manager above reads them with the words only; to all others none means there is none
        is_untold = review.reader.role == "manager" and "shared" in review.answers.withheld
        return message(f"commitments-{'withheld' if is_untold else 'finding'}", lang), []
    stood = [(each, stand_of(each, review)) for each in kept]
    heads = [text(message(f"commitments-{name}", lang)) for name in _HEADS]
    shown = Table(heads, [_row(each, stand, review) for each, stand in stood])
    warned = [message("promise-unread", lang, aim=aim) for aim in unread_aims(list(kept))]
    if any(each.baseline for each in kept):
        warned.append(message("commitments-regression", lang))
    return _finding(stood, review), [shown, *(Note(line, is_quiet=True) for line in warned)]


_STATES = ("done", "open", "dropped")
_HEADS = ("what", "due", "measure", "before-after", "state")


def _finding(stood: _Stood, review: "Brief") -> str:
    """Count the promises by their state, and those done that did not reach their aim."""
    lang, kept = review.lang, [each for each, _stand in stood]
    told = _told(kept, sum(each.is_overdue(_day(review)) for each in kept), lang)
    missed = sum(
        each.state == "done" and is_missed(each, stand.fact.value)
        for each, stand in stood
        if stand is not None and stand.is_fixed
    )
    return message("promise-done-missed", lang, told=told, n=missed) if missed else told


def _told(kept: list[Promise], overdue: int, lang: Lang) -> str:
    """Count promises by their state; one that no promise is in is left out."""
    counted = {state: sum(each.state == state for each in kept) for state in _STATES}
    there = {state: n for state, n in counted.items() if n}
    late = "none" if not overdue else "all" if overdue == counted["open"] else "some"
    more: dict[str, dict[str, str | int]] = {"open": {"overdue": overdue, "late": late}}
    if len(there) == 1:
        state = next(iter(there))
        return message(f"commitments-all-{state}", lang, n=len(kept), **more.get(state, {}))
    parts = (message(f"commitments-part-{state}", lang, n=n, **more.get(state, {}))
             for state, n in there.items())  # fmt: skip
    return message("commitments-told", lang, n=len(kept), parts=phrases(parts, lang))


def _row(kept: Promise, stand: Stand | None, review: "Brief") -> list[Cell]:
    lang = review.lang
    state = message(f"commitments-{_state(kept, review)}", lang)
    return [
        kept.what,
        kept.due_on,
        words.label(kept.metric, lang) if kept.metric else MISSING,
        _moved(kept, stand, review),
        outcome_text(state, kept, stand, review),
    ]


def _state(kept: Promise, review: "Brief") -> str:
    """Say what became of a promise; who left before its day is not asked for it."""
    if kept.is_overdue(_day(review)):
        return "overdue"
    is_theirs = kept.owner_id == review.rep.rep_id
    is_ended = kept.state == "open" and is_theirs and review.has_left
    return "left" if is_ended else kept.state


def _day(review: "Brief") -> date:
    """Give the day promises are judged at: the last known, for who left the last at work."""
    as_of, last = review.as_of, review.employment.last_on
    return min(as_of, last) if last is not None else as_of


def _moved(kept: Promise, stand: Stand | None, review: "Brief") -> str:
    """Write the metric then and at its day, with the interval of what can be told from chance."""
    if stand is None:
        return kept.aim or MISSING
    told = f"{then_text(kept, stand, review)} → {stand_text(kept, stand, review)}"
    if stand.fact.low is not None:
        told = f"{told} ({words.interval(stand.fact, review.lang)})"
    aim = message("commitments-aim", review.lang, aim=kept.aim) if kept.aim else ""
    return f"{told}{aim}"
