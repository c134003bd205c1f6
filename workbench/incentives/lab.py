"""The plan lab: what plans cost over all reps, how that spreads, and what another would change."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from statistics import median, quantiles
from typing import Any, TypeVar

from workbench.incentives.inputs import Item, Line, RepInput
from workbench.incentives.plan import Plan
from workbench.incentives.statement import Statement
from workbench.incentives.terms import Strict
from workbench.model.money import quotient

NONE = Decimal(0)
_Part = TypeVar("_Part", bound=Strict)
_MONEY = ("amount", "acv", "margin")


@dataclass(frozen=True)
class Cost:
    """What one rep earned over the periods looked at."""

    rep_id: str
    gross: Decimal
    cash: Decimal
    cap_loss: Decimal
    credit: Decimal | None  # of what is measured against a quota; None where nothing is
    quota: Decimal | None
    is_partial: bool  # a component could not be computed


@dataclass(frozen=True)
class Spread:
    """Costs of all reps together."""

    n: int
    gross: Decimal
    cash: Decimal
    cap_loss: Decimal
    capped: int  # reps who met the cap
    partial: int  # reps with a component that cannot be computed
    median: Decimal | None  # None without reps
    low: Decimal | None  # quartiles; None with fewer than four
    high: Decimal | None
    top_share: Decimal | None  # of the tenth that earned most


@dataclass(frozen=True)
class Comparison:
    """One rep under two plans."""

    rep_id: str
    before: Decimal
    after: Decimal

    @property
    def change(self) -> Decimal:
        """What the second pays more."""
        return self.after - self.before


def cost_of(rep_id: str, made: Iterable[Statement]) -> Cost:
    """Add up a rep's statements."""
    found = list(made)
    measured = [
        max(asked, key=lambda each: each.credit)
        for statement in found
        if (asked := [each for each in statement.earned if each.quota and each.quota.value])
    ]
    quota = sum((each.quota.value or NONE for each in measured if each.quota), NONE)
    return Cost(
        rep_id,
        gross=sum((each.amount("gross") for each in found), NONE),
        cash=sum((each.amount("cash") for each in found), NONE),
        cap_loss=-sum((each.amount("cap_loss") for each in found), NONE),
        credit=sum((each.credit for each in measured), NONE) if measured else None,
        quota=quota or None,
        is_partial=any(each.is_partial for each in found),
    )


def spread(costs: Sequence[Cost]) -> Spread:
    """Tell cost and distribution."""
    gross = sorted((cost.gross for cost in costs), reverse=True)
    total, top = sum(gross, NONE), gross[: max(1, len(gross) // 10)]
    quarters = quantiles(gross, n=4, method="inclusive") if len(gross) > 3 else None  # noqa: PLR2004
    return Spread(
        n=len(costs), gross=total,
        cash=sum((cost.cash for cost in costs), NONE),
        cap_loss=sum((cost.cap_loss for cost in costs), NONE),
        capped=sum(cost.cap_loss > 0 for cost in costs),
        partial=sum(cost.is_partial for cost in costs),
        median=median(gross) if gross else None,
        low=quarters[0] if quarters else None, high=quarters[2] if quarters else None,
        top_share=quotient(sum(top, NONE), total) if total > 0 else None,
    )  # fmt: skip


def compared(before: Iterable[Cost], after: Iterable[Cost]) -> list[Comparison]:
    """Set two plans side by side, who loses most first; who is on one only earns 0 on the other."""
    first = {cost.rep_id: cost.gross for cost in before}
    second = {cost.rep_id: cost.gross for cost in after}
    found = [
        Comparison(rep_id, first.get(rep_id, NONE), second.get(rep_id, NONE))
        for rep_id in {**first, **second}
    ]
    return sorted(found, key=lambda each: (each.change, each.rep_id))


def scaled(given: RepInput, factor: Decimal) -> RepInput:
    """Give the input had every deal been larger or smaller by a factor; quotas stay."""
    return replace(given, items=tuple(scaled_item(item, factor) for item in given.items))


def won_too(given: RepInput, items: Iterable[Item], day: date) -> RepInput:
    """Give the input had more deals been won by a day, which then counts as elapsed."""
    return replace(given, items=(*given.items, *items), as_of=day)


def moved_back(plan: Plan, start: date) -> Plan:
    """Move a plan that begins after a day back by whole years, so that the past can be paid by it.

    Parameters
    ----------
    start
        First day of what is looked at; a plan that has begun by then stays as it is.
    """
    first = min(each.start for each in plan.assignments)
    years = max(0, first.year - start.year)
    if not years:
        return plan
    move = {"start": years, "last": years}
    return plan.model_copy(
        update={
            "assignments": tuple(_moved(each, move) for each in plan.assignments),
            "components": tuple(_moved(each, move) for each in plan.components),
            "cancellations": tuple(_moved(each, {"on": years}) for each in plan.cancellations),
        }
    )


def _moved(part: _Part, move: Mapping[str, int]) -> _Part:
    days = {name: getattr(part, name) for name in move}
    update = {
        name: None if day is None else _years_before(day, move[name]) for name, day in days.items()
    }
    return part.model_copy(update=update)


def _years_before(day: date, years: int) -> date:
    is_leap_day = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year - years, day=28 if is_leap_day else day.day)


def scaled_item(item: Item, factor: Decimal) -> Item:
    """Give a deal, with its lines, at a share of its amount; quantities stay."""
    lines = tuple(
        Line(_times(line.values, factor), _times(line.fields, factor, ("line_amount",)))
        for line in item.lines
    )
    fields = _times(item.fields, factor, ("amount", "acv", "tcv", "margin"))
    return item._replace(values=_times(item.values, factor), fields=fields, lines=lines)


def _times(
    values: Mapping[str, Any], factor: Decimal, names: tuple[str, ...] = _MONEY
) -> dict[str, Any]:
    return {
        name: value * factor if name in names and value is not None else value
        for name, value in values.items()
    }
