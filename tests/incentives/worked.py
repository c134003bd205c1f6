"""The worked case of docs/incentives.md: 李娜, Q3 2025, five deals, one of an earlier quarter."""

from datetime import date
from decimal import Decimal
from pathlib import Path

from workbench.incentives.assigning import Who, segments_of
from workbench.incentives.evaluate import statements
from workbench.incentives.inputs import Item, Line, Measure, Quota, Receipt, RepInput
from workbench.incentives.plan_file import plan_of
from workbench.model.calendar import Calendar

CALENDAR = Calendar(working_weekdays=(0, 1, 2, 3, 4, 5, 6))
PLAN = (Path(__file__).parent / "plan.toml").read_text(encoding="utf-8")
QUOTA = Decimal(1_500_000)


def deal(deal_id, day, amount, *, share="1", currency="CNY", cash=0, lines=(), **fields):
    """Make a won deal; `cash` is the share received on the day after closing."""
    on = date.fromisoformat(day)
    amount = Decimal(amount)
    received = (Receipt(date.fromordinal(on.toordinal() + 1), Decimal(cash)),) if cash else ()
    known = {"deal_id": deal_id, "amount": amount, "closed_on": on, **fields}
    return Item(
        deal_id, on, Decimal(share), currency, Decimal(1) if currency == "CNY" else None,
        {"amount": amount}, known, tuple(lines), received,
    )  # fmt: skip


def line(product, amount):
    return Line({"amount": Decimal(amount)}, {"product_id": product})


DEALS = (
    deal("D1", "2025-07-10", 400_000, cash=1, deal_type="new"),
    deal("D2", "2025-07-28", 300_000, cash="0.5", deal_type="new"),
    deal("D3", "2025-08-15", 500_000, share="0.6", cash=1, lines=[line("X", 200_000)]),
    deal(
        "D4", "2025-08-29", 450_000, deal_type="new", products=("S3", "X"),
        lines=[line("X", 100_000)],
    ),
    deal("D5", "2025-09-20", 50_000, currency="USD", cash=1),
)  # fmt: skip


def rep_input(items=DEALS, quota=QUOTA, reason="", measures=None, rep_id="R1"):
    spans = [("2025-07-01", "2025-10-01"), ("2025-10-01", "2026-01-01")]
    return RepInput(
        rep_id=rep_id, currency="CNY", as_of=date(2026, 3, 31), items=tuple(items),
        quotas={f"won_revenue:{a}..{b}": Quota(quota, quota, reason) for a, b in spans},
        measures={"2025-Q3": {"csat": Measure(Decimal("0.92"))} if measures is None else measures},
    )  # fmt: skip


def paid(given, plan=PLAN, *periods, who=None):
    """Compute the statements of a rep on a plan, given as TOML; of Q3 2025 unless told."""
    plans = [
        plan_of(text, Path("plan.toml")) for text in ([plan] if isinstance(plan, str) else plan)
    ]
    segments = segments_of(who or Who(given.rep_id), plans)
    spans = [CALENDAR.period(name) for name in (periods or ("2025-Q3",))]
    return statements(given, segments, spans, CALENDAR)


def with_quota(quota, reason="no_quota"):
    return rep_input(quota=quota, reason=reason if quota is None else "")


def moved(items, deal_id, day):
    return tuple(
        replace_item(item, date.fromisoformat(day)) if item.item_id == deal_id else item
        for item in items
    )


def replace_item(item, on):
    return item._replace(on=on, fields={**item.fields, "closed_on": on})
