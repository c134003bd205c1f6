"""Promises, the inbox, and a whole store carried elsewhere."""

import json
from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from desk import ANA, BO, CYCLE, HR, MIA, OPS, begin
from test_stages import walk

from workbench.errors import (
    ConflictError,
    ParameterError,
    RefusedError,
    SourceError,
    UnknownNameError,
)
from workbench.model.calendar import Calendar
from workbench.model.day import day_of
from workbench.store import Actor, open_store
from workbench.store.entries import Place, read_entries, save_entry
from workbench.store.exchange import backup, export_lines, import_lines
from workbench.store.inbox import answer, ask, asked_as, inbox_of
from workbench.store.promises import Promise, answer_promise, make_promises, promises_of

UTC, DAYS = ZoneInfo("UTC"), Calendar()
CALLS = Promise(
    cycle=CYCLE,
    rep_id="ana",
    owner_id="ana",
    what="每周拜访两家",
    metric="visits",
    baseline="6",
    aim="24",
    due_on=date(2026, 12, 31),
)


@pytest.fixture
def opened(store):
    begin(store)
    return store


def test_a_promise_is_kept_until_it_is_answered(opened):
    (kept,) = make_promises(opened, ANA, [CALLS])
    done = answer_promise(opened, ANA, CYCLE, kept, "done", "26 visits")

    assert promises_of(opened, MIA, CYCLE, "ana") == [done]
    assert kept.is_overdue(date(2027, 1, 1))
    assert not done.is_overdue(date(2027, 1, 1))


def test_a_dropped_promise_names_its_reason_and_nobody_answers_twice(opened):
    (kept,) = make_promises(opened, ANA, [CALLS])
    with pytest.raises(ParameterError, match="say why"):
        answer_promise(opened, ANA, CYCLE, kept, "dropped")
    answer_promise(opened, ANA, CYCLE, kept, "dropped", "客户停产")

    with pytest.raises(ConflictError):
        answer_promise(opened, ANA, CYCLE, kept, "done")


def test_strangers_neither_see_nor_make_promises(opened):
    with pytest.raises(RefusedError):
        make_promises(opened, BO, [CALLS])
    with pytest.raises(RefusedError):
        promises_of(opened, BO, CYCLE, "ana")


def test_a_question_on_a_figure_reaches_sales_ops_with_its_rows(opened):
    about = {"metric": "won_revenue", "value": "1200000", "rows": ["D-1"]}
    item = ask(opened, ANA, (CYCLE, "ana"), "question", "D-1 是我的", about, calendar=DAYS)
    (found,) = inbox_of(opened, OPS)

    assert (found.about, found.owner) == (about, "sales_ops")
    assert found.is_overdue(day_of(found.asked_at, UTC) + timedelta(days=10))
    answer(opened, OPS, item, "分单已补录")
    (found,) = inbox_of(opened, ANA)
    assert (found.state, found.answer) == ("answered", "分单已补录")
    assert found.handling >= timedelta(0)


@pytest.mark.parametrize(
    ("kind", "day"),
    [("question", "2026-10-10"), ("feedback", "2026-10-13"), ("support", "2026-10-13"),
     ("appeal", "2026-10-20")],
)  # fmt: skip
def test_an_answer_is_due_in_working_days_of_the_company(opened, kind, day):
    """Asked as 30 September begins in Shanghai: a week of holidays, then a Saturday that counts."""
    if kind == "appeal":
        walk(opened, "appeal")
    at = replace(opened, clock=lambda: datetime(2026, 9, 29, 16, 30))
    days = Calendar(country="CN", zone="Asia/Shanghai")
    item = ask(at, ANA, (CYCLE, "ana"), kind, "why?", calendar=days)

    assert f"{asked_as(opened, ANA, item).due_on}" == day
    with pytest.raises(UnknownNameError):
        asked_as(opened, BO, item)


def test_who_rated_does_not_answer_the_appeal(opened):
    with pytest.raises(RefusedError, match="once both have signed"):
        ask(opened, ANA, (CYCLE, "ana"), "appeal", "评级没有依据", calendar=DAYS)
    walk(opened, "appeal")
    item = ask(opened, ANA, (CYCLE, "ana"), "appeal", "评级没有依据", calendar=DAYS)

    with pytest.raises(RefusedError, match="addressed to HR"):
        answer(opened, MIA, item, "no")
    for person in ("mia", "ana"):  # who is of HR too, and rated or was rated
        with pytest.raises(RefusedError, match="Somebody else of HR"):
            answer(opened, Actor(person, "hr"), item, "no")
    with pytest.raises(ParameterError, match="granted or refused"):
        answer(opened, HR, item, "重新评级")
    assert inbox_of(opened, BO) == []


def test_feedback_goes_to_whom_it_is_about(opened):
    """From the manager to the rep, from the rep to the manager, from a colleague to the rep."""
    for actor, text in ((MIA, "lead"), (ANA, "rep"), (BO, "colleague"), (HR, "office")):
        ask(opened, actor, (CYCLE, "ana"), "feedback", text, calendar=DAYS)
    owners = {each.text: each.owner for who in (ANA, MIA) for each in inbox_of(opened, who)}

    assert owners == {"lead": "ana", "colleague": "ana", "office": "ana", "rep": "mia"}
    assert [each.text for each in inbox_of(opened, BO)] == ["colleague"]
    with pytest.raises(RefusedError, match="has no part in the cycle"):
        ask(opened, Actor("eve", "rep"), (CYCLE, "ana"), "feedback", "x", calendar=DAYS)
    with pytest.raises(RefusedError):  # a colleague gives feedback and questions nothing
        ask(opened, BO, (CYCLE, "ana"), "question", "x", calendar=DAYS)


def test_an_export_is_a_complete_round_trip(opened, tmp_path):
    save_entry(opened, ANA, Place(CYCLE, "ana", "problems", "problems", "rep"), "“汉”\n🙂", 0)
    make_promises(opened, ANA, [CALLS])
    ask(opened, ANA, (CYCLE, "ana"), "question", "why?", calendar=DAYS)
    walk(opened, "appeal")
    lines = list(export_lines(opened, OPS))
    other = open_store(f"sqlite:///{tmp_path / 'other.db'}")

    assert import_lines(other, OPS, iter(lines)) == len(lines)
    assert list(export_lines(other, OPS)) == lines
    with pytest.raises(ParameterError, match="take a new one"):
        import_lines(other, OPS, iter(lines))
    other.engine.dispose()


def test_after_an_import_writing_goes_on(store, tmp_path):
    first = open_store(f"sqlite:///{tmp_path / 'other.db'}")
    begin(first)
    import_lines(store, OPS, iter(list(export_lines(first, OPS))))
    first.engine.dispose()
    save_entry(store, ANA, Place(CYCLE, "ana", "problems", "problems", "rep"), "x", 0)

    assert len(read_entries(store, ANA, CYCLE, "ana")) == 1


def test_a_broken_line_imports_nothing(store):
    sound = {"at": "2026-01-01T00:00:00", "cycle": "", "rep_id": "", "subject": "", "n": 1}
    line = json.dumps({"table": "audit", "person_id": "a", "role": "hr", "verb": "x", **sound})
    with pytest.raises(SourceError, match="Line 2"):
        import_lines(store, OPS, iter([line, "{not json"]))

    assert list(export_lines(store, OPS)) == []


def test_a_backup_opens_as_a_store(tmp_path):
    store = open_store(f"sqlite:///{tmp_path / 'store.db'}")
    begin(store)
    copy = open_store(f"sqlite:///{backup(store, OPS, tmp_path / 'backup' / 'copy.db')}")

    assert list(export_lines(copy, OPS)) == list(export_lines(store, OPS))
    with pytest.raises(ParameterError, match="already"):
        backup(store, OPS, tmp_path / "backup" / "copy.db")
    store.engine.dispose()
    copy.engine.dispose()
