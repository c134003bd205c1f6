"""What a statement comes to by the data and plans of today, beside what was issued."""

from typing import TYPE_CHECKING

from workbench.review.pay.own import own_ledger
from workbench.review.pay.statements import statements_of
from workbench.review.pay.text import differences_text, statements_text
from workbench.snapshots.pay.plans import plans_of

if TYPE_CHECKING:
    from workbench.review.review import Review


def recomputed_text(review: "Review") -> str:
    """Write the statements of a review computed today, each with its lines that differ.

    Raises
    ------
    PlanError
        When the plans of today cannot be used.
    """
    issued = own_ledger(review).issued
    made = statements_of(review, plans_of(review.workspace))
    told = []
    for each in made:
        told.append(statements_text([each], "table", review.lang))
        if each.period.name in issued:
            before = issued[each.period.name].statement
            told.append(differences_text(before, each, review.lang))
    return "\n".join(told)
