"""Talks that are agreed on, as calendar files and as messages that carry them."""

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from workbench.i18n import Lang, message, require_lang
from workbench.model.address import is_plain_address
from workbench.model.day import wall_time
from workbench.outreach.invitations import Agreed, conversation, one_on_ones
from workbench.review.cycle.addresses import review_address
from workbench.review.person import everybodys_names
from workbench.store import Actor
from workbench.store.actor import Role
from workbench.store.appointments import Appointment, appointments_in
from workbench.store.outbox import Message

if TYPE_CHECKING:
    from workbench.review.cycle.desk import Desk


def talk_file(desk: "Desk", kept: Appointment, lang: Lang) -> bytes:
    """Write a talk as it is agreed now as iCalendar: the same entry each time."""
    reps = {row["rep_id"]: row for row in desk.snapshot.table("reps").to_pylist()}
    leader, rep = (_address(reps, desk, each) for each in (kept.leader_id, kept.rep_id))
    agreed = Agreed(
        organizer=leader or desk.workspace.rules.outreach.organizer, attendee=rep,
        sequence=kept.sequence, stamp=kept.changed_at, is_cancelled=kept.is_cancelled,
    )  # fmt: skip
    now_id = desk.workspace.aliases.get(kept.rep_id, kept.rep_id)
    name = everybodys_names(desk.snapshot).get(now_id, kept.rep_id)
    start = _start(desk, kept)
    if kept.talk == "one_on_one":
        return one_on_ones(kept.rep_id, name, start, lang, kept.every, agreed=agreed)
    return conversation(kept.cycle, kept.rep_id, name, start, lang, agreed=agreed)


def talk_messages(
    desk: "Desk", actor: Actor, cycle: str, channel: str, reps: Mapping[str, Mapping[str, Any]]
) -> list[Message]:
    """Write the invitation to each talk, to the rep and who leads it; once more when it is changed.

    Parameters
    ----------
    reps
        The rows of reps who are at work, by id.
    """
    found = []
    for kept in appointments_in(desk.store, actor, cycle):
        if kept.rep_id not in reps or (kept.is_cancelled and kept.sequence == 0):
            continue
        for person in dict.fromkeys((kept.rep_id, kept.leader_id)):
            if person in reps:
                found.append(_message(desk, kept, channel, person, reps))
    return found


def _message(
    desk: "Desk", kept: Appointment, channel: str, person: str,
    reps: Mapping[str, Mapping[str, Any]],
) -> Message:  # fmt: skip
    lang = require_lang(reps[person].get("language") or desk.lang)
    role: Role = "rep" if person == kept.rep_id else "manager"
    told = {
        "name": str(reps[kept.rep_id].get("name") or kept.rep_id),
        "at": _start(desk, kept).strftime("%Y-%m-%d %H:%M"),
        "link": review_address(desk.workspace, kept.cycle, kept.rep_id, role),
    }
    kind = "talk-cancelled" if kept.is_cancelled else "talk"
    about = f"{kept.cycle}:{kept.rep_id}:{person}:{channel}"
    return Message(
        message=f"invitation:{about}:{kept.talk}:{kept.sequence}",
        cycle=kept.cycle, rep_id=kept.rep_id, channel=channel,
        recipient=reps[person].get("email") or "",
        subject=message(f"mail-{kind}-subject", lang, **told),
        body=message("mail-talk-body", lang, **told),
        calendar=talk_file(desk, kept, lang).decode(),
    )  # fmt: skip


def _start(desk: "Desk", kept: Appointment) -> datetime:
    return wall_time(kept.start, desk.workspace.time_zone)


def _address(reps: Mapping[str, Mapping[str, Any]], desk: "Desk", person: str) -> str:
    """Give somebody's one plain e-mail; "" where none is known."""
    row = reps.get(desk.workspace.aliases.get(person, person), {})
    email = str(row.get("email") or "")
    return email if is_plain_address(email) else ""
