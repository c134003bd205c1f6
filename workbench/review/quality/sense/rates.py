"""Doubts about exchange rates: an old one stands for today's, or there is none."""

from workbench.metrics.aims import is_money
from workbench.metrics.catalogue import CATALOGUE
from workbench.review.quality.issues import Issue
from workbench.review.quality.sense.ground import Doubt, Ground, among
from workbench.sources.sql import quoted

_OLD = 92  # days: a quarter
_DEAL_DAY = "case when is_closed then coalesce(close_on, {today}) else {today} end"
# Per table: its key, what is turned into the reporting currency, and on which day's rate
_HELD = "start_on < {start} and end_on > {start}"  # begun before the period asked, and held in it
_USED = {
    "deals": ("deal_id", "", _DEAL_DAY),
    "quotas": ("rep_id", "target", f"case when {_HELD} then {{start}} else start_on end"),
    "receipts": ("receipt_id", "amount_due", "due_on"),
    "contracts": ("contract_id", "annual_value", f"case when {_HELD} then {{start}} end"),
    "forecasts": ("rep_id", "amount", "made_on"),
}
_DAYS = {  # the columns a day is told by
    "deals": ("is_closed",),
    "quotas": ("start_on", "end_on"),
    "receipts": ("due_on",),
    "contracts": ("start_on", "end_on"),
    "forecasts": ("made_on",),
}
_FIGURES = {
    "deals": ("won_revenue", "open_pipeline", "quota_attainment"),
    "quotas": ("effective_quota", "quota_attainment", "quota_gap"),
    "receipts": ("collection_rate",),
    "contracts": ("grr", "nrr"),
    "forecasts": ("forecast_wape", "forecast_bias"),
}
_FILE = ("[tables.fx_rates]", 'file = "fx_rates.csv"')  # with columns currency, on, rate


def stale_rate(ground: Ground) -> list[Issue]:
    """Doubt a rate older than 92 days on the day it is used for; the oldest is named."""
    if not ground.has("fx_rates"):
        return []
    found = []
    for table in _used(ground):
        select = f"select * from ({_rated(ground, table)}) where day - rate_on > {_OLD}"
        oldest = f"select currency, day, rate_on, day - rate_on from ({select})"
        for currency, day, rate_on, days in ground.rows(f"{oldest} order by 4 desc, 1 limit 1"):
            told: dict[str, str | int] = {
                "currency": str(currency), "day": str(day), "rate_on": str(rate_on),
                "days": int(str(days)),
            }  # fmt: skip
            found += ground.issues(Doubt(table, "stale_rate", _FIGURES[table]), select, told)
    return found


def no_rate(ground: Ground) -> list[Issue]:
    """Tell of amounts in a currency without any rate on or before their day."""
    found, paste = [], () if ground.has("fx_rates") else _FILE
    for table in _used(ground):
        select = f"select * exclude (rate_on) from ({_rated(ground, table)}) where rate_on is null"
        ((commonest,),) = ground.rows(f"select mode(currency) from ({select})")
        told: dict[str, str | int] = {"currency": str(commonest)}
        found += ground.issues(Doubt(table, "no_rate", _FIGURES[table], paste), select, told)
    return found


def _used(ground: Ground) -> list[str]:
    return [
        name for name in _USED
        if ground.has(name, "currency", *_DAYS[name], _USED[name][1] or ground.amount)
    ]  # fmt: skip


def _rated(ground: Ground, table: str) -> str:
    """Give what is in another currency, up to as_of, each with the day of the rate it takes."""
    key, amount, day = _USED[table]
    amount, today = amount or ground.amount, f"date '{ground.snapshot.as_of.isoformat()}'"
    if not ground.has("deals", "close_on"):
        day = day.replace("close_on", "null")
    day = day.format(today=today, start=_start(ground))
    rows = {"deals": ground.deals, "quotas": _money_targets(ground)}.get(table)
    rows = rows or ground.file(table)
    home = quoted(ground.workspace.currency)
    used = (
        f'select {key}, currency, "{amount}", {day} as day from {rows}'
        f' where currency <> {home} and "{amount}" is not null'
    )
    return (
        f"select u.*, r.rate_on from (from ({used}) where day <= {today}) u"
        f" asof left join {_rates(ground)} r on u.currency = r.of and u.day >= r.rate_on"
        f" order by currency, day, {key}"
    )


def _money_targets(ground: Ground) -> str:
    """Give the targets of money; the currency of another says nothing (`aims`)."""
    if not ground.has("quotas", "metric"):
        return ground.file("quotas") if ground.has("quotas") else ""
    money = among([key for key in CATALOGUE if is_money(key)])
    return f"(from {ground.file('quotas')} where metric in {money})"


def _start(ground: Ground) -> str:
    """Write the first day of the period asked, whose rate targets and contracts are counted by."""
    name = ground.workspace.rules.workspace.default_period
    start = ground.workspace.calendar.period(name).start if name else None
    return "start_on" if start is None else f"date {quoted(start.isoformat())}"


def _rates(ground: Ground) -> str:
    if not ground.has("fx_rates"):
        return "(select null::varchar as of, null::date as rate_on where false)"
    return f'(select currency as of, "on" as rate_on from {ground.file("fx_rates")})'
