"""Cycles and the stage of each review in them."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, select, update
from sqlalchemy.dialects import postgresql, sqlite

from workbench.errors import ParameterError, require_known
from workbench.i18n import error
from workbench.sources.known_ids import by_any_id
from workbench.store.actor import Actor
from workbench.store.acts import Act, Done, done_in, own_acts
from workbench.store.known_as import aliases_of, found_under
from workbench.store.plan import Plan, read_plan
from workbench.store.rules import (
    STAGES,
    Subject,
    may_count,
    may_see,
    owners,
    require_delegate,
    require_run,
    require_see,
)
from workbench.store.schema import appeals, cycles, reviews
from workbench.store.store import Store, to_json

# The two dialects spell "on conflict do nothing" alike, but each has an insert of its own
INSERT: dict[str, Any] = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}


@dataclass(frozen=True)
class Cycle:
    """One opening of reviews."""

    cycle: str
    period: str
    template: str
    as_of: date
    snapshot: str  # the hash of the pinned snapshot
    opened_at: datetime
    opened_by: str
    plan: str = ""  # by which day each stage is left, as `Plan.to_json` writes it


@dataclass(frozen=True)
class Member:
    """One rep to be reviewed in a cycle."""

    rep_id: str
    manager_id: str  # "" when nobody is recorded
    above: tuple[str, ...] = ()  # who the manager reports to, and so on up; the nearest first
    template: str = ""  # the one the review keeps; "" is the cycle's


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


def open_cycle(
    store: Store, actor: Actor, cycle: Cycle, members: Iterable[Member], due_on: date | None = None
) -> None:
    """Open reviews for a population, pinned to one snapshot, at the data check.

    Raises
    ------
    RefusedError
        Only sales ops and HR open cycles.
    ParameterError
        When that cycle is open already.
    """
    require_run(actor, "open a cycle")
    plan = read_plan(cycle.plan)
    due = due_on or (plan.day(STAGES[0]) if plan else None)
    with store.writing() as connection:
        row = {**vars(cycle), "opened_at": store.clock(), "opened_by": actor.person_id}
        opened = INSERT[connection.dialect.name](cycles).values(row).on_conflict_do_nothing()
        if connection.execute(opened.returning(cycles.c.cycle)).one_or_none() is None:
            raise error(ParameterError, "plan-open-already", cycle=cycle.cycle)
        for member in members:
            add_review(connection, cycle.cycle, member, due)
        store.note(connection, actor, "open", cycle.cycle, review=(cycle.cycle, ""), after=row)


def add_review(
    connection: Connection,
    cycle: str,
    member: Member,
    due_on: date | None,
    pin: tuple[date | None, str | None] = (None, None),
) -> bool:
    """Add a rep's review at the data check; says whether it was not there yet.

    Parameters
    ----------
    pin
        Day and hash of an own snapshot; (None, None) takes the cycle's.
    """
    values = {
        **vars(member), "cycle": cycle, "stage": STAGES[0], "due_on": due_on,
        "above": to_json(member.above), "delegate_id": "", "version": 1,
        "as_of": pin[0], "snapshot": pin[1],
    }  # fmt: skip
    laid = INSERT[connection.dialect.name](reviews).values(values).on_conflict_do_nothing()
    return connection.execute(laid.returning(reviews.c.rep_id)).one_or_none() is not None


def list_cycles(store: Store) -> list[Cycle]:
    """Give every cycle, the latest opened last."""
    with store.reading() as connection:
        rows = connection.execute(select(cycles).order_by(cycles.c.opened_at, cycles.c.cycle))
        return [Cycle(**row._mapping) for row in rows]


def find_cycle(store: Store, cycle: str) -> Cycle:
    """Give one cycle; UnknownNameError when there is none of that name."""
    with store.reading() as connection:
        found = _cycle(connection, cycle)
        known = list(connection.execute(select(cycles.c.cycle)).scalars())
    require_known("cycle", [cycle], known)
    assert found is not None
    return found


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
            Standing(_subject(connection, row), row.due_on, done[row.rep_id], row.rep_id in doubted)
            for row in rows
        ]
    return [each for each in found if may_count(actor, each.subject)]


def subject_of(
    connection: Connection, cycle: str, rep_id: str, *, is_held: bool = False
) -> Subject:
    """Find a review; UnknownNameError when the cycle or the rep in it does not exist.

    A review opened under another id of the rep is found too; its `rep_id` is the one it was opened
    with, by which everything of it is kept.

    Parameters
    ----------
    is_held
        Nobody else moves it or writes in it until this transaction is over.
    """
    ids = found_under(connection, rep_id)
    query = select(reviews).where(reviews.c.cycle == cycle, reviews.c.rep_id.in_(ids))
    rows = connection.execute(query.with_for_update() if is_held else query).all()
    if not rows:
        require_known("cycle", [cycle], connection.execute(select(cycles.c.cycle)).scalars())
        members = select(reviews.c.rep_id).where(reviews.c.cycle == cycle)
        known = connection.execute(members).scalars()
        require_known("review in {} of", [rep_id], known, of=cycle)
    return _subject(connection, min(rows, key=lambda row: ids.index(row.rep_id)))


def subjects_of(connection: Connection, cycle: str) -> list[Subject]:
    """Give every review of a cycle, by rep; for the functions of the store."""
    chosen = select(reviews).where(reviews.c.cycle == cycle).order_by(reviews.c.rep_id)
    return [_subject(connection, row) for row in connection.execute(chosen)]


def appealed_in(connection: Connection, cycle: str) -> set[str]:
    """Give the reps of a cycle whose appeal is open."""
    doubted = select(appeals.c.rep_id).where(appeals.c.cycle == cycle, appeals.c.outcome == "")
    return set(connection.execute(doubted).scalars())


def reviews_of(store: Store, actor: Actor, rep_id: str) -> list[tuple[Cycle, Subject]]:
    """Give every review of a rep that an actor has a part in, the cycle opened latest last.

    Those opened under another id of the rep too; of two in one cycle the one `subject_of` finds.
    """
    with store.reading() as connection:
        ids = found_under(connection, rep_id)
        chosen = select(reviews).where(reviews.c.rep_id.in_(ids))
        subjects = [_subject(connection, row) for row in connection.execute(chosen)]
    subjects.sort(key=lambda each: ids.index(each.rep_id), reverse=True)
    mine = {each.cycle: each for each in subjects if may_see(actor, each)}
    return [(each, mine[each.cycle]) for each in list_cycles(store) if each.cycle in mine]


def pins_of(store: Store, cycle: str) -> dict[str, tuple[date, str]]:
    """Give day and hash of the snapshots of who joined later than the cycle was pinned, by rep."""
    chosen = select(reviews.c.rep_id, reviews.c.as_of, reviews.c.snapshot)
    later = chosen.where(reviews.c.cycle == cycle, reviews.c.snapshot.is_not(None))
    with store.reading() as connection:
        found = {row.rep_id: (row.as_of, row.snapshot) for row in connection.execute(later)}
        return by_any_id(aliases_of(connection), found)


def templates_of(store: Store, cycle: str) -> dict[str, str]:
    """Give the template each review of a cycle keeps, by rep; "" is the cycle's. No such: {}.

    A review is found by every id of its rep.
    """
    chosen = select(reviews.c.rep_id, reviews.c.template).where(reviews.c.cycle == cycle)
    with store.reading() as connection:
        kept = {row.rep_id: row.template for row in connection.execute(chosen)}
        return by_any_id(aliases_of(connection), kept)


def plan_in(connection: Connection, cycle: str) -> Plan | None:
    """Give the plan of a cycle; None for one opened before plans were kept."""
    kept = connection.execute(select(cycles.c.plan).where(cycles.c.cycle == cycle))
    return read_plan(kept.scalar_one_or_none() or "")


def read_subject(store: Store, actor: Actor, cycle: str, rep_id: str) -> Subject:
    """Find a review the actor has a part in."""
    with store.reading() as connection:
        subject = subject_of(connection, cycle, rep_id)
    require_see(actor, subject)
    return subject


def delegate(store: Store, actor: Actor, cycle: str, rep_id: str, delegate_id: str) -> None:
    """Let another manager act for the manager of record; "" takes it back.

    The manager of record goes on as before.

    Raises
    ------
    RefusedError
        For all but the manager of record, sales ops and HR; and where it is the rep's own review.
    """
    with store.writing() as connection:
        subject = subject_of(connection, cycle, rep_id)
        require_delegate(actor, subject, delegate_id)
        chosen = (reviews.c.cycle == cycle) & (reviews.c.rep_id == subject.rep_id)
        connection.execute(update(reviews).where(chosen).values(delegate_id=delegate_id))
        before = subject.delegate_id
        review = (cycle, subject.rep_id)
        store.note(
            connection, actor, "delegate", str(subject), review=review,
            before=before, after=delegate_id,
        )  # fmt: skip


def repin(store: Store, actor: Actor, cycle: str, as_of: date, snapshot: str) -> None:
    """Pin a cycle to another snapshot, as after a corrected figure in the data check.

    Raises
    ------
    RefusedError
        Only sales ops and HR do, and only while no review has left the data check.
    """
    require_run(actor, "pin another snapshot")
    with store.writing() as connection:
        before = _cycle(connection, cycle)
        require_known("cycle", [cycle], [before.cycle] if before else [])
        stages = set(
            connection.execute(select(reviews.c.stage).where(reviews.c.cycle == cycle)).scalars()
        )
        if stages - {STAGES[0]}:
            raise error(ParameterError, "plan-repin-late", cycle=cycle)
        chosen = cycles.c.cycle == cycle
        connection.execute(update(cycles).where(chosen).values(as_of=as_of, snapshot=snapshot))
        store.note(
            connection, actor, "repin", cycle, review=(cycle, ""),
            before=before.snapshot if before else "", after=snapshot,
        )  # fmt: skip


def _cycle(connection: Connection, cycle: str) -> Cycle | None:
    row = connection.execute(select(cycles).where(cycles.c.cycle == cycle)).one_or_none()
    return None if row is None else Cycle(**row._mapping)


def _subject(connection: Connection, row: Any) -> Subject:  # noqa: ANN401 (a row)
    names = [name for name in Subject.__dataclass_fields__ if name in row._mapping]
    more = {"above": tuple(json.loads(row.above)), "aliases": aliases_of(connection)}
    return Subject(**{**{name: row._mapping[name] for name in names}, **more})
