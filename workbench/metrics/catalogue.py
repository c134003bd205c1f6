"""All metrics there are, in the order of the dictionary."""

from workbench.errors import require_known
from workbench.metrics.activity import ACTIVITY
from workbench.metrics.cash import CASH
from workbench.metrics.contracts import CONTRACTS
from workbench.metrics.conversion import CONVERSION
from workbench.metrics.customers import CUSTOMERS
from workbench.metrics.deal_habits import DEAL_HABITS
from workbench.metrics.forecasts import FORECASTS
from workbench.metrics.funnel import FUNNEL
from workbench.metrics.growth import GROWTH
from workbench.metrics.leads import LEADS
from workbench.metrics.metric import Metric
from workbench.metrics.named_accounts import NAMED_ACCOUNTS
from workbench.metrics.open_lists import OPEN_LISTS
from workbench.metrics.pipeline import PIPELINE
from workbench.metrics.projections import PROJECTIONS
from workbench.metrics.promised import PROMISED
from workbench.metrics.stages import STAGES
from workbench.metrics.targets import TARGETS
from workbench.metrics.trailing import TRAILING

_ALL = (
    *TARGETS,
    *PROJECTIONS,
    *GROWTH,
    *CONVERSION,
    *TRAILING,
    *STAGES,
    *PIPELINE,
    *DEAL_HABITS,
    *OPEN_LISTS,
    *PROMISED,
    *FORECASTS,
    *CUSTOMERS,
    *CONTRACTS,
    *CASH,
    *ACTIVITY,
    *FUNNEL,
    *LEADS,
    *NAMED_ACCOUNTS,
)
CATALOGUE: dict[str, Metric] = {
    metric.key: metric for metric in sorted(_ALL, key=lambda metric: metric.id or "M00")
}


_STATES_DERIVED = ("pipeline_coverage", "weighted_pipeline", "projection_pipeline")


def is_state(key: str) -> bool:
    """Whether a metric tells how things stand at `as_of`, not what happened in its period.

    What stood open a year ago cannot be told from today's snapshot.
    """
    return metric_of(key).population in ("open", "trailing") or key in _STATES_DERIVED


def metric_of(key: str) -> Metric:
    """Give a metric by its key.

    Raises
    ------
    UnknownNameError
        When there is none; offers the nearest.
    """
    require_known("metric", [key], CATALOGUE)
    return CATALOGUE[key]
