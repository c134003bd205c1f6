"""Finance, support and the program have no part in reviews: no words, no inbox of others."""

import re
from dataclasses import replace
from datetime import date

import pytest
from desk import ANA, CYCLE, HR, MIA, OPS, begin
from test_stages import walk

from workbench.errors import RefusedError
from workbench.i18n import told
from workbench.model.calendar import Calendar
from workbench.store import Actor
from workbench.store.attendance import attended, note_attendance
from workbench.store.calibration import Adjustment, View, adjust, laid_open, own_views, save_view
from workbench.store.coaching.sessions import prepare, sessions_of
from workbench.store.coaching.words import read_words
from workbench.store.entries import Place, read_entries, save_entry
from workbench.store.goals import Goal, goal_lines, goal_of, goals_of, save_goal
from workbench.store.inbox import answer, ask, inbox_of
from workbench.store.meeting import begin_meeting, meeting_of
from workbench.store.moves import advance, reopen
from workbench.store.naming import actor_said
from workbench.store.outbox import queue
from workbench.store.promises import Promise, make_promises, promises_of, promises_owned
from workbench.store.registers import (
    REGISTERS,
    Line,
    add_line,
    end_line,
    lines_of,
    mark_read,
    readers,
)
from workbench.store.signing import sign, signatures_of
from workbench.store.standing import standings
from workbench.store.subjects import delegate, read_subject
from workbench.store.upward import upward

DAYS = Calendar()
# The manager herself, who acts as finance or support; and the program, whatever it calls itself
APART = (Actor("mia", "finance"), Actor("mia", "support"), Actor.program("mia"))
PLACE = Place(CYCLE, "ana", "problems", "problems", "rep")
PRAISE = Line(register="praise", what="thanks", rep_id="ana", grounds="took over two calls")
HELP = Line(register="support", what="A demo", rep_id="ana", owner="pre", due_on=date(2026, 9, 1))
NEWS = Line(register="announcement", what="Goals of Q4")
OUTING = Line(register="activity", what="A visit", due_on=date(2026, 9, 1))
VIEW = View(cycle=CYCLE, rep_id="ana", person_id="", level=1, growth=1, reason="x")
PROMISE = Promise(cycle=CYCLE, rep_id="ana", owner_id="ana", what="Two visits")
GOAL = Goal(period="2026-Q3", owner_id="ana", what="Two new customers")


@pytest.fixture
def opened(store):
    """A cycle where something of each kind stands."""
    begin(store)
    save_entry(store, ANA, PLACE, "mine", 0)
    make_promises(store, ANA, [PROMISE, replace(PROMISE, owner_id="mia")])
    save_goal(store, ANA, GOAL)
    ask(store, ANA, (CYCLE, "ana"), "question", "why?", calendar=DAYS)
    prepare(store, MIA, "ana", "mia", "2026-Q3", date(2026, 9, 1))
    return store


REFUSED = {
    "a review": lambda store, who: read_subject(store, who, CYCLE, "ana"),
    "its words": lambda store, who: read_entries(store, who, CYCLE, "ana"),
    "to write": lambda store, who: save_entry(store, who, PLACE, "theirs", 1),
    "to move on": lambda store, who: advance(store, who, CYCLE, "ana"),
    "to reopen": lambda store, who: reopen(store, who, CYCLE, "ana", "data_check", "why"),
    "to delegate": lambda store, who: delegate(store, who, CYCLE, "ana", "max"),
    "to sign": lambda store, who: sign(store, who, CYCLE, "ana", "agreed"),
    "signatures": lambda store, who: signatures_of(store, who, CYCLE, "ana"),
    "promises": lambda store, who: promises_of(store, who, CYCLE, "ana"),
    "to promise": lambda store, who: make_promises(store, who, [PROMISE]),
    "to ask": lambda store, who: ask(store, who, (CYCLE, "ana"), "question", "why?", calendar=DAYS),
    "goals": lambda store, who: goals_of(store, who, "2026-Q3"),
    "what goals come to": goal_lines,
    "a goal": lambda store, who: goal_of(store, who, goal_lines(store, HR)[0].goal),
    "to set a goal": lambda store, who: save_goal(store, who, replace(GOAL, owner_id="mia")),
    "upward feedback": lambda store, who: upward(store, who, CYCLE),
    "a view": lambda store, who: save_view(
        store, who, View(cycle=CYCLE, rep_id="ana", person_id="", level=1, growth=1, reason="x")
    ),
    "the meeting": lambda store, who: meeting_of(store, who, CYCLE),
    "to begin it": lambda store, who: begin_meeting(store, who, CYCLE),
    "views": lambda store, who: laid_open(store, who, CYCLE),
    "to adjust": lambda store, who: adjust(
        store, who, Adjustment(cycle=CYCLE, rep_id="ana", level_before=1, level_after=2,
                               growth_before=1, growth_after=1, reason="x"),
    ),
    "a session": lambda store, who: prepare(store, who, "ana", "mia", "2026-Q3", date(2026, 9, 1)),
    "its notes": lambda store, who: read_words(store, who, sessions_of(store, MIA, "ana")[0]),
    "messages": lambda store, who: queue(store, who, []),
    "an announcement": lambda store, who: mark_read(store, who, add_line(store, HR, NEWS).line),
    "who has read": lambda store, who: readers(store, who, add_line(store, HR, NEWS).line),
    "to note others": lambda store, who: note_attendance(
        store, who, add_line(store, ANA, OUTING).line, ["ana"]
    ),
    "another's request": lambda store, who: end_line(
        store, who, add_line(store, ANA, HELP).line, "x"
    ),
    "another's question": lambda store, who: answer(
        store, who, inbox_of(store, ANA)[0].item, "because"
    ),
}  # fmt: skip


@pytest.mark.parametrize("who", APART, ids=lambda who: who.role)
@pytest.mark.parametrize("what", REFUSED)
def test_who_has_no_part_is_refused(opened, what, who):
    with pytest.raises(RefusedError, match="mia"):
        REFUSED[what](opened, who)


COUNTED = ("award", "mentoring", "praise", "activity")


def is_shown(who, register):
    """Whether a line of others is read: what everybody reads by support, what rules count."""
    if who.is_program:
        return register in COUNTED
    return who.role == "support" and REGISTERS[register].is_public


@pytest.mark.parametrize("who", APART, ids=lambda who: who.role)
@pytest.mark.parametrize("register", REGISTERS)
def test_who_has_no_part_adds_to_no_register(opened, register, who):
    made = Line(
        register=register, what="x", rep_id="ana", grounds="y", owner="pre", due_on=date(2026, 9, 1)
    )
    with pytest.raises(RefusedError, match=re.escape(told(actor_said(who), "en"))):
        add_line(opened, who, made)
    add_line(opened, HR, made)

    assert len(lines_of(opened, HR, register)) == 1
    assert len(lines_of(opened, who, register)) == is_shown(who, register)


@pytest.mark.parametrize("who", APART, ids=lambda who: who.role)
def test_nothing_of_others_is_listed_for_who_has_no_part(opened, who):
    line = add_line(opened, ANA, OUTING).line
    note_attendance(opened, ANA, line, ["ana"])
    save_view(opened, MIA, VIEW)
    assert own_views(opened, MIA, CYCLE)
    assert promises_owned(opened, MIA)
    begin_meeting(opened, HR, CYCLE, "the others are away")
    for asked in inbox_of(opened, OPS):
        answer(opened, OPS, asked.item, "found")
    walk(opened, "closed")

    counted = [(each.subject.rep_id, each.subject.stage) for each in standings(opened, who, CYCLE)]
    assert counted == ([("ana", "closed"), ("bo", "data_check")] if who.is_program else [])
    assert sessions_of(opened, who, "ana") == []
    assert inbox_of(opened, who) == []
    assert promises_owned(opened, who) == []
    assert attended(opened, who) == {}
    assert own_views(opened, who, CYCLE) == {}


def test_finance_reads_no_line_of_a_register_that_names_them(opened):
    add_line(opened, ANA, replace(HELP, owner="mia"))

    assert len(lines_of(opened, MIA, "support")) == 1
    assert lines_of(opened, APART[0], "support") == []


def test_an_id_that_is_spelled_like_an_office_opens_no_inbox_of_it(opened):
    ask(opened, ANA, (CYCLE, "ana"), "question", "why?", calendar=DAYS)
    for who in (Actor("sales_ops", "rep"), Actor("sales_ops", "manager"), Actor("sales_ops", "hr")):
        assert inbox_of(opened, who) == []
        with pytest.raises(RefusedError):
            answer(opened, who, inbox_of(opened, ANA)[0].item, "because")

    assert len(inbox_of(opened, Actor("anybody", "sales_ops"))) == 2
