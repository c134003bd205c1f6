"""What can be counted of leading: middle half, talks, steps in time, promises, forecasts.

Mia leads six, who reached 60, 70, 80, 90, 100 and 200 % (`tests_team`): the quarters of these lie
at 72.5, 85 and 97.5 %. Kim leads two.
"""

import re
from datetime import date, datetime
from decimal import Decimal

import pytest
from tests_team import KIM, MIA, NORTH

from workbench.i18n import LANGS
from workbench.metrics.disclosure import Middle
from workbench.page.html import blocks_html
from workbench.review.growing.records import Days
from workbench.review.leading import leading_of, written_of
from workbench.review.review import open_review
from workbench.review.sections.leading import leading
from workbench.snapshots import open_snapshot
from workbench.store import Actor
from workbench.store.coaching.sessions import hold, prepare, skip
from workbench.store.moves import advance
from workbench.store.promises import Promise, change_promise, promises_owned

DAY = date(2026, 8, 1)
CYCLE = "2026-Q3:quarterly"


def found(desk, rep="mia"):
    space = desk.workspace
    period = space.calendar.period("2026-Q3")
    return leading_of(open_snapshot(space), space, period, rep, "quarterly")


def talk(desk, clock, rep, at, agreed=(), leader=MIA):
    clock.now = at
    session = prepare(desk.store, leader, rep, leader.person_id, "2026-Q3", at.date())
    return hold(desk.store, leader, session, agreed)


def promise(due_on, owner="mia"):
    return Promise(
        cycle="2026-Q3:coaching:1", rep_id="ana", owner_id=owner, what="x", due_on=due_on
    )


def text(made):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", made))


def test_of_six_members_the_band_their_middle_lies_in_is_told(desk):
    told = found(desk)

    assert (told.members, told.with_figure) == (6, 6)
    assert told.spread == Middle(Decimal(0), Decimal(1))


def test_of_two_members_none_is_told(desk):
    told = found(desk, "kim")

    assert (told.members, told.spread) == (2, None)


def test_talks_count_when_they_were_held_in_the_period_with_members(desk, clock):
    talk(desk, clock, "ana", datetime(2026, 7, 2))
    talk(desk, clock, "ana", datetime(2026, 9, 30, 8))
    talk(desk, clock, "bo", datetime(2026, 8, 1))
    talk(desk, clock, "cy", datetime(2026, 10, 2))  # after the period
    talk(desk, clock, "gil", datetime(2026, 8, 1), leader=KIM)  # another's
    skip(desk.store, MIA, prepare(desk.store, MIA, "di", "mia", "2026-Q3", DAY), "away")

    assert (found(desk).written.talks, found(desk).written.reached) == (3, 2)


def test_own_promises_count_when_they_fell_due_in_the_period(desk, clock):
    mine = [promise(DAY), promise(date(2026, 9, 1)), promise(date(2026, 10, 1))]
    talk(desk, clock, "ana", datetime(2026, 7, 2), [*mine, promise(DAY, owner="ana")])
    with desk.store.writing() as connection:
        kept = next(each for each in promises_owned(desk.store, MIA) if each.due_on == DAY)
        change_promise(desk.store, connection, MIA, kept.cycle, kept, "done", "")

    assert (found(desk).written.kept, found(desk).written.due) == (1, 2)


def test_without_a_store_nothing_is_known_and_that_is_not_0(north_and_south, tmp_path):
    for name in ("reps", "deals", "quotas"):
        (tmp_path / f"{name}.csv").write_bytes((north_and_south / f"{name}.csv").read_bytes())
    (tmp_path / "workbench.toml").write_bytes((north_and_south / "workbench.toml").read_bytes())
    review = open_review("mia", "2026-Q3", str(tmp_path), lang="en", surface="document")

    assert "One-on-ones held — nothing is recorded" in text(
        blocks_html(leading(review), review.lang)
    )


@pytest.mark.parametrize("lang", LANGS)
def test_the_document_of_who_leads_holds_no_value_and_no_name_of_a_member(desk, lang):
    folder = str(desk.workspace.folder)
    review = open_review("mia", "2026-Q3", folder, lang=lang, surface="document")
    told = text(blocks_html(leading(review), review.lang))

    assert {"en": "median 0% to 100%", "zh": "中位数 0%–100%"}[lang] in told
    assert [each for each in ("60%", "200%", "Ana Park", "Flo Park") if each in told] == []
    assert told in text(review.section("results").html)


def test_the_document_of_a_rep_tells_nothing_of_leading(desk):
    review = open_review("ana", "2026-Q3", str(desk.workspace.folder), surface="document")

    assert leading(review) == []


def test_steps_of_reviews_count_as_in_time_by_their_day(desk, clock):
    # Ana's review comes to Mia, due on 20 October; she leaves it on the 21st. Bo's, on the 20th
    for rep, day in (("ana", 21), ("bo", 20)):
        for due_on in (None, date(2026, 10, 20)):  # data check, self review
            advance(desk.store, Actor(rep, "rep"), CYCLE, rep, due_on)
        clock.now = datetime(2026, 10, day, 9)
        advance(desk.store, MIA, CYCLE, rep)
    days = Days(date(2026, 7, 1), date(2026, 10, 1), desk.workspace.time_zone)
    told = written_of(desk.store, days, "mia", NORTH, CYCLE)

    assert (told.on_time, told.steps) == (1, 2)
