"""A tiny company: a team of six under mia, a team of two under kim; what they wrote is in a store.

Everybody has a quota of 100. The north won 60, 70, 80, 90, 100 and 200; the south 50 and 50.
"""

import shutil
from datetime import datetime, timedelta

import pytest

from workbench.review.cycle.desk import Desk
from workbench.review.cycle.opening import begin
from workbench.sources.workspace import open_workspace
from workbench.store import Actor, open_store

NORTH, SOUTH = ("ana", "bo", "cy", "di", "ed", "flo"), ("gil", "hu")
WON = dict(zip((*NORTH, *SOUTH), (60, 70, 80, 90, 100, 200, 50, 50), strict=True))
REPS = "rep_id,name,manager_id,role,team,region,hired_on\n" + "".join(
    f"{rep},{rep.title()} Park,{boss},ae,{team},{team},2020-01-01\n"
    for team, boss, people in (("north", "mia", NORTH), ("south", "kim", SOUTH))
    for rep in people
)
REPS += "mia,Mia Stone,,lead,north,north,2015-01-01\nkim,Kim Hill,,lead,south,south,2015-01-01\n"
DEALS = "deal_id,rep_id,amount,is_closed,is_won,created_on,close_on\n" + "".join(
    f"D-{rep},{rep},{amount},true,true,2026-07-01,2026-08-01\nL-{rep},{rep},5,true,false,2026-07-01,2026-08-02\n"
    for rep, amount in WON.items()
)
QUOTAS = "rep_id,metric,start_on,end_on,target\n" + "".join(
    f"{rep},won_revenue,2026-07-01,2026-10-01,100\n" for rep in WON
)
MIA, KIM = Actor("mia", "manager"), Actor("kim", "manager")
HR, OPS = Actor("H1", "hr"), Actor("O1", "sales_ops")


HEAD = """
[workspace]
default_period = "2026-Q3"
as_of = 2026-09-30
[calendar]
working_weekdays = [0, 1, 2, 3, 4, 5, 6]
"""


class Clock:
    """A clock the tests set; it ticks."""

    now = datetime(2026, 10, 8, 9)

    def __call__(self):
        self.now += timedelta(seconds=1)
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture(scope="session")
def north_and_south(tmp_path_factory):
    """The company with an open cycle, made once."""
    folder = tmp_path_factory.mktemp("teams") / "company"
    folder.mkdir()
    text = HEAD
    for name, rows in (("reps", REPS), ("deals", DEALS), ("quotas", QUOTAS)):
        (folder / f"{name}.csv").write_text(rows, encoding="utf-8")
        text += f'[tables.{name}]\nfile = "{name}.csv"\n'
    (folder / "workbench.toml").write_text(text, encoding="utf-8")
    store = open_store(f"sqlite:///{folder / 'store.db'}", Clock())
    begin(Desk(open_workspace(folder), store, "en"), OPS, "2026-Q3")
    store.engine.dispose()
    return folder


@pytest.fixture
def desk(north_and_south, tmp_path, clock):
    """A copy of it to write in."""
    folder = shutil.copytree(north_and_south, tmp_path / "company")
    store = open_store(f"sqlite:///{folder / 'store.db'}", clock)
    yield Desk(open_workspace(folder), store, "en")
    store.engine.dispose()
