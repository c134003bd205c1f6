"""The draft of a statement from where something changed, what was issued before left as it is."""

from collections.abc import Sequence
from dataclasses import replace

from workbench.incentives.adjustment import DUE, REST, Adjustment
from workbench.incentives.ledger.carrying import Carried
from workbench.incentives.ledger.drafting import Drafted, Today, drafted
from workbench.incentives.ledger.frozen import Frozen


def resumed(today: Today, left: Carried, issued: Sequence[Frozen]) -> Drafted | None:
    """Draft the next statement of a rep of whom nothing changed up to one that was issued.

    Parameters
    ----------
    today
        Its items are those of the days since, and every one of the deals that waited then.
    left
        What the last statement left before which nothing changed, held or fell through.
    issued
        What the statements after it were made from, in their order.

    Returns
    -------
    Drafted
        Its adjustments are those of a computation from the first period on. None where they are
        not to be told without it: of a line of before, or of draws, nothing says here what they
        came to so far.
    """
    first = left.period.end
    kept = left.rows({item.item_id: item for item in today.given.items})
    items = tuple(item for item in today.given.items if item.on >= first)
    periods = tuple(each for each in today.periods if each.start >= first)
    since = replace(today, given=replace(today.given, items=items), periods=periods)
    found = drafted(since, issued, replace(left.sums, kept=kept))
    names = {each.name for each in periods}
    is_told = all(_is_told(each, names) for each in found.frozen.adjustments)
    return found if is_told else None


def _is_told(each: Adjustment, periods: set[str]) -> bool:
    return bool(each.dispute) or each.line in (DUE, REST) or each.period in periods
