"""The review of the period before: its totals by the data of now, and by those it was signed on."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from workbench.model.period import Period
from workbench.review.figures import Figures
from workbench.review.past import Past, past_in
from workbench.review.told_rules import redefined, told_rules
from workbench.snapshots.open import kept_pinned

if TYPE_CHECKING:
    from workbench.review.cycle.earlier import Earlier
    from workbench.review.rep_period import RepPeriod
    from workbench.snapshots.snapshot import Snapshot


@dataclass(frozen=True)
class LastReview:
    """A rep's period before this one, and the review of it both have signed."""

    period: Period
    figures: Figures  # totals by the data of the review that looks back
    signed: "Earlier | None" = None
    then: Figures | None = None  # the same by other data it was signed on; None without such
    is_gone: bool = False  # whether those data are not kept here
    ruled: tuple[str, ...] = ()  # options figures are computed by otherwise now than when signed
    redefined: tuple[str, ...] = ()  # metrics that are said to be something else now


def last_review_of(review: "RepPeriod", earlier: "Sequence[Earlier]") -> LastReview | None:
    """Look for the review before, among the signed ones its reader may see.

    None for a first period, and for one in which the rep was away or nothing is recorded.
    """
    before = review.calendar.preceding(review.period)
    hired = review.rep.hired_on
    if before is None or (hired is not None and before.end <= hired):
        return None
    past = past_in(before, review)
    if past.is_away or all(fact.value is None for fact in past.facts.values()):
        return None
    found = LastReview(before, _figures(past))
    signed = _signed(before, review.template.name, earlier)
    return found if signed is None else _with_signed(found, signed, review)


def _signed(period: Period, template: str, earlier: "Sequence[Earlier]") -> "Earlier | None":
    """Choose the signed review of a period: that of the same template, else the last signed."""
    found = [each for each in earlier if each.period == period.name]
    alike = [each for each in found if each.cycle.endswith(f":{template}")]
    return max(alike or found, key=lambda each: each.signed_at, default=None)


def _with_signed(found: LastReview, signed: "Earlier", review: "RepPeriod") -> LastReview:
    found = replace(
        found, signed=signed, ruled=_ruled(signed, review), redefined=redefined(signed.rules or {})
    )
    if signed.data is None or review.snapshot.hash.startswith(signed.data[1]):
        return found
    kept = kept_pinned(review.workspace, *signed.data)
    if kept is None:
        return replace(found, is_gone=True)
    return replace(found, then=_then(found.period, kept, review))


def _ruled(signed: "Earlier", review: "RepPeriod") -> tuple[str, ...]:
    then, now = signed.rules, told_rules(review.workspace.figure_rules)
    return tuple(option for option in now if then is not None and now[option] != then.get(option))


def _then(period: Period, kept: "Snapshot", review: "RepPeriod") -> Figures:
    return _figures(past_in(period, replace(review, snapshot=kept)))


def _figures(past: Past) -> Figures:
    return Figures.of(past.facts.values(), [])
