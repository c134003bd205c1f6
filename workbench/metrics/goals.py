"""M10, progress of a goal that is no revenue, from where it began."""

from decimal import Decimal

from workbench.metrics.metric import Outcome, absent
from workbench.model.money import quotient


def goal_progress(
    actual: Decimal | None, baseline: Decimal | None, target: Decimal | None
) -> Outcome:
    """Give (actual − baseline) / (target − baseline).

    A goal to lower a figure works by sign: from 40 to 30 with 35 reached is half way.

    Returns
    -------
    Outcome
        Absent when one of the three is not known, or when there is no way to go.
    """
    if actual is None or baseline is None or target is None:
        return absent("goal_incomplete")
    if target == baseline:
        return absent("goal_without_way")
    done, whole = actual - baseline, target - baseline
    return Outcome(quotient(done, whole), done, whole, 1)
