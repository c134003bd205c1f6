"""The Kaplan–Meier median: how long half of the cases last, when some have not ended yet."""

from collections.abc import Mapping

import numpy as np
from scipy.stats import CensoredData, ecdf


def median_survival(stays: Mapping[tuple[int, bool], int]) -> int | None:
    """Give the first day by which at least half have ended.

    Parameters
    ----------
    stays
        Number of cases by length in days and whether they ended; a case that has not ended lasted
        at least so long.

    Returns
    -------
    int or None
        None when so many last that half have not ended by any day.
    """
    lengths = {is_over: _lengths(stays, is_over=is_over) for is_over in (True, False)}
    if not len(lengths[True]):
        return None
    curve = ecdf(CensoredData(uncensored=lengths[True], right=lengths[False])).sf
    reached = np.flatnonzero(curve.probabilities <= 0.5 + 1e-12)
    return int(curve.quantiles[reached[0]]) if len(reached) else None


def _lengths(stays: Mapping[tuple[int, bool], int], *, is_over: bool) -> np.ndarray:
    found = [(days, n) for (days, ended), n in stays.items() if ended == is_over]
    days = np.array([day for day, _n in found], dtype=np.int64)
    return np.repeat(days, np.array([n for _day, n in found], dtype=np.int64))
