"""Appeal a review: filed once there is a rating, decided by somebody who did not rate."""

from typing import TYPE_CHECKING

from workbench.errors import ParameterError
from workbench.i18n import error
from workbench.review.cycle.checking import is_blank
from workbench.store import Actor
from workbench.store.entries import read_entries
from workbench.store.inbox import ask
from workbench.store.naming import review_said
from workbench.store.rules import Subject, require_appeal
from workbench.store.subjects import read_subject

if TYPE_CHECKING:
    from workbench.review.cycle.desk import Desk


def appeal(desk: "Desk", actor: Actor, cycle: str, rep_id: str, text: str) -> str:
    """File an appeal into the inbox of HR; gives its id.

    Raises
    ------
    RefusedError
        For all but the rep, and before both have signed or once the review is closed.
    ParameterError
        Without words, without a rating to appeal, or when this round was appealed already.
    """
    if not text.strip():
        raise error(ParameterError, "appeal-empty")
    subject = read_subject(desk.store, actor, cycle, rep_id)
    require_appeal(actor, subject)
    require_rating(desk, actor, subject)
    calendar = desk.workspace.calendar
    return ask(desk.store, actor, (cycle, rep_id), "appeal", text, calendar=calendar)


def require_rating(desk: "Desk", actor: Actor, subject: Subject) -> None:
    """Refuse to appeal a review nobody rated: a figure is questioned instead."""
    entries = read_entries(desk.store, actor, subject.cycle, subject.rep_id)
    rated = [
        entry
        for (section, _item, side), entry in entries.items()
        if section == "rating" and side == "manager" and not entry.is_proposed
    ]
    if not any(not is_blank(each.value) for each in rated):
        review = review_said(subject)
        raise error(ParameterError, "appeal-no-rating", review=review, rep=subject.rep_id)
