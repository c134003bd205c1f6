"""What the plan leaves, or takes, beside a recomputation: windows, shares and rates of clawback."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from workbench.incentives.adjustment import Spared
from workbench.incentives.ledger.frozen import Frozen, computed
from workbench.incentives.paying import deal_of
from workbench.incentives.statement import Statement

NONE = Decimal(0)


def spared(frozen: Frozen, made: Iterable[Statement]) -> tuple[Spared, ...]:
    """Tell by how much a rep stands otherwise than had a deal never been.

    Deal after deal in the order they fell through, each taken out of what was computed before, so
    that the sums add up to the difference from a recomputation under the data of today.

    Parameters
    ----------
    frozen
        By the data of today.
    made
        Its statements.
    """
    first = made = tuple(made)
    gone, total, found = dict(frozen.gone), _cash(made), []
    for deal, _day in sorted(frozen.gone.items(), key=lambda each: (each[1], each[0])):
        gone.pop(deal)
        left = without(frozen, deal, gone)
        made = computed(left, _before(deal, frozen, made))
        after = _cash(made)
        if total != after:
            found.append(Spared(deal, _reason(first, deal), total - after))
        frozen, total = left, after
    return tuple(found)


def without(frozen: Frozen, deal: str, gone: Mapping[str, date]) -> Frozen:
    """Take every row of a deal out."""
    items = tuple(item for item in frozen.given.items if deal_of(item) != deal)
    return replace(frozen, given=replace(frozen.given, items=items), gone=dict(gone))


def _before(deal: str, frozen: Frozen, made: Sequence[Statement]) -> Sequence[Statement]:
    """Give the statements of periods before any row of a deal: without it they are the same."""
    days = (item.on for item in frozen.given.items if deal_of(item) == deal)
    first = min(days, default=date.min)
    return [each for each in made if each.period.end <= first]


def _cash(made: Sequence[Statement]) -> Decimal:
    """Add up what is paid, less what is still to be taken back at the end."""
    return sum((each.amount("cash") for each in made), NONE) - made[-1].closing.due


def _reason(made: Iterable[Statement], deal: str) -> str:
    """Name the term that makes the difference."""
    taken = [each for one in made for each in one.taken if deal_of(each.kept.item) == deal]
    refused = next((each.reason for each in taken if not each.amount and each.kept.amount), "")
    if refused:
        return refused
    terms = [each.kept.segment.plan.clawback for each in taken if each.kept.segment is not None]
    is_part = any(each is not None and each.share != 1 for each in terms)
    return "clawback_share" if is_part else "original_rate"
