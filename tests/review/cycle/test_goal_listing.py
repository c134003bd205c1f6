"""The list of goals: whose of which period are read, from which figures, for whom.

North asks 200 of the company's 400; Ana and Bo serve it with 100 each and have 60 and 40. Mia leads
both, Kim nobody. What Ana has of one product, and other figures of hers, are no progress.
"""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from types import SimpleNamespace

import pytest

from workbench.metrics.fact import Fact, to_table
from workbench.model.period import Period
from workbench.review.cycle import goal_tree
from workbench.store import Actor
from workbench.store.goals import Goal, save_goal

QUARTER = Period("2026-Q3", date(2026, 7, 1), date(2026, 10, 1), "quarter")
OPS, ANA = Actor("O", "sales_ops"), Actor("ana", "rep")
MIA, KIM = Actor("mia", "manager"), Actor("kim", "manager")
TOP = Goal(
    period="2026-Q3", level="company", owner_id="ceo", what="Grow", metric="won_revenue",
    baseline="0", target="400", due_on=date(2026, 9, 30),
)  # fmt: skip


def fact(rep, value, metric="won_revenue", by="", level=""):
    return Fact("2026-Q3", rep, metric, by, level, Decimal(value), "money", "CNY", None, None, 1,
                None, None, "A", "", "")  # fmt: skip


FACTS = (
    fact("ana", 60), fact("bo", 40), fact("ana", 25, by="product", level="p"),
    fact("ana", 7, "won_deals"),
)  # fmt: skip


@pytest.fixture
def desk(store, monkeypatch):
    """A desk without goals, with the figures and leaders of this period alone."""
    made = SimpleNamespace(store=store, snapshot="snapshot", lang="en", today=date(2026, 9, 1),
                           workspace=SimpleNamespace(currency="CNY"))  # fmt: skip

    def figures(*of):
        assert of == ("snapshot", made.workspace, QUARTER)
        return SimpleNamespace(facts=to_table(Fact, FACTS))

    def led(*of):
        assert of[::2] == ("snapshot", QUARTER)
        return frozenset({"ana", "bo", "North"} if of[1] == "mia" else ())

    monkeypatch.setattr(goal_tree, "period_facts", figures)
    monkeypatch.setattr(goal_tree, "led_by", led)
    return made


@pytest.fixture
def goals(desk):
    """The same desk with the goals, and one of another quarter."""
    top = save_goal(desk.store, OPS, TOP)
    north = replace(TOP, level="team", owner_id="North", what="North", target="200")
    north = save_goal(desk.store, OPS, replace(north, parent=top.goal))
    for rep in ("ana", "bo"):
        line = replace(north, goal="", version=0, level="rep", owner_id=rep, parent=north.goal)
        save_goal(desk.store, OPS, replace(line, what=f"Part of {rep}", target="100"))
    save_goal(desk.store, OPS, replace(TOP, what="Of another quarter", period="2026-Q4"))
    return desk


def listed(desk, actor):
    """Give the list's heads, and by goal how far it came."""
    heads, *lines = goal_tree.goal_tree_text(desk, actor, QUARTER).splitlines()
    owner, way, lacking = (heads.index(each) for each in ("Owner", "Progress", "Lacking"))
    return heads.split(), {line[:owner].strip(): line[way:lacking].strip() for line in lines}


def test_who_leads_reads_each_goal_below_what_it_serves_with_how_far_it_came(goals):
    heads, told = listed(goals, MIA)

    assert heads == ["Goal", "Owner", "From", "To", "Weight", "Due", "Progress", "Lacking", "Id"]
    assert told == {
        "Grow": "25.0%", "› North": "50.0%", "› › Part of ana": "60.0%", "› › Part of bo": "40.0%"
    }  # fmt: skip


@pytest.mark.parametrize(
    ("actor", "own"), [(ANA, {"› › Part of ana": "60.0%"}), (KIM, {})], ids=["rep", "manager"]
)
def test_who_does_not_lead_reads_the_larger_goals_and_the_own_and_of_others_no_figure(
    goals, actor, own
):
    assert listed(goals, actor)[1] == {"Grow": "", "› North": "", **own}


def test_without_goals_there_are_the_heads_alone_in_the_readers_language(desk):
    desk.lang = "zh"

    assert goal_tree.goal_tree_text(desk, OPS, QUARTER).split() == [
        "目标", "负责人", "基线", "目标值", "权重", "期限", "进度", "欠缺", "编号"
    ]  # fmt: skip
