"""Reminders: of a step, a signature, an answer or a promise whose day is near or has passed.

They are made of what `todo` lists, without its words: a channel is no place for those.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from workbench.i18n import Lang, message
from workbench.outreach.people import Contact, Rows, contact_of, standing_for
from workbench.outreach.requests import SOON
from workbench.review.cycle.addresses import asked_address, page_address, review_address
from workbench.review.cycle.turns import has_begun
from workbench.store import Actor
from workbench.store.actor import Role
from workbench.store.outbox import Message
from workbench.store.owed import Owed, asked_open, promised_open
from workbench.store.standing import Standing, standings

if TYPE_CHECKING:
    from workbench.review.cycle.desk import Desk


@dataclass(frozen=True)
class _Due:
    """One thing somebody is reminded of."""

    who: Contact
    what: str  # which text: "", steps, asked or promise
    about: str  # what makes it another reminder than the next: a stage, an item, a promise
    cycle: str
    rep_id: str
    name: str  # of the rep it is about
    due_on: date
    opens: str
    stage: str = ""
    n: int = 1


def reminder_messages(
    desk: "Desk", actor: Actor, cycle: str, channel: str, day: date, rows: Rows
) -> list[Message]:
    """Write one message per thing that is due within two days, and one more when it is late.

    Parameters
    ----------
    rows
        Of the people at work; nobody else is reminded, nor for their reviews asked.
    """
    found = [
        *_steps(desk, actor, cycle, rows, day), *_asked(desk, actor, cycle, rows),
        *_promised(desk, actor, rows),
    ]  # fmt: skip
    return [_message(each, channel, day) for each in found if (each.due_on - day).days <= SOON]


def _steps(desk: "Desk", actor: Actor, cycle: str, rows: Rows, day: date) -> Iterator[_Due]:
    """Remind rep and manager review by review, HR and sales ops once of all that stand alike."""
    together: dict[tuple[str, date, str], list[Standing]] = {}
    for each in standings(desk.store, actor, cycle):
        if each.due_on is None or not has_begun(each, day):
            continue
        about = contact_of(desk, rows, each.subject.rep_id)
        for role in each.turn:
            if role in ("hr", "sales_ops"):
                together.setdefault((role, each.due_on, each.subject.stage), []).append(each)
            elif about is not None or role != "rep":
                yield from _step(desk, rows, each, role, each.due_on)
    for (role, due_on, stage), alike in together.items():
        opens = page_address(desk.workspace)
        for who in standing_for(desk, rows, role):
            yield _Due(who, "steps", stage, cycle, "", "", due_on, opens, stage, len(alike))


def _step(desk: "Desk", rows: Rows, each: Standing, turn: str, due_on: date) -> Iterator[_Due]:
    subject = each.subject
    role: Role = "rep" if turn == "rep" else "manager"
    person = subject.rep_id if role == "rep" else subject.delegate_id or subject.manager_id
    who = contact_of(desk, rows, person)
    if who is not None:
        opens = review_address(desk.workspace, subject.cycle, subject.rep_id, role)
        about = contact_of(desk, rows, subject.rep_id)
        name = about.name if about else subject.rep_id
        yield _Due(
            who, "", subject.stage, subject.cycle, subject.rep_id, name, due_on, opens,
            subject.stage,
        )  # fmt: skip


def _asked(desk: "Desk", actor: Actor, cycle: str, rows: Rows) -> Iterator[_Due]:
    for each in asked_open(desk.store, actor, cycle):
        if each.due_on is not None:
            for who in _owners(desk, rows, each):
                role: Role = "rep" if who.person == each.rep_id else "manager"
                is_role = each.owner in ("hr", "sales_ops")
                opens = asked_address(desk.workspace, cycle, each.rep_id, "hr" if is_role else role)
                yield _Due(who, "asked", each.id, cycle, each.rep_id, "", each.due_on, opens)


def _owners(desk: "Desk", rows: Rows, each: Owed) -> list[Contact]:
    found = contact_of(desk, rows, each.owner)
    return [found] if found is not None else standing_for(desk, rows, each.owner)


def _promised(desk: "Desk", actor: Actor, rows: Rows) -> Iterator[_Due]:
    for each in promised_open(desk.store, actor):
        who = contact_of(desk, rows, each.owner)
        if who is not None and each.due_on is not None:
            role: Role = "rep" if each.owner == each.rep_id else "manager"
            opens = review_address(desk.workspace, each.cycle, each.rep_id, role)
            yield _Due(who, "promise", each.id, each.cycle, each.rep_id, "", each.due_on, opens)


def _message(each: _Due, channel: str, day: date) -> Message:
    lang, is_late = each.who.lang, each.due_on < day
    told = _told(each, lang)
    kind = f"mail-reminder-{each.what}" if each.what else "mail-reminder"
    subject = message(f"{kind}-subject", lang, **told)
    about = f"{each.cycle}:{each.rep_id}:{each.who.person}:{channel}"
    return Message(
        message=f"reminder:{about}:{each.about}:{each.due_on}:{'late' if is_late else 'soon'}",
        cycle=each.cycle, rep_id=each.rep_id, channel=channel, recipient=each.who.email,
        subject=message("mail-late", lang, subject=subject) if is_late else subject,
        body=message(f"{kind}-body", lang, **told),
    )  # fmt: skip


def _told(each: _Due, lang: Lang) -> dict[str, str | int]:
    stage = each.stage.replace("_", "-")
    return {
        "name": each.name,
        "period": each.cycle.partition(":")[0],
        "stage": message(f"stage-at-{stage}", lang) if stage else "",
        "due": each.due_on.isoformat(),
        "link": each.opens,
        "n": each.n,
    }
