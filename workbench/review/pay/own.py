"""What was issued to the rep of a review, and what the next run would pay."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from workbench.incentives.ledger.drafting import NotNextError
from workbench.incentives.ledger.frozen import finished, frozen_text
from workbench.incentives.plan import Plan
from workbench.incentives.statement import Statement
from workbench.model.period import Period
from workbench.review.leaders import leaders_of

if TYPE_CHECKING:
    from workbench.review.pay.before import Issue
    from workbench.review.pay.issued import IssuedStatement
    from workbench.review.rep_period import RepPeriod
    from workbench.store.pay.doubts import Dispute


@dataclass(frozen=True)
class OwnLedger:
    """The rep's part of the ledger; empty where nothing was issued to them."""

    issued: Mapping[str, "IssuedStatement"] = field(default_factory=dict)  # by period
    issue: "Issue | None" = None  # what a next statement goes on from; None before the first
    # By period, what was doubted of statements before they were issued
    doubts: Mapping[str, tuple["Dispute", ...]] = field(default_factory=dict)


def own_ledger(review: "RepPeriod") -> OwnLedger:
    """Read what was issued to the rep of a review, as its reader may read it.

    Raises
    ------
    StoreError
        When an issued statement does not come out of its frozen input any more.
    RefusedError
        When it is not for the reader; see `pay_of`, which says so in words.
    """
    if not review.has_store:
        return OwnLedger()
    from workbench.review.pay.doubted import unissued_doubts  # noqa: PLC0415 (loads SQL)
    from workbench.review.pay.issued import read_own  # noqa: PLC0415
    from workbench.store.opening import store_of  # noqa: PLC0415

    rep_id, reader, zone = review.rep.rep_id, review.reader, review.time_zone
    is_manager = reader.role == "manager"
    leaders = leaders_of(review.snapshot, rep_id, review.period) if is_manager else ()
    store = store_of(review.workspace)
    try:
        issued, issue = read_own(store, reader, rep_id, zone=zone, leaders=leaders)
        return OwnLedger(issued, issue, by_period(unissued_doubts(store, reader, rep_id)))
    finally:
        store.engine.dispose()


def by_period(doubts: "list[Dispute]") -> dict[str, tuple["Dispute", ...]]:
    """Set doubts beside the periods they are about, in their order."""
    found: dict[str, tuple[Dispute, ...]] = {}
    for each in doubts:
        found[each.period] = (*found.get(each.period, ()), each)
    return found


def next_statement(
    review: "RepPeriod", plans: tuple[Plan, ...], period: Period, issue: "Issue"
) -> Statement | None:
    """Compute what the next run would pay; None where the period does not follow what was issued.

    Raises
    ------
    PlanError
        When it cannot be computed, for one as an issued plan was edited.
    """
    from workbench.review.pay.drafts import Drafts, pays_by  # noqa: PLC0415 (loads SQL)

    rep_id, space = review.rep.rep_id, review.workspace
    made = Drafts(
        space, review.snapshot, pays_by(plans, period, space), period, issue, rep_id, review.lang
    )
    try:
        told = made.one(rep_id)
    except NotNextError:
        return None
    text = frozen_text(told.frozen)
    return finished(told.made, told.frozen, text)[-1]
