"""The draft a rep's self-review opens with: candidates from the facts, each with its deal."""

from typing import TYPE_CHECKING

from workbench import i18n
from workbench.i18n import message
from workbench.review.rows import DealRow
from workbench.review.template import Item
from workbench.store import Actor, Store
from workbench.store.entries import Place, save_entry

if TYPE_CHECKING:
    from workbench.review.review import Review

_MOST = 3


def propose(store: Store, review: "Review", cycle: str) -> int:
    """Fill what the template wants proposed, marked so until the rep edits it.

    Gives the number of items filled; what the facts give no candidate for stays empty.
    """
    actor, filled = Actor(review.rep.rep_id, "rep"), 0
    for section, items in review.template.forms.items():
        for item in items:
            text = _proposal(item, review)
            if text:
                place = Place(cycle, review.rep.rep_id, section, item.key, "rep")
                save_entry(store, actor, place, text, 0, is_proposed=True)
                filled += 1
    return filled


def _proposal(item: Item, review: "Review") -> str:
    if item.proposed_from is None or "rep" not in item.sides:
        return ""
    if item.proposed_from == "gaps":
        return "\n".join(_gaps(review))
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


def _gaps(review: "Review") -> list[str]:
    """Name the metrics in which the rep is distinguishably below the peers."""
    below = [
        comparison
        for (method, _metric), comparison in sorted(review.figures.others.items())
        if method == "peers" and comparison.verdict == "below"
    ]
    return [message(f"{each.metric}", review.lang) for each in below[:_MOST]]
