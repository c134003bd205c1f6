"""The draft a rep's self-review opens with: candidates from the facts, each with its deal.

It is kept as keys and figures, so that rep and manager read it in their own language each.
"""

from typing import TYPE_CHECKING

from workbench.metrics.comparison.peers import is_better
from workbench.metrics.fact import Comparison, Fact
from workbench.review import kept
from workbench.review.kept import Kept
from workbench.review.rows import DealRow
from workbench.review.template import Item
from workbench.store import Actor, Store
from workbench.store.entries import Place
from workbench.store.proposing import propose_entry

if TYPE_CHECKING:
    from workbench.review.rep_period import RepPeriod

_MOST = 3


def propose(store: Store, actor: Actor, review: "RepPeriod", cycle: str) -> int:
    """Fill what the template wants proposed, marked so until the rep edits it.

    Gives the number of items filled; what the facts give no candidate for stays empty.

    Parameters
    ----------
    actor
        Who opens the cycle, in whose name it is laid there.
    """
    filled = 0
    for section, items in review.template.forms.items():
        for item in items:
            value, side = _proposal(item, review), item.sides[0] if item.sides else "rep"
            if value:
                place = Place(cycle, review.rep.rep_id, section, item.key, side)
                filled += propose_entry(store, actor, place, value)
    return filled


def _proposal(item: Item, review: "RepPeriod") -> Kept | list[list[str | Kept]] | None:
    if item.proposed_from is None or item.filled_by == "manager":
        return None
    if item.proposed_from == "gaps":
        blank = [""] * (len(item.columns) - 1)
        told = needs(review)
        return [[each, *blank] for each in told] if item.columns else _lines(told)
    found = review.deal_rows("won" if item.proposed_from == "wins" else "open")
    if item.proposed_from == "past_due":
        found = tuple(row for row in found if row.is_past_due)
    known = [row for row in found if row.amount is not None]
    ranked = sorted(known, key=lambda row: (-(row.amount or 0), row.deal_id))
    return _lines([_line(row, review) for row in ranked[:_MOST]])


def _lines(found: list[Kept]) -> Kept | None:
    return kept.lines(found) if found else None


def _line(row: DealRow, review: "RepPeriod") -> Kept:
    amount = kept.figure(row.amount, "money", review.currency)
    day = kept.day(row.close_on) if row.close_on else ""
    name = "" if row.name == row.deal_id else row.name
    return kept.sentence("draft-deal", deal=row.deal_id, name=name, amount=amount, day=day)


def needs(review: "RepPeriod") -> list[Kept]:
    """Name what the figures say of needs, then strengths: metric, value, peers' median, n.

    Only what an interval sets apart from the peers counts; a lower figure is a strength where lower
    is better. Nothing where no figure is distinguishable.
    """
    found: dict[bool, list[Kept]] = {False: [], True: []}
    for (method, metric), peers in sorted(review.figures.others.items()):
        is_good = is_better(metric, peers.verdict) if method == "peers" else None
        if is_good is not None:
            found[is_good].append(_need(review, metric, peers, is_good=is_good))
    return [*found[False][:_MOST], *found[True][:_MOST]]


def _need(review: "RepPeriod", metric: str, peers: Comparison, *, is_good: bool) -> Kept:
    fact, side = review.figures[metric], "strength" if is_good else "need"
    if peers.low is None:
        return kept.sentence(
            f"draft-{side}-alone",
            metric=kept.metric(metric),
            value=kept.figure(fact.value, fact.unit, fact.currency),
            n=fact.n,
            peers=peers.n_peers,
        )
    return kept.sentence(
        f"draft-{side}",
        metric=kept.metric(metric),
        value=kept.figure(fact.value, fact.unit, fact.currency),
        median=_median(peers, fact),
        n=fact.n,
        peers=peers.n_peers,
    )


def _median(peers: Comparison, fact: Fact) -> Kept:
    """Keep the peers' median, or between what it lies."""
    told = {
        name: kept.figure(value, fact.unit, fact.currency, is_coarse=True)
        for name, value in (("median", peers.value), ("low", peers.low), ("high", peers.high))
    }
    if peers.value is None:
        return kept.sentence("peers-between", low=told["low"], high=told["high"])
    return kept.sentence("peers-about", median=told["median"])
