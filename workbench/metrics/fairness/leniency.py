"""M51, rater leniency: whether a manager's ratings lie above what the objective score predicts."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

import numpy as np

from workbench.model.money import FACT_SCALE, round_half_up

FEWEST = 5  # ratees a manager needs to be shown


@dataclass(frozen=True)
class Rating:
    """One rating a manager gave, and the objective score of the same person."""

    manager_id: str
    rep_id: str
    rating: float
    objective: float


@dataclass(frozen=True)
class Leniency:
    """How far a manager's ratings lie above (+) or below (−) the prediction, in rating points."""

    manager_id: str
    value: Decimal | None  # shrunk towards 0; None with fewer than five ratees
    raw: Decimal | None  # the plain mean difference
    n: int


def leniency(ratings: Iterable[Rating]) -> list[Leniency]:
    """Tell each manager's leniency.

    Ratings are predicted from the objective score by one straight line over all. A manager's mean
    difference is then drawn towards 0 by the share of its variance that is chance: n / (n + k),
    where k is the variance within managers over that between them.
    """
    rows = list(ratings)
    if not rows:
        return []
    residuals: dict[str, list[float]] = defaultdict(list)
    for row, gap in zip(rows, _residuals(rows), strict=True):
        residuals[row.manager_id].append(gap)
    ratio = _noise_ratio(list(residuals.values()))
    return [_of_manager(name, gaps, ratio) for name, gaps in sorted(residuals.items())]


def _of_manager(name: str, gaps: list[float], ratio: float | None) -> Leniency:
    n = len(gaps)
    if n < FEWEST:
        return Leniency(name, None, None, n)
    raw = float(np.mean(gaps))
    value = 0.0 if ratio is None else raw * n / (n + ratio)
    return Leniency(name, _points(value), _points(raw), n)


def _residuals(rows: list[Rating]) -> np.ndarray:
    given = np.array([row.rating for row in rows])
    score = np.array([row.objective for row in rows])
    spread = score - score.mean()
    square = float(spread @ spread)
    slope = float(spread @ given) / square if square else 0.0
    return given - given.mean() - slope * spread


def _noise_ratio(groups: list[list[float]]) -> float | None:
    """Give the variance within over that between; None where nothing but chance is between."""
    told = [np.array(gaps) for gaps in groups if len(gaps) > 1]
    if len(told) < 2:  # noqa: PLR2004 (one manager lies above nobody)
        return None
    freedom = sum(len(gaps) - 1 for gaps in told)
    within = sum(float(((gaps - gaps.mean()) ** 2).sum()) for gaps in told) / freedom
    size = float(np.mean([len(gaps) for gaps in told]))
    between = float(np.var([gaps.mean() for gaps in told], ddof=1)) - within / size
    return within / between if between > 0 else None


def _points(value: float) -> Decimal:
    return round_half_up(Decimal(repr(value)), FACT_SCALE)
