"""The totals of every rep: figures of what was counted, then figures made of other figures."""

from collections.abc import Mapping
from decimal import Decimal

from workbench.metrics.computation import Computation
from workbench.metrics.counts import parts_of
from workbench.metrics.ledger import Derived, Ledger
from workbench.metrics.metric import Metric, Outcome
from workbench.metrics.own_days import OwnDays
from workbench.metrics.populations import POPULATIONS
from workbench.metrics.stood import state_columns
from workbench.metrics.weights import stage_record, weighted

Outcomes = dict[str, dict[str, Outcome]]  # by rep and metric


def outcomes_of(work: Computation) -> Outcomes:
    """Give the total of each metric for every rep, also for those without a row."""
    found: Outcomes = {row["rep_id"]: {} for row in work.rep_rows}
    for name in POPULATIONS:
        for metric in work.metrics.values():
            if metric.population == name:
                _add_counted(work, metric, found)
    _derive(work, found)
    return found


def _add_counted(work: Computation, metric: Metric, found: Outcomes) -> None:
    lack = work.missing(metric)
    if lack is not None:
        for outcomes in found.values():
            outcomes[metric.key] = lack
        return
    note = _note(work, metric)
    rows = zip(work.counted["rep_id"], parts_of(metric, work.counted), strict=True)
    for rep_id, parts in rows:
        found[rep_id][metric.key] = _noted(metric.finish(parts), note)


def _noted(outcome: Outcome, note: str) -> Outcome:
    return outcome.noted(note) if note and outcome.value is not None else outcome


def _note(work: Computation, metric: Metric) -> str:
    """Say what a reader has to know of where a metric comes from here."""
    if metric.key == "pipeline_created" and not work.ground.has_first_amount:
        return "amount_now"
    return _seen(work, metric) or ("from_snapshots" if work.is_sighted(metric) else "")


def _seen(work: Computation, metric: Metric) -> str:
    """Say which day's snapshot tells what stood open when the period ended, where one does."""
    stood, asked = work.ground.stood, state_columns(metric)
    if stood is None or not asked:
        return ""
    if any(map(stood.is_seen, asked)):
        return f"seen_on:{stood.seen_on}"
    return "" if stood.day == work.basis.state_day else f"seen_on:{stood.day}"


def _derive(work: Computation, outcomes: Mapping[str, dict[str, Outcome]]) -> None:
    derived = [metric for metric in work.metrics.values() if isinstance(metric, Derived)]
    if not derived:
        return
    basis, days = work.basis, OwnDays(work.basis)
    record = stage_record(work.ground.of_state.tables) if "open" in work.populations else None
    for rep_id, found in outcomes.items():
        ledger = Ledger(
            dict(found),
            work.quotas.effective(rep_id),
            work.due.get(rep_id, Outcome(Decimal(0))),
            weighted(stages := work.stages.get(rep_id, []), record, rep_id),
            weighted([row for row in stages if row["is_expected"]], record, rep_id),
            work.season,
            *days.of(employment := work.quotas.employments[rep_id]),
            basis.has_begun,
            employment,
            basis.last_day,
        )
        for metric in derived:
            outcome = work.missing(metric) or metric.derive(ledger)
            found[metric.key] = _noted(outcome, _seen(work, metric))
