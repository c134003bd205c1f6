"""What was reached of each aim: a figure whole, or of one product, region or segment."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from workbench.metrics.aims import CUTS, Aim, can_be_cut
from workbench.metrics.catalogue import CATALOGUE
from workbench.metrics.computation import Computation
from workbench.metrics.counts import count_by_level, parts_of, wanted_of
from workbench.metrics.levels import CutGround, sides_of
from workbench.metrics.metric import Outcome, absent
from workbench.metrics.populations import POPULATIONS

Outcomes = Mapping[str, Mapping[str, Outcome]]  # by rep and metric
Cut = tuple[str, str]  # a dimension and the side that tells it
Reached = dict[tuple[str, str, str], Outcome]  # by rep, metric and level


class Actuals:
    """What was reached of each aim, counted once per cut for all reps."""

    def __init__(self, work: Computation, outcomes: Outcomes, aims: Sequence[Aim]) -> None:
        self._work, self._outcomes = work, outcomes
        self._sides = {by: sides_of(work.tables, by) for by in {aim.by for aim in aims} - {""}}
        asked: dict[Cut, set[str]] = {}
        for aim in aims:
            side = self._side(aim)
            if side is not None:
                asked.setdefault((aim.by, side), set()).add(aim.metric)
        self._reached = {cut: _counted(work, *cut, metrics) for cut, metrics in asked.items()}

    def of(self, aim: Aim, rep_id: str) -> Outcome:
        """Give the figure of a rep that an aim is about."""
        if aim.metric not in CATALOGUE:
            return absent("unknown_metric")
        if not aim.by:
            return self._outcomes[rep_id][aim.metric]
        lack = self._lack(aim)
        if lack is not None:
            return lack
        side, metric = self._side(aim) or "", CATALOGUE[aim.metric]
        found = self._reached[aim.by, side].get((rep_id, aim.metric, aim.level))
        outcome = found or metric.finish(dict.fromkeys(metric.parts))
        return outcome.noted(f"cut_by_{side}") if aim.by in CUTS[2:] else outcome

    def _lack(self, aim: Aim) -> Outcome | None:
        if not can_be_cut(aim.metric):
            return absent("metric_not_cut")
        if not self._sides[aim.by]:
            return absent("cut_without_data", note=f"column:quotas.{aim.by}")
        if self._side(aim) is None:
            return absent("level_unknown")
        return self._work.missing(CATALOGUE[aim.metric])

    def _side(self, aim: Aim) -> str | None:
        """Name what tells a level, the account first; None where nothing knows it."""
        if not aim.by or not can_be_cut(aim.metric):
            return None
        sides: Mapping[str, AbstractSet[str]] = self._sides[aim.by]
        return next((side for side, levels in sides.items() if aim.level in levels), None)


def _counted(work: Computation, by: str, side: str, keys: AbstractSet[str]) -> Reached:
    """Count figures by one cut, for every rep and level with rows."""
    found: Reached = {}
    ground = CutGround(work.ground, by, side)
    usable = [CATALOGUE[key] for key in sorted(keys) if not work.missing(CATALOGUE[key])]
    for population in sorted({metric.population for metric in usable}):
        metrics = [metric for metric in usable if metric.population == population]
        rows = POPULATIONS[population](ground)
        counted = count_by_level(rows, "level", wanted_of(metrics, rows))
        for metric in metrics:
            places = zip(
                counted["rep_id"], counted["level"], parts_of(metric, counted), strict=True
            )
            for rep_id, level, parts in places:
                found[rep_id, metric.key, level] = metric.finish(parts)
    return found
