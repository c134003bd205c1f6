"""What a statement comes to by the data and plans of today, beside what was issued."""

from typing import TYPE_CHECKING

from workbench.errors import PlanError
from workbench.i18n import message
from workbench.review.pay.statements import statements_of
from workbench.review.pay.text import differences_text, statements_text
from workbench.snapshots.pay.plans import plans_of

if TYPE_CHECKING:
    from workbench.review.brief import Brief


def recomputed_text(review: "Brief") -> str:
    """Write the statements of a review computed today, each with its lines that differ.

    Where there is no plan, or none that can be used, the sentence that says so.
    """
    issued = review.pay.ledger.issued
    try:
        plans = plans_of(review.workspace)
        made = statements_of(review, plans) if plans else ()
    except PlanError as reason:
        return f"{reason}\n"
    if not made:
        problem = "no-plan" if plans else "none"
        return message(f"incentive-finding-{problem}", review.lang) + "\n"
    told = []
    for each in made:
        told.append(statements_text([each], "table", review.lang))
        if each.period.name in issued:
            before = issued[each.period.name].statement
            told.append(differences_text(before, each, review.lang))
    return "\n".join(told)
