"""Figures of a period without what they are compared with: the totals of all, or of some alone.

What compares loads scipy, and takes longer to load than such figures do to be made.
"""

from collections.abc import Sequence

from workbench.metrics.basis import Basis
from workbench.metrics.catalogue import metric_of
from workbench.metrics.computation import Computation
from workbench.metrics.credits import Tables
from workbench.metrics.fact import Fact, LeftOut, TotalSet, to_table
from workbench.metrics.facts import total_facts
from workbench.metrics.ledger import Derived
from workbench.metrics.outcomes import outcomes_of
from workbench.metrics.rows import LISTED, left_out


def compute_totals(tables: Tables, basis: Basis) -> TotalSet:
    """Compute the totals of all metrics for all reps, and what they leave out; no comparison."""
    work = Computation(tables, basis, again=LISTED)
    return TotalSet(
        facts=to_table(Fact, total_facts(work, outcomes_of(work))),
        left_out=to_table(LeftOut, left_out(tables, work.populations)),
    )


def compute_facts(tables: Tables, basis: Basis, metrics: Sequence[str]) -> list[Fact]:
    """Compute the totals of some metrics only, for all reps; nothing else is made.

    Raises
    ------
    UnknownNameError
        When there is no such metric; offers the nearest.
    """
    chosen = {key: metric_of(key) for key in metrics}
    if any(isinstance(metric, Derived) for metric in chosen.values()):
        chosen |= {key: metric_of(key) for key in ("won_revenue", "open_deals")}  # their matter
    work = Computation(tables, basis, chosen)
    return [fact for fact in total_facts(work, outcomes_of(work)) if fact.metric in metrics]
