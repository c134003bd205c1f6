"""The season: what share of a period's revenue the company had won by this day in earlier years."""

from decimal import Decimal

import ibis
import pyarrow as pa
from ibis import _

from workbench.metrics.ground import Ground
from workbench.metrics.growth import same_days
from workbench.metrics.metric import Outcome, absent, exact
from workbench.metrics.scope import records
from workbench.model.money import quotient
from workbench.model.period import Period

_YEARS = 2  # fewer earlier years tell no season
_MOST_YEARS = 5
_EARLIEST = Decimal("0.05")  # a smaller share to date makes the index jump


def season(ground: Ground) -> Outcome:
    """Give the mean share of the same period's won revenue that had come by this day.

    Returns
    -------
    Outcome
        Of the whole company; `n` is the number of earlier years. Absent with fewer than two, or
        when less than 5 % had come.
    """
    years = _earlier(ground)
    if len(years) < _YEARS:
        return absent("season_unknown", n=len(years))
    shares = [quotient(part, whole) for part, whole in _sums(ground, years) if whole > 0]
    if len(shares) < _YEARS:
        return absent("season_unknown", n=len(shares))
    mean = quotient(sum(shares, Decimal(0)), len(shares))
    if mean < _EARLIEST:
        return absent("season_too_early", n=len(shares))
    return Outcome(mean, n=len(shares))


def _earlier(ground: Ground) -> list[Period]:
    found: list[Period] = []
    calendar, reaches = ground.basis.calendar, ground.record.reaches
    period = calendar.year_before(ground.basis.period)
    while period is not None and reaches(period) and len(found) < _MOST_YEARS:
        found.append(period)
        period = calendar.year_before(period)
    return found


def _sums(ground: Ground, years: list[Period]) -> list[tuple[Decimal, Decimal]]:
    """Give won revenue to date and in all of each year's period."""
    spans = ibis.memtable(
        pa.Table.from_pylist(
            [
                {"start": year.start, "until": same_days(ground.basis, year)[1], "end": year.end}
                for year in years
            ]
        )
    )
    won = ground.credited.filter(_.is_closed & _.is_won).select("close_on", "amount")
    rows = won.join(spans, [won.close_on >= spans.start, won.close_on < spans.end])
    sums = rows.group_by("start").aggregate(
        part=rows.amount.sum(where=rows.close_on < rows.until), whole=rows.amount.sum()
    )
    return [
        (exact(row["part"]) or Decimal(0), exact(row["whole"]) or Decimal(0))
        for row in records(sums)
    ]
