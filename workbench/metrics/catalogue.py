"""All metrics there are, in the order of the dictionary."""

from workbench.errors import require_known
from workbench.metrics.activity import ACTIVITY
from workbench.metrics.cash import CASH
from workbench.metrics.conversion import CONVERSION
from workbench.metrics.customers import CUSTOMERS
from workbench.metrics.deal_habits import DEAL_HABITS
from workbench.metrics.metric import Metric
from workbench.metrics.pipeline import PIPELINE
from workbench.metrics.targets import TARGETS

_ALL = (*TARGETS, *CONVERSION, *PIPELINE, *DEAL_HABITS, *CUSTOMERS, *CASH, *ACTIVITY)
CATALOGUE: dict[str, Metric] = {
    metric.key: metric for metric in sorted(_ALL, key=lambda metric: metric.id or "M00")
}


_STATES_DERIVED = ("pipeline_coverage", "weighted_pipeline")


def is_state(key: str) -> bool:
    """Whether a metric tells how things stand at `as_of`, not what happened in its period.

    What stood open a year ago cannot be told from today's snapshot.
    """
    return metric_of(key).population == "open" or key in _STATES_DERIVED


def metric_of(key: str) -> Metric:
    """Give a metric by its key.

    Raises
    ------
    UnknownNameError
        When there is none; offers the nearest.
    """
    require_known("metric", [key], CATALOGUE)
    return CATALOGUE[key]
