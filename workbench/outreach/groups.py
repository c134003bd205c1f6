"""What a group is told: how many, never who. A robot's group is read by everybody in it."""

import hashlib
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from workbench.i18n import message
from workbench.review.cycle.addresses import page_address
from workbench.store.outbox import Message

if TYPE_CHECKING:
    from workbench.review.cycle.desk import Desk

_DAILY = ("reminder", "support")  # told once a day; the others once per set of what is told


def group_message(
    desk: "Desk", found: Sequence[Message], kind: str, channel: str, day: date
) -> list[Message]:
    """Write the one message that stands for those to single people; none when there are none.

    Parameters
    ----------
    found
        What each person would be told, were it a channel to one person.
    """
    if not found:
        return []
    keys = sorted(each.message for each in found)
    mark = hashlib.sha256("\n".join(keys).encode()).hexdigest()[:8]
    late = sum(key.endswith(":late") for key in keys)
    told: dict[str, str | int] = {
        "n": len(found),
        "late": late,
        "link": page_address(desk.workspace),
    }
    return [
        Message(
            message=f"{kind}:group:{channel}:{day if kind in _DAILY else mark}",
            cycle=found[0].cycle, rep_id="", channel=channel, recipient="",
            subject=message(f"mail-{kind}-group-subject", desk.lang, **told),
            body=message("mail-group-body", desk.lang, **told),
        )
    ]  # fmt: skip
