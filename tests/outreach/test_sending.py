"""Messages reach a real mail server and a real receiver, once each, crash or not."""

import re
import shutil
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from workbench.errors import ParameterError, RefusedError, UnknownNameError
from workbench.outreach.invitations import conversation, one_on_ones
from workbench.outreach.messages import messages
from workbench.outreach.sending import send_waiting
from workbench.review.cycle.desk import open_desk
from workbench.review.cycle.opening import begin
from workbench.sources.workspace import open_workspace
from workbench.store import Actor
from workbench.store.outbox import Message, claim, queue, waiting

OPS, CYCLE = Actor("O", "sales_ops"), "2026-Q3:quarterly"
TOLD = Message(
    message="invitation:R01",
    cycle=CYCLE,
    rep_id="R01",
    channel="mail",
    recipient="r01@example.com",
    subject="2026-Q3 述职开始",
    body="李娜，您好 🙂",
)


def mail_url(port):
    return f"mailto://127.0.0.1:{port}?from=hr@example.com&to={{to}}&mode=insecure"


def test_a_mail_arrives_once_with_its_chinese_subject(store, mails):
    assert queue(store, OPS, [TOLD, TOLD]) == 1
    channels = {"mail": mail_url(mails.port)}
    assert send_waiting(store, channels).sent == 1
    assert send_waiting(store, channels).sent == 0
    assert queue(store, OPS, [TOLD]) == 0

    (found,) = mails.found
    assert found["subject"] == "2026-Q3 述职开始"
    assert "r01@example.com" in found["to"]
    assert "李娜，您好 🙂" in found.get_body(("plain", "html")).get_content()


def test_a_post_arrives_and_what_failed_is_tried_again(store, posts):
    found, port = posts
    queue(store, OPS, [TOLD])
    down = send_waiting(store, {"mail": "json://127.0.0.1:9/"})
    assert (down.sent, down.failed) == (0, ("invitation:R01",))
    assert waiting(store)[0].error
    assert send_waiting(store, {"mail": f"json://127.0.0.1:{port}/"}).sent == 1

    assert found[0]["title"] == "2026-Q3 述职开始"
    assert waiting(store)[0].attempts == 2


def test_a_message_a_dead_process_held_is_told_and_not_doubled(store, posts):
    found, port = posts
    queue(store, OPS, [TOLD])
    claim(store, TOLD.message)  # then the process died, before or after sending: nobody knows
    told = send_waiting(store, {"mail": f"json://127.0.0.1:{port}/"})

    assert (told.sent, told.unknown) == (0, ("invitation:R01",))
    assert found == []


def test_who_may_send_and_over_what(store, monkeypatch):
    with pytest.raises(RefusedError):
        queue(store, Actor("R01", "rep"), [TOLD])
    queue(store, OPS, [TOLD])
    with pytest.raises(UnknownNameError, match="channel 'mail'"):
        send_waiting(store, {"letter": "json://127.0.0.1:9/"})
    monkeypatch.delenv("NO_SUCH_KEY", raising=False)
    with pytest.raises(ParameterError, match="NO_SUCH_KEY"):
        send_waiting(store, {"mail": "wecombot://${NO_SUCH_KEY}"})
    assert waiting(store)[0].state == "queued"


def test_messages_of_a_cycle_name_no_figure_and_nobody_else(tmp_path, shipped):
    folder = tmp_path / "demo"
    shutil.copytree(shipped, folder, ignore=shutil.ignore_patterns("store.*"))
    desk = open_desk(open_workspace(folder), "zh")
    begin(desk, OPS, "2026-Q3", due_on=date(2026, 10, 7), reps=["R01", "R07"])
    invited = messages(desk, OPS, CYCLE, "invitation", "mail", date(2026, 10, 1))
    early = messages(desk, OPS, CYCLE, "reminder", "mail", date(2026, 10, 1))
    late = messages(desk, OPS, CYCLE, "reminder", "mail", date(2026, 10, 6))
    ready = messages(desk, OPS, CYCLE, "ready", "mail", date(2026, 10, 6))
    desk.store.engine.dispose()

    assert [each.recipient for each in invited] == ["r01@example.com", "r07@example.com"]
    assert "述职" in invited[0].subject
    assert invited[1].subject.startswith("Your 2026-Q3 review")
    assert (early, len(late), ready) == ([], 2, [])
    assert not any(re.search(r"[¥￥%]|万", each.body) for each in [*invited, *late])


def test_an_invitation_holds_its_local_time_through_summer_time():
    start = datetime(2026, 10, 14, 15, 0, tzinfo=ZoneInfo("Europe/Berlin"))
    one = Calendar.from_ical(conversation(CYCLE, "R01", "李娜", start, "zh"))
    many = Calendar.from_ical(one_on_ones("R01", "李娜", start, "zh"))
    (event,), (series,) = one.walk("VEVENT"), many.walk("VEVENT")

    assert event["summary"] == "述职面谈：李娜，2026-Q3"
    assert event.decoded("dtstart") == start
    assert one.walk("VTIMEZONE")
    assert series["rrule"]["COUNT"] == [12]
    again = Calendar.from_ical(conversation(CYCLE, "R01", "李娜", start, "zh"))
    assert again.walk("VEVENT")[0]["uid"] == event["uid"]
