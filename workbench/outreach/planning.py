"""What a round of sending would send: shown first, and held to at the moment of sending."""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from workbench.errors import ParameterError, require_known
from workbench.i18n import error
from workbench.model.day import local
from workbench.model.quiet import loud_from, quiet_hours
from workbench.outreach.groups import group_message
from workbench.outreach.messages import messages
from workbench.sources.channels import channel_of
from workbench.store import Actor
from workbench.store.outbox import Message, waiting

if TYPE_CHECKING:
    from workbench.review.cycle.desk import Desk


def planned(desk: "Desk", actor: Actor, cycle: str, kind: str, channel: str) -> list[Message]:
    """List what is to be told now and has not gone out: what a dry run shows, and `--go` sends.

    A channel without `{to}` is read by a group: it is told one message with counts.
    """
    gone = {each.message for each in waiting(desk.store, "sent", "sending")}
    told = _told(desk, actor, cycle, kind, channel, desk.today)
    return [each for each in told if each.message not in gone]


def still_true(
    desk: "Desk", actor: Actor, cycle: str, kind: str, channel: str
) -> Callable[[Message], bool]:
    """Give the check of one message at the moment it is sent: still the same, to the same address.

    The latest snapshot, the stages and the day are read anew for each.
    """

    def check(each: Message) -> bool:
        fresh = replace(desk)  # holds no snapshot yet
        found = _told(fresh, actor, cycle, kind, channel, fresh.today)
        return _content(each) in map(_content, found)

    return check


def mark_of(found: Iterable[Message]) -> str:
    """Give a short mark of what was shown: any other list, address or word has another."""
    content = "\n".join(sorted(map(repr, map(_content, found))))
    return hashlib.sha256(content.encode()).hexdigest()[:12]


def require_shown(found: Iterable[Message], mark: str) -> None:
    """Refuse to send other than what was shown under a mark."""
    now = mark_of(found)
    if mark and mark != now:
        raise error(ParameterError, "refusal-send-shown", mark=mark)


def quiet_until(desk: "Desk") -> tuple[bool, datetime | None]:
    """Tell whether nobody is written to now, and from which local time on people are again."""
    space = desk.workspace
    if not space.rules.outreach.quiet:
        return False, None
    hours = quiet_hours(space.rules.outreach.quiet)
    now = local(desk.store.clock(), space.time_zone)
    begins = loud_from(now, hours, space.calendar)
    return begins != now, begins


def _told(
    desk: "Desk", actor: Actor, cycle: str, kind: str, channel: str, day: date
) -> list[Message]:
    channels = desk.workspace.channels
    require_known("channel", [channel], channels)
    found = messages(desk, actor, cycle, kind, channel, day)
    if channel_of(channels[channel]).needs_recipient:
        return found
    return group_message(desk, found, kind, channel, day)


def _content(each: Message) -> tuple[str, str, str, str]:
    return each.message, each.recipient, each.subject, f"{each.body}\n{each.calendar}"
