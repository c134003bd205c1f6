"""People the deals name who are on no list of people: they left, or were archived."""

from collections.abc import Mapping

from workbench.i18n import Lang, listed, message
from workbench.proposal.draft import Draft
from workbench.proposal.proposal import Choice, Question
from workbench.sources.sql import named

ROOT = "unlisted"  # of the answer: unlisted = "add"
ADD, LEAVE = "add", "leave"
_SHOWN = 3


def settle_unlisted(drafts: Mapping[str, Draft], told: str, lang: Lang) -> list[Question]:
    """Add to the list whom the deals name, or ask: who is on no list has deals that count nowhere.

    Nobody is asked about where the deals make the list, or none of them is on it: then it is
    another key, which the reader says.
    """
    reps, deals = drafts.get("reps"), drafts["deals"]
    if reps is None or told == LEAVE or not {"rep_id"} <= deals.columns.keys():
        return []
    owner, key = deals.columns["rep_id"].header, reps.columns["rep_id"].header
    there, owners = set(reps.texts(key)), deals.texts(owner)
    lacking = [each for each in owners if each not in there]
    if not lacking or len(lacking) == len(owners):
        return []
    if told == ADD:
        reps.more = _more(reps, deals, owner, key)
        return []
    shown = [*lacking[:_SHOWN], *(["…"] if len(lacking) > _SHOWN else [])]
    asks = message("proposal-ask-unlisted", lang, n=len(lacking), names=listed(shown, lang))
    choices = tuple(Choice(e, message(f"proposal-unlisted-{e}", lang)) for e in (ADD, LEAVE))
    return [Question((ROOT,), asks, choices)]


def _more(reps: Draft, deals: Draft, owner: str, key: str) -> str:
    """Write one row for each of them, by the name the deals give."""
    own, there = named(owner), named(key)
    call = next((h for h in deals.offered.get("rep_id", ()) if h != owner), owner)
    called = reps.columns["name"].header
    name = f", min({named(call)}) AS {named(called)}" if called != key else ""
    known = f"SELECT {there} FROM {reps.rows()} WHERE {there} IS NOT NULL"
    return (
        f"SELECT {own} AS {there}{name} FROM {deals.rows()}"
        f" WHERE {own} IS NOT NULL AND {own} NOT IN ({known}) GROUP BY {own}"
    )
