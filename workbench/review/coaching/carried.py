"""Carried actions: what was agreed, what became of its figure, and whether chance explains it."""

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from workbench import i18n
from workbench.i18n import MISSING, message
from workbench.metrics.catalogue import CATALOGUE
from workbench.metrics.fact import Fact
from workbench.review import words
from workbench.review.coaching.measures import direction, fact_of
from workbench.store.coaching.sessions import ASKS_WHY_FROM
from workbench.store.promises import Promise

if TYPE_CHECKING:
    from workbench.review.review import Review

_STATES_OF_NOW = ("open",)  # populations read at one moment, not summed over the period


@dataclass(frozen=True)
class Carried:
    """One earlier action as a session shows it."""

    promise: Promise
    owner: str
    due: str
    moved: str  # the figure then → now
    verdict: str
    is_moved: bool  # more than chance explains, to the good
    rolled: str  # how often it was left open; "" below twice


def carried_row(kept: Promise, review: "Review") -> Carried:
    """Tell an action with its figure before and after."""
    lang, fact = review.lang, _fact(kept, review)
    verdict, is_moved = _verdict(kept, fact, review)
    is_old = kept.rolled >= ASKS_WHY_FROM and kept.state == "open"
    return Carried(
        promise=kept,
        owner=owner_name(kept.owner_id, review),
        due=i18n.short_date(kept.due_on) if kept.due_on else MISSING,
        moved=_moved(kept, fact, review),
        verdict=verdict,
        is_moved=is_moved,
        rolled=message("coach-rolled", lang, n=kept.rolled) if is_old else "",
    )


def owner_name(owner: str, review: "Review") -> str:
    """Name who does it: the two by name, others as they were written."""
    rep = review.rep
    return {rep.rep_id: rep.name, rep.manager_id: rep.manager_name}.get(owner, owner)


def _fact(kept: Promise, review: "Review") -> Fact | None:
    is_known = (kept.metric, "", "") in review.figures.facts
    return fact_of(review, kept.metric)[1] if is_known else None


def _moved(kept: Promise, fact: Fact | None, review: "Review") -> str:
    before = _decimal(kept.baseline)
    if fact is None or before is None:
        return MISSING
    then = words.value_text(before, fact.unit, fact.currency, review.lang)
    if kept.baseline_n and fact.unit == "share":
        then = _counted(before, kept.baseline_n, review) or then
        return f"{then} → {words.counts(fact, review.lang)}"
    return f"{then} → {words.fact_text(fact, review.lang)}"


def _verdict(kept: Promise, fact: Fact | None, review: "Review") -> tuple[str, bool]:
    lang = review.lang
    if fact is None:
        return message("coach-no-metric", lang), False
    pair = _pair(kept, fact)
    if pair is None:
        return message("coach-no-interval", lang), False
    if not _is_apart(kept, review):
        return message("coach-same-period", lang), False
    from workbench.metrics.comparison.two_groups import difference  # noqa: PLC0415 (loads scipy)

    gap = difference(*pair)
    told = {
        "gap": i18n.points(gap.value, lang),
        "low": i18n.number(gap.low * 100, lang, 1, is_signed=True),
        "high": i18n.number(gap.high * 100, lang, 1, is_signed=True),
    }
    if gap.low <= 0 <= gap.high:
        return message("coach-by-chance", lang, **told), False
    is_good = (gap.value > 0) == (direction(kept.metric) > 0)
    return message("coach-better" if is_good else "coach-worse", lang, **told), is_good


def _pair(kept: Promise, fact: Fact) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Give hits and cases now and then; None where one is no share of counted cases."""
    before = _decimal(kept.baseline)
    if before is None or not kept.baseline_n or fact.unit != "share":
        return None
    then = before * kept.baseline_n
    hits, cases = fact.numerator, fact.denominator
    if hits is None or cases is None or not fact.n or cases != fact.n:
        return None
    if abs(then - round(then)) > Decimal("0.001") or hits != hits.to_integral_value():
        return None
    return (int(hits), int(cases)), (round(then), kept.baseline_n)


def _is_apart(kept: Promise, review: "Review") -> bool:
    """Whether now and then rest on other cases: another period, or a state read at a moment."""
    is_state = CATALOGUE[kept.metric].population in _STATES_OF_NOW
    return is_state or kept.cycle.partition(":")[0] != review.period.name


def _counted(share: Decimal, cases: int, review: "Review") -> str:
    hits = share * cases
    if abs(hits - round(hits)) > Decimal("0.001"):
        return ""
    top, bottom = (i18n.number(part, review.lang) for part in (round(hits), cases))
    return f"{top} / {bottom}"


def _decimal(written: str) -> Decimal | None:
    try:
        return Decimal(written)
    except InvalidOperation:
        return None
