"""Who has left is asked nothing: no plan, no message, no line of what waits; what was, stays told.

Ana's last day is 15 August; Cy leads her and Bo.
"""

from dataclasses import replace
from datetime import date, datetime

import pytest
from typer.testing import CliRunner

from workbench.cli import app
from workbench.outreach.messages import messages
from workbench.review.cycle.desk import open_desk
from workbench.review.cycle.opening import begin
from workbench.review.cycle.status import status_rows
from workbench.review.cycle.todo import todo
from workbench.review.reader import document_of
from workbench.review.scoring import score_of
from workbench.store import Actor
from workbench.store.moves import advance
from workbench.store.promises import Promise, keep_promise
from workbench.store.subjects import delegate

OPS, NAME, DUE = Actor("O", "sales_ops"), "2026-Q3:quarterly", date(2026, 10, 7)
HR, CY = Actor("H", "hr"), Actor("cy", "manager")
WAITS = (
    "to let it go on without the rep, who has left, HR or sales ops runs: "
    "workbench cycle open --period 2026-Q3 --template quarterly --reps ana"
)
REPS = """
rep_id,name,email,manager_id,hired_on,left_on
ana,Ana,ana@x.cn,cy,2020-01-01,2026-08-15
bo,Bo,bo@x.cn,cy,2020-01-01,
cy,Cy,cy@x.cn,,2020-01-01,
"""
# Of 184 for the quarter 92 are asked; open deals of 20 are due in it
DEALS = """
deal_id,rep_id,amount,is_closed,is_won,created_on,close_on
D1,ana,46,true,true,2026-07-01,2026-07-10
D2,ana,20,false,false,2026-07-01,2026-09-30
D3,bo,46,true,true,2026-07-01,2026-07-10
"""
QUOTAS = """
rep_id,metric,start_on,end_on,target,weight
ana,won_revenue,2026-07-01,2026-10-01,184,0.6
ana,new_logos,2026-07-01,2026-10-01,4,0.2
ana,open_pipeline,2026-07-01,2026-10-01,20,0.1
ana,pipeline_coverage,2026-07-01,2026-10-01,2.5,0.1
bo,won_revenue,2026-07-01,2026-10-01,184,1
"""


@pytest.fixture
def made(company):
    return company(DEALS, reps=REPS, quotas=QUOTAS)


@pytest.fixture
def desk(made):
    opened = open_desk(made.workspace, "en")
    opened = replace(opened, store=replace(opened.store, clock=lambda: datetime(2026, 10, 6)))
    begin(opened, OPS, "2026-Q3", due_on=DUE, reps=["ana", "bo"])
    yield opened
    opened.store.engine.dispose()


def promised(desk, rep_id, due_on):
    with desk.store.writing() as connection:
        kept = Promise(
            cycle="2026-Q2:quarterly", rep_id=rep_id, owner_id=rep_id, what="call", due_on=due_on
        )
        keep_promise(desk.store, connection, OPS, kept)


def test_no_plan_for_the_next_period_is_asked(desk):
    ana, bo = (desk.review(document_of(name), NAME, name).template for name in ("ana", "bo"))

    assert [key for key in bo.sections if key not in ana.sections] == ["plan"]
    assert {item.key for items in ana.forms.values() for item in items} == (
        {item.key for items in bo.forms.values() for item in items}
        - {"actions", "ask", "try", "development", "requests"}
    )


def test_nobody_waits_for_who_has_left(desk):
    assert [each.rep_id for each in todo(desk, Actor("ana", "rep"))] == []
    assert [each.rep_id for each in todo(desk, Actor("bo", "rep"))] == ["bo"]


def test_the_overview_says_since_when_and_asks_nothing(desk):
    heads, rows = status_rows(desk, OPS, NAME)
    told = {row[0]: dict(zip(heads, row, strict=True)) for row in rows}
    asked = [heads[2], heads[3]]  # next, due

    assert [told["ana Ana"][head] for head in asked] == [
        f"has left, last day 2026-08-15: nothing more is asked of them; {WAITS}", "",
    ]  # fmt: skip
    assert told["bo Bo"][heads[3]] == DUE.isoformat()


def test_what_waits_for_who_has_left_is_told_to_hr_until_the_line_is_run(desk):
    for who in (OPS, HR):
        assert [(each.rep_id, each.what) for each in todo(desk, who)] == [("ana", WAITS)]
    assert all("workbench" not in each.what for each in todo(desk, CY))
    command = WAITS.partition("runs: workbench ")[2].split()
    space = ("--lang", "en", "--workspace", str(desk.workspace.folder))
    told = CliRunner().invoke(app, [*command, *space], catch_exceptions=False)
    assert "Left, and asked nothing more: ana" in told.stderr

    assert [todo(desk, who) for who in (OPS, HR)] == [[], []]
    (row,) = [row for row in status_rows(desk, OPS, NAME)[1] if row[0] == "ana Ana"]
    assert (
        row[2]
        == "has left, last day 2026-08-15: nothing more is asked of them; manager: write the review"
    )


def test_a_review_whose_manager_has_left_says_how_it_is_handed_over(made):
    file = made.workspace.folder / "reps.csv"
    told = REPS.replace("cy,Cy,cy@x.cn,,2020-01-01,", "cy,Cy,cy@x.cn,,2020-01-01,2026-10-01")
    file.write_text(f"{told}di,Di,di@x.cn,,2020-01-01,\n", encoding="utf-8")
    desk = open_desk(made.workspace, "zh")
    desk = replace(desk, store=replace(desk.store, clock=lambda: datetime(2026, 10, 6)))
    begin(desk, OPS, "2026-Q3", reps=["bo"])
    assert todo(desk, HR) == []  # it is Bo's turn
    for _stage in range(2):
        advance(desk.store, Actor("bo", "rep"), NAME, "bo")
    line = f"workbench cycle delegate bo --to MANAGER --cycle {NAME} --as PERSON:hr"
    assert [each.what for each in todo(desk, HR)] == [
        f"经理已离职，要转交他人，请 HR 或销售运营运行：{line}"
    ]
    assert line in status_rows(desk, OPS, NAME)[1][0][2]
    delegate(desk.store, HR, NAME, "bo", "di")

    assert todo(desk, HR) == []
    desk.store.engine.dispose()


@pytest.mark.parametrize("kind", ["invitation", "reminder"])
def test_who_has_left_is_not_written_to(desk, kind):
    found = messages(desk, OPS, NAME, kind, "mail", desk.today)

    assert [each.recipient for each in found] == ["bo@x.cn"]


def test_open_promises_of_who_has_left_wait_for_nobody(desk):
    promised(desk, "ana", date(2026, 9, 1))
    promised(desk, "bo", date(2026, 9, 1))

    whose = [each.rep_id for each in todo(desk, Actor("cy", "manager"))]

    assert whose == ["bo"]


def test_a_promise_due_after_the_last_day_is_not_broken(desk):
    promised(desk, "ana", date(2026, 8, 10))
    promised(desk, "ana", date(2026, 9, 1))
    (ana,) = [each for each in desk.status(OPS, NAME) if each.rep_id == "ana"]
    finding = desk.review(document_of("ana"), NAME, "ana").section("commitments")

    assert (ana.took_part.kept, ana.took_part.due) == (0, 1)
    assert finding.finding == "Both promises are still open, one of them overdue"
    assert "left before its day" in finding.html


def test_the_score_leaves_out_what_could_no_longer_be_done(desk):
    found = {
        item.key: item for item in score_of(desk.review(document_of("ana"), NAME, "ana")).items
    }

    assert found["won_revenue"].score == 46 / 92
    assert found["pipeline_coverage"].reason == "has_left"
    assert (found["open_pipeline"].score, found["open_pipeline"].reason) == (None, "has_left")


def test_a_target_that_adds_up_over_days_counts_to_the_last_day(desk):
    html = desk.review(document_of("ana"), NAME, "ana").section("goals").html

    assert "¥92 to the last day at work (full ¥184)" in html
    assert ">2<" in html  # of 4 new customers, half the days


def test_the_document_says_since_when_and_has_no_next_period(desk):
    ana, bo = (desk.review(document_of(name), NAME, name) for name in ("ana", "bo"))

    assert "the last day at work is 15 Aug 2026" in ana.section("summary").finding
    assert "the last day at work is 15 Aug 2026" in ana.section("cover").html
    assert "At work" not in bo.section("cover").html
    assert "Q4 2026 coverage" in bo.section("summary").html
    assert "Q4 2026" not in ana.section("summary").html
