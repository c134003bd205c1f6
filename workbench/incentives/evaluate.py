"""The sixteen steps in their fixed order, period after period, so that balances are carried."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Context, Decimal, localcontext
from functools import cached_property

from workbench.errors import PlanError
from workbench.i18n import error, said
from workbench.incentives.assigning import Segment
from workbench.incentives.crediting import LeftOut
from workbench.incentives.drawing import drawn_of
from workbench.incentives.earning import Earned, Place, earn
from workbench.incentives.inputs import SET_ASIDE, Item, Receipt, RepInput, frozen_text, text_hash
from workbench.incentives.paying import (
    capped,
    deal_of,
    payments,
    refund_days,
    refunded,
    released,
    taken_back,
)
from workbench.incentives.settling import settled
from workbench.incentives.statement import Balances, Kept, Statement
from workbench.model.calendar import Calendar
from workbench.model.period import Period

NONE, ONE = Decimal(0), Decimal(1)
_EXACT = Context(prec=60)  # wide enough for every product of stored figures


@dataclass(frozen=True)
class Capped:
    """The components of one segment after step 11."""

    earned: tuple[Earned, ...]
    loss: Decimal
    factor: Decimal
    cap: Decimal | None


def statements(
    given: RepInput,
    segments: Sequence[Segment],
    periods: Sequence[Period],
    calendar: Calendar,
    *,
    opening: Balances | None = None,
    input_hash: str = "",
    known: Sequence[Statement] = (),
) -> tuple[Statement, ...]:
    """Compute a rep's statements of consecutive periods.

    Parameters
    ----------
    given
        The frozen input.
    segments
        The rep's days on plans, from `segments_of`.
    periods
        From the first on any plan to the one asked for, each after the other; what is left over of
        one opens the next.
    calendar
        Whose working days share out quotas that a plan itself gives.
    opening
        What the first period begins with; None takes what the assignments tell.
    input_hash
        Of the input where it is frozen elsewhere; "" hashes what is given here.
    known
        Statements of the first of the periods, which come out the same and are given as they are.

    Returns
    -------
    tuple of Statement
        One per period; none for a rep who is on no plan.

    Raises
    ------
    PlanError
        When the plans of a rep pay in different currencies.
    """
    currencies = {segment.plan.currency for segment in segments}
    if len(currencies) > 1:
        one, other = sorted(currencies)[:2]
        named = said("refusal-and", one=one, other=other)
        raise error(PlanError, "plan-two-currencies", rep=given.rep_id, currencies=named)
    if not segments:
        return ()
    with localcontext(_EXACT):
        chain = _Chain(given, segments, calendar, input_hash)
        return tuple(chain.run(periods, opening or _opening(segments), known))


def frozen_input(given: RepInput, segments: Iterable[Segment], calendar: Calendar) -> str:
    """Write the frozen input of a rep's statements; its hash is printed on each."""
    deals = {deal_of(item) for item in given.items}
    given = replace(given, items=tuple(sorted(given.items, key=_in_time)))
    return frozen_text(given, [*(each.rules(deals) for each in segments), repr(calendar)])


def _in_time(item: Item) -> tuple[date, str]:
    """Order items by day; ties are broken by id."""
    return item.on, item.item_id


class _Chain:
    """The periods of one rep, each opened by what the one before left."""

    def __init__(
        self, given: RepInput, segments: Sequence[Segment], calendar: Calendar, input_hash: str
    ) -> None:
        self.given, self.segments, self.calendar = given, segments, calendar
        self.input_hash = input_hash
        self.items = tuple(sorted(given.items, key=_in_time))
        self.days = [item.on for item in self.items]
        self.inside: dict[str, tuple[Period, tuple[Segment, ...]]] = {}
        self.refunded: list[Item] = []  # rows of which cash went back at some time

    @cached_property
    def hash(self) -> str:
        """Hash of the frozen input."""
        return self.input_hash or text_hash(frozen_input(self.given, self.segments, self.calendar))

    @cached_property
    def cancelled(self) -> Mapping[str, date]:
        """The day each deal fell through."""
        plans = {segment.plan.id: segment.plan for segment in self.segments}
        return {each.deal_id: each.on for plan in plans.values() for each in plan.cancellations}

    def run(
        self, periods: Iterable[Period], opening: Balances, known: Sequence[Statement]
    ) -> Iterator[Statement]:
        carried = opening
        rows = (*self.items, *(each.item for each in opening.kept))
        self.refunded = [row for row in rows if row.receipts and _is_refunded(row.receipts)]
        for number, period in enumerate(periods):
            inside = tuple(each for one in self.segments if (each := one.within(period)))
            self.inside[period.name] = (period, inside)
            is_known = number < len(known)
            found = known[number] if is_known else self._statement(period, inside, carried)
            carried = found.closing
            yield found

    def _statement(self, period: Period, inside: Sequence[Segment], opening: Balances) -> Statement:
        end = period.elapsed_end(self.given.as_of)
        parts = [
            self._evaluated(part, period, self._of(part, end), is_alone=len(inside) == 1)
            for part in inside
        ]
        earned = tuple(each for part in parts for each in part.earned)
        paid = [
            pay for part in parts for each in part.earned
            for pay in payments(each, part.factor, period.name, end)
        ]  # fmt: skip
        plan = inside[-1].plan if inside else self.segments[-1].plan
        gone = {deal: day for deal, day in self.cancelled.items() if period.start <= day < end}
        taken, kept = taken_back(opening.kept, gone, plan, self._difference)
        back, kept = refunded(kept, refund_days(self.refunded, period.start, end), end)
        freed, kept = released(kept, end)
        caps = [part.cap for part in parts if part.cap is not None]
        draft = Statement(
            rep_id=self.given.rep_id, period=period, currency=plan.currency, lines=(),
            earned=earned, payments=tuple(paid), releases=tuple(freed), taken=(*taken, *back),
            drawn=drawn_of(inside), opening=opening,
            closing=Balances(kept=(*kept, *(each.kept for each in paid))),
            not_counted=self._not_counted(period, inside, earned),
            cap=sum(caps, NONE) if caps else None, input_hash=self.hash,
        )  # fmt: skip
        return settled(draft, sum((part.loss for part in parts), NONE), plan.places)

    def _of(self, segment: Segment, end: date) -> tuple[Item, ...]:
        """Give the items of a segment's elapsed days, less deals that fell through meanwhile."""
        found = self._between(segment.start, min(segment.end, end))
        if not self.cancelled:
            return found
        return tuple(item for item in found if not self._fell(item, end))

    def _between(self, start: date, end: date) -> tuple[Item, ...]:
        """Give the items from a day to before another."""
        return self.items[bisect_left(self.days, start) : bisect_left(self.days, end)]

    def _evaluated(
        self, segment: Segment, period: Period, items: tuple[Item, ...], *, is_alone: bool
    ) -> Capped:
        place = Place(segment, period, self.given, self.calendar)
        suffix = "" if is_alone else f"@{segment.start}"
        components = segment.plan.components
        earned = tuple(earn(each, place, items, f"{each.id}{suffix}") for each in components)
        cap = _cap(segment, period)
        return Capped(earned, *capped(earned, segment.plan.places, cap), cap)

    def _fell(self, item: Item, end: date) -> bool:
        """Whether a deal fell through before a day."""
        day = self.cancelled.get(deal_of(item))
        return day is not None and day < end

    def _difference(self, kept: Kept) -> Decimal:
        """Tell what the period a row was earned in pays less for its component without it.

        Deals that fell through earlier, or on the same day with a smaller id, are gone already.
        """
        if kept.segment is None:
            return kept.amount
        period, segment = self.inside[kept.period][0], kept.segment
        then = self._of(segment, period.elapsed_end(self.given.as_of))
        mine = self._order(kept.item)
        left = tuple(item for item in then if self._order(item) >= mine)
        without = tuple(item for item in left if item.item_id != kept.item.item_id)
        sums = [
            _of_line(self._evaluated(segment, period, items, is_alone="@" not in kept.line), kept)
            for items in (left, without)
        ]
        return sums[0] - sums[1]

    def _order(self, item: Item) -> tuple[date, str]:
        return self.cancelled.get(deal_of(item), date.max), item.item_id

    def _not_counted(
        self, period: Period, inside: Sequence[Segment], earned: Sequence[Earned]
    ) -> tuple[LeftOut, ...]:
        """List each row of the period that no component counts, with the reason."""
        end = period.elapsed_end(self.given.as_of)
        counted = {path.row.item.item_id for each in earned for path in each.raw.paths}
        left = {row.item.item_id: row for each in earned for row in each.left_out}
        found = list(left.values())
        for item in self._between(period.start, end):
            if item.item_id in counted or item.item_id in left:
                continue
            is_on_plan = any(each.start <= item.on < each.end for each in inside)
            reason = "no_component" if is_on_plan else "no_plan"
            reason = SET_ASIDE if item.event == SET_ASIDE else reason
            fell = "cancelled" if self._fell(item, end) else reason
            found.append(LeftOut(item.item_id, item, fell))
        return tuple(found)


def _is_refunded(receipts: Iterable[Receipt]) -> bool:
    for _on, share in receipts:  # noqa: SIM110 (rows are many, and a generator each costs)
        if share < NONE:
            return True
    return False


def _opening(segments: Sequence[Segment]) -> Balances:
    """Give where a rep stood before the first statement, as the assignments tell.

    One assignment may be several segments, as where a part of its days is issued: it tells once.
    """
    each_once = dict.fromkeys((one.assignment.start, one.assignment.opening) for one in segments)
    told = [opening for _start, opening in each_once]
    kept = []
    for each in (original for opening in told for original in opening.originals):
        item = Item(each.deal_id, each.closed_on, ONE, "", None, {}, {})
        amount = each.credit * each.rate
        kept.append(Kept("", each.deal_id, item, None, None, each.credit, amount, ONE, ""))
    due, draw = (sum((getattr(each, name) for each in told), NONE) for name in ("due", "draw"))
    return Balances(due, draw, kept=tuple(kept))


def _cap(segment: Segment, period: Period) -> Decimal | None:
    """Give the cap for the days of a segment: of part of a period the same part."""
    cap = segment.plan.cap
    if cap is None:
        return None
    target = segment.assignment.target_incentive or NONE
    whole = cap.absolute if cap.absolute is not None else (cap.multiple_of_target or NONE) * target
    days, all_days = (segment.end - segment.start).days, (period.end - period.start).days
    return whole * days / all_days


def _of_line(part: Capped, kept: Kept) -> Decimal:
    found = next((each for each in part.earned if each.key == kept.line), None)
    return (found.amount or NONE) * part.factor if found is not None else NONE
