"""A promise in words: its figure then and at its day, and what became of it beside its aim."""

from typing import TYPE_CHECKING

from workbench import i18n
from workbench.i18n import MISSING, message
from workbench.metrics.catalogue import CATALOGUE, is_state
from workbench.page.number import value_text
from workbench.review import words
from workbench.review.promised.aim import aim_of
from workbench.review.promised.days import made_in, settled_on
from workbench.review.promised.figure import Stand, as_decimal
from workbench.store.promises import Promise

if TYPE_CHECKING:
    from workbench.review.rep_period import RepPeriod


def then_text(kept: Promise, stand: Stand, review: "RepPeriod") -> str:
    """Write the figure as it was agreed on, with its period; a state with its day.

    A state first read after the promise was due is not where it began.
    """
    lang, fact = review.lang, stand.fact
    if is_state(kept.metric) and _is_read_late(kept):
        return message("promise-then-later", lang)
    before, currency = as_decimal(kept.baseline), _currency(review, fact.unit)
    value = value_text(before, fact.unit, currency, lang)
    when = made_in(kept)
    if is_state(kept.metric):
        when = i18n.long_date(kept.baseline_on, lang) if kept.baseline_on else ""
    if not when:
        return message("promise-then", lang, value=value)
    return message("promise-then-of", lang, value=value, when=when)


def _is_read_late(kept: Promise) -> bool:
    read, due = kept.baseline_on, kept.due_on
    return read is not None and due is not None and read > due


def stand_text(kept: Promise, stand: Stand, review: "RepPeriod") -> str:
    """Write where it stands: today, or at its day; absent with its reason."""
    lang, fact = review.lang, stand.fact
    if fact.value is not None:
        value = shown_value(stand, review)
    else:
        value = message("promise-gone", lang, value=MISSING, reason=words.reason(fact, lang))
    moment, when = _moment(kept, stand, review), _when(kept, stand, review)
    return message(f"promise-{moment}", lang, value=value, when=when)


def shown_value(stand: Stand, review: "RepPeriod") -> str:
    """Write the figure alone."""
    fact = stand.fact
    return value_text(fact.value, fact.unit, _currency(review, fact.unit), review.lang)


def aim_text(kept: Promise, stand: Stand | None, review: "RepPeriod") -> str:
    """Say whether the aim was reached; "" while the figure still moves, or where none can tell.

    Said beside whatever was answered: done with a missed aim is both.
    """
    aim = aim_of(kept)
    if aim is None or stand is None or not stand.is_fixed or stand.fact.value is None:
        return ""
    is_reached = aim.is_reached(stand.fact.value)
    return message(
        "promise-reached" if is_reached else "promise-missed", review.lang, aim=kept.aim,
        value=shown_value(stand, review),
    )  # fmt: skip


def outcome_text(state: str, kept: Promise, stand: Stand | None, review: "RepPeriod") -> str:
    """Say what was answered, what the figure says of it, and the reason."""
    lang = review.lang
    told = "；" if lang == "zh" else "; "
    said = told.join(part for part in (state, aim_text(kept, stand, review)) if part)
    if not kept.reason:
        return said
    return message("promise-outcome", lang, told=said, words=kept.reason)


def unread_aims(kept: list[Promise]) -> list[str]:
    """List the aims of metrics that cannot be read in one way, as written, each once."""
    written = (each.aim for each in kept if each.metric in CATALOGUE and each.aim.strip())
    read = {each.aim for each in kept if aim_of(each) is not None}
    return [aim for aim in dict.fromkeys(written) if aim not in read]


def _moment(kept: Promise, stand: Stand, review: "RepPeriod") -> str:
    """Say which moment the figure is of: now, due, answered or left."""
    if not stand.is_fixed:
        return "now"
    left_on = review.rep.left_on
    end = settled_on(kept, review.time_zone, left_on)
    if end is None or end == kept.due_on:
        return "due" if kept.due_on else "answered"
    return "left" if end == left_on else "answered"


def _when(kept: Promise, stand: Stand, review: "RepPeriod") -> str:
    lang, fact = review.lang, stand.fact
    day = i18n.long_date(stand.day, lang)
    if is_state(kept.metric) or not fact.period or fact.value is None:
        return day
    period = review.calendar.period(fact.period)
    is_whole = stand.day >= period.last_day
    return fact.period if is_whole else message("promise-until", lang, period=fact.period, day=day)


def _currency(review: "RepPeriod", unit: str) -> str:
    return review.currency if unit.startswith("money") else ""
