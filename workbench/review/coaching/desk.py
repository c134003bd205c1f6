"""The desk of a coaching session: one rep, one person acting, the agenda and the store."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any
from zoneinfo import ZoneInfo

from workbench.errors import ParameterError
from workbench.i18n import Lang, error, message
from workbench.model.day import day_of, wall_time
from workbench.review.brief import Brief
from workbench.review.coaching.agenda import Agenda, side_of
from workbench.review.coaching.carried import Carried, carried_row
from workbench.review.coaching.measures import Measure, measures
from workbench.review.coaching.stuck import Walk, walk_of
from workbench.review.cycle.agreeing import promise_of
from workbench.review.cycle.checking import is_blank
from workbench.review.kept import Kept, drawn
from workbench.review.person import people
from workbench.review.promised.figure import came_to
from workbench.review.review import Review
from workbench.store import Actor, Store
from workbench.store.coaching.rules import Session, Visibility, WordSide
from workbench.store.coaching.sessions import (
    begin,
    hold,
    needs_reason,
    prepare,
    sessions_of,
    skip,
)
from workbench.store.coaching.words import (
    Word,
    answer_carried,
    carried,
    made_in,
    read_words,
    save_word,
)
from workbench.store.goals import goals_of
from workbench.store.promises import Promise

Words = Mapping[tuple[str, WordSide], Word]


@dataclass(frozen=True)
class CoachingDesk:
    """Everything a session reads and does, for one person."""

    review: Review
    store: Store
    actor: Actor
    agenda: Agenda

    @property
    def lang(self) -> Lang:
        """The reader's language."""
        return self.review.lang

    @property
    def zone(self) -> ZoneInfo:
        """Where the two sit."""
        return self.review.time_zone

    def sessions(self) -> list[Session]:
        """List the rep's sessions this person has a part in, the first one first."""
        return sessions_of(self.store, self.actor, self.review.rep.rep_id)

    def current(self) -> Session | None:
        """Give the open session; None before one is prepared."""
        return next((each for each in self.sessions() if each.state == "open"), None)

    def prepare(self) -> Session:
        """Give the open session, a new one where there is none."""
        rep = self.review.rep
        return prepare(
            self.store, self.actor, rep.rep_id, rep.manager_id, self.review.period.name,
            self.today,
        )  # fmt: skip

    def begin(self, session: Session) -> Session:
        """Start its clock."""
        return begin(self.store, self.actor, session)

    def skip(self, session: Session, reason: str) -> Session:
        """Let it fall out, with its reason."""
        return skip(self.store, self.actor, session, reason)

    @property
    def today(self) -> date:
        """The day it is where the two sit."""
        return day_of(self.store.clock(), self.zone)

    def day_of(self, session: Session) -> date:
        """Give the day a session was held, or is planned for."""
        return day_of(session.begun_at, self.zone) if session.begun_at else session.planned_on

    def words(self, session: Session) -> Words:
        """Read what was written, as far as this person may."""
        return read_words(self.store, self.actor, session)

    def value(self, words: Words, key: str) -> Any:  # noqa: ANN401 (any value of an item)
        """Give what stands in an item; None where nothing does."""
        item = self.agenda.items.get(key)
        word = words.get((key, side_of(item))) if item is not None else None
        return None if word is None else drawn(word.value, self.lang)

    def focus(self, words: Words) -> str:
        """Give the metric the manager picked; "" for none."""
        level = self.value(words, "focus")
        is_one = type(level) is int and 1 <= level <= len(self.agenda.metrics)
        return self.agenda.metrics[level - 1] if is_one else ""

    def carried(self, session: Session) -> list[Carried]:
        """Tell the earlier actions, with their figure before and after."""
        found = carried(self.store, self.actor, session)
        return [carried_row(kept, self.review) for kept in found]

    def answered(self, session: Session) -> list[Carried]:
        """Tell the actions a held session went through, as they stand now."""
        found = carried(self.store, self.actor, session)
        return [carried_row(kept, self.review) for kept in found]

    def measures(self, words: Words) -> list[Measure]:
        """Read the figures, the focus first, each with its goal and own course."""
        return measures(self.review, self.agenda.metrics, self._goals, self.focus(words))

    @cached_property
    def walk(self) -> Walk:
        """The open deals with their days in stage."""
        return walk_of(self.review)

    def picked(self, words: Words) -> list[str]:
        """Give the ids of the deals that are walked through."""
        word = words.get(("deals", "shared"))
        rows = word.value if word is not None and isinstance(word.value, list) else []
        return [str(row[0]) for row in rows if row]

    def answer(self, session: Session, kept: Promise, state: str, reason: str = "") -> Promise:
        """Say what became of an action; a closed one keeps what its metric came to."""
        at = self.store.clock()
        came = None if state == "open" else came_to(kept, self.review, at)
        return answer_carried(self.store, self.actor, session, kept, state, reason, came)

    def made_in(self, session: Session) -> list[Promise]:
        """List what a session agreed."""
        return made_in(self.store, self.actor, session)

    def pick(self, session: Session, rows: list[list[str | Kept]], version: int) -> Word:
        """Keep which deals are walked through, each with what was seen of it then."""
        return save_word(self.store, self.actor, session, "deals", "shared", rows, version)

    def agreed(self, session: Session, words: Words) -> list[Promise]:
        """Read the action table as promises."""
        item = self.agenda.items.get("actions")
        rows = self.value(words, "actions") if item is not None else None
        if item is None or not isinstance(rows, list):
            return []
        return [
            promise_of(self.review, session.name, item, row)
            for row in rows
            if not is_blank(row) and len(row) == len(item.columns)
        ]

    def lacking(self, session: Session, words: Words) -> list[str]:
        """Name what a session still needs before it ends."""
        lang = self.lang
        empty = [
            item.label.in_(lang)
            for item in self.agenda.items.values()
            if item.is_required and is_blank(self.value(words, item.key))
        ]
        silent = [
            message("coach-say-why", lang, what=each.what)
            for each in carried(self.store, self.actor, session)
            if needs_reason(each)
        ]
        return [*empty, *silent]

    def hold(self, session: Session) -> Session:
        """End a session: what was agreed becomes promises, open actions roll over.

        Raises
        ------
        ParameterError
            When something required is empty, an old action does not say why it is still open, or
            the next date cannot be read.
        """
        words = self.words(session)
        lacking = self.lacking(session, words)
        if lacking:
            raise ParameterError(message("coach-lacking", self.lang, what="；".join(lacking)))
        shared: Visibility = "shared" if self.value(words, "visibility") == _SHARED else "private"
        next_at = str(self.value(words, "next") or "").strip()
        told = self.next_time(next_at)
        return hold(
            self.store, self.actor, session, self.agreed(session, words), visibility=shared,
            next_at=told.strftime(_MINUTE) if told else "",
        )  # fmt: skip

    def next_time(self, written: str) -> datetime | None:
        """Read a local time people wrote; None for nothing.

        Raises
        ------
        ParameterError
            When it is no time.
        """
        if not written.strip():
            return None
        try:
            return wall_time(written, self.zone)
        except ValueError as reason:
            raise error(ParameterError, "coach-no-time", value=written.strip()) from reason

    @cached_property
    def others(self) -> tuple[str, ...]:
        """Name the reps this session is not about."""
        review, rep = self.review, self.review.rep
        scope = review.workspace.manager_scope
        everybody = people(review.snapshot, review.period, scope).values()
        return tuple(each.name for each in everybody if each.rep_id not in _two(review, rep))

    @cached_property
    def _goals(self) -> dict[str, str]:
        rep = self.review.rep.rep_id
        led = {rep} if self.actor.person_id == self.review.rep.manager_id else set[str]()
        found = goals_of(self.store, self.actor, self.review.period.name, led=led)
        mine = [each for each in found if each.owner_id == rep and each.is_open]
        return {each.metric: each.target for each in mine if each.metric and each.target}


_SHARED = 2  # the second option of who may read the note
_MINUTE = "%Y-%m-%dT%H:%M"


def _two(review: Brief, rep: Any) -> tuple[str, str]:  # noqa: ANN401 (a person)
    return rep.rep_id, review.rep.manager_id
