"""The figures of one rep in one period, as sections look them up."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from workbench.errors import require_known
from workbench.metrics.fact import Comparison, Fact


@dataclass(frozen=True)
class Figures:
    """One rep's facts and peer comparisons of one period."""

    facts: Mapping[tuple[str, str, str], Fact]  # by metric, by, level
    comparisons: Mapping[str, Comparison]  # method "peers", by metric
    others: Mapping[tuple[str, str], Comparison]  # the other methods, by method and metric

    @classmethod
    def of(cls, facts: Iterable[Fact], comparisons: Iterable[Comparison]) -> "Figures":
        """Index the rows of one rep's slice."""
        compared = list(comparisons)
        return cls(
            {(fact.metric, fact.by, fact.level): fact for fact in facts},
            {row.metric: row for row in compared if row.method == "peers"},
            {(row.method, row.metric): row for row in compared},
        )

    def __getitem__(self, metric: str) -> Fact:
        """Give the total of a metric; UnknownNameError when there is none of that name."""
        require_known("metric", [metric], [key[0] for key in self.facts])
        return self.facts[metric, "", ""]

    def value(self, metric: str) -> Decimal | None:
        """Give the value of a metric's total; None when it is absent."""
        return self[metric].value

    def levels(self, metric: str, by: str) -> tuple[Fact, ...]:
        """Give the facts of a metric cut by a dimension, in the order they were computed."""
        return tuple(
            fact for (name, cut, _), fact in self.facts.items() if (name, cut) == (metric, by)
        )

    def compared(self, method: str, metric: str) -> Comparison | None:
        """Give one comparison of a metric; None where nothing can be said."""
        return self.others.get((method, metric))

    def peers(self, metric: str) -> Comparison | None:
        """Give the peers' middle half; None with fewer than five others."""
        return self.comparisons.get(metric)
