"""Where each review of a cycle stands: its stage, its day, what was done and by whom."""

from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, select

from workbench.store.actor import Actor
from workbench.store.acts import Act, Done, done_in, own_acts
from workbench.store.rules import Subject, may_count, owners
from workbench.store.schema import appeals, reviews
from workbench.store.store import Store
from workbench.store.subjects import subject_from


@dataclass(frozen=True)
class Standing:
    """Where one review stands."""

    subject: Subject
    due_on: date | None  # of this stage
    done: Done  # what was done so far, by whom and when
    is_appealed: bool = False  # whether an appeal is open: the rating has no effect meanwhile

    @property
    def turn(self) -> tuple[str, ...]:
        """Who has the next thing to do, as relations; at sign-off those who have not signed.

        Never a rep who has left.
        """
        gone = () if self.subject.left_on is None else ("rep",)
        done = (*self.done.signed, *gone)
        return tuple(each for each in owners(self.subject.stage) if each not in done)

    def acts_of(self, actor: Actor) -> tuple[Act, ...]:
        """Give what this person did; see `own_acts`."""
        return own_acts(actor, self.subject, self.done.acts)

    def is_on_time(self, actor: Actor, zone: ZoneInfo) -> bool:
        """Whether all this person did so far was done by its day, in the company's zone."""
        return not any(each.is_late(zone) for each in self.acts_of(actor))


def standings(store: Store, actor: Actor, cycle: str) -> list[Standing]:
    """Give where each review stands that an actor has a part in, by rep.

    The program is given all of them: it counts what was done in time.
    """
    with store.reading() as connection:
        rows = connection.execute(
            select(reviews).where(reviews.c.cycle == cycle).order_by(reviews.c.rep_id)
        ).all()
        done, doubted = done_in(connection, cycle), appealed_in(connection, cycle)
        found = [
            Standing(
                subject_from(connection, row), row.due_on, done[row.rep_id], row.rep_id in doubted
            )
            for row in rows
        ]
    return [each for each in found if may_count(actor, each.subject)]


def appealed_in(connection: Connection, cycle: str) -> set[str]:
    """Give the reps of a cycle whose appeal is open."""
    doubted = select(appeals.c.rep_id).where(appeals.c.cycle == cycle, appeals.c.outcome == "")
    return set(connection.execute(doubted).scalars())
