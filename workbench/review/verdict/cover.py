"""Whether the pipeline of the period to come is enough, at the rate the team wins at."""

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from workbench import i18n
from workbench.i18n import MISSING, message, told
from workbench.model.spoken import spoken_period
from workbench.review.outlook import target_figures

if TYPE_CHECKING:
    from workbench.i18n import Lang
    from workbench.metrics.fact import Fact
    from workbench.review.rep_period import RepPeriod


@dataclass(frozen=True)
class Cover:
    """The open deals due in a period beside its remaining target."""

    period: str
    fact: "Fact"
    needed: "Fact"  # absent where no rate of winning is known: then one times is the least

    @property
    def asked(self) -> Decimal:
        """How many times the remaining target is asked for."""
        return self.needed.value if self.needed.value is not None else Decimal(1)

    @property
    def is_short(self) -> bool:
        """Whether it is told, and less than is asked for."""
        return self.fact.value is not None and self.fact.value < self.asked

    @property
    def lacking(self) -> Decimal:
        """The amount that would have to be added; 0 where nothing is lacking or told."""
        if self.fact.value is None or self.fact.denominator is None or not self.is_short:
            return Decimal(0)
        return (self.asked - self.fact.value) * self.fact.denominator


def times(fact: "Fact", lang: "Lang") -> str:
    """Write how many times, as people say it; a dash where it is not told."""
    if fact.value is None:
        return MISSING
    return message("verdict-times", lang, n=i18n.number(fact.value, lang, 2))


def cover_of(review: "RepPeriod") -> Cover:
    """Give the cover of the next period once the period reviewed is over, else of its rest."""
    name, found = target_figures(review)
    return Cover(
        told(spoken_period(name), review.lang), found["pipeline_coverage"], found["needed_coverage"]
    )
