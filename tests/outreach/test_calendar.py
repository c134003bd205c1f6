"""A talk is one entry of a calendar: moved or cancelled it takes the place of the earlier one.

Ana's talk with Cy is on 14 October at 15:00 in Shanghai, then an hour later, then off.
"""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
import vobject
from icalendar import Calendar

from tests.outreach.test_sending import mail_url
from workbench.errors import ParameterError, RefusedError
from workbench.outreach.messages import messages
from workbench.outreach.sending import send_waiting
from workbench.outreach.talks import talk_file
from workbench.review.cycle.desk import open_desk
from workbench.review.cycle.opening import begin
from workbench.store import Actor
from workbench.store.appointments import agree, cancel
from workbench.store.outbox import queue

OPS, CYCLE = Actor("O", "sales_ops"), "2026-Q3:quarterly"
CY, ANA = Actor("cy", "manager"), ("2026-Q3:quarterly", "ana")
THREE, FOUR = "2026-10-14T15:00:00+08:00", "2026-10-14T16:00:00+08:00"
REPS = """
rep_id,name,email,manager_id
ana,Ana,ana@x.cn,cy
bo,Bo,bo@x.cn,cy
cy,Cy,cy@x.cn,
"""


@pytest.fixture
def desk(company):
    made = company(
        reps=REPS, head='[workspace]\ndefault_period = "2026-Q3"\nas_of = 2026-09-30\n'
        '[calendar]\nzone = "Asia/Shanghai"\n',
    )  # fmt: skip
    made.freeze()
    opened = open_desk(made.workspace, "en")
    opened = replace(opened, store=replace(opened.store, clock=lambda: datetime(2026, 10, 6, 1)))
    begin(opened, OPS, "2026-Q3", reps=["ana", "bo"], is_ahead=True)
    yield opened
    opened.store.engine.dispose()


def three_files(desk):
    agreed = talk_file(desk, agree(desk.store, CY, ANA, "review", THREE), "en")
    moved = talk_file(desk, agree(desk.store, CY, ANA, "review", FOUR), "en")
    return agreed, moved, talk_file(desk, cancel(desk.store, CY, ANA, "review"), "en")


def read_by_icalendar(text):
    calendar = Calendar.from_ical(text)
    (event,) = calendar.walk("VEVENT")
    return {
        "method": str(calendar["method"]), "uid": str(event["uid"]), "n": int(event["sequence"]),
        "stamp": event.decoded("dtstamp"), "start": event.decoded("dtstart"),
        "from": str(event["organizer"]), "to": str(event["attendee"]),
        "zones": len(calendar.walk("VTIMEZONE")), "status": str(event["status"]),
    }  # fmt: skip


def read_by_vobject(text):
    calendar = vobject.readOne(text.decode())
    event = calendar.vevent
    return {
        "method": calendar.method.value, "uid": event.uid.value, "n": int(event.sequence.value),
        "stamp": event.dtstamp.value, "start": event.dtstart.value,
        "from": event.organizer.value, "to": event.attendee.value,
        "zones": len(calendar.vtimezone_list), "status": event.status.value,
    }  # fmt: skip


@pytest.mark.parametrize("read", [read_by_icalendar, read_by_vobject])
def test_a_moved_and_a_cancelled_talk_take_the_place_of_the_earlier(desk, read):
    calendar = {}  # as a calendar keeps them: by uid, the highest sequence wins
    for text in three_files(desk):
        event = read(text)
        if event["n"] >= calendar.get(event["uid"], event)["n"]:
            calendar[event["uid"]] = event
        seen = (event["method"], event["n"], event["start"].astimezone(UTC).hour)
        assert seen in {("REQUEST", 0, 7), ("REQUEST", 1, 8), ("CANCEL", 2, 8)}
        assert (event["from"], event["to"]) == ("mailto:cy@x.cn", "mailto:ana@x.cn")
        assert event["stamp"] == datetime(2026, 10, 6, 1, tzinfo=UTC)
        assert (event["zones"], event["start"].utcoffset()) == (1, timedelta(hours=8))

    (left,) = calendar.values()
    assert (left["status"], left["n"]) == ("CANCELLED", 2)


def test_the_same_time_again_is_no_change(desk):
    first = agree(desk.store, CY, ANA, "review", THREE)
    assert agree(desk.store, CY, ANA, "review", THREE) == first


def test_only_who_leads_and_those_who_run_the_cycle_agree_on_a_talk(desk):
    for who in (Actor("ana", "rep"), Actor("bo", "rep"), Actor("dee", "manager")):
        with pytest.raises(RefusedError):
            agree(desk.store, who, ANA, "review", THREE)
    with pytest.raises(ParameterError, match="No talk with ana"):
        cancel(desk.store, CY, ANA, "review")


def test_the_invitation_is_mailed_with_its_entry_to_both_and_again_when_moved(desk, mails):
    def send():
        found = messages(desk, OPS, CYCLE, "invitation", "mail", date(2026, 10, 6))
        talks = [each for each in found if each.calendar]
        queue(desk.store, OPS, talks)
        keys = {each.message for each in talks}
        return send_waiting(desk.store, {"mail": mail_url(mails.port)}, keys).sent

    agree(desk.store, CY, ANA, "review", THREE)
    assert (send(), send()) == (2, 0)
    agree(desk.store, CY, ANA, "review", FOUR)
    assert send() == 2

    assert [to for _, (to,) in mails.recipients] == ["ana@x.cn", "cy@x.cn"] * 2
    entries = [
        read_by_icalendar(part.get_payload(decode=True))
        for mail in mails.found
        for part in mail.walk()
        if part.get_content_type() == "text/calendar"
    ]
    assert [(each["method"], each["n"]) for each in entries] == [("REQUEST", 0)] * 2 + [
        ("REQUEST", 1)
    ] * 2
