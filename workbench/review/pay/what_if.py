"""What if open deals were won: the statement of the period they would close in."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING

from workbench.errors import require_known
from workbench.incentives.evaluate import statements
from workbench.incentives.inputs import Item
from workbench.incentives.lab import scaled_item, won_too
from workbench.incentives.periods import pay_periods
from workbench.incentives.plan import Plan
from workbench.incentives.statement import Statement
from workbench.model.period import Period
from workbench.review.pay.statements import kind_of, payable_of
from workbench.snapshots.pay.inputs import Payable
from workbench.snapshots.pay.items import Records
from workbench.snapshots.pay.plans import plans_of
from workbench.snapshots.pay.rows import open_rows

if TYPE_CHECKING:
    from workbench.review.rep_period import RepPeriod


@dataclass(frozen=True)
class OpenDeal:
    """An open deal that may be tried as won."""

    item: Item  # as it would count
    name: str
    amount: Decimal  # the rep's part, in the deal's currency


@dataclass(frozen=True)
class PayWhatIf:
    """A rep's open deals, and the pay they would bring."""

    review: "RepPeriod"

    @cached_property
    def period(self) -> Period:
        """The period deals won from tomorrow on count for: the review's, or the one after it."""
        kind = kind_of(self._plans, self.review)
        calendar, tomorrow = self.review.calendar, self._tomorrow
        for period in pay_periods(self.review.period, kind, calendar):
            if tomorrow < period.end:
                return period
        following = calendar.following(period)
        return following if following is not None else period

    @cached_property
    def deals(self) -> tuple[OpenDeal, ...]:
        """The rep's open deals with an amount, the largest first; none for who is on no plan."""
        if not self._plans or self._payable is None:
            return ()
        review = self.review
        rows = open_rows(review.snapshot, review.workspace, review.rep.rep_id)
        ids = [row["deal_id"] for row in rows]
        records = Records(review.snapshot, review.currency, ids)
        items = [records.item({**row, "close_on": self._day(row["close_on"])}) for row in rows]
        found = [
            OpenDeal(item._replace(receipts=()), item.name, item.values["amount"] * item.share)
            for item in items
            if item.values["amount"] is not None and item.share is not None
        ]
        return tuple(sorted(found, key=lambda deal: (-deal.amount, deal.item.item_id)))

    @cached_property
    def base(self) -> Statement:
        """The statement of the period without any of them."""
        return self.won({})

    def won(self, chosen: Mapping[str, Decimal]) -> Statement:
        """Compute the statement had deals been won.

        Parameters
        ----------
        chosen
            Deals, and at which share of their amount.

        Raises
        ------
        UnknownNameError
            When it is no open deal of the rep; offers the nearest.
        """
        known = {deal.item.item_id: deal.item for deal in self.deals}
        require_known("open deal", chosen, known)
        items = [scaled_item(known[name], share) for name, share in chosen.items()]
        payable = self._payable
        assert payable is not None  # deals are there only for who is on a plan
        given = won_too(payable.given, items, self.period.last_day)
        calendar = self.review.calendar
        return statements(given, payable.segments, payable.periods, calendar)[-1]

    @cached_property
    def _plans(self) -> tuple[Plan, ...]:
        return plans_of(self.review.workspace)

    @cached_property
    def _payable(self) -> Payable | None:
        return payable_of(self.review, self._plans, self.period)

    @property
    def _tomorrow(self) -> date:
        return self.review.as_of + timedelta(days=1)

    def _day(self, expected: date | None) -> date:
        """Give the day a deal would close: the one expected, inside the period and not past."""
        first = max(self._tomorrow, self.period.start)
        return min(max(expected or first, first), self.period.last_day)
