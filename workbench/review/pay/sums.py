"""The sums of a statement as its run holds it: one line, one kind of line, one component."""

from collections.abc import Mapping
from decimal import Decimal

from workbench.store.pay.statements import Line

NONE = Decimal(0)
_COMPONENT, _CAUSE = "component/", "cause/"
# What stands in totals as one, signed as it changes the cheque; all together are what is paid
KINDS: Mapping[str, tuple[str, ...]] = {
    "earned": ("gross",),
    "cap": ("cap_loss",),
    "deferred": ("deferred",),
    "released": ("released",),
    "clawback": ("clawback",),
    "draw": ("draw_recovered", "draw_paid"),
    "adjustments": ("adjusted",),
    "owed": ("carried_negative", "owed_before", "owed_after"),
}


def sum_of(line: Line, key: str) -> Decimal | None:
    """Give a sum of a statement; None where it is unknown, 0 where there is no such line."""
    told = line.figures.get(key, "0")
    return Decimal(told) if told else None


def known(line: Line, key: str) -> Decimal:
    """Give a sum of a statement as far as it is known."""
    return sum_of(line, key) or NONE


def of_kind(line: Line, kind: str) -> Decimal:
    """Add up the lines of one kind, as far as they are known."""
    return sum((known(line, key) for key in KINDS[kind]), NONE)


def plan_ids(line: Line) -> tuple[str, ...]:
    """Name the plans whose components a statement holds; none where it was not computed."""
    found = (key.removeprefix(_COMPONENT).rpartition("/")[0] for key in _keys(line, _COMPONENT))
    return tuple(dict.fromkeys(found))


def components(line: Line) -> dict[str, Decimal | None]:
    """Give what each component earned, as `component/ae-2026/commission`.

    The parts of a component whose plan changed in mid-period are one sum; it is None where none of
    them is known.
    """
    found: dict[str, Decimal | None] = {}
    for key in _keys(line, _COMPONENT):
        plan, _, component = key.rpartition("/")
        name, part = f"{plan}/{component.partition('@')[0]}", sum_of(line, key)
        before = found.get(name)
        found[name] = before if part is None else (before or NONE) + part
    return found


def causes(line: Line) -> dict[str, Decimal]:
    """Give what was adjusted by what changed, the largest first."""
    found = {key.removeprefix(_CAUSE): known(line, key) for key in _keys(line, _CAUSE)}
    told = sorted(found.items(), key=lambda each: (-abs(each[1]), each[0]))
    return {name: amount for name, amount in told if amount}


def _keys(line: Line, start: str) -> list[str]:
    return [key for key in line.figures if key.startswith(start)]
