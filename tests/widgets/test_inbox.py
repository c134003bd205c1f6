"""The inbox as a page: list, open, answer; a late one is marked, and who asked reads the answer."""

from datetime import date, datetime

import pytest
from sqlalchemy import update

from workbench.model.calendar import Calendar
from workbench.review.cycle.asked import Reading
from workbench.store import Actor, open_store
from workbench.store.appeals import appeals_of
from workbench.store.cycles import Cycle, Member, open_cycle
from workbench.store.inbox import ask
from workbench.store.schema import reviews
from workbench.store.subjects import read_subject
from workbench.widgets.inbox import Inbox, inbox_of_review

CYCLE, DAY = "2026-Q3:quarterly", date(2026, 10, 20)
ANA, BO, OPS, HR = (
    Actor("ana", "rep"), Actor("bo", "rep"), Actor("O1", "sales_ops"), Actor("H1", "hr"),
)  # fmt: skip
MIA = Actor("mia", "manager")


@pytest.fixture
def store(tmp_path):
    opened = open_store(f"sqlite:///{tmp_path / 'store.db'}", lambda: datetime(2026, 10, 1, 9))
    cycle = Cycle(
        CYCLE, "2026-Q3", "quarterly", date(2026, 9, 30), "abc", datetime(2026, 10, 1), ""
    )
    open_cycle(opened, HR, cycle, [Member("ana", "mia"), Member("bo", "mia")])
    about = {"metric": "won_revenue", "value": "1200", "rows": ["D-1"]}
    ask(opened, ANA, (CYCLE, "ana"), "question", "<D-1> is mine", about, calendar=Calendar())
    ask(opened, MIA, (CYCLE, "bo"), "feedback", "well prepared", calendar=Calendar())
    yield opened
    opened.engine.dispose()


def test_an_office_opens_an_item_answers_it_and_who_asked_reads_it_where_she_asked(store):
    page = Inbox(store, Reading(OPS, DAY, "en"))
    assert "&lt;D-1&gt; is mine" in page.table.value
    assert "2026-10-06, overdue" in page.table.value
    page.answer()
    assert "Choose first what you answer" in page.said.value
    page.item.value = page.item.options[1][1]
    assert "D-1</p>" in page.opened.value
    page.text.value = " "
    page.answer()
    assert "An answer needs words" in page.said.value
    page.text.value = "Found in Q2"
    page.answer()

    assert (page.text.value, page.box.layout.display) == ("", "none")
    hers = inbox_of_review(store, ANA, (CYCLE, "ana"), DAY, "zh")
    assert "Found in Q2 (O1)" in hers.table.value
    assert "已答复" in hers.table.value
    assert "overdue" not in page.table.value


def test_feedback_stands_with_the_rep_it_is_for_and_with_who_gave_it_alone(store):
    his = inbox_of_review(store, BO, (CYCLE, "bo"), DAY, "en")
    assert "well prepared" in his.table.value
    assert len(his.item.options) == 2
    given = inbox_of_review(store, MIA, (CYCLE, "bo"), DAY, "en")
    assert "well prepared" in given.table.value
    assert given.box.layout.display == "none"
    assert "well prepared" not in inbox_of_review(store, MIA, (CYCLE, "ana"), DAY, "en").table.value
    for other in (ANA, OPS, HR):
        assert "well prepared" not in Inbox(store, Reading(other, DAY, "en")).table.value


def test_a_second_answer_is_refused_in_the_language_of_the_page(store):
    one, two = (Inbox(store, Reading(OPS, DAY, "zh")) for _ in range(2))
    for page, words in ((one, "first"), (two, "second")):
        page.item.value = page.item.options[1][1]
        page.text.value = words
        page.answer()

    assert "别人刚刚已经答复" in two.said.value
    assert two.text.value == "second"


def test_hr_decides_on_an_appeal_in_the_inbox_and_is_offered_no_answer(store):
    with store.writing() as connection:
        connection.execute(update(reviews).values(stage="appeal"))
    item = ask(store, ANA, (CYCLE, "ana"), "appeal", "the leave", calendar=Calendar())
    page = Inbox(store, Reading(HR, DAY, "en"))
    page.item.value = item
    assert [each.layout.display for each in (*page.answering, *page.deciding)] == ["none", "", ""]
    grant, refuse = page.deciding
    refuse.click()
    assert "A decision needs a reason" in page.said.value
    page.text.value = "it counts"
    grant.click()

    assert "Decided" in page.said.value
    assert (page.text.value, page.box.layout.display) == ("", "none")
    assert [each.outcome for each in appeals_of(store, ANA, CYCLE, "ana")] == ["granted"]
    assert read_subject(store, ANA, CYCLE, "ana").stage == "manager_review"
    ops = Inbox(store, Reading(OPS, DAY, "en"))
    ops.item.value = ops.item.options[1][1]
    assert [each.layout.display for each in (*ops.answering, *ops.deciding)] == ["", "none", "none"]
