"""The people, the workspace and the command that the tests of pay commands share."""

import csv

from typer.testing import CliRunner

from workbench.cli import app
from workbench.sources.workspace import open_workspace
from workbench.store import Actor
from workbench.store.opening import store_of
from workbench.store.pay.disputes import dispute
from workbench.store.pay.statements import statement_of

OPS, FIN, ANA = ("--as", "o1:sales_ops"), ("--as", "F01:finance"), ("--as", "ana:rep")
Q2, Q3 = ("--period", "2026-Q2"), ("--period", "2026-Q3")
TOML = '[roles]\nfinance = ["F01", "F02"]\n'
REPS = "rep_id,name,team\nana,Ana,East\nbo,=Bo,West\ncy,Cy,West\n"
# A tenth of each deal; a fifth of it waits for 90 days
DEALS = """
deal_id,rep_id,is_closed,is_won,amount,close_on
D1,ana,true,true,1000,2026-06-10
D2,bo,true,true,2000,2026-06-20
D3,ana,true,true,3000,2026-08-05
"""
PLAN = """
id = "ae"
version = "1"
label = { zh = "奖金", en = "Pay" }
currency = "CNY"
period = "quarter"
clawback = { within_days = 365, at = "original_rate", share = 1 }
[[assignments]]
reps = ["ana", "bo"]
from = 2026-04-01
[[components]]
id = "A"
label = { zh = "佣金", en = "Commission" }
hold = { share = 0.2, until = "days", days = 90 }
[components.earn]
kind = "flat"
rate = 0.1
"""


class Pay:
    """The command in one small workspace, and what it said last."""

    def __init__(self, folder):
        self.folder, self.said = folder, ""

    def __call__(self, *words):
        asked = ["pay", *words, "--workspace", str(self.folder)]
        # catch_exceptions=False: a refusal is the error main() turns into a sentence
        told = CliRunner().invoke(app, asked, catch_exceptions=False)
        assert told.exit_code == 0, told.output
        self.said = told.stderr
        return told.stdout

    def issue(self, period):
        self("run", *period, *OPS)
        self("check", *period, *OPS)
        self("approve", *period, *FIN)

    def rewrite(self, name, old, new):
        file = self.folder / name
        before = file.read_text(encoding="utf-8")
        assert old in before
        file.write_text(before.replace(old, new), encoding="utf-8")

    def files(self):
        """Everything in the workspace but what SQLite keeps for itself while it is open."""
        found = (file for file in self.folder.rglob("*") if file.is_file())
        return {
            str(file.relative_to(self.folder)): file.read_bytes()
            for file in found if not file.name.endswith(("-wal", "-shm"))
        }  # fmt: skip


def rows_of(file):
    """Read a CSV as a spreadsheet does."""
    return list(csv.DictReader(file.read_text(encoding="utf-8-sig").splitlines()))


def doubted(pay, line, text):
    """Let Ana doubt a line of what she was issued for the second quarter."""
    space = open_workspace(pay.folder)
    store = store_of(space)
    actor = Actor("ana", "rep")
    issued = statement_of(store, actor, "ana", "2026-Q2")
    item = dispute(store, actor, issued, line, text, {}, calendar=space.calendar)
    store.engine.dispose()
    return item
