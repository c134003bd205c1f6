"""What people are told about a cycle: invitation, reminder, the document is ready, news."""

from datetime import date

from workbench.errors import require_known
from workbench.i18n import message
from workbench.outreach.news import NEWS, news_messages
from workbench.outreach.people import Contact, at_work, contact_of, rows_of
from workbench.outreach.reminders import reminder_messages
from workbench.outreach.requests import request_messages
from workbench.outreach.talks import talk_messages
from workbench.review.cycle.addresses import review_address
from workbench.review.cycle.desk import Desk
from workbench.store import Actor
from workbench.store.outbox import Message
from workbench.store.relations import is_signed
from workbench.store.standing import Standing, standings

KINDS = ("invitation", "reminder", "ready", "support", *NEWS)


def messages(
    desk: Desk, actor: Actor, cycle: str, kind: str, channel: str, day: date
) -> list[Message]:
    """Write the messages of a kind for everybody a cycle waits for.

    Parameters
    ----------
    kind
        invitation: to every rep, once; and to each talk that is agreed, see `talk_messages`.
        reminder: to whose turn it is, who owes an answer or a promise, when the day has come or is
        near, and again when it has passed. ready: to every rep whose review is signed, once.
        support: to who owns an open request, once when its day is near and once when it has
        passed. announcement, recognition, answer: see `news_messages`.
    day
        The company's today.

    Returns
    -------
    list of Message
        None to who has left. Without figures and without people's words: a channel is no place
        for either.
    """
    require_known("kind of message", [kind], KINDS)
    rows = rows_of(desk)
    if kind == "support":
        return request_messages(desk, actor, channel, day, rows)
    here = at_work(rows, day)
    if kind in NEWS:
        return news_messages(desk, actor, kind, channel, day, here)
    if kind == "reminder":
        return reminder_messages(desk, actor, cycle, channel, day, here)
    found = talk_messages(desk, actor, cycle, channel, here) if kind == "invitation" else []
    for each in standings(desk.store, actor, cycle):
        who = contact_of(desk, here, each.subject.rep_id)
        if who is not None and (kind == "invitation" or is_signed(each.subject)):
            found.append(_message(desk, each, kind, channel, who))
    return found


def person_of(found: Message) -> str:
    """Name whom a message is for, by its key; "" of a request, whose owner the key does not say."""
    kind = found.message.partition(":")[0]
    about = f"{kind}:{found.cycle}:{found.rep_id}:"
    if not found.message.startswith(about):
        return ""
    return found.message.removeprefix(about).partition(f":{found.channel}")[0]


def _message(desk: Desk, each: Standing, kind: str, channel: str, who: Contact) -> Message:
    subject, due = each.subject, each.due_on
    told = {
        "name": who.name,
        "period": subject.cycle.partition(":")[0],
        "due": due.isoformat() if due else message("mail-soon", who.lang),
        "link": review_address(desk.workspace, subject.cycle, subject.rep_id, "rep"),
    }
    return Message(
        message=f"{kind}:{subject.cycle}:{subject.rep_id}:{who.person}:{channel}",
        cycle=subject.cycle, rep_id=subject.rep_id, channel=channel, recipient=who.email,
        subject=message(f"mail-{kind}-subject", who.lang, **told),
        body=message(f"mail-{kind}-body", who.lang, **told),
    )  # fmt: skip
