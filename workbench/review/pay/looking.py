"""Who looks at an incentive statement: whom it pays, who leads them, and who runs pay."""

from typing import TYPE_CHECKING

from workbench.review.acting import require_named
from workbench.review.reader import document_of, is_about, leads, named_reader
from workbench.store.actor import Actor
from workbench.store.pay.rules import require

if TYPE_CHECKING:
    from workbench.review.rep_period import RepPeriod


def statement_reader(review: "RepPeriod", told: str) -> Actor | None:
    """Say who reads the statement of a review; None on a desk where nobody was named.

    Raises
    ------
    RefusedError
        When it is not for who is told, or nobody is where people are told apart.
    ParameterError, UnknownNameError
        When it is not PERSON:ROLE, or the role is none.
    """
    who = named_reader(told, review.workspace)
    if who is None:
        return None
    if is_about(who, review):
        return document_of(review.rep.rep_id)
    require_named(review.workspace, who)
    require(who, "read a statement", is_own=False, is_led=leads(who, review))
    return who
