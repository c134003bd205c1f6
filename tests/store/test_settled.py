"""What a promise came to is kept with its first answer, and moves no more."""

import json
from dataclasses import replace
from datetime import date, datetime

import pytest
from desk import ANA, CYCLE, OPS, begin

from workbench.store import open_store
from workbench.store.came_to import CameTo
from workbench.store.exchange import export_lines, import_lines
from workbench.store.promises import Promise, answer_promise, make_promises, promises_of

JUNE, SEPTEMBER = datetime(2026, 6, 10, 8), datetime(2026, 9, 1, 8)
CAME = CameTo("3", 3, date(2026, 6, 10), "abc")
LATER = CameTo("9", 9, date(2026, 9, 1), "def")
NEW = ("baseline_on", "answered_at", "came_to", "came_to_n", "came_on", "came_from")


@pytest.fixture
def kept(store):
    begin(store)
    asked = Promise(
        cycle=CYCLE, rep_id="ana", owner_id="ana", what="Two meetings a month", metric="meetings",
        baseline="2", baseline_on=date(2026, 3, 31), due_on=date(2026, 12, 31),
    )  # fmt: skip
    (made,) = make_promises(store, ANA, [asked])
    return made


def said(store, kept, state, at, came=None, reason=""):
    return answer_promise(replace(store, clock=lambda: at), ANA, CYCLE, kept, state, reason, came)


def settled(kept):
    return kept.answered_at, kept.came_to, kept.came_to_n, kept.came_on, kept.came_from


def test_the_first_answer_keeps_the_figure_and_its_day(store, kept):
    said(store, kept, "done", JUNE, CAME)
    (found,) = promises_of(store, ANA, CYCLE, "ana")

    assert settled(found) == (JUNE, "3", 3, date(2026, 6, 10), "abc")


@pytest.mark.parametrize("state", ["done", "dropped"])
def test_what_is_said_later_moves_neither(store, kept, state):
    done = said(store, kept, "done", JUNE, CAME)
    said(store, done, state, SEPTEMBER, LATER, "in other words")
    (found,) = promises_of(store, ANA, CYCLE, "ana")

    assert (found.state, found.reason) == (state, "in other words")
    assert settled(found) == settled(done)


def test_one_opened_again_forgets_both_until_it_is_answered_anew(store, kept):
    done = said(store, kept, "done", JUNE, CAME)
    opened = said(store, done, "open", JUNE)
    assert settled(opened) == (None, "", None, None, "")
    said(store, opened, "done", SEPTEMBER, LATER)
    (found,) = promises_of(store, ANA, CYCLE, "ana")

    assert settled(found) == (SEPTEMBER, "9", 9, date(2026, 9, 1), "def")


def test_the_trail_tells_what_was_kept_and_what_was_forgotten(store, kept):
    done = said(store, kept, "done", JUNE, CAME)
    said(store, said(store, done, "done", JUNE, LATER, "why"), "open", JUNE)
    with store.reading() as connection:
        trail = connection.exec_driver_sql(
            "SELECT before, after FROM audit WHERE verb = 'measure' ORDER BY n"
        ).all()
    told = [tuple(json.loads(part)["came_to"] for part in row) for row in trail]

    assert told == [("", "3"), ("3", "")]


def older(lines):
    """Write an export as the version before wrote it."""
    for line in lines:
        row = json.loads(line)
        yield json.dumps({key: row[key] for key in row if key not in NEW})


def test_an_older_export_tells_the_days_by_its_trail(store, kept, tmp_path):
    opened = said(store, said(store, kept, "done", JUNE), "open", JUNE)
    done = said(store, opened, "done", SEPTEMBER)
    said(store, done, "done", datetime(2026, 9, 9), reason="in other words")
    other = open_store(f"sqlite:///{tmp_path / 'other.db'}")
    import_lines(other, OPS, older(export_lines(store, OPS)))
    (found,) = promises_of(other, ANA, CYCLE, "ana")
    other.engine.dispose()

    assert found.answered_at == SEPTEMBER
    assert found.baseline_on == date(2026, 9, 30)  # of the snapshot its review was pinned to
    assert found.came_to == ""
