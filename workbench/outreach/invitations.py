"""Invitations: one per conversation, and a recurring one for one-on-ones, as iCalendar."""

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta

from icalendar import Calendar, Event, vCalAddress, vText
from icalendar.prop import vRecur

from workbench.i18n import Lang, message
from workbench.model.day import in_utc, now


@dataclass(frozen=True)
class Agreed:
    """Between whom a talk is, and the how manyeth word on it this is.

    Without the e-mail of who calls it and of who comes it is a file to import, to no one's
    answering; with both it is a request, or the cancelling of one.
    """

    organizer: str = ""  # e-mail of who calls it
    attendee: str = ""  # e-mail of who comes
    sequence: int = 0
    stamp: datetime | None = None  # when this was agreed, UTC; None is now
    is_cancelled: bool = False

    @property
    def method(self) -> str:
        """Say what a calendar is to do with it."""
        if self.is_cancelled:
            return "CANCEL"
        return "REQUEST" if self.organizer and self.attendee else "PUBLISH"


def conversation(
    cycle: str,
    rep_id: str,
    name: str,
    start: datetime,
    lang: Lang,
    minutes: int = 60,
    agreed: Agreed = Agreed(),
) -> bytes:
    """Invite to the conversation of a review; `start` carries its zone. The UID is stable."""
    title = message("invite-review", lang, name=name, period=cycle.partition(":")[0])
    return _calendar(f"{cycle}:{rep_id}", title, start, minutes, agreed)


def one_on_ones(
    rep_id: str,
    name: str,
    start: datetime,
    lang: Lang,
    weeks: int = 2,
    count: int = 12,
    agreed: Agreed = Agreed(),
) -> bytes:
    """Invite to regular one-on-ones, every `weeks` weeks, at the same local time all year."""
    title = message("invite-one-on-one", lang, name=name)
    rule = vRecur({"FREQ": "WEEKLY", "INTERVAL": weeks, "COUNT": count})
    return _calendar(f"one-on-one:{rep_id}", title, start, 30, agreed, rule)


def coaching_session(
    key: str,
    name: str,
    start: datetime,
    lang: Lang,
    minutes: int = 45,
    agreed: Agreed = Agreed(),
) -> bytes:
    """Invite to the session after one; `key` names the one it was agreed in."""
    title = message("invite-coaching", lang, name=name)
    return _calendar(f"{key}:next", title, start, minutes, agreed)


def _calendar(
    key: str, title: str, start: datetime, minutes: int, agreed: Agreed, rule: vRecur | None = None
) -> bytes:
    calendar = Calendar()
    calendar.add("prodid", "-//rep-review-workbench//")
    calendar.add("version", "2.0")
    calendar.add("method", agreed.method)
    event = Event()
    event.add("uid", f"{hashlib.sha256(key.encode()).hexdigest()[:32]}@rep-review-workbench")
    event.add("summary", vText(title))
    event.add("dtstamp", in_utc(agreed.stamp or now()).replace(microsecond=0))
    event.add("dtstart", start)
    event.add("dtend", start + timedelta(minutes=minutes))
    event.add("sequence", agreed.sequence)
    event.add("status", "CANCELLED" if agreed.is_cancelled else "CONFIRMED")
    _add_parties(event, agreed)
    if rule is not None:
        event.add("rrule", rule)
    calendar.add_component(event)
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def _add_parties(event: Event, agreed: Agreed) -> None:
    if agreed.organizer:
        event.add("organizer", vCalAddress(f"mailto:{agreed.organizer}"))
    if agreed.attendee:
        attendee = vCalAddress(f"mailto:{agreed.attendee}")
        attendee.params["RSVP"] = vText("TRUE")
        attendee.params["PARTSTAT"] = vText("NEEDS-ACTION")
        event.add("attendee", attendee)
