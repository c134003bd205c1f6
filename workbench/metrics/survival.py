"""The Kaplan–Meier median: how long half of the cases last, when some have not ended yet."""

from collections.abc import Mapping

_HALF = 0.5 + 1e-12  # of the cases; the products of shares are floats


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
    # scipy.stats.ecdf gives the same, and loading it takes longer than the figures do
    lasting, at_risk = 1.0, sum(stays.values())
    for days in sorted({days for days, _ended in stays}):
        ended = stays.get((days, True), 0)
        lasting *= (at_risk - ended) / at_risk
        if lasting <= _HALF:
            return days
        at_risk -= ended + stays.get((days, False), 0)
    return None
