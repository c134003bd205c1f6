"""What people are told about a cycle: invitation, reminder, the document is ready."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from workbench.errors import require_known
from workbench.i18n import Lang, message, require_lang
from workbench.model.employment import Employment
from workbench.model.period import Period
from workbench.outreach.news import NEWS, news_messages
from workbench.outreach.requests import SOON, request_messages
from workbench.outreach.talks import talk_messages
from workbench.review.cycle.addresses import review_address
from workbench.review.cycle.desk import Desk, Progress
from workbench.store import Actor
from workbench.store.outbox import Message

KINDS = ("invitation", "reminder", "ready", "support", *NEWS)


def messages(
    desk: Desk, actor: Actor, cycle: str, kind: str, channel: str, day: date
) -> list[Message]:
    """Write the messages of a kind for everybody a cycle waits for.

    Parameters
    ----------
    kind
        invitation: to every rep, once; and to each talk that is agreed, see `talk_messages`.
        reminder: to whose turn it is when the day has come or is
        near, and again when it has passed, once each per stage and day due. ready: to every rep
        whose review is signed, once. support: to who owns an open request, once when its day is
        near and once when it has passed. announcement, recognition, answer: see `news_messages`.
    day
        The company's today.

    Returns
    -------
    list of Message
        None to who has left. Without figures and without other people's names: a channel is no
        place for either.
    """
    require_known("kind of message", [kind], KINDS)
    reps = {row["rep_id"]: row for row in desk.snapshot.table("reps").to_pylist()}
    if kind == "support":
        return request_messages(desk, actor, channel, day, reps)
    if kind in NEWS:
        here = {rep_id: row for rep_id, row in reps.items() if not _has_left(row, day)}
        return news_messages(desk, actor, kind, channel, day, here)
    found = []
    if kind == "invitation":
        here = {rep_id: row for rep_id, row in reps.items() if not _has_left(row, day)}
        found += talk_messages(desk, actor, cycle, channel, here)
    for each in desk.status(actor, cycle):
        for person in _told(each, kind, day):
            row = reps.get(person, {})
            if _has_left(row, day):
                continue
            address = row.get("email") or ""
            lang = require_lang(row.get("language") or desk.lang)
            opens = review_address(
                desk.workspace, cycle, each.rep_id, "rep" if person == each.rep_id else "manager"
            )
            said = _message(each, kind, channel, cycle, address, person, lang, opens)
            found.append(_reminded(said, each, day) if kind == "reminder" else said)
    return found


def person_of(found: Message) -> str:
    """Name whom a message is for, by its key; "" of a request, whose owner the key does not say."""
    kind = found.message.partition(":")[0]
    about = f"{kind}:{found.cycle}:{found.rep_id}:"
    if not found.message.startswith(about):
        return ""
    return found.message.removeprefix(about).rpartition(f":{found.channel}")[0]


def _told(each: Progress, kind: str, day: date) -> Iterator[str]:
    subject = each.standing.subject
    if kind == "invitation":
        yield each.rep_id
    elif kind == "ready":
        if subject.stage in ("appeal", "closed"):
            yield each.rep_id
    elif each.standing.due_on is not None and (each.standing.due_on - day).days <= SOON:
        turn = each.turn
        if "rep" in turn:
            yield each.rep_id
        if "manager" in turn and (subject.delegate_id or subject.manager_id):
            yield subject.delegate_id or subject.manager_id


def _has_left(row: Mapping[str, Any], day: date) -> bool:
    """Whether somebody's last day at work is over; they are written to no more."""
    found = Employment(Period("today", day, day), row.get("hired_on"), row.get("left_on"))
    return found.has_left(day)


def _reminded(said: Message, each: Progress, day: date) -> Message:
    """Make each reminder one per stage, day due, and near or late."""
    due = each.standing.due_on
    when = "late" if due is not None and due < day else "soon"
    return replace(said, message=f"{said.message}:{each.standing.subject.stage}:{due}:{when}")


def _message(
    each: Progress, kind: str, channel: str, cycle: str, address: str, person: str, lang: Lang,
    opens: str,
) -> Message:  # fmt: skip
    subject, due = each.standing.subject, each.standing.due_on
    told = {
        "name": each.name,
        "period": cycle.partition(":")[0],
        "stage": message(f"stage-at-{subject.stage.replace('_', '-')}", lang),
        "due": due.isoformat() if due else message("mail-soon", lang),
        "link": opens,
    }
    return Message(
        message=f"{kind}:{cycle}:{subject.rep_id}:{person}:{channel}",
        cycle=cycle,
        rep_id=subject.rep_id,
        channel=channel,
        recipient=address,
        subject=message(f"mail-{kind}-subject", lang, **told),
        body=message(f"mail-{kind}-body", lang, **told),
    )
