"""Carried actions: what was agreed, what became of its figure, and whether chance explains it."""

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from workbench import i18n
from workbench.i18n import MISSING, message
from workbench.metrics.catalogue import is_state
from workbench.metrics.comparison.two_groups import difference
from workbench.metrics.fact import Fact
from workbench.page.number import value_text
from workbench.review import words
from workbench.review.coaching.measures import direction
from workbench.review.promised.days import made_in
from workbench.review.promised.figure import Stand, as_decimal, hits_of, stand_of
from workbench.review.promised.telling import aim_text, shown_value, stand_text
from workbench.store.coaching.sessions import ASKS_WHY_FROM
from workbench.store.promises import Promise

if TYPE_CHECKING:
    from workbench.review.rep_period import RepPeriod


@dataclass(frozen=True)
class Carried:
    """One earlier action as a session shows it."""

    promise: Promise
    owner: str
    due: str
    moved: str  # the figure then → now, or → at its day once that has come
    verdict: str
    aimed: str  # whether the aim was reached; "" while the figure still moves
    is_moved: bool  # more than chance explains, to the good
    rolled: str  # how often it was left open; "" below twice


def carried_row(kept: Promise, review: "RepPeriod") -> Carried:
    """Tell an action with its figure before and after."""
    lang, stand = review.lang, stand_of(kept, review)
    verdict, is_moved = _verdict(kept, stand, review)
    is_old = kept.rolled >= ASKS_WHY_FROM and kept.state == "open"
    return Carried(
        promise=kept,
        owner=owner_name(kept.owner_id, review),
        due=i18n.short_date(kept.due_on) if kept.due_on else MISSING,
        moved=_moved(kept, stand, review),
        verdict=verdict,
        aimed=aim_text(kept, stand, review),
        is_moved=is_moved,
        rolled=message("coach-rolled", lang, n=kept.rolled) if is_old else "",
    )


def owner_name(owner: str, review: "RepPeriod") -> str:
    """Name who does it: the two by name, others as they were written."""
    rep = review.rep
    return {rep.rep_id: rep.name, rep.manager_id: rep.manager_name}.get(owner, owner)


def _moved(kept: Promise, stand: Stand | None, review: "RepPeriod") -> str:
    before = as_decimal(kept.baseline)
    if stand is None or before is None:
        return MISSING
    fact = stand.fact
    then = value_text(before, fact.unit, fact.currency, review.lang)
    if stand.is_fixed:
        return f"{then} → {stand_text(kept, stand, review)}"
    if kept.baseline_n and fact.unit == "share":
        then = _counted(before, kept.baseline_n, review) or then
        return f"{then} → {words.counts(fact, review.lang)}"
    return f"{then} → {shown_value(stand, review)}"


def _verdict(kept: Promise, stand: Stand | None, review: "RepPeriod") -> tuple[str, bool]:
    lang = review.lang
    if stand is None:
        return message("coach-no-metric", lang), False
    pair = _pair(kept, stand.fact)
    if pair is None:
        return message("coach-no-interval", lang), False
    if not _is_apart(kept, stand.fact):
        return message("coach-same-period", lang), False

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
    before = as_decimal(kept.baseline)
    if before is None or not kept.baseline_n or fact.unit != "share":
        return None
    then = hits_of(before, kept.baseline_n)
    hits, cases = fact.numerator, fact.denominator
    if then is None or hits is None or cases is None or not fact.n or cases != fact.n:
        return None
    if hits != hits.to_integral_value():
        return None
    return (int(hits), int(cases)), (then, kept.baseline_n)


def _is_apart(kept: Promise, fact: Fact) -> bool:
    """Whether now and then rest on other cases: another period, or a state read at a moment."""
    return is_state(kept.metric) or made_in(kept) != fact.period


def _counted(share: Decimal, cases: int, review: "RepPeriod") -> str:
    hits = hits_of(share, cases)
    if hits is None:
        return ""
    top, bottom = (i18n.number(part, review.lang) for part in (hits, cases))
    return f"{top} / {bottom}"
