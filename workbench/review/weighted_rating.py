"""What people rated, weighed: the weighted level of a template whose ratings have weights."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from decimal import Decimal

from workbench.errors import Said, WorkspaceError
from workbench.i18n import error, said
from workbench.model.money import quotient
from workbench.review.template import Item, Template

Key = tuple[str, str]  # section and item
_ONE, _HUNDRED = Decimal(1), Decimal(100)


@dataclass(frozen=True)
class Part:
    """One weighted rating."""

    item: Item
    share: Decimal  # of the whole, 0 to 1
    level: int | None  # None while nobody rated it


@dataclass(frozen=True)
class Weighted:
    """A weighted level and how it was made."""

    parts: tuple[Part, ...]
    levels: int  # of the scale they share
    level: Decimal | None  # None while a part is not rated

    @property
    def unrated(self) -> tuple[Item, ...]:
        """What is still to be rated before there is a level."""
        return tuple(part.item for part in self.parts if part.level is None)


def weighted_items(template: Template) -> dict[Key, Item]:
    """Give the ratings of a template that weigh something, by section and item."""
    return {
        (section, item.key): item
        for section, items in template.forms.items()
        for item in items
        if item.weight
    }


def weights_fault(template: Template) -> Said | None:
    """Say why the weights of a template make no score; None where they do, or there are none.

    Weights are shares that make 1, or percentages that make 100, of ratings of one scale.
    """
    items = weighted_items(template).values()
    if not items:
        return None
    sum_, whole = _sum(items), _whole(items)
    if sum_ != whole:
        key = "refusal-weights-lack" if sum_ < whole else "refusal-weights-over"
        gap = said(key, n=f"{abs(whole - sum_):f}")
        return said(
            "refusal-weights-sum", template=template.name, sum=f"{sum_:f}", whole=f"{whole:f}",
            lacking=gap,
        )  # fmt: skip
    scales = sorted({len(item.options) for item in items})
    if len(scales) > 1:
        named = ", ".join(str(each) for each in scales)
        return said("refusal-weights-scales", template=template.name, scales=named)
    return None


def require_weights(template: Template) -> None:
    """Refuse a template whose weights make no score.

    Raises
    ------
    WorkspaceError
        Says what is lacking.
    """
    fault = weights_fault(template)
    if fault is not None:
        raise error(WorkspaceError, fault.key, **dict(fault.values))


def weighted(template: Template, levels: Mapping[Key, int]) -> Weighted | None:
    """Weigh what was rated; None where the template weighs nothing, or its weights make no score.

    Parameters
    ----------
    levels
        What one side rated, from 1.
    """
    items = weighted_items(template)
    if not items or weights_fault(template) is not None:
        return None
    whole = _whole(items.values())
    parts = [
        Part(item, quotient(item.weight or 0, whole), levels.get(key))
        for key, item in items.items()
    ]
    known = [part.share * part.level for part in parts if part.level is not None]
    level = sum(known, Decimal(0)) if len(known) == len(parts) else None
    scale = len(next(iter(items.values())).options)
    return Weighted(tuple(parts), scale, level)


def level_in(value: object) -> int | None:
    """Read the level of a rating as it is kept; None where none was chosen."""
    level = value.get("level") if isinstance(value, Mapping) else value
    return level if type(level) is int else None


def _sum(items: Collection[Item]) -> Decimal:
    return sum((item.weight or Decimal(0) for item in items), Decimal(0))


def _whole(items: Collection[Item]) -> Decimal:
    """Tell shares from percentages: no share is above 1."""
    return _ONE if all((item.weight or 0) <= 1 for item in items) else _HUNDRED
