"""What waits for one person, over all cycles: a manager's list of the next thing per rep."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

from workbench.i18n import message
from workbench.model.day import day_of
from workbench.review.cycle.addresses import (
    asked_address,
    page_address,
    review_address,
    step_address,
)
from workbench.review.cycle.leavers import gone, left_behind
from workbench.review.cycle.promising import promised
from workbench.review.cycle.status import next_text
from workbench.review.cycle.turns import turn_now
from workbench.review.cycle.waiting import Waiting
from workbench.review.growing.honours import in_words
from workbench.store import Actor
from workbench.store.cycles import list_cycles
from workbench.store.inbox import Asked, inbox_of
from workbench.store.registers import REGISTERS, Line, lines_of
from workbench.store.rules import part
from workbench.store.standing import standings

if TYPE_CHECKING:
    from workbench.review.cycle.desk import Desk

_LATELY = timedelta(days=14)  # how long an answer is news to who asked


def todo_rows(desk: "Desk", actor: Actor) -> tuple[list[str], list[list[str]]]:
    """Give the heads, and a row per thing that waits: what a command and the page's top show."""
    day = desk.today
    heads = [message(f"status-{name}", desk.lang) for name in ("rep", "due", "next", "id", "open")]
    rows = [
        [
            each.rep_id, f"{each.due_on or ''}{' !' * each.is_overdue(day)}", each.what,
            each.id, each.address,
        ]
        for each in todo(desk, actor)
    ]  # fmt: skip
    return heads, rows


def todo(desk: "Desk", actor: Actor) -> list[Waiting]:
    """List what an actor has to do next, what is due first at the top.

    What is done, answered or given up stands there no more, and of HR's and sales ops' own stages
    only those whose time has come. Who has left is asked for nothing; what waits for them is told
    to HR and sales ops.
    """
    away = gone(desk)
    found = [
        *_stages(desk, actor, away), *left_behind(desk, actor, away), *_asked(desk, actor),
        *promised(desk, actor, away),
    ]  # fmt: skip
    return sorted(found, key=lambda each: (each.due_on or date.max, each.rep_id, each.what))


def _stages(desk: "Desk", actor: Actor, away: frozenset[str]) -> Iterator[Waiting]:
    for cycle in list_cycles(desk.store):
        for each in standings(desk.store, actor, cycle.cycle):
            turn = turn_now(desk, each, away)
            if part(actor, each.subject) in turn:
                what = next_text(each, desk.lang, turn)
                rep_id = each.subject.rep_id
                opens = step_address(desk.workspace, cycle.cycle, rep_id)
                yield Waiting(rep_id, what, each.due_on, cycle.cycle, opens)


def _asked(desk: "Desk", actor: Actor) -> Iterator[Waiting]:
    mine = (actor.person_id, actor.role)
    for asked in inbox_of(desk.store, actor):
        opens = asked_address(desk.workspace, asked.cycle, asked.rep_id, actor.role)
        if asked.state == "open" and asked.owner in mine:
            what = f"{message(f'inbox-{asked.kind}', desk.lang)} {asked.text}"
            yield Waiting(asked.rep_id, what, asked.due_on, asked.item, opens)
        elif asked.asked_by == actor.person_id and _is_news(desk, asked):
            what = f"{message('inbox-answered', desk.lang)} {asked.text}"
            yield Waiting(asked.rep_id, what, None, asked.item, opens)
    for register in REGISTERS:
        for line in lines_of(desk.store, actor, register):
            if line.ended_at is None and line.owner == actor.person_id:
                said = in_words(line, desk.lang).what
                what = f"{message(f'register-{register}', desk.lang)} {said}"
                yield Waiting(line.rep_id, what, line.due_on, line.line, _opens(desk, actor, line))


def _is_news(desk: "Desk", asked: Asked) -> bool:
    at = asked.answered_at
    return at is not None and desk.today - day_of(at, desk.workspace.time_zone) <= _LATELY


def _opens(desk: "Desk", actor: Actor, line: Line) -> str:
    """Give the page a line of a register is answered on."""
    cycle = str(line.about.get("cycle") or "")
    if actor.role == "support":
        return page_address(desk.workspace, "support")
    if cycle and line.rep_id:
        return review_address(desk.workspace, cycle, line.rep_id, actor.role)
    if actor.role == "rep":
        return page_address(desk.workspace, "rep_review", rep=actor.person_id)
    page = "rep_review" if line.rep_id else "team_review"
    return page_address(desk.workspace, page, rep=line.rep_id)
