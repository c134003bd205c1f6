"""What people wrote of one rep, read together, so that all a document shows is of one moment."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.review.cycle.answers import Answers, answers_of
from workbench.review.cycle.earlier import Earlier, earlier_of
from workbench.review.growing.lines import OwnLines, own_lines
from workbench.review.own_goals import OwnGoals, own_goals

if TYPE_CHECKING:
    from workbench.review.rep_period import RepPeriod


@dataclass(frozen=True)
class Written:
    """The words a store holds of a rep's period, as one reader may see them."""

    answers: Answers
    earlier_reviews: tuple[Earlier, ...] | None
    lines: OwnLines
    own_goals: OwnGoals


def written_of(review: "RepPeriod") -> Written:
    """Read all of it, one after the other; what is written afterwards is not in it."""
    return Written(
        answers=answers_of(review),
        earlier_reviews=earlier_of(review),
        lines=own_lines(review.workspace, review.reader, review.rep.rep_id, review.rep.team),
        own_goals=own_goals(review),
    )
