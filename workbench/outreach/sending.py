"""Sending what the outbox holds, over the channels of a workspace; a dry run unless told."""

import os
import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

import apprise
from apprise import NotifyBase
from apprise.attachment.memory import AttachMemory
from apprise.plugins.email import NotifyEmail

from workbench.errors import ParameterError, require_known
from workbench.i18n import error
from workbench.model.address import is_plain_address
from workbench.outreach.robots import is_robot, send_to_robot
from workbench.sources.channels import SECRET, channel_of, filled
from workbench.store import Store
from workbench.store.outbox import Message, claim, settle, waiting, withdraw

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.@+-]{0,99}")  # of somebody in a chat program


@dataclass(frozen=True)
class Sent:
    """What came of a round of sending."""

    sent: int
    failed: tuple[str, ...]  # keys; they are tried again the next time
    unknown: tuple[str, ...]  # keys claimed by a process that died; a person decides
    unaddressed: tuple[Message, ...] = ()  # they wait until an address is there
    withdrawn: tuple[str, ...] = ()  # keys; no longer true when their turn came
    held: tuple[str, ...] = ()  # keys; quiet hours began


def _always(_each: Message) -> bool:
    return True


def send_waiting(
    store: Store,
    channels: Mapping[str, str],
    keys: Collection[str] | None = None,
    is_true: Callable[[Message], bool] = _always,
    is_quiet: Callable[[], bool] = lambda: False,
) -> Sent:
    """Send what is queued, and what failed before.

    A message to one person that has no address is not sent, to nobody else either: it waits.

    Parameters
    ----------
    channels
        An apprise URL by name; `${NAME}` in it is read from the environment, and `{to}` is the
        recipient's address. See `workbench.sources.channels`.
    keys
        Of the messages to send; None sends all that wait. What another channel could not send
        stays with that channel.
    is_true
        Asked of each message right before it goes; what is no longer true is withdrawn.
    is_quiet
        Asked before each message; from then on the rest waits.
    """
    unknown = tuple(each.message for each in waiting(store, "sending"))
    sent, failed, unaddressed, withdrawn = 0, [], [], []
    chosen = [
        each for each in waiting(store, "queued", "failed") if keys is None or each.message in keys
    ]
    held: tuple[str, ...] = ()
    for n, each in enumerate(chosen):
        require_known("channel", [each.channel], channels)
        if is_quiet():
            held = tuple(one.message for one in chosen[n:])
            break
        if not has_address(each, channels[each.channel]):
            unaddressed.append(each)
            continue
        if not is_true(each):
            withdraw(store, each.message, "no longer true when it was to go")
            withdrawn.append(each.message)
            continue
        url = channels[each.channel]
        send = _sender(each, url)
        if not claim(store, each.message):
            continue
        error = send()
        settle(store, each.message, error)
        if error:
            failed.append(each.message)
        else:
            sent += 1
    return Sent(sent, tuple(failed), unknown, tuple(unaddressed), tuple(withdrawn), held)


def has_address(each: Message, url: str) -> bool:
    """Whether a message can go out over a channel.

    Over one with `{to}` it needs one plain e-mail address, or where that is no mail an id; over one
    without it goes to whoever reads the channel.
    """
    channel = channel_of(url)
    if not channel.needs_recipient or is_plain_address(each.recipient):
        return True
    return not channel.is_mail and _ID.fullmatch(each.recipient) is not None


def _sender(each: Message, template: str) -> Callable[[], str]:
    """Make ready to send one message; what is returned sends it, and gives what went wrong."""
    if not is_robot(template):
        service = _service(each, template)
        return lambda: _sent(each, service, has_files=channel_of(template).is_mail)
    url = _filled(each, template)
    return lambda: send_to_robot(url, f"{each.subject}\n{each.body}")


def _filled(each: Message, template: str) -> str:
    """Fill in a channel's URL; a secret that is not there is named."""
    for name in SECRET.findall(template):
        if name not in os.environ:
            told = {"channel": each.channel, "name": name}
            raise error(ParameterError, "refusal-send-secret", **told)
    return filled(template, each.recipient, os.environ.__getitem__)


def _service(each: Message, template: str) -> NotifyBase | None:
    """Make the one service a message goes over; None where apprise knows none of that URL."""
    url = _filled(each, template)
    made = apprise.Apprise.instantiate(url)  # never `add`, which reads a list of URLs in a text
    if isinstance(made, NotifyEmail) and channel_of(template).needs_recipient:
        made.targets = [(False, each.recipient)]  # never as a list of addresses is read
    return made


def _sent(each: Message, service: NotifyBase | None, *, has_files: bool) -> str:
    """Send one message; give what went wrong, "" when nothing did."""
    if service is None:
        return "the channel's URL is not one apprise knows"
    sender = apprise.Apprise()
    sender.add(service)
    is_sent = sender.notify(
        title=each.subject, body=each.body, body_format=apprise.NotifyFormat.TEXT,
        attach=_calendar_of(each) if has_files else None,
    )  # fmt: skip
    return "" if is_sent else "the channel refused it or could not be reached"


def _calendar_of(each: Message) -> AttachMemory | None:
    if not each.calendar:
        return None
    return AttachMemory(content=each.calendar, name="invitation.ics", mimetype="text/calendar")  # type: ignore[no-untyped-call]
