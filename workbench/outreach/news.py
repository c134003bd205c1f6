"""Announcements, recognition and answers, told to whom they are for, without a word of them."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from workbench.i18n import message, require_lang
from workbench.model.day import as_stored, day_of, end_of
from workbench.review.cycle.addresses import page_address, review_address
from workbench.store import Actor
from workbench.store.actor import Role
from workbench.store.answered import answered_since
from workbench.store.outbox import Message
from workbench.store.registers import Line, lines_of, readers

if TYPE_CHECKING:
    from workbench.review.cycle.desk import Desk

NEWS = ("announcement", "recognition", "answer")
_LATELY = 14  # days; what is older is no news
_RECOGNITION = ("praise", "award", "reward")
_Told = tuple[str, str, str, str]  # what it is about, its cycle, who is told, the address to open


def news_messages(
    desk: "Desk", actor: Actor, kind: str, channel: str, day: date,
    reps: Mapping[str, Mapping[str, Any]],
) -> list[Message]:  # fmt: skip
    """Write one message per person and piece of news of the last 14 days.

    Parameters
    ----------
    kind
        announcement: to everybody at work who has not read it. recognition: to who got praise, an
        award or a reward. answer: to who asked.
    reps
        The rows of reps who are at work, by id.
    """
    tellers = {"announcement": _announced, "recognition": _recognised, "answer": _answered}
    found = []
    for about, cycle, person, opens in tellers[kind](desk, actor, day, reps):
        row = reps.get(person)
        if row is None:
            continue  # has left, or is nobody of reps: nobody knows an address
        lang = require_lang(row.get("language") or desk.lang)
        told = {"name": str(row.get("name") or person), "link": opens}
        found.append(
            Message(
                message=f"{kind}:{cycle}:{person}:{person}:{channel}:{about}", cycle=cycle,
                rep_id=person, channel=channel, recipient=row.get("email") or "",
                subject=message(f"mail-{kind}-subject", lang),
                body=message(f"mail-{kind}-body", lang, **told),
            )
        )  # fmt: skip
    return found


def _announced(
    desk: "Desk", actor: Actor, day: date, reps: Mapping[str, Mapping[str, Any]]
) -> Iterator[_Told]:
    for line in lines_of(desk.store, actor, "announcement"):
        if line.ended_at is None and _is_new(desk, line, day):
            known = {line.made_by, *readers(desk.store, actor, line.line)}
            for person in sorted(set(reps) - known):
                yield line.line, "", person, page_address(desk.workspace)


def _recognised(desk: "Desk", actor: Actor, day: date, _reps: object) -> Iterator[_Told]:
    for register in _RECOGNITION:
        for line in lines_of(desk.store, actor, register):
            if line.rep_id and _is_new(desk, line, day):
                opens = page_address(desk.workspace, "rep_review", rep=line.rep_id)
                yield line.line, "", line.rep_id, opens


def _answered(desk: "Desk", actor: Actor, day: date, _reps: object) -> Iterator[_Told]:
    since = as_stored(end_of(day - timedelta(days=_LATELY), desk.workspace.time_zone))
    for each in answered_since(desk.store, actor, since):
        role: Role = "rep" if each.asked_by == each.rep_id else "manager"
        opens = review_address(desk.workspace, each.cycle, each.rep_id, role)
        yield each.item, each.cycle, each.asked_by, opens


def _is_new(desk: "Desk", line: Line, day: date) -> bool:
    if line.made_at is None:
        return False
    return (day - day_of(line.made_at, desk.workspace.time_zone)).days < _LATELY
