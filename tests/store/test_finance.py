"""Who acts as finance has no part in reviews: no words, no registers, no inbox of others."""

from dataclasses import replace
from datetime import date
from zoneinfo import ZoneInfo

import pytest
from desk import ANA, CYCLE, HR, MIA, begin
from test_stages import walk

from workbench.errors import RefusedError
from workbench.store import Actor
from workbench.store.attendance import attended, note_attendance
from workbench.store.calibration import Adjustment, View, adjust, laid_open, save_view
from workbench.store.coaching.sessions import prepare, sessions_of
from workbench.store.coaching.words import read_words
from workbench.store.cycles import delegate, read_subject, standings
from workbench.store.entries import Place, read_entries, save_entry
from workbench.store.goals import Goal, goals_of, save_goal
from workbench.store.inbox import answer, ask, inbox_of
from workbench.store.meeting import begin_meeting, meeting_of
from workbench.store.moves import advance, reopen
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
from workbench.store.rules import STAGES, Subject, may_advance, may_audit, may_see
from workbench.store.signing import sign, signatures_of
from workbench.store.upward import upward

UTC = ZoneInfo("UTC")
FIN = Actor("mia", "finance")  # the manager herself, who acts as finance
PLACE = Place(CYCLE, "ana", "problems", "problems", "rep")
PRAISE = Line(register="praise", what="thanks", rep_id="ana", grounds="took over two calls")
HELP = Line(register="support", what="A demo", rep_id="ana", owner="pre", due_on=date(2026, 9, 1))
NEWS = Line(register="announcement", what="Goals of Q4")
OUTING = Line(register="activity", what="A visit", due_on=date(2026, 9, 1))
PROMISE = Promise(cycle=CYCLE, rep_id="ana", owner_id="ana", what="Two visits")
GOAL = Goal(period="2026-Q3", owner_id="ana", what="Two new customers")


@pytest.fixture
def opened(store):
    """A cycle where something of each kind stands."""
    begin(store)
    save_entry(store, ANA, PLACE, "mine", 0)
    make_promises(store, ANA, [PROMISE])
    save_goal(store, ANA, GOAL)
    ask(store, ANA, (CYCLE, "ana"), "question", "why?", zone=UTC)
    prepare(store, MIA, "ana", "mia", "2026-Q3", date(2026, 9, 1))
    return store


@pytest.mark.parametrize("stage", STAGES)
def test_finance_is_a_stranger_to_a_review_at_every_stage(stage):
    subject = Subject(CYCLE, "ana", "mia", "", stage)

    assert not may_see(FIN, subject)
    assert not may_advance(FIN, subject)
    assert not may_audit(FIN)


REFUSED = {
    "a review": lambda store: read_subject(store, FIN, CYCLE, "ana"),
    "its words": lambda store: read_entries(store, FIN, CYCLE, "ana"),
    "to write": lambda store: save_entry(store, FIN, PLACE, "theirs", 1),
    "to move on": lambda store: advance(store, FIN, CYCLE, "ana"),
    "to reopen": lambda store: reopen(store, FIN, CYCLE, "ana", "data_check", "why"),
    "to delegate": lambda store: delegate(store, FIN, CYCLE, "ana", "max"),
    "to sign": lambda store: sign(store, FIN, CYCLE, "ana", "agreed"),
    "signatures": lambda store: signatures_of(store, FIN, CYCLE, "ana"),
    "promises": lambda store: promises_of(store, FIN, CYCLE, "ana"),
    "to promise": lambda store: make_promises(store, FIN, [PROMISE]),
    "to ask": lambda store: ask(store, FIN, (CYCLE, "ana"), "question", "why?", zone=UTC),
    "goals": lambda store: goals_of(store, FIN, "2026-Q3"),
    "to set a goal": lambda store: save_goal(store, FIN, replace(GOAL, owner_id="mia")),
    "upward feedback": lambda store: upward(store, FIN, CYCLE),
    "a view": lambda store: save_view(
        store, FIN, View(cycle=CYCLE, rep_id="ana", person_id="", level=1, growth=1, reason="x")
    ),
    "the meeting": lambda store: meeting_of(store, FIN, CYCLE),
    "to begin it": lambda store: begin_meeting(store, FIN, CYCLE),
    "views": lambda store: laid_open(store, FIN, CYCLE),
    "to adjust": lambda store: adjust(
        store, FIN, Adjustment(cycle=CYCLE, rep_id="ana", level_before=1, level_after=2,
                               growth_before=1, growth_after=1, reason="x"),
    ),
    "a session": lambda store: prepare(store, FIN, "ana", "mia", "2026-Q3", date(2026, 9, 1)),
    "its notes": lambda store: read_words(store, FIN, sessions_of(store, MIA, "ana")[0]),
    "messages": lambda store: queue(store, FIN, []),
    "an announcement": lambda store: mark_read(store, FIN, add_line(store, HR, NEWS).line),
    "who has read": lambda store: readers(store, FIN, add_line(store, HR, NEWS).line),
    "to note others": lambda store: note_attendance(
        store, FIN, add_line(store, ANA, OUTING).line, ["ana"]
    ),
    "another's request": lambda store: end_line(store, FIN, add_line(store, ANA, HELP).line, "x"),
    "another's question": lambda store: answer(
        store, FIN, inbox_of(store, ANA)[0].item, "because"
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", REFUSED)
def test_finance_is_refused(opened, what):
    with pytest.raises(RefusedError, match="mia"):
        REFUSED[what](opened)


@pytest.mark.parametrize("register", REGISTERS)
def test_finance_adds_to_no_register_and_reads_none(opened, register):
    made = Line(
        register=register, what="x", rep_id="ana", grounds="y", owner="pre", due_on=date(2026, 9, 1)
    )
    with pytest.raises(RefusedError, match="finance"):
        add_line(opened, FIN, made)
    add_line(opened, HR, made)

    assert len(lines_of(opened, HR, register)) == 1
    assert lines_of(opened, FIN, register) == []


def test_nothing_of_others_is_listed_for_finance(opened):
    line = add_line(opened, ANA, OUTING).line
    note_attendance(opened, ANA, line, ["ana"])
    walk(opened, "closed")

    assert standings(opened, FIN, CYCLE) == []
    assert sessions_of(opened, FIN, "ana") == []
    assert inbox_of(opened, FIN) == []
    assert promises_owned(opened, FIN) == []
    assert attended(opened, FIN) == {}
