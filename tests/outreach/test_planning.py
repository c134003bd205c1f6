"""What goes out is what was shown, and only while it is true.

Ana and Bo check their figures by 7 October; Cy leads both.
"""

from dataclasses import replace
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from tests.outreach.conftest import mails, posts
from tests.outreach.test_sending import mail_url
from workbench.errors import ParameterError
from workbench.model.calendar import Calendar
from workbench.model.quiet import loud_from, quiet_hours
from workbench.outreach.messages import messages
from workbench.outreach.planning import mark_of, planned, quiet_until, require_shown, still_true
from workbench.outreach.sending import send_waiting
from workbench.review.cycle.desk import open_desk
from workbench.review.cycle.opening import begin
from workbench.review.cycle.todo import todo
from workbench.store import Actor
from workbench.store.inbox import answer, ask
from workbench.store.moves import advance
from workbench.store.outbox import queue
from workbench.store.registers import Line, add_line, mark_read

assert mails
assert posts
OPS, CYCLE = Actor("O", "sales_ops"), "2026-Q3:quarterly"
ANA, BO, CY = Actor("ana", "rep"), Actor("bo", "rep"), Actor("cy", "manager")
REPS = """
rep_id,name,email,manager_id
ana,Ana,ana@x.cn,cy
bo,Bo,bo@x.cn,cy
cy,Cy,cy@x.cn,
"""
TOML = """
[serve]
address = "https://reviews.x.cn/r"
[outreach]
quiet = "19:00-08:30"
[outreach.channels]
mail = "{mail}"
other = "json://127.0.0.1:9/{{to}}"
group = "json://127.0.0.1:{post}/"
"""


@pytest.fixture
def desk(company, mails, posts):
    made = company(reps=REPS, toml=TOML.format(mail=mail_url(mails.port), post=posts[1]))
    made.freeze()
    opened = at(open_desk(made.workspace, "en"), 6)
    begin(opened, OPS, "2026-Q3", due_on=date(2026, 10, 7), reps=["ana", "bo"], is_ahead=True)
    yield opened
    opened.store.engine.dispose()


def at(desk, day, hour=12):
    return replace(desk, store=replace(desk.store, clock=lambda: datetime(2026, 10, day, hour)))


def send(desk, kind="reminder", channel="mail", between=None):
    asked = (desk, OPS, CYCLE, kind, channel)
    found = planned(*asked)
    queue(desk.store, OPS, found)
    if between:
        between()
    return send_waiting(
        desk.store, desk.workspace.channels, {each.message for each in found}, still_true(*asked),
        lambda: quiet_until(desk)[0],
    )  # fmt: skip


def reached(mails):
    return [to for _, (to,) in mails.recipients]


def test_what_is_no_longer_true_when_its_turn_comes_is_not_sent(desk, mails):
    told = send(desk, between=lambda: advance(desk.store, ANA, CYCLE, "ana", date(2026, 10, 30)))

    assert (told.sent, len(told.withdrawn), reached(mails)) == (1, 1, ["bo@x.cn"])


def test_other_than_was_shown_is_refused(desk):
    mark = mark_of(planned(desk, OPS, CYCLE, "reminder", "mail"))
    require_shown(planned(desk, OPS, CYCLE, "reminder", "mail"), mark)
    advance(desk.store, ANA, CYCLE, "ana", date(2026, 10, 30))

    with pytest.raises(ParameterError, match="no longer what was shown"):
        require_shown(planned(desk, OPS, CYCLE, "reminder", "mail"), mark)


def test_a_second_reminder_when_late_and_none_after_the_deed(desk, mails):
    assert (send(desk).sent, send(desk).sent) == (2, 0)
    advance(desk.store, ANA, CYCLE, "ana", date(2026, 10, 30))
    late = at(desk, 8)

    assert (send(late).sent, send(late).sent) == (1, 0)
    assert reached(mails) == ["ana@x.cn", "bo@x.cn", "bo@x.cn"]


def test_what_another_channel_could_not_send_stays_with_it(desk, mails):
    found = planned(desk, OPS, CYCLE, "reminder", "other")
    failed = [replace(each, recipient="ana") for each in found]
    queue(desk.store, OPS, failed)
    keys = {each.message for each in failed}
    assert len(send_waiting(desk.store, desk.workspace.channels, keys).failed) == 2

    told = send(desk)
    assert (told.sent, told.failed, len(mails.found)) == (2, (), 2)


def test_in_quiet_hours_everything_waits(desk, mails):
    night = at(desk, 6, 19)
    assert (len(send(night).held), reached(mails)) == (2, [])
    assert send(at(desk, 7, 9)).sent == 2


def test_quiet_hours_end_on_the_next_working_day():
    hours, zone = quiet_hours("19:00-08:30"), ZoneInfo("Asia/Shanghai")
    calendar = Calendar(working_weekdays=(0, 1, 2, 3, 4))
    friday, monday = (datetime(2026, 10, day, tzinfo=zone) for day in (16, 19))
    open_again = monday.replace(hour=8, minute=30)

    assert hours == (time(19), time(8, 30))
    assert loud_from(friday.replace(hour=19), hours, calendar) == open_again
    assert loud_from(friday.replace(hour=18), hours, calendar) == friday.replace(hour=18)
    with pytest.raises(ValueError, match="19:00-08:30"):
        quiet_hours("7pm")


def test_a_group_is_told_how_many_and_never_who(desk, posts):
    assert (send(desk, channel="group").sent, send(desk, channel="group").sent) == (1, 0)

    (found,) = posts[0]
    assert found["title"] == "Reviews: 2 steps wait"
    said = f"{found['title']} {found['message']}".lower()
    assert not any(name in said.split() for name in ("ana", "bo", "cy"))


def test_news_goes_to_whom_it_is_for_without_its_words(desk):
    def whom(kind):
        told = messages(desk, OPS, CYCLE, kind, "mail", date(2026, 10, 6))
        assert not any("secret" in each.subject + each.body for each in told)
        assert all("https://reviews.x.cn/r/" in each.body for each in told)
        return [each.recipient for each in told]

    news = add_line(desk.store, OPS, Line(register="announcement", what="secret"))
    mark_read(desk.store, BO, news.line)
    add_line(desk.store, BO, Line(register="praise", what="secret", rep_id="ana", grounds="secret"))
    days = desk.workspace.calendar
    item = ask(desk.store, ANA, (CYCLE, "ana"), "question", "secret?", calendar=days)
    assert whom("answer") == []
    answer(desk.store, OPS, item, "secret")

    assert whom("announcement") == ["ana@x.cn", "cy@x.cn"]
    assert (whom("recognition"), whom("answer")) == (["ana@x.cn"], ["ana@x.cn"])


def test_each_message_and_each_line_of_what_waits_opens_its_page(desk):
    opens = "https://reviews.x.cn/r/write_review?rep=ana&period=2026-Q3"
    (waits,) = todo(desk, ANA)
    bodies = [each.body for each in planned(desk, OPS, CYCLE, "reminder", "mail")]

    assert waits.address == opens
    assert opens in bodies[0]
