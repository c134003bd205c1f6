"""What stands once beside the rows of a text, and rows point to: plans, days on them, shapes."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from workbench.incentives.assigning import Segment
from workbench.incentives.inputs import Item, Line, Receipt
from workbench.incentives.ledger import coding
from workbench.incentives.ledger.shapes import ShapesRead, ShapesWritten
from workbench.incentives.plan import Plan
from workbench.incentives.statement import Kept

_day = date.fromisoformat


class Writing:
    """Rows on their way into a text."""

    def __init__(self) -> None:
        self._shapes = ShapesWritten()
        self._plans: dict[str, int] = {}
        self._segments: dict[tuple[Any, ...], int] = {}
        self._seen: dict[int, tuple[object, Any]] = {}  # by id; held, so that no other has it

    def beside(self) -> dict[str, Any]:
        """Give what the rows written so far point to, as rows."""
        return {
            "plans": list(self._plans), "segments": list(self._segments),
            "shapes": self._shapes.listed,
        }  # fmt: skip

    def segment(self, segment: Segment) -> int:
        """Give the place of the days of a rep on a plan; the same days have one place."""
        seen = self._seen.get(id(segment))
        if seen is None:
            told = tuple(coding.segment_data(segment, self._plan(segment.plan)))
            seen = segment, self._segments.setdefault(told, len(self._segments))
            self._seen[id(segment)] = seen
        found: int = seen[1]
        return found

    def item(self, item: Item) -> tuple[Any, ...]:
        """Give an item as a row."""
        row = self._shapes.row
        lines = [(line.values, row(line.fields)) for line in item.lines]
        return (*item[:6], row(item.fields), lines, _plain(item.receipts), *item[9:])

    def kept(self, kept: Kept) -> tuple[Any, ...]:
        """Give what a row earned as a row; of its item the id."""
        segment = None if kept.segment is None else self.segment(kept.segment)
        component = "" if kept.component is None else kept.component.id
        return (*kept[:2], kept.item.item_id, segment, component, *kept[5:])

    def _plan(self, plan: Plan) -> int:
        seen = self._seen.get(id(plan))
        if seen is None:
            seen = plan, self._plans.setdefault(coding.plan_data(plan), len(self._plans))
            self._seen[id(plan)] = seen
        found: int = seen[1]
        return found


class Reading:
    """The rows of a text, and what they point to."""

    def __init__(self, beside: Mapping[str, Any], rep_id: str) -> None:
        plans = [coding.plan_read(each) for each in beside["plans"]]
        self.segments = [coding.segment_of(each, plans, rep_id) for each in beside["segments"]]
        self._shapes = ShapesRead(beside["shapes"])

    def item(self, told: Sequence[Any]) -> Item:
        """Read an item."""
        item_id, on, share, currency, rate, values, fields, lines, receipts, *rest = told
        read = self._shapes.told
        return Item(
            item_id, _day(on), None if share is None else Decimal(share), currency,
            None if rate is None else Decimal(rate), _sums(values), read(fields),
            tuple([Line(_sums(own), read(more)) for own, more in lines]),
            _receipts(receipts), *rest,
        )  # fmt: skip

    def kept(self, told: Sequence[Any], item: Item) -> Kept:
        """Read what a row earned, of an item."""
        line, row_id, _item_id, place, name, credit, amount, paid, period = told
        segment = None if place is None else self.segments[place]
        known = () if segment is None else segment.plan.components
        component = next((each for each in known if each.id == name), None)
        sums = (Decimal(credit), Decimal(amount), Decimal(paid))
        return Kept(line, row_id, item, segment, component, *sums, period)


def waiting_item(item: Item) -> tuple[Any, ...]:
    """Give as a row what a row that waits is paid by; conditions were asked when it was earned."""
    return (*item[:6], _plain(item.receipts), *item[9:])


def waiting_item_of(told: Sequence[Any]) -> Item:
    """Read an item of a row that waits; without fields and lines."""
    item_id, on, share, currency, rate, values, receipts, *rest = told
    return Item(
        item_id, _day(on), None if share is None else Decimal(share), currency,
        None if rate is None else Decimal(rate), _sums(values), {}, (), _receipts(receipts), *rest,
    )  # fmt: skip


def _plain(receipts: Iterable[Receipt] | None) -> list[tuple[Any, ...]] | None:
    """Give receipts as bare tuples, which are written eight times as fast as named ones."""
    return None if receipts is None else list(map(tuple, receipts))


def _receipts(told: Sequence[Any] | None) -> tuple[Receipt, ...] | None:
    if told is None:
        return None
    return tuple([Receipt(_day(on), Decimal(share)) for on, share in told])


def _sums(told: Mapping[str, str | None]) -> dict[str, Decimal | None]:
    return {name: None if each is None else Decimal(each) for name, each in told.items()}
