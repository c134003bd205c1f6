"""The draft a rep's self-review opens with: candidates from the facts, each with its deal."""

from typing import TYPE_CHECKING

from workbench import i18n
from workbench.i18n import message
from workbench.metrics.comparison.peers import is_better
from workbench.metrics.fact import Comparison
from workbench.review import words
from workbench.review.rows import DealRow
from workbench.review.template import Item
from workbench.store import Actor, Store
from workbench.store.entries import Place
from workbench.store.proposing import propose_entry

if TYPE_CHECKING:
    from workbench.review.review import Review

_MOST = 3


def propose(store: Store, actor: Actor, review: "Review", cycle: str) -> int:
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


def _proposal(item: Item, review: "Review") -> str | list[list[str]]:
    if item.proposed_from is None or item.filled_by == "manager":
        return ""
    if item.proposed_from == "gaps":
        lines = needs(review)
        blank = [""] * (len(item.columns) - 1)
        return [[line, *blank] for line in lines] if item.columns else "\n".join(lines)
    found = review.deals("won" if item.proposed_from == "wins" else "open")
    if item.proposed_from == "past_due":
        found = tuple(row for row in found if row.is_past_due)
    known = [row for row in found if row.amount is not None]
    ranked = sorted(known, key=lambda row: (-(row.amount or 0), row.deal_id))
    return "\n".join(_line(row, review) for row in ranked[:_MOST])


def _line(row: DealRow, review: "Review") -> str:
    amount = i18n.money(row.amount or 0, review.workspace.currency, review.lang)
    day = i18n.short_date(row.close_on) if row.close_on else ""
    name = "" if row.name == row.deal_id else row.name
    words = {"deal": row.deal_id, "name": name, "amount": amount, "day": day}
    return message("draft-deal", review.lang, **words)


def needs(review: "Review") -> list[str]:
    """Name what the figures say of needs, then strengths: metric, value, peers' median, n.

    Only what an interval sets apart from the peers counts; a lower figure is a strength where lower
    is better. Nothing where no figure is distinguishable.
    """
    found: dict[bool, list[str]] = {False: [], True: []}
    for (method, metric), peers in sorted(review.figures.others.items()):
        is_good = is_better(metric, peers.verdict) if method == "peers" else None
        if is_good is not None:
            found[is_good].append(_need(review, metric, peers, is_good=is_good))
    return [*found[False][:_MOST], *found[True][:_MOST]]


def _need(review: "Review", metric: str, peers: Comparison, *, is_good: bool) -> str:
    fact, lang = review.figures[metric], review.lang
    told = {
        "metric": words.label(metric, lang),
        "value": words.fact_text(fact, lang),
        "median": words.coarse(peers.value, fact, lang),
    }
    key = "draft-strength" if is_good else "draft-need"
    return message(key, lang, n=fact.n, peers=peers.n_peers, **told)
