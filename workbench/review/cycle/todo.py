"""What waits for one person, over all cycles: a manager's list of the next thing per rep."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from workbench.i18n import message
from workbench.model.period import Period
from workbench.review.cycle.addresses import page_address, review_address
from workbench.review.cycle.status import next_text
from workbench.snapshots.employment import employments_of
from workbench.store import Actor
from workbench.store.cycles import list_cycles, standings
from workbench.store.inbox import inbox_of
from workbench.store.promises import promises_of
from workbench.store.registers import REGISTERS, Line, lines_of
from workbench.store.rules import part

if TYPE_CHECKING:
    from workbench.review.cycle.desk import Desk


@dataclass(frozen=True)
class Waiting:
    """One thing somebody has to do."""

    rep_id: str
    what: str
    due_on: date | None
    id: str  # of the cycle, the item of the inbox, the line or the promise
    address: str = ""  # of the page that opens it

    def is_overdue(self, day: date) -> bool:
        """Whether its day has passed."""
        return self.due_on is not None and self.due_on < day


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
    """List what an actor has to do next, what is due first at the top."""
    found = [*_stages(desk, actor), *_asked(desk, actor), *_promised(desk, actor)]
    return sorted(found, key=lambda each: (each.due_on or date.max, each.rep_id, each.what))


def _stages(desk: "Desk", actor: Actor) -> Iterator[Waiting]:
    gone = _gone(desk)
    for cycle in list_cycles(desk.store):
        for each in standings(desk.store, actor, cycle.cycle):
            has_left = each.subject.rep_id in gone
            turn = tuple(who for who in each.turn if not (has_left and who == "rep"))
            if part(actor, each.subject) in turn:
                what = next_text(each, desk.lang, turn)
                rep_id = each.subject.rep_id
                opens = review_address(desk.workspace, cycle.cycle, rep_id, actor.role)
                yield Waiting(rep_id, what, each.due_on, cycle.cycle, opens)


def _asked(desk: "Desk", actor: Actor) -> Iterator[Waiting]:
    mine = (actor.person_id, actor.role)
    for asked in inbox_of(desk.store, actor):
        if asked.state == "open" and asked.owner in mine:
            what = f"{message(f'inbox-{asked.kind}', desk.lang)} {asked.text}"
            opens = review_address(desk.workspace, asked.cycle, asked.rep_id, actor.role)
            yield Waiting(asked.rep_id, what, asked.due_on, asked.item, opens)
    for register in REGISTERS:
        for line in lines_of(desk.store, actor, register):
            if line.ended_at is None and line.owner == actor.person_id:
                what = f"{message(f'register-{register}', desk.lang)} {line.what}"
                yield Waiting(line.rep_id, what, line.due_on, line.line, _opens(desk, actor, line))


def _opens(desk: "Desk", actor: Actor, line: Line) -> str:
    """Give the page a line of a register is answered on."""
    cycle = str(line.about.get("cycle") or "")
    if actor.role == "support" or not (cycle and line.rep_id):
        return page_address(desk.workspace, "support" if line.register == "support" else "")
    return review_address(desk.workspace, cycle, line.rep_id, actor.role)


def _gone(desk: "Desk") -> frozenset[str]:
    """Give who has left by today; a store without a snapshot knows nobody's last day."""
    at_work = employments_of(desk.snapshot, Period("today", desk.today, desk.today))
    return frozenset(name for name, each in at_work.items() if each.has_left(desk.today))


def _promised(desk: "Desk", actor: Actor) -> Iterator[Waiting]:
    """Give the open promises of the reviews the actor takes part in, each once.

    Not those of who has left: nobody is asked for them.
    """
    told, gone = set(), _gone(desk)
    if actor.role not in ("rep", "manager"):
        return
    for cycle in list_cycles(desk.store):
        for each in standings(desk.store, actor, cycle.cycle):
            rep_id = each.subject.rep_id
            if part(actor, each.subject) != actor.role:
                continue  # who is only above the manager follows no promise of the two
            for kept in promises_of(desk.store, actor, cycle.cycle, rep_id):
                if kept.state == "open" and kept.promise not in told and kept.owner_id not in gone:
                    told.add(kept.promise)
                    opens = review_address(desk.workspace, cycle.cycle, rep_id, actor.role)
                    yield Waiting(rep_id, kept.what, kept.due_on, kept.promise, opens)
