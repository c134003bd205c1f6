"""A team has one figure: in the document of who leads it, on the team's page and in the index.

Mia leads six reps. Each won 60 and lost one; n1 and n2 share a won deal of 40 and an open one of
50; n3 has 10 open. Moe won 30 while in the team, moved to the south on 15 August, and won 70 there.
Mia won a deal of 20 herself and has 5 open. The team: 360 + 40 + 30 + 20 = 450 of the 500 set for
Mia, 9 won of 15 decided, 65 open.
"""

import re
import shutil
from decimal import Decimal

import pytest
from tests_team import HEAD, OPS

from workbench.batch.index_entries import _figures
from workbench.publish.row import Entry, row
from workbench.publish.team_page import team_page
from workbench.review.cycle.desk import Desk
from workbench.review.review import open_review
from workbench.review.team.pack import FIGURES, open_pack
from workbench.snapshots import open_snapshot
from workbench.snapshots.facts import period_facts
from workbench.sources.workspace import open_workspace
from workbench.store import open_store

SIX = [f"n{n}" for n in range(1, 7)]
REPS = "rep_id,name,manager_id,role,team,hired_on\n" + "".join(
    f"{rep},{name},{boss},{role},{team},2020-01-01\n"
    for rep, name, boss, role, team in [
        *((rep, rep.upper(), "mia", "ae", "north") for rep in SIX),
        ("moe", "Moe", "kim", "ae", "south"),
        ("mia", "Mia", "", "lead", ""),
        ("kim", "Kim", "", "lead", ""),
    ]
)
ASSIGNED = (
    "rep_id,start_on,end_on,manager_id,team\n"
    "moe,2020-01-01,2026-08-15,mia,north\nmoe,2026-08-15,,kim,south\n"
)
_HEAD = "deal_id,rep_id,amount,is_closed,is_won,created_on,close_on\n"
DEALS = _HEAD + "".join(
    f"W-{rep},{rep},60,true,true,2026-07-01,2026-07-10\n"
    f"L-{rep},{rep},5,true,false,2026-07-01,2026-07-11\n"
    for rep in SIX
) + (
    "S,n1,40,true,true,2026-07-01,2026-07-20\n"
    "M1,moe,30,true,true,2026-07-01,2026-08-01\n"
    "M2,moe,70,true,true,2026-07-01,2026-09-01\n"
    "OWN,mia,20,true,true,2026-07-01,2026-07-15\n"
    "O1,n1,50,false,false,2026-07-01,2026-11-01\n"
    "O3,n3,10,false,false,2026-07-01,2026-11-01\n"
    "O5,mia,5,false,false,2026-07-01,2026-11-01\n"
    "O8,moe,8,false,false,2026-07-01,2026-11-01\n"
)  # fmt: skip
SPLITS = "deal_id,rep_id,share\nS,n1,0.5\nS,n2,0.5\nO1,n1,0.5\nO1,n2,0.5\n"
QUOTAS = "rep_id,metric,start_on,end_on,target\n" + "".join(
    f"{rep},won_revenue,2026-07-01,2026-10-01,{500 if rep == 'mia' else 100}\n"
    for rep in [*SIX, "moe", "mia"]
)
TABLES = {
    "reps": REPS, "assignments": ASSIGNED, "deals": DEALS, "deal_splits": SPLITS, "quotas": QUOTAS,
}  # fmt: skip
TEAM = {"won_revenue": 450, "quota_attainment": Decimal(450) / 500, "win_rate": Decimal(9) / 15,
        "open_pipeline": 65}  # fmt: skip


def written(folder, **changed):
    folder.mkdir()
    text = HEAD.replace("[calendar]", 'languages = ["en"]\n[calendar]')
    for name, rows in {**TABLES, **changed}.items():
        (folder / f"{name}.csv").write_text(rows, encoding="utf-8")
        text += f'[tables.{name}]\nfile = "{name}.csv"\n'
    (folder / "workbench.toml").write_text(text, encoding="utf-8")
    return folder


def packed(folder, team="north"):
    store = open_store(f"sqlite:///{folder / 'store.db'}")
    return open_pack(Desk(open_workspace(folder), store, "en"), OPS, team, "2026-Q3")


@pytest.fixture(scope="module")
def company(tmp_path_factory):
    return written(tmp_path_factory.mktemp("one") / "company")


def test_the_page_of_a_team_has_the_figures_of_who_leads_it(company):
    found = packed(company).figures

    assert {metric: found[metric].value for metric in TEAM} == TEAM
    assert {found[metric].basis for metric in TEAM} == {"tree"}
    assert (found["win_rate"].numerator, found["win_rate"].denominator) == (9, 15)


def test_document_index_and_page_show_the_same_digits(company):
    review = open_review("mia", "2026-Q3", str(company), lang="en", surface="document")
    document = _text("".join(review.section(key).html for key in ("results", "pipeline")))
    page = _text(team_page(packed(company)))
    index = row(_entry(company), "en")

    for shown in (index.attainment.text, index.win_rate.text):
        assert [shown in document, shown in page] == [True, True]
    assert (index.attainment.text, index.win_rate.text) == ("90.0%", "60.0%")
    assert ["¥65" in each for each in (document, page)] == [True, True]
    assert "66.7%" not in page  # 400 of the members' 600


def _entry(company):
    """Give the line of the manager in an index, as a batch makes it."""
    space = open_workspace(company)
    found = period_facts(open_snapshot(space), space, space.calendar.period("2026-Q3"))
    return Entry(
        rep_id="mia", name="Mia", team="", manager_id="", manager_name="", folder="mia",
        documents={"en": "review.html"}, figures=_figures(found)["mia"], next_figures=None,
        left_out=0,
    )  # fmt: skip


def _text(html):
    return re.sub(r"\s+%", "%", re.sub(r"<(style|svg).*?</\1>|<[^>]+>", " ", html, flags=re.S))


def test_the_page_names_its_denominators(company):
    text = _text(team_page(packed(company)))

    assert "Each deal counts once, for whoever was in the team of Mia on its day" in text
    assert "The target is the one set for Mia" in text


def test_without_a_target_of_the_team_what_it_won_stands_beside_the_members_targets(tmp_path):
    made = written(
        tmp_path / "company", quotas=QUOTAS.replace("mia,won_revenue", "kim,won_revenue")
    )
    found = packed(made).figures["quota_attainment"]

    assert (found.numerator, found.denominator, found.basis) == (450, 600, "members")


def test_a_team_that_is_nobodys_tree_counts_a_shared_deal_once(tmp_path):
    # n6 reports to Kim, so the tree of nobody is the north: 360 + 40 won, 7 of 13 decided
    reps = REPS.replace("n6,N6,mia", "n6,N6,kim")
    found = packed(written(tmp_path / "company", reps=reps)).figures

    assert {each.basis for each in found.values()} == {"members"}
    assert (found["won_revenue"].value, found["quota_attainment"].denominator) == (400, 600)
    assert (found["win_rate"].numerator, found["win_rate"].denominator) == (7, 13)
    assert (found["open_pipeline"].value, found["open_pipeline"].n) == (60, 2)


def test_in_the_made_company_every_team_has_one_figure(tmp_path, shipped):
    folder = shutil.copytree(shipped, tmp_path / "demo")
    space = open_workspace(folder)
    snapshot = open_snapshot(space)
    period = space.calendar.period("2026-Q3")
    index = _figures(period_facts(snapshot, space, period))
    for team, lead in (("华东", "M01"), ("华南", "M02"), ("华北", "M03"), ("海外", "M04")):
        pack = packed(folder, team)
        document = open_review(lead, "2026-Q3", str(folder), surface="document").figures
        own = {metric: pack.figures[metric].value for metric in FIGURES}

        assert own == {metric: document.value(metric) for metric in FIGURES}
        assert own["quota_attainment"] == index[lead].value("quota_attainment")
