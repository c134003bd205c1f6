"""A rep whose data change from quarter to quarter, and the runs that pay them."""

import sys
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from worked import CALENDAR, deal

from workbench.incentives.assigning import Who, segments_of
from workbench.incentives.evaluate import statements
from workbench.incentives.inputs import Item, Quota, Receipt, RepInput, quota_key
from workbench.incentives.ledger.carrying import (
    Carried,
    carried,
    carried_of,
    carried_text,
    continued,
)
from workbench.incentives.ledger.drafting import Today, drafted
from workbench.incentives.ledger.frozen import Frozen, frozen_of, frozen_text, worked
from workbench.incentives.ledger.segments import merged
from workbench.incentives.ledger.standing import ABSENT, LOST, WON, Fate, known_of
from workbench.incentives.plan_file import plan_of

QUARTERS = ("2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4", "2026-Q1")
PERIODS = tuple(CALENDAR.period(name) for name in QUARTERS)
HEAD = """
id = "p"
version = "{version}"
label = {{ zh = "方案", en = "Plan" }}
currency = "CNY"
{plan}
[[assignments]]
{who}
from = 2025-01-01
[[components]]
id = "A"
label = {{ zh = "佣金", en = "Commission" }}
{terms}
"""
FLAT = "earn = { kind = 'flat', rate = 0.1 }"
CLAWBACK = 'clawback = { within_days = 120, at = "original_rate" }'


def plan_text(terms=FLAT, plan=CLAWBACK, version="1", who='reps = ["R1"]'):
    return HEAD.format(terms=terms, plan=plan, version=version, who=who)


@dataclass
class Company:
    """What is known today; changed by the tests between the runs."""

    plan: str = field(default_factory=plan_text)
    items: dict[str, Item] = field(default_factory=dict)  # won deals, by id
    fates: dict[str, Fate] = field(default_factory=dict)  # of deals that are none of them
    quota: Decimal | None = Decimal(1000)
    role: str = "ae"
    issued: list[Frozen] = field(default_factory=list)
    left: Carried | None = None  # by what was issued last

    def won(self, deal_id, day, amount, **more):
        self.items[deal_id] = deal(deal_id, day, amount, **more)
        self.fates.pop(deal_id, None)

    def change(self, deal_id, **changes):
        self.items[deal_id] = self.items[deal_id]._replace(**changes)

    def amount(self, deal_id, amount):
        item = self.items[deal_id]
        fields = {**item.fields, "amount": Decimal(amount)}
        self.change(deal_id, values={"amount": Decimal(amount)}, fields=fields)

    def lose(self, deal_id, day=None):
        self.items.pop(deal_id, None)
        self.fates[deal_id] = Fate(LOST, day and date.fromisoformat(day))

    def receive(self, deal_id, day, share):
        item = self.items[deal_id]
        more = Receipt(date.fromisoformat(day), Decimal(share))
        self.change(deal_id, receipts=tuple(sorted([*item.receipts, more])))

    def given(self, period):
        spans = [(each.start, each.end) for each in PERIODS if each.end <= period.end]
        quotas = {quota_key("won_revenue", *span): Quota(self.quota, self.quota) for span in spans}
        items = tuple(item for item in self.items.values() if item.on < period.end)
        return RepInput("R1", "CNY", period.last_day, items, quotas)

    def segments(self):
        return segments_of(Who("R1", self.role), [self.plans])

    @property
    def plans(self):
        return plan_of(self.plan, Path("p.toml"))

    def draft(self, name, accepted=()):
        return self.whole(name, accepted).frozen

    def whole(self, name, accepted=()):
        issued = known_of(self.issued).segments
        return drafted(self.today(name, issued, accepted), self.issued)

    def quick(self, name):
        today = self.today(name, self.left.segments)
        items = tuple(
            item for item in today.given.items
            if item.on >= today.period.start or item.item_id in self.left.waiting
        )  # fmt: skip
        return continued(replace(today, given=replace(today.given, items=items)), self.left).frozen

    def today(self, name, issued, accepted=()):
        period = CALENDAR.period(name)
        segments = merged("R1", issued, self.segments(), [self.plans], period.start)
        periods = tuple(each for each in PERIODS if each.start <= period.start)
        return Today(self.given(period), segments, periods, CALENDAR, self.fate, accepted)

    def run(self, name, accepted=(), *, is_quick=False):
        """Issue a period; gives its statement, as it reads from the frozen text.

        Quick: by what the statement before left, as where nothing changed since.
        """
        return self.issue(self.quick(name) if is_quick else self.draft(name, accepted))

    def issue(self, frozen):
        """Issue what a statement is made from."""
        text = frozen_text(frozen)
        back = frozen_of(text)
        assert frozen_text(back) == text
        self.issued.append(back)
        made = worked(back, text)[-1]
        left = carried(back, made, self.left)
        self.left = carried_of(carried_text(left), "R1")
        assert carried_text(self.left) == carried_text(left)
        return made

    @property
    def opening(self):
        """Give the statements before the first that was issued; they count as paid."""
        return worked(self.issued[0])[:-1]

    def fate(self, deals):
        return {each: self.fates.get(each, Fate(ABSENT)) for each in deals}

    def scratch(self, name):
        """Compute everything anew under the data of today; gives the cash less what is due."""
        period = CALENDAR.period(name)
        periods = tuple(each for each in PERIODS if each.start <= period.start)
        made = statements(self.given(period), self.segments(), periods, CALENDAR)
        return sum((each.amount("cash") for each in made), Decimal(0)) - made[-1].closing.due


def taken_over(company, deal_id):
    """Let somebody else have a deal from now on."""
    company.items.pop(deal_id)
    company.fates[deal_id] = Fate(WON)


__all__ = ["CALENDAR", "CLAWBACK", "FLAT", "PERIODS", "QUARTERS", "Company", "plan_text",
           "replace", "taken_over"]  # fmt: skip
