"""Invitations: one per conversation, and a recurring one for one-on-ones, as iCalendar."""

import hashlib
from datetime import datetime, timedelta

from icalendar import Calendar, Event, vText
from icalendar.prop import vRecur

from workbench.i18n import Lang, message


def conversation(
    cycle: str, rep_id: str, name: str, start: datetime, lang: Lang, minutes: int = 60
) -> bytes:
    """Invite to the conversation of a review; `start` carries its zone. The UID is stable."""
    title = message("invite-review", lang, name=name, period=cycle.partition(":")[0])
    return _calendar(f"{cycle}:{rep_id}", title, start, minutes)


def one_on_ones(
    rep_id: str, name: str, start: datetime, lang: Lang, weeks: int = 2, count: int = 12
) -> bytes:
    """Invite to regular one-on-ones, every `weeks` weeks, at the same local time all year."""
    title = message("invite-one-on-one", lang, name=name)
    rule = vRecur({"FREQ": "WEEKLY", "INTERVAL": weeks, "COUNT": count})
    return _calendar(f"one-on-one:{rep_id}", title, start, 30, rule)


def coaching_session(key: str, name: str, start: datetime, lang: Lang, minutes: int = 45) -> bytes:
    """Invite to the session after one; `key` names the one it was agreed in."""
    title = message("invite-coaching", lang, name=name)
    return _calendar(f"{key}:next", title, start, minutes)


def _calendar(
    key: str, title: str, start: datetime, minutes: int, rule: vRecur | None = None
) -> bytes:
    calendar = Calendar()
    calendar.add("prodid", "-//rep-review-workbench//")
    calendar.add("version", "2.0")
    event = Event()
    event.add("uid", f"{hashlib.sha256(key.encode()).hexdigest()[:32]}@rep-review-workbench")
    event.add("summary", vText(title))
    event.add("dtstamp", start)
    event.add("dtstart", start)
    event.add("dtend", start + timedelta(minutes=minutes))
    if rule is not None:
        event.add("rrule", rule)
    calendar.add_component(event)
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())
