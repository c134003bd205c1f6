"""Forecasts beside what came: bias (M29), MAPE (M30) and WAPE (M31) over up to four periods."""

from collections.abc import Callable
from decimal import Decimal
from functools import partial

import pyarrow as pa

from workbench.errors import PeriodError
from workbench.metrics.credits import money, rated
from workbench.metrics.expression import Table, Value, _, ibis
from workbench.metrics.ground import Ground
from workbench.metrics.metric import Metric, Outcome, Parts, absent, exact
from workbench.metrics.parts import Expression, Opens, count_of, list_of, sum_of
from workbench.metrics.scope import records
from workbench.model.calendar import Calendar
from workbench.model.money import quotient
from workbench.model.period import Period

_PERIODS = 4
_CATEGORIES = ("forecast", "commit")  # which figure is the forecast, the first that is there
Pair = tuple[Decimal, Decimal]  # forecast and actual of one period


def foretold(ground: Ground) -> Table:
    """Give each rep's forecasts of the last four whole periods of the same kind, and what came.

    A period's forecast is the latest made by its first day, else the first made in it; of category
    `forecast`, else `commit`. What came is the revenue won in the period.
    """
    spans = _spans(ground)
    made = _made(ground, spans)
    won = ground.credited.filter(_.is_closed & _.is_won)
    once = spans.select("period", "start", "end").distinct()
    dated = won.join(once, [won.close_on >= once.start, won.close_on < once.end])
    rows = ground.one_row_per_case(dated.mutate(on=dated.close_on), "period")
    came = rows.group_by("rep_id", "period").aggregate(actual=rows.amount.sum())
    joined = made.left_join(came, ["rep_id", "period"])
    return joined.select("rep_id", "period", "forecast", actual=ibis.coalesce(joined.actual, 0))


def _spans(ground: Ground) -> Table:
    """Give the periods looked at, a row for each spelling of one that the forecasts use."""
    basis = ground.basis
    names = ground.tables["forecasts"].select("period").distinct()
    found = {row["period"]: _period(ground, row["period"]) for row in records(names)}
    whole = {
        period
        for period in found.values()
        if period
        and is_alike(basis.calendar, period, basis.period)
        and period.end <= min(basis.period.end, basis.end)
        and ground.record.missed(period, "deals") is None  # else what came is not known
    }
    last = sorted(whole, key=lambda period: period.start)[-_PERIODS:]
    rows = [
        {"written": written, "period": span.name, "start": span.start, "end": span.end}
        for written, span in found.items()
        if span in last
    ]
    schema = pa.schema(
        [("written", pa.string()), ("period", pa.string()),
         ("start", pa.date32()), ("end", pa.date32())]
    )  # fmt: skip
    return ibis.memtable(pa.Table.from_pylist(rows, schema=schema))


def is_alike(calendar: Calendar, one: Period, other: Period) -> bool:
    """Whether two periods are of one kind, in the same calendar: the company's, or the notation's.

    Else a quarter of 13 weeks and the calendar's own would both count for the same days.
    """
    return one.kind == other.kind and bool(calendar.own(one)) == bool(calendar.own(other))


def _period(ground: Ground, name: str) -> Period | None:
    try:
        return ground.basis.calendar.period(name)
    except PeriodError:
        return None


def _made(ground: Ground, spans: Table) -> Table:
    table = ground.tables["forecasts"]
    currency = table.currency if "currency" in table.columns else ibis.null().cast("string")
    rows = table.mutate(
        currency=currency.fill_null(ground.basis.currency), day=table.made_on,
        category=table.category.lower(),
    ).filter(_.category.isin(_CATEGORIES))  # fmt: skip
    rows = rated(rows, ground.tables, ground.basis).rename(written="period")
    dated = rows.join(spans, "written")
    # Days before the start count down to it; days after stand behind all of these
    days = dated.start.delta(dated.made_on, unit="day")
    wait = (days >= 0).ifelse(days, 100_000 - days)
    order = [(dated.category != _CATEGORIES[0]).ifelse(1, 0), wait]
    best = dated.filter(dated.made_on < dated.end).mutate(
        nth=ibis.row_number().over(group_by=["rep_id", "period"], order_by=order)
    )
    chosen = best.filter(_.nth == 0)
    return chosen.select("rep_id", "period", forecast=money(chosen.amount, chosen.rate))


def _pairs(parts: Parts) -> list[Pair]:
    both = zip(parts["forecast"] or (), parts["actual"] or (), strict=True)
    return [
        (exact(forecast) or Decimal(0), exact(actual) or Decimal(0))
        for forecast, actual in both
        if forecast is not None
    ]


def bias(pairs: list[Pair]) -> Outcome:
    """Give Σ(forecast − actual) / Σ actual; positive is forecast too high."""
    total = sum((actual for _forecast, actual in pairs), Decimal(0))
    if total <= 0:
        return absent("no_actual", n=len(pairs))
    top = sum((forecast - actual for forecast, actual in pairs), Decimal(0))
    return Outcome(quotient(top, total), top, total, len(pairs))


def wape(pairs: list[Pair]) -> Outcome:
    """Give Σ |actual − forecast| / Σ actual."""
    total = sum((actual for _forecast, actual in pairs), Decimal(0))
    if total <= 0:
        return absent("no_actual", n=len(pairs))
    top = sum((abs(forecast - actual) for forecast, actual in pairs), Decimal(0))
    return Outcome(quotient(top, total), top, total, len(pairs))


def mape(pairs: list[Pair]) -> Outcome:
    """Give the mean of |actual − forecast| / |actual| over the periods in which something came."""
    shares = [quotient(abs(actual - made), abs(actual)) for made, actual in pairs if actual]
    if not shares:
        return absent("no_actual", n=len(pairs))
    outcome = Outcome(quotient(sum(shares, Decimal(0)), len(shares)), n=len(shares))
    zero = len(pairs) - len(shares)
    return outcome.noted(f"zero_periods:{zero}") if zero else outcome


def _has_forecast(periods: Table) -> Value:
    return periods.forecast.notnull()


def _apart(periods: Table) -> Value:
    return periods.forecast - periods.actual


_PAIR = count_of(_has_forecast)
_CAME = sum_of(lambda t: t.actual, _has_forecast)


def _errors(adds: Expression) -> Opens:
    """Open onto a row per period: its error of what came in it."""
    own = {"error": sum_of(adds, _has_forecast), "came": _CAME, "pair": _PAIR}
    return Opens(top={"error": 1}, bottom={"came": 1}, n=("pair",), own=own)


# The mean is over shares of periods, so nothing but the periods adds up
_SHARES = Opens(
    n=("told",),
    among=("pair",),
    own={"told": count_of(lambda t: _has_forecast(t) & (t.actual != 0)), "pair": _PAIR},
)


def _over(figure: Callable[[list[Pair]], Outcome]) -> Callable[[Parts], Outcome]:
    def finish(parts: Parts) -> Outcome:
        pairs = _pairs(parts)
        return figure(pairs) if pairs else absent("no_forecast")

    return finish


_FORECAST = partial(
    Metric,
    unit="share",
    population="foretold",
    parts={"forecast": list_of(lambda t: t.forecast), "actual": list_of(lambda t: t.actual)},
    needs=("forecasts", "deals.close_on", "amount", "record.deals"),
)

FORECASTS = (
    _FORECAST(
        key="forecast_bias",
        id="M29",
        direction=0,
        source="Forecast less actual, summed, of the actual sum",
        opens=_errors(_apart),
        finish=_over(bias),
    ),
    _FORECAST(
        key="forecast_mape",
        id="M30",
        direction=-1,
        source="Mean of the absolute errors in percent of the actual",
        opens=_SHARES,
        finish=_over(mape),
    ),
    _FORECAST(
        key="forecast_wape",
        id="M31",
        direction=-1,
        source="Absolute errors, summed, of the actual sum",
        opens=_errors(lambda t: _apart(t).abs()),
        finish=_over(wape),
    ),
)
