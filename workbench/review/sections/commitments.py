"""What was promised: done, open or dropped, and what became of the metric since."""

from datetime import date
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from markupsafe import Markup

from workbench import i18n
from workbench.i18n import MISSING, message
from workbench.review import words
from workbench.review.table import table
from workbench.review.table import words as text
from workbench.store.promises import Promise

if TYPE_CHECKING:
    from workbench.review.review import Review


def commitments(review: "Review") -> tuple[str, Markup]:
    """Open the review with what earlier ones agreed."""
    lang, kept = review.lang, review.answers.promises
    if not kept:
        return message("commitments-finding", lang), Markup("")
    counted = {state: sum(each.state == state for each in kept) for state in _STATES}
    overdue = sum(each.is_overdue(_day(review)) for each in kept)
    finding = message("commitments-told", lang, n=len(kept), overdue=overdue, **counted)
    heads = [text(message(f"commitments-{name}", lang)) for name in _HEADS]
    rows = [_row(each, review) for each in kept]
    shown = table(heads, rows, lang=lang)
    if any(each.baseline for each in kept):
        warned = message("commitments-regression", lang)
        shown += Markup('<p class="small dim">{}</p>').format(warned)
    return finding, shown


_STATES = ("done", "open", "dropped")
_DAY = Markup('<span class="day">{}</span>')
_HEADS = ("what", "due", "measure", "before-after", "state")


def _row(kept: Promise, review: "Review") -> list[str]:
    lang = review.lang
    state = message(f"commitments-{_state(kept, review)}", lang)
    return [
        kept.what,
        _DAY.format(i18n.short_date(kept.due_on)) if kept.due_on else MISSING,
        words.label(kept.metric, lang) if kept.metric else MISSING,
        _moved(kept, review),
        f"{state}: {kept.reason}" if kept.reason else state,
    ]


def _state(kept: Promise, review: "Review") -> str:
    """Say what became of a promise; who left before its day is not asked for it."""
    if kept.is_overdue(_day(review)):
        return "overdue"
    is_theirs = kept.owner_id == review.rep.rep_id
    is_ended = kept.state == "open" and is_theirs and review.has_left
    return "left" if is_ended else kept.state


def _day(review: "Review") -> date:
    """Give the day promises are judged at: the last known, for who left the last at work."""
    as_of, last = review.snapshot.as_of, review.employment.last_on
    return min(as_of, last) if last is not None else as_of


def _moved(kept: Promise, review: "Review") -> str:
    """Write the metric before and after, with the interval of what can be told from chance."""
    before = _decimal(kept.baseline)
    if not kept.metric or before is None:
        return kept.aim or MISSING
    fact = review.figures[kept.metric]
    then = words.value_text(before, fact.unit, fact.currency, review.lang)
    told = f"{then} → {words.fact_text(fact, review.lang)}"
    if fact.low is not None:
        told = f"{told} ({words.interval(fact, review.lang)})"
    aim = message("commitments-aim", review.lang, aim=kept.aim) if kept.aim else ""
    return f"{told}{aim}"


def _decimal(written: str) -> Decimal | None:
    try:
        return Decimal(written)
    except InvalidOperation:
        return None
