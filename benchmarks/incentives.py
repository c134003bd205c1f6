"""Statements of 1,000 reps with 200 deals each: `python -m benchmarks.incentives [REPS] [DEALS]`.

A plan of three components, tiers, a multiplier, a modifier, cash, cap, draw and clawback; every
statement is traced and hashed. The second figure is a ratio of the same run: what a rep costs in a
company of the whole size against one of a tenth.
"""

import random
import sys
import time
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

from workbench.incentives.assigning import Who, segments_of
from workbench.incentives.evaluate import statements
from workbench.incentives.inputs import Item, Line, Measure, Quota, Receipt, RepInput
from workbench.incentives.plan_file import plan_of
from workbench.model.calendar import Calendar

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
from = 2025-07-01
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
START = date(2025, 7, 1)
ODD = 0.1  # of the deals are in dollars, and of the deals are shared


def main(reps: int = 1000, deals: int = 200) -> float:
    calendar, plan = Calendar(), plan_of(PLAN, Path("ae.toml"))
    inputs = [_input(f"R{number:04d}", deals, random.Random(number)) for number in range(reps)]
    seconds = _seconds(inputs, plan, calendar)
    tenth = _seconds(inputs[: max(1, reps // 10)], plan, calendar) / max(1, reps // 10)
    print(f"{reps} reps × {deals} deals: {seconds:.1f} s")
    print(f"a rep of {reps} against one of {reps // 10}: {seconds / reps / tenth:.2f}")
    return seconds


def _seconds(inputs: list[RepInput], plan, calendar: Calendar) -> float:
    begin = time.perf_counter()
    for given in inputs:
        segments = segments_of(Who(given.rep_id, "ae"), [plan])
        (found,) = statements(given, segments, [calendar.period("2025-Q3")], calendar)
        assert found.hash
    return time.perf_counter() - begin


def _input(rep_id: str, deals: int, chance: random.Random) -> RepInput:
    items = tuple(_item(f"{rep_id}-{number:03d}", chance) for number in range(deals))
    key, quota = "won_revenue:2025-07-01..2025-10-01", Quota(Decimal(30_000_000))
    measures = {"2025-Q3": {"csat": Measure(Decimal("0.92"))}}
    return RepInput(rep_id, "CNY", date(2025, 9, 30), items, {key: quota}, measures)


def _item(deal_id: str, chance: random.Random) -> Item:
    on = START + timedelta(days=chance.randrange(92))
    amount = Decimal(chance.randrange(20_000, 500_000))
    kind, product = chance.choice(["new", "existing"]), chance.choice(["X", "Y", "S3"])
    fields = {
        "deal_id": deal_id, "amount": amount, "closed_on": on, "deal_type": kind,
        "products": (product,), "account": "Northfield Pharma", "pipeline": "mid",
    }  # fmt: skip
    lines = (Line({"amount": amount}, {"product_id": product, "quantity": Decimal(3)}),)
    receipts = (Receipt(on + timedelta(days=20), Decimal("0.5")),)
    rate, currency = (None, "USD") if chance.random() < ODD else (Decimal(1), "CNY")
    share = Decimal("0.6") if chance.random() < ODD else Decimal(1)
    return Item(deal_id, on, share, currency, rate, {"amount": amount}, fields, lines, receipts)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
