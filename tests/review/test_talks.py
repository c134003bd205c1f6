"""Talks over all reps: held, skipped with its reason, missed, and who had none."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from workbench.review.coaching.talks import talk_rows, talks
from workbench.store import Actor, open_store
from workbench.store.coaching.sessions import begin, hold, prepare, skip

HR, UTC = Actor("H1", "hr"), ZoneInfo("UTC")
MIA, MAX = Actor("mia", "manager"), Actor("max", "manager")
REPS = ("ana", "bo", "cem", "dua", "eva")


@pytest.fixture
def store(tmp_path):
    """Ana's was held and the next agreed on; bo's skipped, cem's forgotten, dua's is to come."""
    opened = open_store(f"sqlite:///{tmp_path / 'store.db'}", lambda: datetime(2026, 9, 2, 9))
    held = begin(opened, MIA, prepare(opened, MIA, "ana", "mia", "2026-Q3", date(2026, 9, 1)))
    hold(opened, MIA, held, next_at="2026-09-16T15:00")
    off = prepare(opened, MIA, "bo", "mia", "2026-Q3", date(2026, 9, 1))
    skip(opened, MIA, off, "ill")
    prepare(opened, MAX, "cem", "max", "2026-Q3", date(2026, 9, 1))
    prepare(opened, MAX, "dua", "max", "2026-Q3", date(2026, 9, 30))
    yield opened
    opened.engine.dispose()


def test_hr_sees_over_all_reps_what_took_place(store):
    found = talks(store, HR, REPS, "2026-Q3", date(2026, 9, 20), UTC)

    assert talk_rows(found, "en") == [
        ["ana", "mia", "1", "2026-09-02", "held", ""],
        ["ana", "mia", "", "2026-09-16", "missed", ""],
        ["bo", "mia", "1", "2026-09-01", "skipped", "ill"],
        ["cem", "max", "1", "2026-09-01", "missed", ""],
        ["dua", "max", "1", "2026-09-30", "planned", ""],
        ["eva", "", "", "", "none", ""],
    ]


def test_a_talk_agreed_on_and_prepared_is_told_once(store):
    prepare(store, MIA, "ana", "mia", "2026-Q3", date(2026, 9, 16))
    found = talks(store, HR, ("ana",), "2026-Q3", date(2026, 9, 20), UTC)

    assert [(each.number, each.state) for each in found if each.rep_id == "ana"] == [
        (1, "held"), (2, "missed"),
    ]  # fmt: skip


def test_others_know_of_their_own_talks_alone(store):
    known = talks(store, MAX, (), "2026-Q3", date(2026, 9, 20), UTC)

    assert {each.rep_id for each in known} == {"cem", "dua"}
    assert talks(store, Actor("F1", "finance"), (), "2026-Q3", date(2026, 9, 20), UTC) == []
