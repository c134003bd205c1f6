"""Figures in words: a fact as text in the reader's language, with its counts and its reason."""

from datetime import date
from decimal import Decimal

from workbench import i18n
from workbench.i18n import MISSING, Lang, has_message, message, told
from workbench.metrics.fact import Comparison, Fact
from workbench.metrics.record import Span, told_record
from workbench.model.money import round_half_up
from workbench.model.spoken import spoken_period
from workbench.page.number import Number, value_text

UNSTEADY_BELOW = 10  # a rate of fewer cases is marked
RANKED_FROM = 5  # a rate of fewer cases is not printed as a rate in comparisons

_UNTOLD = {"told": "untold", "median": ""}
_DATED = {"has_left": "left", "not_hired_yet": "hired"}  # the note that tells a reason's day


def fact_text(fact: Fact, lang: Lang) -> str:
    """Write the value of a fact; an absent one is a dash."""
    return value_text(fact.value, fact.unit, fact.currency, lang)


def number_of(fact: Fact) -> Number:
    """Give the value of a fact as a number of a page."""
    return Number(fact.value, fact.unit, fact.currency)


def label(metric: str, lang: Lang) -> str:
    """Name a metric, or one level of it: `won_revenue@East`.

    One the catalogue does not know is named as the source names it.
    """
    key, _, level = metric.partition("@")
    name = message(key, lang) if has_message(key, lang) else key
    return message("metric-at", lang, metric=name, level=level) if level else name


def table_name(table: str, lang: Lang) -> str:
    """Call a table of the data as a person does."""
    return message(f"import-table-{table}", lang)


def stage_name(stage: str, lang: Lang) -> str:
    """Name a stage in the reader's language where the package knows it, else as the source does."""
    if not stage:
        return message("pipeline-unstaged", lang)
    key = f"stage-{stage.lower().replace(' ', '_')}"
    known = key.replace("-", "").replace("_", "").isalnum() and key.isascii()
    return message(key, lang) if known and has_message(key, lang) else stage


def reason(fact: Fact, lang: Lang) -> str:
    """Say why a fact is absent; "" when it is there."""
    return reason_text(fact.reason, fact.note, lang)


def reason_text(code: str, note: str, lang: Lang) -> str:
    """Say why a figure is absent, with the days of the record where its note tells them."""
    if code == "outside_record" and note:
        return message("reason-outside_record-days", lang, **days(told_record(note), lang))
    day = _told_day(_DATED.get(code, ""), note)
    if day is not None:
        return message(f"reason-{code}-day", lang, date=i18n.long_date(day, lang))
    return message(f"reason-{code}", lang) if code else ""


def mend(code: str, lang: Lang) -> str:
    """Say what sales ops does about a reason; "" where there is nothing to be done."""
    return message(f"mend-{code}", lang) if has_message(f"mend-{code}", lang) else ""


def unrecorded(fact: Fact, lang: Lang) -> str:
    """Say that no day of a fact's period is on record, and which are; "" where one is."""
    if fact.reason != "outside_record":
        return ""
    span, period = days(told_record(fact.note), lang), told(spoken_period(fact.period), lang)
    return message("unrecorded", lang, period=period, **span)


def days(span: Span, lang: Lang) -> dict[str, str]:
    """Write the `first` and the `last` day of a record, as sentences name them."""
    first, last = (i18n.long_date(day, lang) for day in span)
    return {"first": first, "last": last}


def counts(fact: Fact, lang: Lang) -> str:
    """Write numerator and denominator as people read them: `5 / 14`, or n alone."""
    if fact.unit == "share" and fact.denominator is not None and fact.numerator is not None:
        whole = all(part == part.to_integral_value() for part in (fact.numerator, fact.denominator))
        if whole and fact.denominator == fact.n:
            top, bottom = (i18n.number(part, lang) for part in (fact.numerator, fact.denominator))
            return f"{top} / {bottom}"
    return f"n = {i18n.number(fact.n, lang)}"


def sample(fact: Fact, lang: Lang) -> str:
    """Write what a fact rests on, and mark it where a rate rests on few cases."""
    told = counts(fact, lang)
    return f"{told} {message('review-small-sample', lang)}" if is_unsteady(fact) else told


def interval(fact: Fact, lang: Lang) -> str:
    """Write a 95 % interval; "" when the fact has none."""
    if fact.low is None or fact.high is None:
        return ""
    low, high = (i18n.number(bound * 100, lang) for bound in (fact.low, fact.high))
    return message("review-interval", lang, low=low, high=high)


def is_unsteady(fact: Fact) -> bool:
    """Whether a rate rests on so few cases that it is marked."""
    return fact.unit == "share" and fact.n < UNSTEADY_BELOW


def ends(fact: Fact, lang: Lang) -> str:
    """Write the ends of a 95 % interval without a word around them; a dash without one."""
    if fact.low is None or fact.high is None:
        return MISSING
    return f"{i18n.share(fact.low, lang, 0)} – {i18n.share(fact.high, lang, 0)}"


def notes(fact: Fact, lang: Lang) -> list[str]:
    """Say what a reader has to know about a fact."""
    return [note_text(code, lang) for code in fact.note.split()]


def position(value: Decimal | None) -> float | None:
    """Give a figure as a position on a chart; what is written beside it stays exact."""
    return None if value is None else float(value)


def coarse(value: Decimal | None, fact: Fact, lang: Lang) -> str:
    """Write a peers' figure, which is rounded, without decimals it does not have."""
    if value is not None and fact.unit == "share":
        return i18n.share(value, lang, 0)
    return value_text(value, fact.unit, fact.currency, lang)


def beside(peers: Comparison, fact: Fact, lang: Lang) -> dict[str, str]:
    """Give a sentence the peers' median, or that nothing is told of it: `median` and `told`."""
    is_told = peers.low is not None
    return {"told": "told", "median": median(peers, fact, lang)} if is_told else _UNTOLD


def median(peers: Comparison, fact: Fact, lang: Lang) -> str:
    """Write the peers' median, or between what it lies where no more is told of it."""
    if peers.value is not None:
        return message("peers-about", lang, median=coarse(peers.value, fact, lang))
    low, high = (coarse(end, fact, lang) for end in (peers.low, peers.high))
    return message("peers-between", lang, low=low, high=high)


def middle_half(peers: Comparison, fact: Fact, lang: Lang) -> str:
    """Write the peers' quartiles, or between what their median lies; a dash if untold."""
    if peers.low is None:
        return MISSING
    if peers.value is None:
        return message("peers-median-between", lang, median=median(peers, fact, lang))
    low, high = (coarse(end, fact, lang) for end in (peers.low, peers.high or peers.low))
    return message("peers-about", lang, median=low) if low == high else f"{low} – {high}"


def others_told(peers: Comparison, fact: Fact, lang: Lang) -> str:
    """Say in a clause where the middle of the peers lies; "" where nothing is told of it."""
    if peers.low is None:
        return ""
    if peers.value is None:
        return message("peers-clause-median", lang, median=median(peers, fact, lang))
    return message("peers-clause-half", lang, middle=middle_half(peers, fact, lang))


def deals(n: int, lang: Lang) -> str:
    """Write a number of deals: `5单`, `5 deals`, `1 deal`."""
    return message("review-deals", lang, n=n)


def days_long(value: Decimal, lang: Lang) -> str:
    """Write a number of days as a sentence says it: `6.2 天`, `6.2 days`, `one day`."""
    n = i18n.times(round_half_up(value, 1), lang)
    return message("spoken-days", lang, plain="single" if n == "1" else "several", n=n)


def counted_deals(fact: Fact, lang: Lang) -> str:
    """Write a figure that counts deals; an absent one is a dash, never 0 deals."""
    return MISSING if fact.value is None else deals(int(fact.value), lang)


def note_text(code: str, lang: Lang) -> str:
    """Say what one code of a note tells, with its day or number."""
    name, _, detail = code.partition(":")
    day = _told_day(name, code) if name in _DATED.values() else None
    named = i18n.long_date(day, lang) if day else detail
    return message(f"note-{name}", lang, **({"detail": named} if named else {}))


def _told_day(name: str, note: str) -> date | None:
    """Read the day a note tells under a code; None where it tells none."""
    found = (code.partition(":")[2] for code in note.split() if code.startswith(f"{name}:"))
    return next((date.fromisoformat(day) for day in found), None)
