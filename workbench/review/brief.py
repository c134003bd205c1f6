"""What a section may read: a rep's period with what people wrote, recorded and were paid."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from workbench.review.rep_period import RepPeriod

if TYPE_CHECKING:
    from workbench.page.parts import Block
    from workbench.review.cycle.answers import Answers
    from workbench.review.cycle.earlier import Earlier
    from workbench.review.growing.lines import OwnLines
    from workbench.review.last_review import LastReview
    from workbench.review.own_goals import OwnGoals
    from workbench.review.past import Past
    from workbench.review.pay.statements import Pay
    from workbench.review.written import Written
    from workbench.review.year_end import YearEnd


@dataclass(frozen=True)
class Brief(RepPeriod):
    """A rep's period beside what the registers and the store hold of it, as its reader may see."""

    @cached_property
    def made(self) -> "dict[str, tuple[str, Sequence[Block]]]":
        """What sections said of this brief, finding and blocks by key: each is made once."""
        return {}

    @cached_property
    def answers(self) -> "Answers":
        """What people wrote, as the reader may see it at this stage; empty without a cycle."""
        return self._written.answers

    @cached_property
    def earlier_reviews(self) -> "tuple[Earlier, ...] | None":
        """The signed reviews before this one, as the reader may see them; None without a store."""
        return self._written.earlier_reviews

    @cached_property
    def lines(self) -> "OwnLines":
        """What the registers hold of this rep and the reader may see; empty without a store."""
        return self._written.lines

    @cached_property
    def own_goals(self) -> "OwnGoals":
        """The goals people set for this rep in the period; empty without a store."""
        return self._written.own_goals

    @cached_property
    def _written(self) -> "Written":
        """Read at the first word that is asked for, all of it: no section sees a later one."""
        from workbench.review.written import written_of  # noqa: PLC0415 (loads SQL)

        return written_of(self)

    @cached_property
    def past(self) -> "Sequence[Past]":
        """The last periods that are over, the earliest first, with a few totals of each."""
        from workbench.review.past import past_of  # noqa: PLC0415 (asked for by one section)

        return past_of(self)

    @cached_property
    def last_review(self) -> "LastReview | None":
        """The review of the period before, as the reader may see it; None where there is none."""
        from workbench.review.last_review import last_review_of  # noqa: PLC0415 (one section asks)

        return last_review_of(self, self.earlier_reviews or ())

    @cached_property
    def year_end(self) -> "YearEnd | None":
        """Whether the year closes, by the own record; None where nothing is left of it."""
        from workbench.review.year_end import year_end_of  # noqa: PLC0415 (asked for by one section)

        return year_end_of(self)

    @cached_property
    def pay(self) -> "Pay":
        """The rep's incentive statements of the period, or why there are none."""
        from workbench.review.pay.statements import pay_of  # noqa: PLC0415 (loads the plans' grammar)

        return pay_of(self)
