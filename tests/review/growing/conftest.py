"""A tiny company with a store: six reps of one role, a manager, and what they wrote."""

import shutil
from datetime import datetime

import pytest

from workbench.review.cycle.desk import Desk
from workbench.store import open_store

REPS = """
rep_id,name,manager_id,role,level,team,hired_on
ana,Ana,mia,ae,L1,north,2020-01-01
bo,Bo,mia,ae,L1,north,2020-01-01
cy,Cy,mia,ae,L1,north,2020-01-01
di,Di,max,ae,L2,south,2020-01-01
ed,Ed,max,ae,L3,south,2020-01-01
flo,Flo,max,ae,L9,south,2026-08-20
mia,Mia Stone,,lead,,north,2015-01-01
max,Max Hill,,lead,,south,2015-01-01
"""
# Everybody has a quota of 100. Ana won ten deals of 12, Bo one of 180, the others five of 18 each;
# a deal that Max lost a year ago is the first on record
DEALS = (
    "deal_id,rep_id,amount,is_closed,is_won,created_on,close_on\n"
    "first,max,1,true,false,2025-10-01,2025-10-02\n"
) + "".join(
    f"{rep}{n},{rep},{amount},true,true,2026-07-01,2026-08-{n + 1:02d}\n"
    for rep, amount, count in (
        ("ana", 12, 10), ("bo", 180, 1), ("cy", 18, 5), ("di", 18, 5), ("ed", 18, 5),
        ("flo", 16, 5),
    )
    for n in range(count)
)  # fmt: skip
QUOTAS = "rep_id,metric,start_on,end_on,target\n" + "".join(
    f"{rep},won_revenue,{start},{end},100\n"
    for rep in ("ana", "bo", "cy", "di", "ed", "flo")
    for start, end in (
        ("2025-10-01", "2026-01-01"), ("2026-01-01", "2026-04-01"), ("2026-04-01", "2026-07-01"),
        ("2026-07-01", "2026-10-01"),
    )
)  # fmt: skip
GROWTH = """
[[award]]
key = "champion"
label = { zh = "冠军", en = "Champion" }
every = "quarter"
figure = "attainment"
fewest = 1
strength = 8
reward = { zh = "展会名额", en = "A seat at a fair" }
[[award]]
key = "mate"
label = { zh = "队友", en = "Teammate" }
every = "quarter"
figure = "colleagues_helped"
fewest = 1
[[level]]
key = "L1"
label = { zh = "专员", en = "Associate" }
[[level]]
key = "L2"
label = { zh = "高级", en = "Senior" }
[[level.expects]]
label = { zh = "达成", en = "Meets the quota" }
metric = "quota_attainment"
at_least = 1
times = 2
[[level.expects]]
label = { zh = "时间", en = "Time" }
months = 100
[[level.expects]]
label = { zh = "课程", en = "Course" }
course = "talk"
[[level.expects]]
label = { zh = "能力", en = "Skill" }
skill = "Discovery"
level = 3
[[level.expects]]
label = { zh = "同事", en = "Colleagues" }
colleagues = 1
[[level.expects]]
label = { zh = "意愿", en = "Wants to" }
[[level]]
key = "L3"
label = { zh = "总监", en = "Director" }
[[course]]
key = "talk"
label = { zh = "谈判", en = "Talking" }
metric = "win_rate"
skill = "Discovery"
[[value]]
key = "true"
label = { zh = "说真话", en = "True figures" }
behaviours = [{ zh = "坏消息当周就报", en = "Tells bad news in the same week" }]
[[desk]]
key = "presales"
label = { zh = "售前", en = "Pre-sales" }
owner = "PS1"
email = "presales@example.com"
days = 7
"""


class Clock:
    """A clock a test sets."""

    now = datetime(2026, 8, 10, 8)

    def __call__(self):
        return self.now


@pytest.fixture(scope="session")
def usual(read_company):
    """The company as most tests have it, its figures computed once."""
    found = read_company(DEALS, reps=REPS, quotas=QUOTAS)
    found.facts()
    return found.folder


@pytest.fixture
def made(company, usual, tmp_path):
    """Write the company; more tables and another growth.toml as a test wants."""

    def write(growth=GROWTH, deals=DEALS, **tables):
        if deals == DEALS and not tables:
            shutil.copytree(usual, tmp_path, dirs_exist_ok=True)
        # The same files once more leave a snapshot what it was: it knows them by what they hold
        found = company(deals, **{"reps": REPS, "quotas": QUOTAS, **tables})
        (found.folder / "growth.toml").write_text(growth, encoding="utf-8")
        return found

    return write


@pytest.fixture
def desk_of():
    """Open the desk of a company, with a clock of its own."""
    opened = []

    def open_(made, lang="en"):
        space = made.workspace
        desk = Desk(space, open_store(space.store_url, Clock()), lang)
        opened.append(desk)
        return desk

    yield open_
    for desk in opened:
        desk.store.engine.dispose()
