"""A thing that could be said of a period, and how much it weighs beside the others.

The rule is fixed and the same for everyone: the money at stake, as a share of the target; times how
sure it is; times how far the rep can move it. What is no money counts as a tenth of the target.
Nothing is left out because a list is full, and nothing is made up because it is short.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from workbench.model.money import quotient
from workbench.review import words

if TYPE_CHECKING:
    from workbench.metrics.fact import Fact
    from workbench.review.brief import Brief

NO_MONEY = Decimal("0.1")  # what weighs as much as a tenth of the target
SURE, LIKELY, OPEN = Decimal(1), Decimal("0.7"), Decimal("0.4")  # counted; beyond chance; few cases
IN_HAND, PARTLY, PAST = Decimal(1), Decimal("0.6"), Decimal("0.3")  # how far the rep can move it
_NEWS = Decimal("0.05")  # of a year before
# Rates that have a better side and intervals of peers
RATES = ("win_rate", "csat", "slippage_rate", "stage_conversion", "lead_response_within_1h")


@dataclass(frozen=True)
class Candidate:
    """One sentence with its weight."""

    key: str
    text: str
    stake: Decimal  # as a share of the target
    certainty: Decimal
    reach: Decimal
    is_ahead: bool = False  # a risk of the period to come
    asked: str = ""  # what is to be decided about it

    @property
    def weight(self) -> Decimal:
        """How much it weighs beside the others."""
        return self.stake * self.certainty * self.reach


Finder = Callable[["Brief"], Iterable[Candidate]]


def weighed(finders: Iterable[Finder], review: "Brief") -> Sequence[Candidate]:
    """Give what is found, the weightiest first; the same weight by key."""
    found = [each for finder in finders for each in finder(review)]
    return sorted(found, key=lambda each: (-each.weight, each.key))


def stake_of(amount: Decimal, review: "Brief") -> Decimal:
    """Give an amount as a share of the target, or of what was won where there is no target."""
    for metric in ("effective_quota", "won_revenue", "open_pipeline"):
        base = review.figures.value(metric)
        if base:
            return quotient(abs(amount), abs(base))
    return NO_MONEY


def is_news(change: Decimal, before: Decimal) -> bool:
    """Whether a change on a year before is worth a word: less than a twentieth is none."""
    return abs(change) >= abs(before) * _NEWS


def certainty_of(fact: "Fact") -> Decimal:
    """Say how sure a rate is: less where it rests on few cases."""
    return OPEN if words.is_unsteady(fact) else LIKELY
