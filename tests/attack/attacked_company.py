"""A made company in Shared mode: one review at every stage, and a planted word of every side.

A planted word says whose it is: `Zq-R12-rep` stands only where R12 wrote on the own side, so that
any answer of the server can be searched for what its reader may not have.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from workbench.store import Actor

PERIOD = "2026-Q3"
CYCLE = f"{PERIOD}:quarterly"
HR, OPS, FINANCE = Actor("hrx", "hr"), Actor("ops", "sales_ops"), Actor("fin", "finance")
MANAGER, OTHER, DELEGATE = "M01", "M02", "D01"
DIRECTOR = "M00"
STAND = {  # who stands where; all of M01, and D01 stands in for M01 with each
    "R11": "data_check", "R12": "self_review", "R13": "manager_review", "R14": "calibration",
    "R15": "conversation", "R16": "sign_off", "R17": "appeal", "R18": "closed",
}  # fmt: skip
STRANGER = "R20"  # of M02, has begun the own review
NAMES = {
    "M00": "Dagny Voss", "M01": "Marit Lund", "M02": "Milo Brandt", "D01": "Dora Stein",
    "R11": "Aino Berg", "R12": "Bela Cruz", "R13": "Cato Dahl", "R14": "Dina Egge",
    "R15": "Enok Falk", "R16": "Frida Gran", "R17": "Gorm Hauk", "R18": "Hedda Ibsen",
    "R20": "Jorun Kvam",
}  # fmt: skip
LEADS = {"M00": "", "M01": DIRECTOR, "M02": DIRECTOR, "D01": DIRECTOR, STRANGER: OTHER}
RULES = f"""
[workspace]
default_period = "{PERIOD}"
as_of = 2026-09-30
languages = ["en"]
[money]
currency = "CNY"
[roles]
finance = ["fin"]
support = ["sup"]
[tables.reps]
file = "reps.csv"
[tables.deals]
file = "deals.csv"
"""
SHARED = """
[serve]
identity = "header"
sales_ops = ["ops"]
hr = ["hrx"]
"""
PLAN = """
id = "p"
version = "1"
label = { zh = "方案", en = "Plan" }
currency = "CNY"
period = "quarter"
[[assignments]]
reps = ["R15", "R17"]
from = 2026-01-01
[[components]]
id = "commission"
label = { zh = "佣金", en = "Commission" }
earn = { kind = "flat", rate = 0.1 }
"""
_WORD = re.compile(r"Zq-\w+-[a-z]+")


@dataclass(frozen=True)
class Town:
    """The workspace of a company, and the store its people wrote in."""

    folder: Path
    store_url: str


def planted(rep_id: str, side: str) -> str:
    """Give the word a side wrote about a rep."""
    return f"Zq-{rep_id}-{side}"


def planted_in(text: str) -> set[str]:
    """Find the planted words in a text."""
    return set(_WORD.findall(text))


def write_files(folder: Path, store_url: str) -> None:
    """Write what a company gives: its rules, its people, a deal for each, and a pay plan."""
    folder.mkdir(exist_ok=True)
    (folder / "plans").mkdir(exist_ok=True)
    led = {who: LEADS.get(who, MANAGER) for who in NAMES}  # a team is called by who leads it
    reps = "".join(f"{who},{name},{led[who]},{led[who]}\n" for who, name in NAMES.items())
    deals = "".join(f"d-{who},{who},true,true,2026-08-01,100,CNY\n" for who in NAMES)
    for name, text in (
        ("workbench.toml", f'{RULES}[store]\nurl = "{store_url}"\n{SHARED}'),
        ("reps.csv", f"rep_id,name,manager_id,team\n{reps}"),
        ("deals.csv", f"deal_id,rep_id,is_closed,is_won,close_on,amount,currency\n{deals}"),
        ("plans/p.toml", PLAN),
    ):
        (folder / name).write_text(text, encoding="utf-8")
