"""The one thing to decide: what somebody waits for, else what to do about what weighs most."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from workbench import i18n
from workbench.i18n import message
from workbench.review.cycle.checking import is_blank
from workbench.review.growing.lines import asked_in
from workbench.review.growing.support import desk_named
from workbench.review.verdict.candidate import Candidate
from workbench.review.verdict.signed import signed_day

if TYPE_CHECKING:
    from workbench.review.brief import Brief


def decision(found: Sequence[Candidate], review: "Brief") -> str:
    """Say what is to be decided, given what fell short in the order it is told.

    A request that waits comes first, since somebody cannot go on without an answer: the one due
    first; where the page ends in what the rep asks in own words, that asks for itself. Who has left
    decides nothing but who takes over. "" where nothing asks for a decision, and once it is signed:
    then the actions agreed on say it.
    """
    if signed_day(review) is not None:
        return ""
    waiting = "" if _asks_itself(review) else _waiting(review)
    if waiting or review.has_left:
        return waiting or _handover(review)
    return next((each.asked for each in found if each.asked), "")


def _asks_itself(review: "Brief") -> bool:
    items = review.template.forms.get("summary", ())
    entries = (entry for item in items for entry in review.answers.of("summary", item))
    return any(not is_blank(entry.value) for entry in entries)


def _waiting(review: "Brief") -> str:
    lines = [each for each in asked_in(review.lines.support, review) if each.ended_at is None]
    if not lines:
        return ""
    first, lang = lines[0], review.lang
    desk = desk_named(review.book, str(first.about.get("desk") or first.owner))
    names = review.names({first.owner})
    owner = desk.label.in_(lang) if desk else names.get(first.owner, first.owner)
    day = i18n.short_date(first.due_on) if first.due_on else ""
    return message(
        "verdict-decide-request", lang, owner=owner, words=first.what,
        due="told" if day else "untold", day=day, n=len(lines) - 1,
    )  # fmt: skip


def _handover(review: "Brief") -> str:
    n = review.figures["open_deals"].n
    return message("verdict-decide-handover", review.lang, n=n) if n else ""
