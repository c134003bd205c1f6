"""What reviews tell of pay: the score, and the share of the own steps done in time."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from workbench.incentives.inputs import Measure
from workbench.incentives.plan import Plan
from workbench.model.money import quotient
from workbench.model.period import Period
from workbench.review.cycle.answers import cycle_name
from workbench.review.reader import document_of
from workbench.review.scoring import score_of
from workbench.snapshots.pay.plans import FROM_REVIEW, measures_of
from workbench.sources.known_ids import by_any_id
from workbench.store.actor import Actor

if TYPE_CHECKING:
    from workbench.review.rep_period import RepPeriod
    from workbench.store.acts import Act
    from workbench.store.standing import Standing

SCORE, PARTICIPATION = FROM_REVIEW
NO_CYCLE = Measure(None, "no_cycle")
APPEALED = Measure(None, "appealed")
Told = Mapping[str, Mapping[str, Measure]]


def told_by_reviews(
    review: "RepPeriod", plans: tuple[Plan, ...], periods: tuple[Period, ...]
) -> Told:
    """Give score and participation of the reviews of each period, where a plan asks for them.

    What a plan pays is the same whoever looks: it is computed as the rep's document computes it.
    No words go into it, and no stage but the days of the rep's own steps.
    """
    rep_id, wanted = review.rep.rep_id, asked_of_reviews(plans)
    told: dict[str, dict[str, Measure]] = {}
    for period in periods if wanted else ():
        each = replace(review, period=period)
        told[period.name] = {}
        if SCORE in wanted:
            found = standings_of(each, document_of(rep_id))
            told[period.name][SCORE] = review_score(each, found)
        if PARTICIPATION in wanted:
            own = participations(each, document_of(rep_id))
            told[period.name][PARTICIPATION] = own.get(rep_id, NO_CYCLE)
    return told


def asked_of_reviews(plans: tuple[Plan, ...]) -> set[str]:
    """Name what plans ask of the reviews themselves."""
    named = {name for plan in plans for each in plan.components for name in measures_of(each)}
    return named & set(FROM_REVIEW)


def review_score(review: "RepPeriod", standings: "Iterable[Standing]" = ()) -> Measure:
    """Give the weighted score of a review; none while an appeal against it is open.

    Parameters
    ----------
    standings
        Where the reviews of its cycle stand, as `standings_of` gives them.
    """
    rep_id = review.rep.rep_id
    if any(
        each.is_appealed and each.subject.is_one(rep_id, each.subject.rep_id) for each in standings
    ):
        return APPEALED
    score = score_of(review)
    return Measure(score.value, "" if score.value is not None else "no_score", len(score.items))


def participations(review: "RepPeriod", actor: Actor) -> dict[str, Measure]:
    """Give the share of the own steps a rep did by their day, in the usual cycle of a period.

    A rep's steps are the stages that are the rep's to leave and the signature: what others do late
    is not held against anybody.

    The usual cycle is that of the workspace's own template, so that a quarter pays the same
    whichever review shows it.

    Parameters
    ----------
    actor
        A rep sees the own; the program, which works pay out, everybody's.
    """
    found = standings_of(review, actor)
    zone = review.time_zone
    # Nobody acts here: of what is on record, that counts which was the rep's own to do
    own = {each.subject.rep_id: each.acts_of(Actor(each.subject.rep_id, "rep")) for each in found}
    found_by = by_any_id(review.workspace.aliases, own)
    return {rep_id: _in_time(acts, zone) for rep_id, acts in found_by.items()}


def standings_of(review: "RepPeriod", actor: Actor) -> "list[Standing]":
    """Give where the reviews of the usual cycle of a period stand; [] without a store."""
    from workbench.store.opening import store_of  # noqa: PLC0415
    from workbench.store.standing import standings  # noqa: PLC0415

    if not review.has_store:
        return []
    store = store_of(review.workspace)
    try:
        return standings(store, actor, cycle_name(review.period.name, review.workspace.template))
    finally:
        store.engine.dispose()


def _in_time(acts: "Iterable[Act]", zone: ZoneInfo) -> Measure:
    from workbench.store.acts import in_time  # noqa: PLC0415 (loads SQL)

    on_time, dated = in_time(acts, zone)
    return Measure(quotient(on_time, dated), n=dated) if dated else NO_CYCLE
