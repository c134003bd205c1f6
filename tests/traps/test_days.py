"""Ways in which a day lies: cut in another zone, or counted against somebody else.

A step is due on 5 October. 16:30 UTC of that day is 00:30 of the 6th in Shanghai and 09:30 of the
5th in Los Angeles; 01:00 UTC of the 6th is 18:00 of the 5th in Los Angeles.
"""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pyarrow as pa
import pytest

from workbench.model.day import day_column, day_of, wall_time
from workbench.outreach.messages import messages
from workbench.review.cycle.desk import open_desk
from workbench.review.cycle.opening import begin
from workbench.review.cycle.participation import participation
from workbench.review.cycle.status import status_text
from workbench.review.cycle.todo import todo
from workbench.review.growing.book import Book
from workbench.review.growing.support import answer_times
from workbench.review.pay.from_reviews import participations, review_score, standings_of
from workbench.review.review import open_review
from workbench.store import Actor
from workbench.store.appeals import REFUSED, decide_appeal
from workbench.store.inbox import ask, inbox_of
from workbench.store.moves import advance, reopen
from workbench.store.registers import Line
from workbench.store.schema import cycles, reviews
from workbench.store.signing import sign
from workbench.store.standing import standings

SHANGHAI, ANGELES = "Asia/Shanghai", "America/Los_Angeles"
ANA, MIA = Actor("ana", "rep"), Actor("mia", "manager")
HR, OPS = Actor("H", "hr"), Actor("O", "sales_ops")
CYCLE, PLACE = "2026-Q3:quarterly", ("2026-Q3:quarterly", "ana")
DUE = date(2026, 10, 5)
HEAD = """
[workspace]
default_period = "2026-Q3"
as_of = 2026-09-30
[calendar]
zone = "%s"
"""
REPS = "rep_id,name,manager_id\nana,Ana,mia\nmia,Mia,\n"
PLAN = """
id = "p"
version = "1"
label = { zh = "方案", en = "Plan" }
currency = "CNY"
[[assignments]]
reps = ["ana"]
from = 2026-01-01
[[components]]
id = "review"
label = { zh = "述职按时", en = "Review on time" }
[components.earn]
kind = "table"
mode = "step_bonus"
measure = "participation"
tiers = [{ from = 0, to = 1, amount = 0 }, { from = 1, amount = 800 }]
"""


class Written:
    """A company of Ana and her manager in a zone, its cycle, and a clock that is put forward."""

    def __init__(self, company, zone, due=DUE):
        made = company(head=HEAD % zone, reps=REPS)
        (made.folder / "plans").mkdir()
        (made.folder / "plans" / "p.toml").write_text(PLAN, encoding="utf-8")
        self.now, opened = datetime(2026, 10, 1, 12), open_desk(made.workspace, "en")
        self.desk = replace(opened, store=replace(opened.store, clock=lambda: self.now))
        begin(self.desk, HR, "2026-Q3", due_on=due, reps=["ana"])

    @property
    def store(self):
        return self.desk.store

    @property
    def review(self):
        return open_review("ana", "2026-Q3", str(self.desk.workspace.folder), lang="en")

    @property
    def standing(self):
        return standings(self.store, HR, CYCLE)[0]

    def leave(self, actor, at, due=None):
        self.now = at
        return advance(self.store, actor, *PLACE, due)

    def sign(self, actor, at):
        self.now = at
        return sign(self.store, actor, *PLACE, "agreed")

    def paid(self):
        found = participations(self.review, ANA)["ana"]
        (statement,) = self.review.pay.statements
        return found.value, found.n, statement.amount("gross")

    def part_of(self, actor):
        zone = self.desk.workspace.time_zone
        found = participation(actor, [self.standing], [], self.desk.today, zone, is_complete=True)
        return found.on_time, found.stages

    def walk(self, days_late):
        """Go to the end; Ana on the day of each step, the others later."""
        due = [date(2026, 10, day) for day in (5, 9, 13, 17, 21, 25)]
        noon = [datetime(day.year, day.month, day.day, 4) for day in due]
        late = [at + timedelta(days=days_late) for at in noon]
        self.leave(ANA, noon[0], due[1])
        self.leave(ANA, noon[1], due[2])
        self.leave(MIA, late[2], due[3])
        self.leave(HR, late[3], due[4])
        self.leave(MIA, late[4], due[5])
        self.sign(ANA, noon[5])
        self.sign(MIA, late[5])
        return self


@pytest.fixture
def written(company):
    made = []

    def write(zone=SHANGHAI, due=DUE):
        made.append(Written(company, zone, due))
        return made[-1]

    yield write
    for each in made:
        each.store.engine.dispose()


@pytest.mark.parametrize(
    ("zone", "at", "on_time"),
    [
        (SHANGHAI, datetime(2026, 10, 5, 15, 59), 1),
        (SHANGHAI, datetime(2026, 10, 5, 16, 30), 0),
        (ANGELES, datetime(2026, 10, 5, 16, 30), 1),
        (ANGELES, datetime(2026, 10, 6, 1), 1),
        (ANGELES, datetime(2026, 10, 6, 7), 0),
    ],
)
def test_on_time_is_by_the_companys_day_and_pays_by_it(written, zone, at, on_time):
    made = written(zone)
    made.leave(ANA, at)

    assert made.paid() == (on_time, 1, 800 * on_time)
    assert made.part_of(ANA) == (on_time, 1)
    assert made.standing.is_on_time(ANA, ZoneInfo(zone)) == bool(on_time)
    assert made.desk.status(ANA, CYCLE)[0].took_part.on_time == on_time


@pytest.mark.parametrize(
    ("due", "last"),
    [
        # In New York clocks go forward on 8 March 2026 and back on 1 November: 23 and 25 hours
        (date(2026, 3, 8), datetime(2026, 3, 9, 3, 59, 59)),
        (date(2026, 11, 1), datetime(2026, 11, 2, 4, 59, 59)),
        (date(2026, 11, 2), datetime(2026, 11, 3, 4, 59, 59)),
    ],
)
def test_a_day_of_23_or_25_hours_ends_at_midnight(written, due, last):
    zone = ZoneInfo("America/New_York")
    ends = [day_of(last + timedelta(seconds=n), zone) for n in (0, 1)]
    made = written(str(zone), due)
    made.leave(ANA, last)

    assert ends == [due, due + timedelta(days=1)]
    assert made.paid()[0] == 1


@pytest.mark.parametrize("zone", [SHANGHAI, ANGELES, "Europe/Berlin", "Pacific/Apia"])
def test_a_column_is_cut_as_each_of_its_instants(zone):
    # Every 53 minutes of 2026, and of 2040, where Arrow's tables of summer time have ended
    held = [datetime(year, 1, 1, tzinfo=UTC) + timedelta(minutes=53 * n)
            for year in (2026, 2040) for n in range(9900)]  # fmt: skip
    for instants in (held[:9900], held):
        column = pa.chunked_array([pa.array([*instants, None], pa.timestamp("us", "UTC"))])
        cut = day_column(column, ZoneInfo(zone)).to_pylist()

        assert cut == [*(day_of(at, ZoneInfo(zone)) for at in instants), None]


def test_a_time_of_the_store_is_utc_and_one_people_wrote_is_theirs():
    zone = ZoneInfo(SHANGHAI)

    assert day_of(datetime(2026, 10, 5, 16, 30), zone) == date(2026, 10, 6)
    assert day_of(wall_time("2026-10-05T16:30", zone), zone) == DUE
    assert wall_time("2026-10-05T16:30+00:00", zone).isoformat() == "2026-10-06T00:30:00+08:00"


def test_a_managers_delay_costs_the_rep_nothing(written):
    made = written().walk(days_late=1)

    # the data check, the self-review and the own signature
    assert made.paid() == (1, 3, 800)
    assert made.part_of(ANA) == (3, 3)
    assert made.part_of(MIA) == (0, 3)  # the review, the conversation, the signature
    assert made.part_of(HR) == (0, 1)


def test_a_manager_in_time_earns_the_rep_nothing(written):
    made = written()
    made.leave(ANA, datetime(2026, 10, 6, 4), date(2026, 10, 9))
    made.leave(ANA, datetime(2026, 10, 10, 4), date(2026, 10, 13))
    made.leave(MIA, datetime(2026, 10, 12, 4))

    assert made.paid() == (0, 2, 0)
    assert made.part_of(MIA) == (1, 1)


def test_a_stage_another_left_is_nobodys_act(written):
    made = written()
    made.leave(OPS, datetime(2026, 10, 20, 4), date(2026, 10, 21))  # her data check, for her
    made.leave(ANA, datetime(2026, 10, 21, 4), date(2026, 10, 22))
    made.now = datetime(2026, 10, 30, 4)
    reopen(made.store, HR, *PLACE, "self_review", "a figure was corrected")

    assert made.paid() == (1, 1, 800)
    assert made.part_of(MIA) == (0, 0)  # HR set the review back, long after its day


def test_where_no_own_stage_has_a_day_nothing_is_measured(written):
    made = written(due=None)
    with made.store.writing() as connection:  # as opened by a version that kept no plan
        connection.execute(cycles.update().values(plan=""))
        connection.execute(reviews.update().values(due_on=None))
    made.leave(ANA, datetime(2026, 10, 20, 4))
    made.leave(ANA, datetime(2026, 10, 20, 4), DUE)
    made.leave(MIA, datetime(2026, 10, 20, 4))
    found = participations(made.review, ANA)["ana"]

    assert (found.value, found.reason) == (None, "no_cycle")


def test_a_score_pays_nothing_while_an_appeal_is_open(written):
    made = written()
    for actor in (ANA, ANA, MIA, HR, MIA):
        made.leave(actor, datetime(2026, 10, 1, 4))
    made.sign(ANA, datetime(2026, 10, 1, 4))
    made.sign(MIA, datetime(2026, 10, 1, 4))
    calm = review_score(made.review, standings_of(made.review, Actor.program("pay")))
    ask(
        made.store,
        ANA,
        PLACE,
        "appeal",
        "leave was left out",
        calendar=made.desk.workspace.calendar,
    )
    found = review_score(made.review, standings_of(made.review, Actor.program("pay")))
    decide_appeal(made.store, HR, *PLACE, REFUSED, "looked at")
    after = review_score(made.review, standings_of(made.review, Actor.program("pay")))

    assert (found.value, found.reason) == (None, "appealed")
    assert calm.reason != "appealed"
    assert after == calm


def test_only_who_has_not_signed_is_waited_for_and_reminded(written):
    made = written()
    made.leave(ANA, datetime(2026, 10, 1, 4))
    made.leave(ANA, datetime(2026, 10, 1, 4))
    made.leave(MIA, datetime(2026, 10, 1, 4))
    made.leave(HR, datetime(2026, 10, 1, 4))
    made.leave(MIA, datetime(2026, 10, 1, 4), DUE)
    before = [each.message for each in messages(made.desk, OPS, CYCLE, "reminder", "mail", DUE)]
    made.sign(ANA, datetime(2026, 10, 5, 4))
    after = [each.message for each in messages(made.desk, OPS, CYCLE, "reminder", "mail", DUE)]

    assert [key.split(":")[4] for key in before] == ["ana", "mia"]
    assert after == before[1:]
    assert todo(made.desk, ANA) == []
    assert [(each.what, each.due_on) for each in todo(made.desk, MIA)] == [("manager: sign", DUE)]
    assert "manager: sign" in status_text(made.desk, ANA, CYCLE)


@pytest.mark.parametrize(("zone", "today"), [(SHANGHAI, 6), (ANGELES, 5)])
def test_what_is_late_and_until_when_is_by_the_companys_day(written, zone, today):
    made = written(zone)
    made.now = datetime(2026, 10, 5, 16, 30)
    ask(made.store, ANA, PLACE, "question", "Mine?", calendar=made.desk.workspace.calendar)
    (asked,) = inbox_of(made.store, OPS)
    (waiting,) = todo(made.desk, ANA)

    assert made.desk.today == date(2026, 10, today)
    assert asked.due_on == date(2026, 10, today + 3)
    assert waiting.is_overdue(made.desk.today) == (zone == SHANGHAI)


@pytest.mark.parametrize(("zone", "timely"), [(SHANGHAI, 0), (ANGELES, 1)])
def test_a_request_is_answered_by_its_day_in_the_companys_zone(zone, timely):
    line = Line(
        register="support", what="Samples", owner="mia", due_on=DUE,
        made_at=datetime(2026, 10, 1), ended_at=datetime(2026, 10, 5, 16, 30),
    )  # fmt: skip
    (found,) = answer_times([line], Book(), DUE, ZoneInfo(zone))

    assert (found.answered, found.on_time) == (1, timely)


@pytest.mark.parametrize(("zone", "day"), [(SHANGHAI, "2026-10-06"), (ANGELES, "2026-10-05")])
def test_a_document_shows_the_companys_day_of_a_signature(written, zone, day):
    made = written(zone)
    for actor in (ANA, ANA, MIA, HR, MIA):
        made.leave(actor, datetime(2026, 10, 1, 4))
    made.sign(ANA, datetime(2026, 10, 5, 16, 30))
    shown = "".join(made.review.section(key).html for key in made.review.template.sections)

    assert day in shown
