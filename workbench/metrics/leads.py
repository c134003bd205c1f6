"""M43, lead response: working hours from a lead's arrival to the first touch of a person."""

from datetime import date, timedelta
from decimal import Decimal
from functools import partial
from zoneinfo import ZoneInfo

import pyarrow as pa

from workbench.metrics.basis import Basis
from workbench.metrics.expression import Table, _, ibis
from workbench.metrics.ground import Ground
from workbench.metrics.intervals import wilson
from workbench.metrics.metric import Metric, Outcome, Parts, absent, exact
from workbench.metrics.parts import Opens, count_of, median_of
from workbench.metrics.scope import scoped
from workbench.model.day import offset_of
from workbench.model.money import quotient

_HOUR, _DAY = 3600, 86_400
_NEVER = 10**9  # working seconds of a lead nobody touched: longer than any
_EPOCH = date(1970, 1, 1)


def answered_leads(ground: Ground) -> Table:
    """Give the leads that came in the period, with the working seconds until the first touch.

    Only seconds inside the calendar's working hours of working days count. A lead nobody touched
    waits for ever.
    """
    basis, table = ground.basis, ground.tables["leads"]
    came = table.filter(
        (_.created_on >= basis.period.start) & (_.created_on < basis.end) & _.rep_id.notnull()
    )
    days = _days(basis)
    begun = _worked(came.mutate(at=came.created_at, day_on=came.created_on), days, "begun")
    touched = _worked(
        begun.mutate(at=begun.first_touch_at, day_on=begun.first_touch_on), days, "touched"
    )
    waited = touched.touched.notnull().ifelse(
        ibis.greatest(touched.touched - touched.begun, 0), None
    )
    return scoped(
        touched.select(
            "lead_id", "rep_id", on=touched.created_on, seconds=waited.fill_null(_NEVER)
        ),
        ground.reports,
    )


def _worked(rows: Table, days: Table, name: str) -> Table:
    """Add how many working seconds had passed, since the first of `days`, at a row's `at`."""
    joined = rows.left_join(days, rows.day_on == days.day)
    since = joined.at.epoch_seconds() + joined.offset - joined.midnight
    inside = ibis.least(ibis.greatest(since - joined.opens, 0), joined.length)
    passed = joined.at.notnull().ifelse(joined.before + inside, None)  # greatest() skips null
    return joined.select(*(joined[column] for column in rows.columns), **{name: passed})


def _days(basis: Basis) -> Table:
    """List the days from the period's start to `as_of`, with the working seconds before each.

    `offset` is the zone's distance from UTC at noon of the day, `midnight` its start in local
    seconds, `length` its working seconds: all whole numbers, so that every engine agrees.
    """
    opens, closes = (
        moment.hour * _HOUR + moment.minute * 60 for moment in basis.calendar.working_hours
    )
    zone, passed, rows = ZoneInfo(basis.calendar.zone), 0, []
    for number in range((basis.tomorrow - basis.period.start).days):
        day = basis.period.start + timedelta(days=number)
        length = closes - opens if basis.calendar.is_working_day(day) else 0
        rows.append(
            {
                "day": day,
                "midnight": (day - _EPOCH).days * _DAY,
                "offset": int(offset_of(day, zone).total_seconds()),
                "opens": opens,
                "length": length,
                "before": passed,
            }
        )
        passed += length
    names = ("midnight", "offset", "opens", "length", "before")
    schema = pa.schema([("day", pa.date32()), *((name, pa.int64()) for name in names)])
    return ibis.memtable(pa.Table.from_pylist(rows, schema=schema))


def _median_hours(parts: Parts) -> Outcome:
    n, seconds = int(parts["n"] or 0), exact(parts["median"])
    if not n or seconds is None:
        return absent("no_leads")
    if seconds * 2 >= _NEVER:
        return absent("most_leads_untouched", n=n)
    return Outcome(quotient(seconds, _HOUR), n=n)


def _quick(parts: Parts) -> Outcome:
    hits, n = int(parts["hits"] or 0), int(parts["n"] or 0)
    if not n:
        return absent("no_leads")
    low, high = wilson(hits, n)
    return Outcome(quotient(hits, n), Decimal(hits), Decimal(n), n, low, high)


_LEADS = partial(
    Metric,
    id="M43",
    population="leads",
    needs=("leads", "leads.rep_id", "leads.first_touch_at", "record.leads"),
)

LEADS = (
    _LEADS(
        key="lead_response_hours",
        unit="hours",
        direction=-1,
        source="Working hours from a lead's arrival to the first touch, the middle one",
        opens=Opens(top={"median": 1}, n=("n",)),
        parts={"median": median_of(lambda t: t.seconds), "n": count_of()},
        finish=_median_hours,
    ),
    _LEADS(
        key="lead_response_within_1h",
        unit="share",
        direction=1,
        source="Leads touched within one working hour, of all that came",
        opens=Opens(top={"hits": 1}, bottom={"n": 1}, n=("n",)),
        parts={"hits": count_of(lambda t: t.seconds <= _HOUR), "n": count_of()},
        finish=_quick,
    ),
)
