"""What waits for somebody: what is theirs, with the page that opens it, gone once it is done.

Cy leads Ana and Bo; H is of HR, O of sales ops. It is noon of 6 October.
"""

from dataclasses import replace
from datetime import date, datetime
from types import SimpleNamespace

import pytest

from workbench.outreach.messages import messages
from workbench.review.cycle.desk import open_desk
from workbench.review.cycle.opening import begin
from workbench.review.cycle.status import status_rows
from workbench.review.cycle.todo import _opens as opens
from workbench.review.cycle.todo import todo, todo_rows
from workbench.store import Actor
from workbench.store.appeals import decide_appeal
from workbench.store.inbox import answer, ask
from workbench.store.moves import advance
from workbench.store.owed import asked_open
from workbench.store.promises import Promise, answer_promise, keep_promise, promises_of
from workbench.store.registers import Line, add_line
from workbench.store.signing import sign
from workbench.widgets.overview import open_overview

OPS, HR, NAME = Actor("O", "sales_ops"), Actor("H", "hr"), "2026-Q3:quarterly"
ANA, BO, CY = Actor("ana", "rep"), Actor("bo", "rep"), Actor("cy", "manager")
DUE = date(2026, 10, 7)
REPS = """
rep_id,name,email,manager_id
ana,Ana,ana@x.cn,cy
bo,Bo,bo@x.cn,cy
cy,Cy,cy@x.cn,
"""
TOML = """
[serve]
address = "https://r.x.cn"
hr = ["hr@x.cn"]
sales_ops = ["cy"]
"""
WRITES = "https://r.x.cn/write_review?rep=ana&period=2026-Q3"


@pytest.fixture
def desk(company):
    made = company(reps=REPS, toml=TOML)
    made.freeze()
    opened = at(open_desk(made.workspace, "en"), 6)
    begin(opened, OPS, "2026-Q3", due_on=DUE, reps=["ana", "bo"], is_ahead=True)
    yield opened
    opened.store.engine.dispose()


def at(desk, day):
    return replace(desk, store=replace(desk.store, clock=lambda: datetime(2026, 10, day, 12)))


def lead_to_signing(desk, due_on=None):
    for actor in (ANA, ANA, CY, OPS):
        advance(desk.store, actor, NAME, "ana")
    advance(desk.store, CY, NAME, "ana", due_on)


def lead_to_appeal(desk):
    lead_to_signing(desk)
    for actor in (ANA, CY):
        sign(desk.store, actor, NAME, "ana", "agreed")


def promised(desk, owner, due_on):
    with desk.store.writing() as connection:
        kept = Promise(cycle=NAME, rep_id="ana", owner_id=owner, what="call", due_on=due_on)
        return keep_promise(desk.store, connection, OPS, kept)


def appeal(desk):
    days = desk.workspace.calendar
    return ask(desk.store, ANA, (NAME, "ana"), "appeal", "the territory", calendar=days)


def lines(desk, actor):
    return [(each.what, each.address) for each in todo(desk, actor)]


def whom(desk, day=DUE):
    found = messages(desk, OPS, NAME, "reminder", "mail", day)
    return [each.recipient for each in found if each.rep_id != "bo"]


def test_hr_has_an_appeal_and_nothing_of_a_window_that_is_open(desk):
    lead_to_appeal(desk)
    with desk.store.writing() as connection:
        connection.exec_driver_sql("UPDATE review SET due_on = '2026-10-20' WHERE rep_id = 'ana'")
    assert lines(desk, HR) == []
    appeal(desk)
    assert lines(desk, HR) == [("Answer the appeal: the territory", "https://r.x.cn/inbox")]
    decide_appeal(desk.store, HR, NAME, "ana", "refused", "It was weighed")

    assert lines(desk, HR) == []
    assert lines(at(desk, 20), HR) == [  # where the button is that closes it
        ("rep: may appeal; HR: close it when the window is over", WRITES)
    ]


def test_an_answer_is_news_to_who_asked_and_to_nobody_else(desk):
    days = desk.workspace.calendar
    item = ask(desk.store, BO, (NAME, "bo"), "question", "whose deal?", calendar=days)
    answer(desk.store, OPS, item, "Yours")
    news = dict(lines(desk, BO))

    assert news["Read the answer to: whose deal?"] == WRITES.replace("ana", "bo")
    assert lines(desk, OPS) == []
    assert "Read the answer to: whose deal?" not in [what for what, _ in lines(at(desk, 21), BO)]


def test_an_open_promise_waits_for_its_owner_once_due_for_the_manager_and_then_for_nobody(desk):
    lead_to_signing(desk)
    sign(desk.store, ANA, NAME, "ana", "agreed")
    promised(desk, "ana", DUE)
    assert lines(desk, ANA) == [("call", WRITES)]
    assert [what for what, _ in lines(desk, CY)] == ["manager: sign"]
    assert ("Ask ana what came of: call", WRITES) in lines(at(desk, 7), CY)

    (kept,) = promises_of(desk.store, ANA, NAME, "ana")
    with desk.store.writing() as connection:
        connection.exec_driver_sql("UPDATE review SET stage = 'conversation'")
    answer_promise(desk.store, ANA, NAME, kept, "done")
    assert lines(at(desk, 7), ANA) == []
    assert not any("call" in what for what, _ in lines(at(desk, 7), CY))


def test_the_command_and_the_top_of_the_page_show_the_same(desk):
    _heads, rows = todo_rows(desk, ANA)
    page = open_overview(
        "2026-Q3", str(desk.workspace.folder), actor="ana:rep", lang="en"
    )._repr_html_()

    assert [row[2:] for row in rows] == [
        ["rep: check the figures, question what is wrong", NAME, WRITES]
    ]
    assert f'href="{WRITES.replace("&", "&amp;")}"' in page
    assert rows[0][2] in page
    assert [todo_rows(at(desk, day), ANA)[1][0][1] for day in (7, 8)] == [
        "2026-10-07", "2026-10-07 !"
    ]  # fmt: skip


def test_a_line_of_a_register_opens_the_page_it_is_shown_on(desk):
    for line in (
        Line(register="mentoring", what="weekly", rep_id="bo", grounds="calls", owner="ana"),
        Line(register="activity", what="a walk", owner="cy", due_on=DUE),
    ):
        add_line(desk.store, OPS, line)
    opens = dict(lines(desk, ANA) + lines(desk, CY))

    assert opens["Mentoring: weekly"] == "https://r.x.cn/rep_review?rep=ana"
    assert opens["Team activity: a walk"] == "https://r.x.cn/team_review"


@pytest.mark.parametrize(
    ("role", "about", "page"),
    [
        ("manager", {"cycle": NAME}, "write_review?rep=bo&period=2026-Q3"),
        ("hr", {"cycle": NAME}, "rep_review?rep=bo&period=2026-Q3"),
        ("support", {"cycle": NAME}, "support"),
        ("rep", {}, "rep_review?rep=me"),
        ("hr", {}, "rep_review?rep=bo"),
    ],
)
def test_a_line_of_a_review_opens_where_it_is_written_else_where_it_is_read(role, about, page):
    place = SimpleNamespace(
        workspace=SimpleNamespace(serve=SimpleNamespace(address="https://r.x.cn"))
    )
    line = Line(register="mentoring", what="weekly", rep_id="bo", about=about)

    assert opens(place, Actor("me", role), line) == f"https://r.x.cn/{page}"


def test_who_has_to_sign_to_answer_and_who_promised_are_reminded_and_not_after_the_deed(desk):
    lead_to_signing(desk, DUE)
    assert whom(desk) == ["ana@x.cn", "cy@x.cn"]
    sign(desk.store, ANA, NAME, "ana", "agreed")
    promised(desk, "ana", DUE)
    assert whom(desk) == ["cy@x.cn", "ana@x.cn"]
    sign(desk.store, CY, NAME, "ana", "agreed")
    appeal(desk)
    assert whom(desk, date(2026, 10, 16)) == ["hr@x.cn", "ana@x.cn"]
    decide_appeal(desk.store, HR, NAME, "ana", "refused", "It was weighed")
    assert whom(desk, date(2026, 10, 16)) == ["ana@x.cn"]
    with desk.store.writing() as connection:
        connection.exec_driver_sql("UPDATE promise SET state = 'done'")
    assert whom(desk, date(2026, 10, 16)) == []


def test_a_late_reminder_says_so_and_holds_no_words(desk):
    promised(desk, "cy", DUE)
    (found,) = [
        each
        for each in messages(desk, OPS, NAME, "reminder", "mail", date(2026, 10, 9))
        if each.recipient == "cy@x.cn"
    ]

    assert found.subject == "Overdue: A promise of yours, due 2026-10-07"
    assert "call" not in found.body
    assert "https://r.x.cn/write_review?rep=ana&period=2026-Q3" in found.body


def test_those_who_calibrate_are_told_once_how_many_wait(desk):
    for name, rep in (("ana", ANA), ("bo", BO)):
        for actor in (rep, rep):
            advance(desk.store, actor, NAME, name)
        advance(desk.store, CY, NAME, name, DUE)
    found = messages(desk, OPS, NAME, "reminder", "mail", DUE)

    assert [(each.recipient, each.subject) for each in found] == [
        ("cy@x.cn", "2026-Q3 reviews: 2 at “calibration”, due 2026-10-07"),
        ("hr@x.cn", "2026-Q3 reviews: 2 at “calibration”, due 2026-10-07"),
    ]


def test_the_overview_counts_what_is_unanswered_for_who_may_know_of_it(desk):
    days = desk.workspace.calendar
    ask(desk.store, BO, (NAME, "bo"), "question", "whose deal?", calendar=days)

    def told(actor, name):
        heads, rows = status_rows(desk, actor, NAME)
        (row,) = [row for row in rows if row[0].startswith(name)]
        return row[heads.index("Asked, unanswered")]

    assert told(OPS, "bo") == told(BO, "bo") == "question 2026-10-09"
    assert (told(CY, "bo"), told(OPS, "ana")) == ("", "")
    lead_to_appeal(desk)
    appeal(desk)
    assert told(CY, "ana") == told(ANA, "ana") == "appeal 2026-10-16"
    assert [each.kind for each in asked_open(desk.store, CY, NAME)] == ["appeal"]
