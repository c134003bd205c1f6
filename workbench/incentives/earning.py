"""Steps 6 to 10: what a component earns, row by row, and what modifies or limits it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from workbench.incentives.asked import effective_quota, rate_factor
from workbench.incentives.assigning import Segment
from workbench.incentives.crediting import Credited, LeftOut, credited
from workbench.incentives.inputs import Item, Measure, Quota, RepInput
from workbench.incentives.plan import Component
from workbench.incentives.predicate import predicate
from workbench.incentives.terms import ATTAINMENT, COUNT, VALUE, Bonus, Flat, Matrix, PerUnit, Table
from workbench.incentives.tiers import Part, Step, tier_of, walk, worth
from workbench.model.calendar import Calendar
from workbench.model.period import Period

ONE, NONE = Decimal(1), Decimal(0)


class Path(NamedTuple):
    """A credited row and what it earned at step 7."""

    row: Credited
    parts: tuple[Part, ...]  # the tiers it was walked through; a flat rate is one part
    ramp: Decimal  # what a ramp leaves of the rate
    earned: Decimal


@dataclass(frozen=True)
class Factor:
    """What a modifier or a gate makes of a sum."""

    factor: Decimal | None = ONE  # None: it cannot be told
    measure: str = ""  # "" where there is none
    value: Decimal | None = None
    reason: str = ""


@dataclass(frozen=True)
class Raw:
    """What a component earned at step 7."""

    paths: tuple[Path, ...]
    amount: Decimal | None  # None for `reason`
    reached: Decimal | None = None  # the measure its table is read at
    reason: str = ""


@dataclass(frozen=True)
class Earned:
    """One component in one segment, steps 1 to 10."""

    component: Component
    segment: Segment
    raw: Raw
    left_out: tuple[LeftOut, ...]
    credit: Decimal
    quota: Quota | None  # None where no attainment is asked for
    modifier: Factor
    gate: Factor
    amount: Decimal | None  # after step 10; None: it cannot be told, for `reason`
    reason: str = ""
    key: str = ""  # of its line: the component's id, with the day where a plan changed

    @property
    def scale(self) -> Decimal:
        """What steps 8 to 10 make of a row's part."""
        return self.amount / self.raw.amount if self.amount and self.raw.amount else NONE


@dataclass(frozen=True)
class Place:
    """Where a component is evaluated."""

    segment: Segment
    period: Period
    given: RepInput
    calendar: Calendar

    @property
    def measures(self) -> Mapping[str, Measure]:
        """The measures of the period."""
        return self.given.measures.get(self.period.name, {})


def earn(component: Component, place: Place, items: tuple[Item, ...], key: str) -> Earned:
    """Evaluate one component over the rows of its segment; `key` names its line."""
    rows, left = credited(component, place.segment, items, place.given)
    total = sum((row.credit for row in rows), NONE)
    quota = _quota(component, place)
    inner = {COUNT: Measure(Decimal(len(rows))), VALUE: Measure(total)}
    if quota is not None:
        reached = None if quota.value is None else total / quota.value
        inner[ATTAINMENT] = Measure(reached, quota.reason)
    measures = {**place.measures, **inner}
    raw = _raw(component, place, rows, measures, quota)
    modifier, gate = _modifier(component, measures), _gate(component, measures)
    amount, reason = _after(component, raw, modifier, gate)
    return Earned(
        component, place.segment, raw, left, total, quota, modifier, gate, amount, reason, key
    )


def _quota(component: Component, place: Place) -> Quota | None:
    if ATTAINMENT not in component.measures:
        return None
    where = (place.segment, place.period, place.given, place.calendar)
    return effective_quota(component.quota, *where)


def _raw(
    component: Component,
    place: Place,
    rows: Sequence[Credited],
    measures: Mapping[str, Measure],
    quota: Quota | None,
) -> Raw:
    terms = component.earn
    if isinstance(terms, Flat | PerUnit):
        rate = terms.rate if isinstance(terms, Flat) else terms.amount
        return _at_one_rate(rows, rate, place)
    if isinstance(terms, Bonus):
        return _bonus(terms, rows)
    if isinstance(terms, Matrix):
        return _matrix(terms, rows, measures, place)
    return _table(terms, place, rows, measures, quota)


def _table(
    terms: Table,
    place: Place,
    rows: Sequence[Credited],
    measures: Mapping[str, Measure],
    quota: Quota | None,
) -> Raw:
    reached = measures.get(terms.measure, Measure(None, "measure_missing"))
    if reached.value is None:
        return Raw(_unpaid(rows), None, None, reached.reason or "measure_missing")
    if terms.mode == "marginal":
        return _marginal(terms, rows, quota, reached.value, place)
    tier = tier_of(terms.tiers, reached.value)
    assert tier is not None  # a table tiles all there is
    if terms.mode == "step_bonus":
        return Raw(_unpaid(rows), tier.amount, reached.value)
    return _at_one_rate(rows, tier.rate or NONE, place, reached.value)


def _at_one_rate(
    rows: Sequence[Credited], rate: Decimal, place: Place, reached: Decimal | None = None
) -> Raw:
    paths = [_path(row, (Part(row.credit, rate),), place) for row in rows]
    return Raw(tuple(paths), sum((path.earned for path in paths), NONE), reached)


def _marginal(
    terms: Table, rows: Sequence[Credited], quota: Quota | None, reached: Decimal, place: Place
) -> Raw:
    """Walk each row from what was cumulated before it."""
    if terms.measure == COUNT:  # the n-th row lies in the tier of n − 1
        tiers = [tier_of(terms.tiers, Decimal(number)) for number in range(len(rows))]
        rates = [(tier.rate if tier else None) or NONE for tier in tiers]
        paths = [
            _path(row, (Part(row.credit, rate),), place)
            for row, rate in zip(rows, rates, strict=True)
        ]
    else:
        unit = quota.value if terms.measure == ATTAINMENT and quota else ONE
        assert unit is not None  # without a quota there is no attainment, and nothing is walked
        steps = [
            Step(
                tier.low * unit, None if tier.high is None else tier.high * unit, tier.rate or NONE
            )
            for tier in terms.tiers
        ]
        paths = [_path(row, walk(steps, row.before, row.credit), place) for row in rows]
    return Raw(tuple(paths), sum((path.earned for path in paths), NONE), reached)


def _bonus(terms: Bonus, rows: Sequence[Credited]) -> Raw:
    is_reached = len(rows) >= terms.min_count
    reason = "" if is_reached or not rows else "too_few_deals"
    if terms.pays == "once":
        return Raw(_unpaid(rows), terms.amount if is_reached else NONE, None, reason)
    each = terms.amount if is_reached else NONE
    parts = (Part(ONE, each),)
    paths = [Path(row, parts, ONE, each) for row in rows]
    return Raw(tuple(paths), each * len(rows), None, reason)


def _matrix(
    terms: Matrix, rows: Sequence[Credited], measures: Mapping[str, Measure], place: Place
) -> Raw:
    missing = Measure(None, "measure_missing")
    down = measures.get(terms.row_measure, missing)
    across = measures.get(terms.column_measure, missing)
    if down.value is None or across.value is None:
        absent = down if down.value is None else across
        return Raw(_unpaid(rows), None, None, absent.reason or "measure_missing")
    row, column = tier_of(terms.rows, down.value), tier_of(terms.columns, across.value)
    assert row is not None  # both tile all there is
    assert column is not None
    spot = (terms.rows.index(row) + 1, terms.columns.index(column) + 1)
    cell = next(cell for cell in terms.cells if (cell.row, cell.column) == spot)
    if cell.rate is None:
        return Raw(_unpaid(rows), cell.amount, down.value)
    return _at_one_rate(rows, cell.rate, place, down.value)


def _path(row: Credited, parts: tuple[Part, ...], place: Place) -> Path:
    if not place.segment.assignment.ramp:
        return Path(row, parts, ONE, worth(parts))
    ramp = rate_factor(place.segment, row.item.on)
    return Path(row, parts, ramp, worth(parts) * ramp)


def _unpaid(rows: Sequence[Credited]) -> tuple[Path, ...]:
    """Keep the rows of a sum that belongs to none of them."""
    return tuple(Path(row, (), ONE, NONE) for row in rows)


def _modifier(component: Component, measures: Mapping[str, Measure]) -> Factor:
    terms = component.modifier
    if terms is None:
        return Factor()
    found = measures.get(terms.measure, Measure(None, "measure_missing"))
    if found.value is None:  # without evidence nothing changes
        return Factor(ONE, terms.measure, None, found.reason or "measure_missing")
    band = tier_of(terms.bands, found.value)
    return Factor(band.factor if band else ONE, terms.measure, found.value)


def _gate(component: Component, measures: Mapping[str, Measure]) -> Factor:
    terms = component.gate
    if terms is None:
        return Factor()
    asked = predicate(terms.require)
    values = {name: measures.get(name, Measure(None, "measure_missing")) for name in asked.names}
    shown = next(iter(values.values()), Measure(None)).value
    unknown = next((name for name, each in values.items() if each.value is None), "")
    if unknown:
        return Factor(None, terms.require, None, values[unknown].reason or "measure_missing")
    is_met = asked.test({name: each.value for name, each in values.items()})
    return Factor(ONE if is_met else terms.otherwise, terms.require, shown)


def _after(
    component: Component, raw: Raw, modifier: Factor, gate: Factor
) -> tuple[Decimal | None, str]:
    """Apply steps 8 to 10; gives the sum and, where it is absent or nothing, why."""
    if raw.amount is None:
        return None, raw.reason
    if gate.factor is None:
        return None, "gate_unknown"
    amount = raw.amount * (modifier.factor or NONE) * gate.factor
    if component.limit is not None and component.limit.per_component is not None:
        amount = min(amount, component.limit.per_component)
    return amount, raw.reason or ("gate_not_met" if gate.factor != 1 else "")
