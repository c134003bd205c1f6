"""What an issued statement leaves to the next, so that an unchanged past is not computed again."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

from workbench.incentives.adjustment import Spared
from workbench.incentives.assigning import Segment
from workbench.incentives.inputs import Item
from workbench.incentives.ledger import coding
from workbench.incentives.ledger.adjusting import agreed
from workbench.incentives.ledger.beside import Reading, Writing
from workbench.incentives.ledger.cancelling import only_own
from workbench.incentives.ledger.drafting import Drafted, Today, require_next
from workbench.incentives.ledger.frozen import Frozen, balances_data, computed
from workbench.incentives.paying import deal_of
from workbench.incentives.statement import Balances, Kept, Statement
from workbench.model.period import Period

NONE, ONE = Decimal(0), Decimal(1)
_PARTED = "\t"  # JSON writes it otherwise
_PAID = Item("", date.min, ONE, "", None, {}, {})  # stands for rows that are paid to the end


Rows = Callable[[Mapping[str, Item] | None], tuple[Kept, ...]]  # of items by id; None: ids alone


@dataclass(frozen=True)
class Carried:
    """Where a rep stands after what was issued."""

    period: Period  # issued last
    sums: Balances  # with the rows that wait, unless these are not read yet
    segments: tuple[Segment, ...]  # the days on plans, as issued
    gone: Mapping[str, date] = field(default_factory=dict)
    held: Mapping[str, str] = field(default_factory=dict)
    spared: tuple[Spared, ...] = ()
    owed: Decimal = NONE
    disputes: tuple[str, ...] = ()  # ids of those that are paid
    waiting: tuple[str, ...] = ()  # deals whose items of today the next statement needs
    unread: Rows | None = None  # the rows that wait: a company's are many

    def rows(self, items: Mapping[str, Item]) -> tuple[Kept, ...]:
        """Give the rows that wait, of the items of today."""
        if self.unread is not None:
            return self.unread(items)
        return tuple(each._replace(item=_item(each.item.item_id, items)) for each in self.sums.kept)

    @property
    def balances(self) -> Balances:
        """The balances with the rows that wait; of each line paid rows are one sum.

        Of an item that is read back nothing but the id is told.
        """
        return self.sums if self.unread is None else replace(self.sums, kept=self.unread(None))


def carried(frozen: Frozen, made: Statement, before: Carried | None = None) -> Carried:
    """Give what a statement leaves.

    Parameters
    ----------
    before
        What the statement before it left; None for the first.
    """
    earlier = before.segments if before is not None and frozen.is_alone else ()
    segments = (*earlier, *frozen.segments)
    kept = tuple(_kept(made.closing.kept))
    waiting = sorted({deal_of(each.item) for each in kept} - {""})
    paid = {*(before.disputes if before else ()), *(x.dispute for x in frozen.adjustments)} - {""}
    return Carried(
        frozen.period, replace(made.closing, kept=kept), segments, frozen.gone, frozen.held,
        frozen.spared, made.owed, tuple(sorted(paid)), tuple(waiting),
    )  # fmt: skip


def continued(today: Today, left: Carried) -> Drafted:
    """Draft the next statement of a rep of whom nothing changed in what was issued.

    Parameters
    ----------
    today
        Its items are those of the period, and every one of the deals that wait.
    """
    require_next(today, left.period)
    kept = left.rows({item.item_id: item for item in today.given.items})
    period = today.period
    own = tuple(part for each in today.segments if (part := each.within(period)) is not None)
    items = tuple(item for item in today.given.items if item.on >= period.start)
    own = only_own(own or today.segments[-1:], (*items, *(each.item for each in kept)))
    told = Frozen(
        replace(today.given, items=items), own, (period,), today.calendar,
        opening=replace(left.sums, kept=kept), gone=left.gone, held=left.held,
        adjustments=tuple(agreed(today.accepted)), spared=left.spared, owed=left.owed,
    )  # fmt: skip
    return Drafted(told, computed(told))


def carried_text(left: Carried) -> str:
    """Write what is left, in one line; equal data, equal text."""
    rows, balances = Writing(), left.balances
    kept = [rows.kept(each) for each in balances.kept]
    told = {
        "period": coding.period_data(left.period), "sums": balances_data(balances),
        "segments": [rows.segment(each) for each in left.segments],
        "gone": left.gone, "held": left.held, "spared": left.spared, "owed": left.owed,
        "disputes": left.disputes,
    }  # fmt: skip
    head = coding.written(told, waiting=left.waiting, beside=rows.beside())
    return f"{head}{_PARTED}{coding.rows_written(kept)}"


def carried_of(text: str, rep_id: str) -> Carried:
    """Read what is left; the rows that wait when they are asked for."""
    head, _, kept = text.partition(_PARTED)
    found = coding.read(head)
    told, rows = found["head"], Reading(found["beside"], rep_id)
    return Carried(
        coding.period_of(told["period"]), Balances(*told["sums"]),
        tuple(rows.segments[each] for each in told["segments"]), told["gone"], told["held"],
        tuple(Spared(*each) for each in told["spared"]), told["owed"], tuple(told["disputes"]),
        tuple(found["waiting"]),
        lambda known: tuple([
            rows.kept(each, _item(each[2], known)) for each in coding.rows_read(kept)
        ]),
    )  # fmt: skip


def _item(item_id: str, known: Mapping[str, Item] | None) -> Item:
    if not item_id:
        return _PAID
    return _PAID._replace(item_id=item_id) if known is None else known[item_id]


def _kept(kept: Iterable[Kept]) -> Iterable[Kept]:
    """Keep rows that wait; of each line one row for all that are paid, so that cents add up."""
    paid: dict[tuple[str, str], Decimal] = {}
    for each in kept:
        if each.component is not None and each.paid < 1 and each.amount:
            yield each
        else:
            key = (each.period, each.line)
            paid[key] = paid.get(key, NONE) + each.amount
    for (period, line), amount in paid.items():
        if amount:
            yield Kept(line, "", _PAID, None, None, NONE, amount, ONE, period)
