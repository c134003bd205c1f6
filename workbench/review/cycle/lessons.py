"""What was learned, found again across cycles: cases worth sharing, keep, stop, try."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.review.cycle.checking import is_blank
from workbench.review.template import load_template
from workbench.store import Actor
from workbench.store.cycles import list_cycles
from workbench.store.entries import read_entries
from workbench.store.rules import Subject, is_signed
from workbench.store.standing import standings

if TYPE_CHECKING:
    from workbench.review.cycle.desk import Desk


@dataclass(frozen=True)
class Lesson:
    """One lesson somebody wrote down."""

    cycle: str
    rep_id: str
    about: str  # what the form asked
    text: str


def lessons(desk: "Desk", actor: Actor, words: str = "") -> list[Lesson]:
    """List the lessons of signed reviews an actor may read, the latest cycle first.

    Parameters
    ----------
    words
        Only lessons that hold all of these, in any case; "" takes all.
    """
    wanted = words.casefold().split()
    found = [
        lesson
        for cycle in reversed(list_cycles(desk.store))
        for standing in standings(desk.store, actor, cycle.cycle)
        if is_signed(standing.subject)
        for lesson in _of(
            desk, actor, standing.subject.template or cycle.template, standing.subject
        )
    ]
    return [each for each in found if all(word in each.text.casefold() for word in wanted)]


def _of(desk: "Desk", actor: Actor, template: str, subject: Subject) -> Iterator[Lesson]:
    cycle, rep_id = subject.cycle, subject.rep_id
    entries = read_entries(desk.store, actor, cycle, rep_id)
    for section, items in load_template(template, desk.workspace.folder).forms.items():
        for item in items:
            for side in item.sides if item.is_lesson else ():
                kept = entries.get((section, item.key, side))
                if kept is not None and not kept.is_proposed and not is_blank(kept.value):
                    yield Lesson(cycle, rep_id, item.label.in_(desk.lang), str(kept.value))
