"""M53, the weighted review score: items with a score, by weight; what is missing leaves openly."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from workbench.model.money import quotient

CAP = Decimal("1.2")  # no item counts for more
_WORST = "D"  # data of this grade are shown but not scored


@dataclass(frozen=True)
class Item:
    """One indicator of a review: what it weighs and how far it was reached."""

    key: str
    weight: Decimal
    score: Decimal | None  # 1 is reached; None: absent for `reason`
    reason: str = ""
    grade: str = ""  # of the data behind it
    note: str = ""  # of the figure it is made of

    @property
    def counted(self) -> Decimal | None:
        """The score that counts: between 0 and the cap; None when absent or of grade D."""
        if self.score is None or self.grade == _WORST:
            return None
        return min(max(self.score, Decimal(0)), CAP)


@dataclass(frozen=True)
class Score:
    """A score and how it was made."""

    value: Decimal | None  # None: no item could be scored
    items: tuple[Item, ...]
    weight_used: Decimal  # of the items that count
    weight_given: Decimal  # of all items

    @property
    def share_used(self) -> Decimal | None:
        """What share of the weight counts; None when no weight was given."""
        return quotient(self.weight_used, self.weight_given) if self.weight_given else None


def weighted_score(items: Sequence[Item]) -> Score:
    """Add up Σ w·s / Σ w over the items that have a score.

    Raises
    ------
    ValueError
        When a weight is negative.
    """
    for item in items:
        if item.weight < 0:
            raise ValueError(f"The weight of {item.key} is {item.weight}; weights are 0 or more.")
    pairs = [(item.weight, item.counted) for item in items]
    used = sum((weight for weight, score in pairs if score is not None), Decimal(0))
    given = sum((item.weight for item in items), Decimal(0))
    total = sum((weight * score for weight, score in pairs if score is not None), Decimal(0))
    return Score(quotient(total, used) if used else None, tuple(items), used, given)
