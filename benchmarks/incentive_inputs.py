"""Inputs of statements as the benchmarks of pay take them: a plan, and won deals by quarter.

The same rep and quarter give the same deals, however often they are asked for.
"""

import random
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

from workbench.incentives.assigning import Segment, Who, segments_of
from workbench.incentives.inputs import Item, Line, Measure, Quota, Receipt, RepInput, quota_key
from workbench.incentives.plan_file import plan_of
from workbench.model.calendar import Calendar
from workbench.model.period import Period

PLAN = """
id = "ae"
version = "1"
label = { zh = "方案", en = "Plan" }
currency = "CNY"
fx = { USD = 7.20 }
cap = { absolute = 1_000_000 }
draw = { kind = "recoverable", amount = 10_000 }
clawback = { within_days = 180 }
[[assignments]]
roles = ["ae"]
from = 2021-01-01
[[components]]
id = "A"
label = { zh = "佣金", en = "Commission" }
pay = "on_cash"
credit = { multipliers = [{ factor = 1.2, when = "'S3' in products" }] }
modifier = { measure = "csat", bands = [{ from = 0.9, factor = 1.05 }] }
earn = { kind = "table", tiers = [{ from = 0, to = 0.5, rate = 0.02 },
  { from = 0.5, to = 1, rate = 0.04 }, { from = 1, to = 1.2, rate = 0.06 },
  { from = 1.2, rate = 0.08 }] }
[[components]]
id = "B"
label = { zh = "新客户奖", en = "New customers" }
credit = { basis = "count", where = "deal_type == 'new' and amount >= 50000" }
earn = { kind = "bonus", amount = 1500, min_count = 3 }
[[components]]
id = "C"
label = { zh = "专项激励", en = "SPIFF" }
credit = { rows = "lines", where = "product_id == 'X'" }
earn = { kind = "flat", rate = 0.01 }
"""
CALENDAR, RULES = Calendar(), plan_of(PLAN, Path("ae.toml"))
QUARTERS = tuple(
    CALENDAR.period(f"{year}-Q{number}") for year in range(2021, 2026) for number in range(1, 5)
)
ODD = 0.1  # of the deals are in dollars, and of the deals are shared
QUOTA = Quota(Decimal(30_000_000))


def days_on_plan(rep_id: str, last: Period) -> tuple[Segment, ...]:
    """Give a rep's days on the plan up to the end of a period."""
    found = segments_of(Who(rep_id, "ae"), [RULES])
    return tuple(each for each in found if each.start < last.end)


def given_of(rep_id: str, deals: int, periods: tuple[Period, ...]) -> RepInput:
    """Give the frozen input of consecutive periods, with what was received by the end of them."""
    end = periods[-1].end
    items = tuple(
        item for period in periods for item in items_of(rep_id, deals, period, end)
    )  # fmt: skip
    quotas = {quota_key("won_revenue", each.start, each.end): QUOTA for each in periods}
    measures = {each.name: {"csat": Measure(Decimal("0.92"))} for each in periods}
    return RepInput(rep_id, "CNY", periods[-1].last_day, items, quotas, measures)


def items_of(rep_id: str, deals: int, period: Period, end: date) -> list[Item]:
    """Give the deals won in a period, with what was received of them before a day."""
    chance = random.Random(f"{rep_id} {period.name}")
    days = (period.end - period.start).days
    return [
        _item(f"{rep_id}-{period.name}-{n:03d}", period.start + timedelta(chance.randrange(days)),
              end, chance)
        for n in range(deals)
    ]  # fmt: skip


def _item(deal_id: str, on: date, end: date, chance: random.Random) -> Item:
    """Make a deal; half of its cash comes after 20 days, the rest after 60."""
    amount = Decimal(chance.randrange(20_000, 500_000))
    kind, product = chance.choice(["new", "existing"]), chance.choice(["X", "Y", "S3"])
    fields = {
        "deal_id": deal_id, "amount": amount, "closed_on": on, "deal_type": kind,
        "products": (product,), "account": "Northfield Pharma", "pipeline": "mid",
    }  # fmt: skip
    lines = (Line({"amount": amount}, {"product_id": product, "quantity": Decimal(3)}),)
    cash = (Receipt(on + timedelta(days), Decimal("0.5")) for days in (20, 60))
    receipts = tuple(each for each in cash if each.on < end)
    rate, currency = (None, "USD") if chance.random() < ODD else (Decimal(1), "CNY")
    share = Decimal("0.6") if chance.random() < ODD else Decimal(1)
    return Item(deal_id, on, share, currency, rate, {"amount": amount}, fields, lines, receipts)
