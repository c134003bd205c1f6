"""Doubts about lines of statements, issued or not: what was asked, and what came of it.

A line of an issued statement is doubted in the ledger of pay. One of a statement that is not issued
yet is a question of the review's cycle, kept in the inbox; here both read alike.
"""

from workbench.errors import require_known
from workbench.store import Actor, Store
from workbench.store.inbox import Asked, inbox_of
from workbench.store.pay.disputes import Dispute, disputes_of

SECTION = "incentive"  # by which a question of the inbox is one about a statement


def unissued_doubts(
    store: Store, actor: Actor, rep_id: str = "", period: str = ""
) -> list[Dispute]:
    """List the doubts about statements not issued as they were doubted, the open ones first.

    As the inbox is read: what the actor asked or has to answer. They are answered there in words,
    and correct no line: the statement is not final.

    Parameters
    ----------
    rep_id, period
        Whose, and of which pay period; "" takes all the actor reads.
    """
    found = (each for each in inbox_of(store, actor) if each.about.get("section") == SECTION)
    return [
        _read(each)
        for each in found
        if rep_id in ("", each.rep_id) and period in ("", str(each.about.get("period")))
    ]


def doubt_of(store: Store, actor: Actor, item: str) -> Dispute:
    """Give one doubt the actor raised, issued or not; UnknownNameError where there is none."""
    found = {each.dispute: each for each in unissued_doubts(store, actor)}
    if item not in found:  # who may doubt what is not issued may not read all that is
        found = {each.dispute: each for each in disputes_of(store, actor)}
    require_known("dispute", [item], found)
    return found[item]


def _read(item: Asked) -> Dispute:
    assert item.due_on is not None  # every question has a day
    return Dispute(
        dispute=item.item, run="", rep_id=item.rep_id, period=str(item.about.get("period") or ""),
        line=str(item.about.get("line") or ""), about=item.about, text=item.text,
        asked_by=item.asked_by, asked_at=item.asked_at, owner=item.owner, due_on=item.due_on,
        state=item.state, answer=item.answer, amount=None, answered_by=item.answered_by,
        answered_at=item.answered_at,
    )  # fmt: skip
