"""Which figures need a table, and which a fault in a column spoils; told by the catalogue."""

from collections.abc import Callable, Mapping

from workbench.metrics.aims import CUTS
from workbench.metrics.catalogue import CATALOGUE
from workbench.metrics.grade import touching_faults
from workbench.metrics.metric import Metric
from workbench.model.tables import TABLES

# Figures made of other figures name no needs; a test holds this against what is absent without it
QUOTA_FIGURES = (
    "quota_attainment", "full_quota_attainment", "quota_gap", "effective_quota", "linear_pace",
    "seasonal_pace", "required_run_rate", "pipeline_coverage",
)  # fmt: skip
# Those and others that go by the days at work
_AT_WORK = (*QUOTA_FIGURES, "projection_linear", "projection_seasonal", "projection_pipeline")
_AMOUNTS = ("amount", "acv", "tcv", "currency")
_TOLD_BY = {"course": "deal_history", "record": ""}  # needs that are no table of that name


def figures_without(table: str) -> tuple[str, ...]:
    """Name the figures that are absent without a table, in the order of the catalogue."""
    return tuple(key for key, metric in CATALOGUE.items() if _needs_table(metric, table))


def figures_spoiled(table: str, column: str) -> tuple[str, ...]:
    """Name the figures that a fault in a column spoils, in the order of the catalogue.

    Those that need the column; for one that every row must fill, all that need the table, or are
    moved by its rows.
    """
    is_whole = TABLES[table].column(column).is_required
    moved = _MOVED.get(table, _never)
    return tuple(
        key
        for key, metric in CATALOGUE.items()
        if (is_whole and (_needs_table(metric, table) or moved(metric)))
        or _needs_column(metric, table, column)
        or READ.get(f"{table}.{column}", _never)(metric)
    )


def _needs_table(metric: Metric, table: str) -> bool:
    if table == "reps":
        return True
    if table == "deals":
        return _is_of_deals(metric)
    if table == "quotas":
        return metric.key in QUOTA_FIGURES
    return any(_table_of(need) == table for need in metric.needs)


def _table_of(need: str) -> str:
    name = need.partition(".")[0]
    return _TOLD_BY.get(name, name)


def _is_of_deals(metric: Metric) -> bool:
    """Whether a figure is made of deals: it names their columns, states or record."""
    told = any(
        need == "amount" or need.startswith(("deals.", "course.", "record.deals"))
        for need in metric.needs
    )
    return told or bool(metric.rows) or metric.population in ("open", "closed", "created")


def _needs_column(metric: Metric, table: str, column: str) -> bool:
    if table == "deals" and column in _AMOUNTS:
        return _is_of_amounts(metric)
    if (table, column) == ("deals", "close_on") and not metric.population and "won" in metric.rows:
        return True  # made of what was won in the period
    if table == "quotas":
        if (
            column in CUTS
        ):  # only attainment is told by them, but a row in the wrong one is no total
            return metric.key in QUOTA_FIGURES
        return column == "currency" and metric.key in QUOTA_FIGURES
    return any(
        _table_of(need) == table and need.partition(".")[2] == column for need in metric.needs
    )


def _is_of_amounts(metric: Metric) -> bool:
    return "amount" in metric.needs or any(
        fault == "amount_missing" for _state, fault in touching_faults(metric)
    )


def _never(_metric: Metric) -> bool:
    return False


def _always(_metric: Metric) -> bool:
    return True


def _one_of(*keys: str) -> Callable[[Metric], bool]:
    return lambda metric: metric.key in keys


def _needs(table: str) -> Callable[[Metric], bool]:
    return lambda metric: _needs_table(metric, table)


# Tables that no figure lacks and that move figures where they are
_MOVED: Mapping[str, Callable[[Metric], bool]] = {
    "assignments": _always,  # whose team a row counts for
    "deal_splits": _is_of_deals,
    "fx_rates": _is_of_amounts,
    "absences": _one_of(*_AT_WORK),
}
# Columns that figures read where they are there, and do without
READ: Mapping[str, Callable[[Metric], bool]] = {
    "reps.manager_id": _always,
    "assignments.manager_id": _always,
    "assignments.end_on": _always,
    "absences.factor": _one_of(*_AT_WORK),
    "absences.kind": _one_of(*_AT_WORK),  # what their notes call it
    "reps.hired_on": _one_of(*_AT_WORK),
    "reps.left_on": _one_of(*_AT_WORK),
    "deals.is_excluded": _is_of_deals,
    "deals.probability": _one_of("weighted_pipeline", "projection_pipeline"),
    "deals.stage": _one_of("weighted_pipeline", "projection_pipeline"),
    "deals.account_id": _one_of("account_coverage"),  # whom an activity for a deal was for
    "activities.account_id": _one_of("account_coverage"),
    "activities.deal_id": _one_of("account_coverage"),
    "deal_history.stage": _one_of("weighted_pipeline", "projection_pipeline"),
    "deal_history.rep_id": _is_of_deals,  # who owned a deal when it was closed
    "contracts.end_on": _needs("contracts"),
    "contracts.currency": _needs("contracts"),
    "forecasts.currency": _needs("forecasts"),
    "receipts.currency": _needs("receipts"),
    "surveys.score": _needs("surveys"),
    "surveys.scale_max": _one_of("csat"),
    "activities.is_done": _needs("activities"),
}
