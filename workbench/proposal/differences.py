"""Why the deals counted here are not those of the file: each row by its reason.

What a reason explains is taken from the rows it names, never from what is missing: what no reason
explains is left over and can be seen.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from workbench.model.money import MONEY_SCALE, round_half_up
from workbench.proposal.counted import Counted, one, total
from workbench.proposal.file_side import FileDeal
from workbench.proposal.here_side import Here, HereDeal, Key

_LATER = "after_as_of"
_ABSENT = (_LATER, "superseded", "merged")  # why a row is not here, and is not set aside
_REOPENED = ("reopened", "reopened_without_history")
_NOTHING = Counted()


@dataclass
class Differences:
    """What was found so far; rows of the file go through `add`, one after the other."""

    here: Here
    by_row: bool  # rows set aside are told by row of the file, else by deal_id
    amount: str  # the column that is the amount here
    file: Counted = _NOTHING
    reasons: dict[str, Counted] = field(default_factory=dict)
    unread: list[str] = field(default_factory=list)  # amounts of won deals that are no number
    met: Counter[Key] = field(default_factory=Counter)  # rows set aside, by key
    absent: int = 0  # rows neither here nor set aside
    reopened: int = 0

    def add(self, deal: FileDeal) -> None:
        """Count a row of the file, and why it is another one here."""
        before = one(deal.state, deal.amount, deal.currency)
        self.file += before
        if deal.unread and deal.state == "won":
            self.unread.append(deal.unread)
        reason = self._set_aside(deal)
        if reason:
            return self._because(reason, -before)
        found = self.here.deals.get(deal.deal_id or "")
        if found is None:
            self.absent += 1
            return self._because(_LATER, -before)
        after = _NOTHING if found.is_excluded else one(found.state, found.amount, found.currency)
        self.reopened += deal.is_closed and found.state == "open"
        reason = self._reason(deal, found)
        return None if reason is None else self._because(reason, after - before)

    def explained(self) -> dict[str, Counted]:
        """Give what each reason explains; one that names another number of rows explains none."""
        told = self.here.left_out
        found = {reason: part for reason, part in self.reasons.items() if not part.is_nothing}
        absent = {each: n for each in _ABSENT if (n := told.get(each, 0))}
        left = found.pop(_LATER, None)
        if left is not None and self.absent == sum(absent.values()):
            found[min(absent)] = (
                left  # rows of both kinds are told as one: they cannot be told apart
            )
        if self.reopened != sum(told.get(each, 0) for each in _REOPENED):
            found = {reason: part for reason, part in found.items() if reason not in _REOPENED}
        return found

    def _set_aside(self, deal: FileDeal) -> str | None:
        """Give why a row was set aside: of rows that share an id, one reason each."""
        if deal.is_unowned:
            return "unowned"
        key: Key = deal.row if self.by_row else deal.deal_id
        reasons = self.here.set_aside.get(key, ())
        n = self.met[key]
        self.met[key] += n < len(reasons)
        return reasons[n] if n < len(reasons) else None

    def _because(self, reason: str, difference: Counted) -> None:
        self.reasons[reason] = self.reasons.get(reason, _NOTHING) + difference

    def _reason(self, deal: FileDeal, found: HereDeal) -> str | None:
        """Tell why a deal that is here counts for another one; None where nothing tells it."""
        if found.is_excluded:
            return "excluded"
        if found.state == "open" and deal.is_closed:
            return next((each for each in _REOPENED if each in self.here.left_out), None)
        if (deal.state, found.state) == ("won", "open"):
            return "won_but_open"
        if deal.state != found.state or deal.state != "won":
            return None
        return self._worth(deal, found)

    def _worth(self, deal: FileDeal, found: HereDeal) -> str | None:
        key = deal.deal_id or ""
        blank_amount = self.here.blanked.get((key, self.amount)) if found.amount is None else None
        blank_currency = None if found.currency else self.here.blanked.get((key, "currency"))
        if blank_amount or blank_currency:
            return blank_amount or blank_currency
        is_same = found.currency == deal.currency and _rounded(deal.amount) == found.amount
        return "rounded" if is_same and deal.amount != found.amount else None


def counted_here(deals: Iterable[HereDeal]) -> Counted:
    """Count what a snapshot holds and figures count."""
    return total(
        one(each.state, each.amount, each.currency) for each in deals if not each.is_excluded
    )


def _rounded(amount: Decimal | None) -> Decimal | None:
    return None if amount is None else round_half_up(amount, MONEY_SCALE)
