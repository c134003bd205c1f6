"""What a quota row is a target of: a figure of the catalogue, whole or at one level of a cut."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from workbench.metrics.catalogue import CATALOGUE, is_state
from workbench.metrics.metric import finish_count, finish_total
from workbench.model.tables import QUOTA_CUTS

REVENUE = "won_revenue"
CUTS = QUOTA_CUTS
CUT_POPULATIONS = ("closed", "open", "created", "first_wins")  # whose rows are credited deals
_MONEY = ("money", "money_per_day")
Row = Mapping[str, Any]


class Aim(NamedTuple):
    """What is aimed at; targets of different aims are never added."""

    metric: str
    by: str = ""  # one of CUTS; "" for the whole figure
    level: str = ""

    @property
    def place(self) -> tuple[str, str]:
        """The dimension and level under which `quota_attainment` tells how far it is reached.

        The target of all revenue is the total. One of another figure stands by `metric`, or, where
        it is cut, by figure and cut: `won_deals.region`.
        """
        if self.metric == REVENUE:
            return self.by, self.level
        return (f"{self.metric}.{self.by}", self.level) if self.by else ("metric", self.metric)


def aim_of(row: Row) -> Aim | None:
    """Read what a quota row is for; None where it names two cuts at once."""
    named = [(by, row[by]) for by in CUTS if row.get(by)]
    if len(named) > 1:
        return None
    return Aim(row["metric"], *named[0]) if named else Aim(row["metric"])


def aims_of(rows: Iterable[Row]) -> list[Aim]:
    """List what rows aim at, each once, revenue first, then as the rows stand."""
    found = dict.fromkeys(aim for row in rows if (aim := aim_of(row)) is not None)
    return sorted(found, key=lambda aim: (aim.metric != REVENUE, bool(aim.by)))


def is_money(metric: str) -> bool:
    """Whether a figure is told in a currency; only then that of a quota row says anything."""
    return metric in CATALOGUE and CATALOGUE[metric].unit in _MONEY


def adds_up(metric: str) -> bool:
    """Whether the figure of a quarter is the sum of its months': counts and sums of a period.

    Only then the targets of months add up to one of the quarter, and part of a year's holds for
    part of the year. A rate, an average and how things stand hold for every day alike.
    """
    found = CATALOGUE.get(metric)
    is_sum = found is not None and found.finish in (finish_count, finish_total)
    return is_sum and not is_state(metric)


def can_be_cut(metric: str) -> bool:
    """Whether a figure is made of deals that have a product, a region or a segment each."""
    return metric in CATALOGUE and CATALOGUE[metric].population in CUT_POPULATIONS
