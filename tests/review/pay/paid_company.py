"""A company of two reps whose files change between the runs that pay them."""

from dataclasses import dataclass, field
from pathlib import Path
from zoneinfo import ZoneInfo

from workbench.review.pay.issued import issued_statement
from workbench.review.pay.running import Asked, make_run
from workbench.review.review import open_review
from workbench.sources.workspace import open_workspace
from workbench.store.actor import Actor
from workbench.store.opening import store_of
from workbench.store.pay.statements import lines_of
from workbench.store.pay.steps import approve_run, check_run

ZONE = ZoneInfo("Asia/Shanghai")
OPS, FINANCE = Actor("ops", "sales_ops"), Actor("F1", "finance")
WORKSPACE = """
[workspace]
default_period = "{period}"
as_of = {as_of}
languages = ["en"]
[calendar]
zone = "Asia/Shanghai"
[money]
currency = "CNY"
[roles]
finance = ["F1"]
[tables.reps]
file = "reps.csv"
[tables.deals]
file = "deals.csv"
[tables.receipts]
file = "receipts.csv"
"""
PLAN = """
id = "p"
version = "1"
label = {{ zh = "方案", en = "Plan" }}
currency = "CNY"
period = "quarter"
clawback = {{ within_days = 365 }}
[[assignments]]
reps = ["ana", "bo"]
from = 2026-01-01
{opening}
[[components]]
id = "commission"
label = {{ zh = "佣金", en = "Commission" }}
{terms}
earn = {{ kind = "flat", rate = 0.1 }}
{cancellations}
"""
DEALS = "deal_id,rep_id,amount,currency,is_closed,is_won,created_on,close_on\n"
RECEIPTS = "receipt_id,deal_id,due_on,received_on,amount_due,amount_received,currency\n"


@dataclass
class PaidCompany:
    """The files, written anew for every run."""

    folder: Path
    terms: str = ""
    opening: str = ""  # of both, at the first statement
    cancellations: str = ""
    deals: dict[str, str] = field(default_factory=dict)  # rows, by deal
    receipts: list[str] = field(default_factory=list)
    reps: str = "rep_id,name\nana,Ana\nbo,Bo\n"

    def deal(self, deal_id, rep, amount, day, *, is_won="true", currency="CNY"):
        self.deals[deal_id] = f"{deal_id},{rep},{amount},{currency},true,{is_won},2026-01-02,{day}"

    def plan(self):
        told = {"terms": self.terms, "opening": self.opening, "cancellations": self.cancellations}
        return PLAN.format(**told)

    def write(self, period):
        last = {"1": "03-31", "2": "06-30", "3": "09-30"}[period[-1]]
        self.folder.mkdir(exist_ok=True)
        (self.folder / "plans").mkdir(exist_ok=True)
        told = WORKSPACE.format(period=period, as_of=f"2026-{last}")
        rows = "\n".join(self.deals.values())
        for name, text in (
            ("workbench.toml", told), ("reps.csv", self.reps),
            ("deals.csv", f"{DEALS}{rows}\n"), ("plans/p.toml", self.plan()),
            ("receipts.csv", RECEIPTS + "\n".join(self.receipts) + "\n"),
        ):  # fmt: skip
            (self.folder / name).write_text(text, encoding="utf-8")

    def run(self, period, reps=()):
        """Draft, check and approve a period; gives the lines of the run by rep."""
        self.write(period)
        space = open_workspace(self.folder)
        store = store_of(space)
        try:
            run = make_run(space, store, OPS, Asked(period, reps=tuple(reps)))
            check_run(store, OPS, run)
            approve_run(store, FINANCE, run)
            return {each.rep_id: each for each in lines_of(store, OPS, run)}
        finally:
            store.engine.dispose()

    def issued(self, rep, period):
        """Read a statement as its rep does."""
        store = store_of(open_workspace(self.folder))
        try:
            return issued_statement(store, Actor(rep, "rep"), rep, period, zone=ZONE)
        finally:
            store.engine.dispose()

    def review(self, rep, period):
        return open_review(rep, period, str(self.folder), lang="en")
