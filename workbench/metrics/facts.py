"""The facts of a period: each outcome with its rep, its unit and its grade."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from workbench.metrics.catalogue import CATALOGUE
from workbench.metrics.computation import Computation
from workbench.metrics.counts import count_by_level, parts_of, wanted_of
from workbench.metrics.fact import Fact
from workbench.metrics.grade import graded, touching_faults
from workbench.metrics.metric import Metric, Outcome
from workbench.metrics.parts import count_of

_MONEY_UNITS = ("money", "money_per_day")
_WHOLE = ("", "")  # by no dimension
# Populations with the dimensions they are also cut by
CUTS = sorted({(metric.population, by) for metric in CATALOGUE.values() for by in metric.by})


def total_facts(work: Computation, outcomes: Mapping[str, Mapping[str, Outcome]]) -> list[Fact]:
    """Give the facts of the totals, for every rep."""
    touching = {key: touching_faults(metric) for key, metric in CATALOGUE.items()}
    facts = []
    for rep_id, found in outcomes.items():
        faults = work.faults.get(rep_id, {})
        for key, outcome in found.items():
            grade, told = graded(
                outcome, touching[key], faults, is_sum=CATALOGUE[key].unit == "money"
            )
            facts.append(fact_of(work, rep_id, CATALOGUE[key], told, grade))
    return facts


def _counts_a_team(metric: Metric) -> bool:
    """Whether a manager's figure counts the rows of a team, or is made of one that does."""
    return bool(metric.population or metric.rows)


def _is_touched(work: Computation, metric: Metric, outcome: Outcome) -> bool:
    """Whether a team would have told another figure, or one where there is none."""
    is_counted = bool(metric.population) and work.missing(metric) is None
    return _counts_a_team(metric) and (outcome.value is not None or is_counted)


def level_facts(work: Computation) -> list[Fact]:
    """Give the facts cut by a dimension, of the levels a rep has rows in."""
    return [fact for name, by in CUTS if name in work.populations for fact in _cut(work, name, by)]


def _cut(work: Computation, population: str, by: str) -> Iterator[Fact]:
    is_told = population != "open" or work.lacks_state(by) is None
    usable = work.usable(population) if is_told else ()
    metrics = [_level(metric, by) for metric in usable if by in metric.by]
    rows, known = work.populations[population], {row["rep_id"] for row in work.rep_rows}
    counted = count_by_level(rows, by, wanted_of(metrics, rows))
    for metric in metrics:
        places = zip(counted["rep_id"], counted["level"], parts_of(metric, counted), strict=True)
        for rep_id, level, parts in places:
            if rep_id in known:
                grade, outcome = graded(metric.finish(parts), touching=(), faults={})
                yield fact_of(work, rep_id, metric, outcome, grade, (by, level))


def _level(metric: Metric, by: str) -> Metric:
    """Cut a metric: by kind, every customer won counts, not the new ones alone."""
    if by != "kind":
        return metric
    return replace(metric, parts={"n": count_of()})


def fact_of(
    work: Computation,
    rep_id: str,
    metric: Metric,
    outcome: Outcome,
    grade: str,
    cut: tuple[str, str] = _WHOLE,
) -> Fact:
    """Make the fact of one outcome, cut by a dimension and its level."""
    if rep_id in work.ground.circling and _is_touched(work, metric, outcome):
        outcome = outcome.noted("manager_circle")
    return Fact(
        work.basis.period.name,
        rep_id,
        metric.key,
        *cut,
        outcome.value,
        metric.unit,
        work.basis.currency if metric.unit in _MONEY_UNITS else "",
        outcome.numerator,
        outcome.denominator,
        outcome.n,
        outcome.low,
        outcome.high,
        grade,
        outcome.reason,
        outcome.note,
    )
