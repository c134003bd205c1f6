"""The latest snapshot is the newest freezing of the company's own day; no look moves it."""

import shutil
from datetime import UTC, date, datetime, timedelta

import pytest

from workbench.snapshots import current_snapshot, freeze, open_snapshot
from workbench.snapshots.facts import period_facts
from workbench.snapshots.kept import days_of, earlier_days, earlier_states

DEALS = """
deal_id,rep_id,amount,is_closed,is_won,created_on,close_on
D1,ana,100,true,true,2026-05-01,2026-08-01
D2,ana,10,true,true,2026-05-01,2026-09-15
D3,ana,7,false,false,2026-05-01,2026-12-01
"""
BY_CLOCK = '[workspace]\ndefault_period = "2026-Q3"\n'
BEFORE, AFTER = date(2026, 8, 31), date(2026, 12, 31)


def won(made, snapshot):
    workspace = made.workspace
    facts = period_facts(snapshot, workspace, workspace.calendar.period("2026-Q3"), "ana").facts
    rows = facts.to_pylist()
    return next(row["value"] for row in rows if row["metric"] == "won_revenue" and not row["by"])


@pytest.mark.parametrize("day", [BEFORE, AFTER])
@pytest.mark.parametrize("look", [freeze, current_snapshot, open_snapshot])
def test_a_look_at_another_day_rewinds_nobody(company, day, look):
    made = company(DEALS)
    own = current_snapshot(made.workspace)
    looked = look(made.workspace, day)

    assert looked.as_of == day
    assert current_snapshot(made.workspace).hash == own.hash
    assert open_snapshot(made.workspace).hash == own.hash
    assert won(made, open_snapshot(made.workspace)) == 110


@pytest.mark.parametrize("day", [BEFORE, AFTER])
def test_without_a_day_of_its_own_a_company_has_the_newest_not_asked_for(company, day):
    made = company(DEALS, head=BY_CLOCK)
    own = current_snapshot(made.workspace)
    freeze(made.workspace, day)

    assert open_snapshot(made.workspace).hash == own.hash
    assert current_snapshot(made.workspace).hash == own.hash


def test_a_look_alone_is_not_the_latest(company):
    made = company(DEALS, head=BY_CLOCK)
    freeze(made.workspace, BEFORE)

    assert open_snapshot(made.workspace).as_of == datetime.now(UTC).date()


def test_a_look_at_a_kept_day_takes_nothing_from_it(company):
    made = company(DEALS, head=BY_CLOCK)
    own = current_snapshot(made.workspace)
    freeze(made.workspace, own.as_of)  # the same day and content, asked for

    assert open_snapshot(made.workspace).hash == own.hash
    assert current_snapshot(made.workspace).hash == own.hash


def test_a_look_back_is_no_history(company):
    made = company(DEALS)
    made.freeze()
    without = made.reason("push_count")
    freeze(made.workspace, BEFORE)
    freeze(made.workspace, date(2026, 6, 30))

    assert made.reason("push_count") == without == "no_course"
    assert earlier_states(made.freeze()) == []
    assert earlier_days(made.freeze()) == []


def test_a_look_at_yesterday_is_no_history_though_it_is_near(company):
    made = company(DEALS, head=BY_CLOCK)
    own = made.freeze()
    freeze(made.workspace, own.as_of - timedelta(days=1))

    assert earlier_states(own) == []


def test_the_companys_own_day_frozen_long_after_is_no_history_either(company):
    made = company(DEALS)
    toml = made.folder / "workbench.toml"
    text = toml.read_text()
    toml.write_text(text.replace("2026-09-30", "2026-08-31"))
    made.freeze()
    toml.write_text(text)

    assert earlier_states(made.freeze()) == []
    assert [each.as_of for each in earlier_days(made.freeze())] == [BEFORE]


def test_what_was_seen_on_its_day_is_history(company):
    made = company(DEALS)
    made.seen_on(BEFORE)

    assert [each.as_of for each in earlier_states(made.freeze())] == [BEFORE]


def test_a_day_that_was_seen_answers_as_it_was_seen(company):
    made = company(DEALS)
    seen = made.seen_on(BEFORE)
    company(DEALS.replace("D1,ana,100", "D1,ana,900"))

    assert current_snapshot(made.workspace, BEFORE).hash == seen.hash
    assert won(made, current_snapshot(made.workspace, BEFORE)) == 100


def test_a_day_that_was_not_seen_answers_from_the_source_as_it_is(company):
    made = company(DEALS)
    before = won(made, current_snapshot(made.workspace, BEFORE))
    company(DEALS.replace("D1,ana,100", "D1,ana,900"))

    assert (before, won(made, current_snapshot(made.workspace, BEFORE))) == (100, 900)


def test_a_pointer_of_an_earlier_version_points_nowhere(company):
    made = company(DEALS)
    own = made.freeze()
    looked = freeze(made.workspace, BEFORE)
    (made.folder / "snapshots" / "latest").write_text(f"2026-08-31/{looked.folder.name}\n")

    assert open_snapshot(made.workspace).hash == own.hash
    assert days_of(made.workspace) == [BEFORE, date(2026, 9, 30)]


@pytest.mark.parametrize("name", ["2026-09-30-old", "copy-of-2026", "abcd-ef-gh", "2026-13-01"])
def test_a_folder_somebody_put_beside_the_days_spoils_nothing(company, name):
    made = company(DEALS)
    own = made.freeze()
    shutil.copytree(own.folder.parent, made.folder / "snapshots" / name)

    assert days_of(made.workspace) == [own.as_of]
    assert current_snapshot(made.workspace).hash == own.hash
    assert earlier_days(own) == []


def test_old_looks_ahead_are_not_the_latest_where_the_clock_says_the_day(company):
    # Of a version that did not say whose day it was: frozen on its day, or else looked at
    made = company(DEALS, head=BY_CLOCK)
    today = datetime.now(UTC).date()
    ahead, own = freeze(made.workspace, today + timedelta(days=40)), freeze(made.workspace)
    for each in (ahead, own):
        (each.folder / "source.json").unlink()

    assert open_snapshot(made.workspace).hash == own.hash
