"""Why an issued row is paid otherwise today: what changed about it, its quota or its plan."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from workbench.incentives.assigning import Segment
from workbench.incentives.inputs import Item
from workbench.incentives.ledger.adjusting import Spot
from workbench.incentives.ledger.frozen import Frozen
from workbench.incentives.ledger.segments import is_amended
from workbench.incentives.ledger.standing import Known
from workbench.incentives.paying import deal_of
from workbench.model.period import Period

# What changed about a row, as the fields of an item have it
_FIELDS = {
    "on": "moved", "share": "share", "currency": "currency", "rate": "rate", "values": "amount",
    "receipts": "cash", "lines": "lines", "fields": "terms",
}  # fmt: skip


@dataclass(frozen=True)
class Causes:
    """What was issued, and what is said of it today."""

    known: Known
    now: Frozen  # by the data of today

    def __call__(self, spot: Spot) -> tuple[str, ...]:
        """Name what changed about a row; `others`: nothing did, and rows beside it did."""
        name, _, _line = spot.row_id.partition("#")
        before, after = self._before.get(name), self._after.get(name)
        of_row = _of_row(before, after, self.now.gone) if name else ()
        return of_row or self._of_period(spot.period) or ("others",)

    @cached_property
    def _before(self) -> Mapping[str, Item]:
        return _by_id(self.known.items.values())

    @cached_property
    def _after(self) -> Mapping[str, Item]:
        return _by_id(self.now.given.items)

    def _of_period(self, name: str) -> tuple[str, ...]:
        period = next((each for each in self.now.periods if each.name == name), None)
        if period is None:
            return ()
        found = []
        if _terms(self.known.segments, period) != _terms(self.now.segments, period):
            found.append("plan" if self._is_amended(period) else "assignment")
        given = self.now.given
        days = [key for key in self.known.quotas if _is_inside(key, period)]
        if any(self.known.quotas[key] != given.quotas.get(key) for key in days):
            found.append("quota")
        if self.known.measures.get(name, {}) != given.measures.get(name, {}):
            found.append("measure")
        return tuple(found)

    def _is_amended(self, period: Period) -> bool:
        then = {each.plan.id: each.plan for each in _inside(self.known.segments, period)}
        now = {each.plan.id: each.plan for each in _inside(self.now.segments, period)}
        return any(is_amended(then[each], now[each]) for each in then.keys() & now.keys())


def _of_row(before: Item | None, after: Item | None, gone: Collection[str]) -> tuple[str, ...]:
    if before is None:
        return ("late",) if after is not None else ()
    if after is None:
        return ("reassigned",)
    if deal_of(after) in gone:
        return ("lost",)
    return tuple(
        cause for name, cause in _FIELDS.items()
        if getattr(before, name) != getattr(after, name)
        and not (cause == "terms" and before.values != after.values)
    )  # fmt: skip


def _by_id(items: Iterable[Item]) -> dict[str, Item]:
    return {item.item_id: item for item in items}


def _inside(segments: Iterable[Segment], period: Period) -> list[Segment]:
    return [part for each in segments if (part := each.within(period)) is not None]


def _terms(segments: Iterable[Segment], period: Period) -> list[object]:
    """Give what the pay of a period depends on of plans and assignments."""
    return [
        (each.plan.id, each.plan.version, each.assignment.quota, each.assignment.ramp,
         each.assignment.target_incentive, each.start, each.end, each.begins, each.ends)
        for each in _inside(segments, period)
    ]  # fmt: skip


def _is_inside(key: str, period: Period) -> bool:
    """Whether the days a quota is named by lie in a period."""
    start, _, end = key.rpartition(":")[2].partition("..")
    return str(period.start) <= start and end <= str(period.end)
