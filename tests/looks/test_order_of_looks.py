"""Whatever is looked at, and in whichever order: what is read later is as if nobody had looked."""

import re
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from workbench.errors import SnapshotError
from workbench.review.quality.trend import trend_of
from workbench.snapshots import current_snapshot, freeze, open_snapshot
from workbench.snapshots.facts import facts_folder, rules_of
from workbench.snapshots.kept import earlier_days, is_state, latest
from workbench.snapshots.sightings import earlier_states, sightings
from workbench.snapshots.some_facts import some_facts
from workbench.snapshots.source_record import read_record, write_record
from workbench.sources.workspace import open_workspace
from workbench.widgets.data_quality import open_data_quality

TODAY = datetime.now(UTC).date()
FIRST, SECOND = TODAY - timedelta(days=40), TODAY - timedelta(days=10)
BEFORE, BETWEEN, AFTER = (TODAY + timedelta(days=n) for n in (-60, -20, 30))
DAYS = (BEFORE, FIRST, BETWEEN, SECOND, TODAY, AFTER)
# One open deal: a column nobody reads is added, then its close is put off and its amount grows
FILES = {
    FIRST: f"deal_id,rep_id,amount,created_on,close_on\nD1,ana,100,{BEFORE},{TODAY}\n",
    SECOND: f"deal_id,rep_id,amount,created_on,close_on,mood\nD1,ana,100,{BEFORE},{TODAY},hot\n",
    TODAY: f"deal_id,rep_id,amount,created_on,close_on,mood\nD1,ana,250,{BEFORE},{AFTER},hot\n",
}
TOML = """
[workspace]
default_period = "{year}"
as_of = {day}
[tables.reps]
file = "reps.csv"
[tables.deals]
file = "deals.csv"
constants = {{ stage = "Offer", is_closed = "false", is_won = "false" }}
"""


class Company:
    """One rep and one deal, whose day the clock says or workbench.toml."""

    def __init__(self, folder, *, by_clock):
        self.folder, self.by_clock = folder, by_clock
        (folder / "reps.csv").write_text("rep_id,name\nana,Ana\n")
        self.tell_day(FIRST, by_clock=by_clock)

    @property
    def workspace(self):
        return open_workspace(self.folder)

    @property
    def period(self):
        return self.workspace.calendar.period(str(TODAY.year))

    def tell_day(self, day, *, by_clock=False):
        text = TOML.format(year=TODAY.year, day=day)
        text = re.sub("as_of = .*\n", "", text) if by_clock else text
        (self.folder / "workbench.toml").write_text(text)

    def edit(self, day):
        (self.folder / "deals.csv").write_text(FILES[day])

    def live(self, day):
        """Freeze the company's own day as if today were that day."""
        self.tell_day(day)
        started = datetime.now(UTC)
        folder = freeze(self.workspace).folder
        self.tell_day(day, by_clock=self.by_clock)
        record, noon = read_record(folder), datetime.combine(day, time(12), tzinfo=UTC)
        times = {name: getattr(record, name) for name in ("first_at", "last_at")}
        then = {name: noon if at >= started else at for name, at in times.items()}
        write_record(
            folder, replace(record, day_by="clock" if self.by_clock else "workspace", **then)
        )


def told(made):
    """Give all that a later read may see, from the latest snapshot on."""
    space, period = made.workspace, made.period
    snapshot = open_snapshot(space)
    seen = sightings(snapshot, earlier_states(snapshot))
    return {
        "latest": (snapshot.address, latest(space).day_by, current_snapshot(space).address),
        "state": is_state(snapshot),
        "states": [each.address for each in earlier_states(snapshot)],
        "days": [each.address for each in earlier_days(snapshot)],
        "unused": [each.unmapped("deals") for each in [*earlier_days(snapshot), snapshot]],
        "trend": trend_of(snapshot),
        "sightings": None if seen is None else seen.to_pylist(),
        "key": (facts_folder(snapshot, space, period).name, rules_of(snapshot, space)),
        "facts": some_facts(snapshot, space, period, ("open_pipeline", "push_count")).to_pylist(),
    }  # fmt: skip


def figures(space, day):
    snapshot = open_snapshot(space, day)
    some_facts(
        snapshot, space, space.calendar.period(str(TODAY.year)), ("open_pipeline", "push_count")
    )


def turn_pages(space, day):
    """Open data quality of a day, and turn to every other day it offers."""
    page = open_data_quality(day.isoformat(), str(space.folder))
    for each in page.day.options:
        page.day.value = each


LOOKS = {
    "freeze": freeze,
    "current": current_snapshot,
    "frozen": lambda space, day: current_snapshot(space, day, is_frozen=True),
    "open": open_snapshot,
    "figures": figures,
    "trend": lambda space, day: trend_of(open_snapshot(space, day)),
    "pages": turn_pages,
}


def look(made, looks, *, own=None):
    for name, day in looks:
        if day != own:  # that day is the company's own: nobody looks back or ahead at it
            with suppress(SnapshotError):  # there may be no snapshot to answer from
                LOOKS[name](made.workspace, day)


def story(by_clock, looks):
    """Live through the company's own days, looking before and after the source changed."""
    found = []
    with TemporaryDirectory() as folder:
        made, own = Company(Path(folder), by_clock=by_clock), None if by_clock else FIRST
        for number, day in enumerate((FIRST, SECOND, TODAY)):
            made.edit(day)
            look(made, looks[2 * number], own=own)
            made.live(day)
            found.append(told(made))
            look(made, looks[2 * number + 1])
            own = None if by_clock else day
        found.append(told(made))
    return found


@cache
def unseen(by_clock):
    return story(by_clock, [[]] * 6)


LOOK = st.tuples(st.sampled_from(sorted(LOOKS)), st.sampled_from(DAYS))


@given(by_clock=st.booleans(), looks=st.lists(st.lists(LOOK, max_size=3), min_size=6, max_size=6))
@example(by_clock=True, looks=[[], [], [], [], [("figures", TODAY)], []])
@example(by_clock=False, looks=[[("figures", SECOND), ("figures", TODAY)]] * 6)
@example(by_clock=True, looks=[[("freeze", FIRST), ("freeze", SECOND)]] * 6)
@settings(
    max_examples=8, deadline=None, derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)  # fmt: skip
def test_no_order_of_looks_changes_what_is_read_later(by_clock, looks):
    for number, (found, alone) in enumerate(
        zip(story(by_clock, looks), unseen(by_clock), strict=True)
    ):
        assert found == alone, f"at point {number}"
