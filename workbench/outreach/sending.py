"""Sending what the outbox holds, over the channels of a workspace; a dry run unless told."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass

import apprise

from workbench.errors import ParameterError, require_known
from workbench.store import Store
from workbench.store.outbox import Message, claim, settle, waiting

_SECRET = re.compile(r"\$\{(\w+)\}")


@dataclass(frozen=True)
class Sent:
    """What came of a round of sending."""

    sent: int
    failed: tuple[str, ...]  # keys; they are tried again the next time
    unknown: tuple[str, ...]  # keys claimed by a process that died; a person decides


def send_waiting(store: Store, channels: Mapping[str, str]) -> Sent:
    """Send what is queued, and what failed before.

    Parameters
    ----------
    channels
        An apprise URL by name; `${NAME}` in it is read from the environment, and `{to}` is the
        recipient's address.
    """
    unknown = tuple(each.message for each in waiting(store, "sending"))
    sent, failed = 0, []
    for each in waiting(store, "queued", "failed"):
        address = _address(each, channels)
        if not claim(store, each.message):
            continue
        error = _sent(each, address)
        settle(store, each.message, error)
        if error:
            failed.append(each.message)
        else:
            sent += 1
    return Sent(sent, tuple(failed), unknown)


def _address(each: Message, channels: Mapping[str, str]) -> str:
    require_known("channel", [each.channel], channels)
    url = channels[each.channel]
    for name in _SECRET.findall(url):
        if name not in os.environ:
            raise ParameterError(f"Channel {each.channel} needs ${name} in the environment.")
    return _SECRET.sub(lambda found: os.environ[found[1]], url).replace("{to}", each.recipient)


def _sent(each: Message, address: str) -> str:
    """Send one message; give what went wrong, "" when nothing did."""
    if "{to}" in address or not address:
        return "no address"
    sender = apprise.Apprise()
    if not sender.add(address):
        return "the channel's URL is not one apprise knows"
    is_sent = sender.notify(
        title=each.subject, body=each.body, body_format=apprise.NotifyFormat.TEXT
    )
    return "" if is_sent else "the channel refused it or could not be reached"
