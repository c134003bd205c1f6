"""What is asked of a cut: a figure, of which rows, for each of what."""

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from workbench.metrics.catalogue import metric_of
from workbench.model.period import Period
from workbench.snapshots.where import Where

Each = Literal["rep", "stage", "period", "all"]


@dataclass(frozen=True, kw_only=True)
class Question:
    """A figure for each rep, each stage or each period, or of all deals together."""

    key: str  # of a metric that can be cut; "": the passages of stages are counted
    each: Each
    periods: tuple[Period, ...]  # one, but where they are told apart
    where: Where

    @property
    def population(self) -> str:
        """Which rows are asked."""
        return metric_of(self.key).population if self.key else "passages"

    @property
    def boxless(self) -> "Question":
        """The same of deals of every age and size."""
        return replace(self, where=self.where.without("days", "amount"))

    def others(self) -> "list[tuple[Question, str | None]]":
        """Give the questions that cells of this one answer too, each by which level; None: by all.

        Stages: how many entered each. Periods: each by itself; but none where they share days,
        since a row counts in the first that holds it.
        """
        if self.each == "stage":
            return [(replace(self, key=""), None)]
        spans = sorted((period.start, period.end) for period in self.periods)
        is_apart = all(one[1] <= later[0] for one, later in pairwise(spans))
        if self.each != "period" or not is_apart:
            return []
        return [
            (replace(self, each="all", periods=(period,)), str(n))
            for n, period in enumerate(self.periods)
        ]
