"""A company small enough to count whose every picture has something to draw.

Seven reps of one role; Ana won three times her quota, Bo took more back than he sold, so that a
bar is too long, and one goes below zero. Customers and stages begin alike and end differently.
"""

from workbench.snapshots import freeze
from workbench.sources.workspace import open_workspace

PERIOD = "2026-Q3"
TEAM = ("ana", "bo", "cy", "di", "ed", "flo", "gil")
LONG = "华东精密仪器制造有限公司上海分公司"
NORTHERN = "Northern Precision Instruments and Tools"
CUSTOMERS = (f"{LONG}浦东", f"{LONG}浦西", f"{NORTHERN} East", f"{NORTHERN} West", "Bo", "A", "Z")
STAGES = ("Evaluate", "Propose", f"{NORTHERN} one", f"{NORTHERN} two")
HEAD = """
[workspace]
default_period = "2026-Q3"
as_of = 2026-09-30
[calendar]
working_weekdays = [0, 1, 2, 3, 4, 5, 6]
"""


def _deals():
    yield "deal_id,rep_id,name,account_id,amount,stage,is_closed,is_won,created_on,close_on"
    for n, rep in enumerate(TEAM):
        for m, customer in enumerate(CUSTOMERS):
            amount = -30_000 * (m + 1) if rep == "bo" else 60_000 * (7 - m)
            won = f"{customer},{amount},,true,true"
            yield f"W{n}{m},{rep},Won {m},{won},2026-07-0{m + 1},2026-08-{m + 10}"
            if m < 3:
                earlier = f"{customer},{50_000 * (m + 1)},,true,true"
                yield f"E{n}{m},{rep},Before {m},{earlier},2025-07-01,2025-08-{m + 10}"
        for m in range(n + 1):
            yield f"L{n}{m},{rep},Lost {m},A,20000,,true,false,2026-07-01,2026-08-02"
        for m, stage in enumerate(STAGES * 2):
            due = "2026-09-01" if m == 3 else "2026-11-01"
            opened = f"{CUSTOMERS[m % 7]},{90_000 * (m + 1)},{stage},false,false"
            yield f"O{n}{m},{rep},{CUSTOMERS[m % 7]} {m},{opened},2026-0{m + 1}-05,{due}"


def _history():
    yield "deal_id,at,stage"
    for n, _rep in enumerate(TEAM):
        for m in range(7):
            for day, stage in ((1, "Evaluate"), (6, "Propose")):
                yield f"W{n}{m},2026-07-{m + day:02}T09:00:00Z,{stage}"
        for m, stage in enumerate(STAGES * 2):
            yield f"O{n}{m},2026-07-05T09:00:00Z,Evaluate"
            yield f"O{n}{m},2026-08-05T09:00:00Z,{stage}"


def _quotas():
    yield "rep_id,metric,start_on,end_on,target"
    for rep in TEAM:
        for start, end in (("2025-07-01", "2025-10-01"), ("2026-04-01", "2026-07-01"),
                           ("2026-07-01", "2026-10-01"), ("2026-10-01", "2027-01-01")):  # fmt: skip
            yield f"{rep},won_revenue,{start},{end},500000"


def drawn_company(folder):
    """Write the company, freeze it, and give its folder."""
    reps = ["rep_id,name,manager_id,role,team,region,hired_on"]
    reps += [f"{rep},{rep.title()} Park,mia,ae,north,north,2020-01-01" for rep in TEAM]
    reps.append("mia,Mia Stone,,lead,north,north,2015-01-01")
    accounts = ["account_id,name", *(f"{name},{name}" for name in CUSTOMERS)]
    tables = {"reps": reps, "accounts": accounts, "deals": _deals(), "quotas": _quotas(),
              "deal_history": _history()}  # fmt: skip
    text = HEAD
    for name, rows in tables.items():
        (folder / f"{name}.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
        text += f'[tables.{name}]\nfile = "{name}.csv"\n'
    (folder / "workbench.toml").write_text(text, encoding="utf-8")
    freeze(open_workspace(folder), None)
    return str(folder)
