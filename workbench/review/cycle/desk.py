"""The desk of a cycle: open it, move reviews on, keep what was agreed, say who is where."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from sqlalchemy import Connection

from workbench.errors import ParameterError, Said
from workbench.i18n import Lang, error
from workbench.model.day import day_of
from workbench.model.employment import Employment
from workbench.review.cycle.agreeing import keep_agreed
from workbench.review.cycle.checking import lacking, missing
from workbench.review.cycle.naming import others_named
from workbench.review.cycle.participation import Participation, participation
from workbench.review.fitting import load_fitting
from workbench.review.growing.book import load_book
from workbench.review.growing.support import keep_requests
from workbench.review.leaving import template_for
from workbench.review.person import Person, everybodys_names, people, person
from workbench.review.reader import document_of
from workbench.review.review import Review
from workbench.review.scoring import signed_score
from workbench.review.template import Item, Template, load_template
from workbench.review.told_rules import told_definitions, told_rules
from workbench.snapshots import Snapshot, open_snapshot
from workbench.snapshots.employment import employment_of, employments_of
from workbench.sources.known_ids import by_any_id, id_among
from workbench.sources.workspace import Workspace
from workbench.store import Actor, Store
from workbench.store.cycles import find_cycle
from workbench.store.entries import entries_in, read_entries
from workbench.store.moves import advance
from workbench.store.opening import store_of
from workbench.store.promises import promises_of
from workbench.store.rules import Side, Stage, Subject
from workbench.store.signing import Scored, sign
from workbench.store.standing import Standing, standings
from workbench.store.subjects import pins_of, templates_of

# Whose required items must be filled before a stage is left
_BEFORE: dict[Stage, tuple[Side, ...]] = {
    "self_review": ("rep",),
    "manager_review": ("manager",),
    "conversation": ("shared",),
}


@dataclass(frozen=True)
class Progress:
    """Where a review stands, for who keeps the overview."""

    standing: Standing
    rep_id: str
    name: str
    missing: tuple[tuple[str, Item], ...]  # what the reader may see to be missing at this stage
    took_part: Participation
    left_on: date | None = None  # the last day at work of who has left by now; nothing is asked

    @property
    def turn(self) -> tuple[str, ...]:
        """Who has the next thing to do, as relations; never somebody who has left."""
        turn = self.standing.turn
        return turn if self.left_on is None else tuple(each for each in turn if each != "rep")


@dataclass(frozen=True)
class Desk:
    """One workspace and its store, with what a cycle does with both."""

    workspace: Workspace
    store: Store
    lang: Lang = "zh"

    @cached_property
    def snapshot(self) -> Snapshot:
        """The latest snapshot."""
        return open_snapshot(self.workspace, None)

    @property
    def today(self) -> date:
        """The company's day it is, by the store's clock."""
        return day_of(self.store.clock(), self.workspace.time_zone)

    def review(self, actor: Actor, cycle: str, rep_id: str) -> Review:
        """Open the review of one rep in a cycle for a reader, on the snapshot it is pinned to."""
        found = find_cycle(self.store, cycle)
        span = self.workspace.calendar.period(found.period)
        pin = pins_of(self.store, cycle).get(rep_id, (found.as_of, found.snapshot))
        snapshot = open_snapshot(self.workspace, *pin)
        template = self.template_of(cycle, rep_id)
        # by id alone: who is gone from the data must not be found in somebody of that name
        here = id_among(rep_id, everybodys_names(snapshot), self.workspace.aliases)
        rep = person(snapshot, here, span, self.workspace.manager_scope)
        at_work = employment_of(snapshot, here, span)
        return Review(
            workspace=self.workspace,
            snapshot=snapshot,
            period=span,
            rep=rep,
            template=template_for(template, at_work, snapshot.as_of),
            lang=self.lang,
            reader=actor,
        )

    def reviews(self, actor: Actor, cycle: str) -> dict[str, Review]:
        """Open the review of everybody in the snapshot a cycle is pinned to, reading it once.

        A review is found by each id of its rep.
        """
        found = find_cycle(self.store, cycle)
        span = self.workspace.calendar.period(found.period)
        snapshot = open_snapshot(self.workspace, found.as_of, found.snapshot)
        own = self._own_templates(cycle)
        template = self.template(cycle)
        everybody = people(snapshot, span, self.workspace.manager_scope)
        at_work = employments_of(snapshot, span)
        asked = {
            rep_id: template_for(own.get(rep_id, template), at_work[rep_id], snapshot.as_of)
            for rep_id in everybody
        }
        found_in = {
            rep_id: Review(self.workspace, snapshot, span, rep, asked[rep_id], self.lang, actor)
            for rep_id, rep in everybody.items()
        }
        here = by_any_id(self.workspace.aliases, found_in)
        late = {
            rep_id: self.review(actor, cycle, rep_id)
            for rep_id in pins_of(self.store, cycle)
            if rep_id not in here
        }
        return {**here, **late}

    def template(self, cycle: str) -> Template:
        """Give the template of a cycle."""
        return load_template(find_cycle(self.store, cycle).template, self.workspace.folder)

    def template_of(self, cycle: str, rep_id: str) -> Template:
        """Give the template the review of one rep was opened with, whole."""
        asked = find_cycle(self.store, cycle).template
        own = templates_of(self.store, cycle).get(rep_id, "")
        return load_fitting(asked, own, self.workspace.folder)

    def _own_templates(self, cycle: str) -> dict[str, Template]:
        """Give the template of each review of a cycle, reading each once."""
        asked, own = find_cycle(self.store, cycle).template, templates_of(self.store, cycle)
        read = {name: load_fitting(asked, name, self.workspace.folder) for name in {*own.values()}}
        return {rep_id: read[name] for rep_id, name in own.items()}

    def missing(
        self, actor: Actor, cycle: str, rep_id: str, stage: Stage
    ) -> list[tuple[str, Item]]:
        """List the required items that must be filled before a stage is left."""
        entries = read_entries(self.store, actor, cycle, rep_id)
        return missing(self._asked_of(cycle, rep_id), entries, _BEFORE.get(stage, ()))

    def _asked_of(self, cycle: str, rep_id: str) -> Template:
        """Give what is still asked today in the review of one rep."""
        span = self.workspace.calendar.period(find_cycle(self.store, cycle).period)
        at_work = employments_of(self.snapshot, span).get(self.id_now(rep_id))
        return self._asked(self.template_of(cycle, rep_id), at_work)

    def id_now(self, rep_id: str) -> str:
        """Give the id a rep has now, of one a cycle was opened with."""
        return self.workspace.aliases.get(rep_id, rep_id)

    def _asked(self, template: Template, at_work: Employment | None) -> Template:
        """Give what is still asked today, by the latest that is known of who has left."""
        return template_for(template, at_work, self.today) if at_work else template

    def advance(self, actor: Actor, cycle: str, rep_id: str, due_on: date | None = None) -> Stage:
        """Leave the stage of a review, when all that is required is there.

        Handing in the self-review keeps what it asks of others as requests for support; leaving
        the conversation keeps the agreed actions as promises: with the stage, or neither.

        Raises
        ------
        ParameterError
            When something the stage promised is lacking; names each, and where it is mended.
        RefusedError
            When the stage is not this actor's to leave.
        """
        self._standing(actor, cycle, rep_id)
        asked = self._asked_of(cycle, rep_id)

        def lacks(connection: Connection, subject: Subject) -> list[Said]:
            entries = entries_in(connection, actor, subject)
            return lacking(asked, entries, subject.stage, _BEFORE.get(subject.stage, ()))

        def keeps(connection: Connection, subject: Subject) -> None:
            if subject.stage == "self_review":
                template, book = self.template_of(cycle, rep_id), load_book(self.workspace.folder)
                keep_requests(self.store, connection, actor, subject, template, book, self.today)
            if subject.stage == "conversation":
                review = self.review(actor, cycle, rep_id)
                keep_agreed(self.store, connection, actor, review, subject)

        return advance(self.store, actor, cycle, rep_id, due_on, lacks=lacks, keeps=keeps)

    def sign(
        self, actor: Actor, cycle: str, rep_id: str, verdict: str = "agreed", comment: str = ""
    ) -> Stage:
        """Sign a review with its score, rules and definitions; see `store.signing.sign`."""

        def scored() -> Scored | None:
            return signed_score(self.review(actor, cycle, rep_id))

        rules = told_rules(self.workspace.figure_rules) | told_definitions()
        return sign(
            self.store, actor, cycle, rep_id, verdict, comment, scored=scored, rules=rules
        )  # fmt: skip

    def status(self, actor: Actor, cycle: str) -> list[Progress]:
        """Give where each review stands that an actor has a part in."""
        span = self.workspace.calendar.period(find_cycle(self.store, cycle).period)
        everybody = people(self.snapshot, span, self.workspace.manager_scope)
        at_work = employments_of(self.snapshot, span)
        own = self._own_templates(cycle)
        return [
            self._progress(
                actor,
                each,
                own[each.subject.rep_id],
                everybody,
                at_work.get(self.id_now(each.subject.rep_id)),
            )
            for each in standings(self.store, actor, cycle)
        ]

    def _progress(
        self,
        actor: Actor,
        standing: Standing,
        template: Template,
        everybody: Mapping[str, Person],
        at_work: Employment | None,
    ) -> Progress:
        subject = standing.subject
        left_on = at_work.last_on if at_work and at_work.has_left(self.today) else None
        asked = self._asked(template, at_work)
        entries = read_entries(self.store, actor, subject.cycle, subject.rep_id)
        lacking = tuple(missing(asked, entries, _BEFORE.get(subject.stage, ())))
        promises = promises_of(self.store, actor, subject.cycle, subject.rep_id)
        took_part = participation(  # counted for the rep, whose part it is; nobody acts here
            Actor(subject.rep_id, "rep"), [standing], promises, left_on or self.today,
            self.workspace.time_zone, is_complete=not lacking,
        )  # fmt: skip
        known = everybody.get(self.id_now(subject.rep_id))
        name = known.name if known else subject.rep_id
        is_theirs = left_on is not None and "rep" in _BEFORE.get(subject.stage, ())
        return Progress(
            standing, subject.rep_id, name, () if is_theirs else lacking, took_part, left_on
        )

    def others(self, cycle: str, rep_id: str) -> tuple[str, ...]:
        """Name the reps a review is not about: neither the rep nor the manager."""
        rep = self.review(document_of(rep_id), cycle, rep_id).rep
        span = self.workspace.calendar.period(find_cycle(self.store, cycle).period)
        everybody = people(self.snapshot, span, self.workspace.manager_scope).values()
        two = {self.id_now(each) for each in (rep_id, rep.manager_id)}
        return tuple(each.name for each in everybody if self.id_now(each.rep_id) not in two)

    def naming(self, actor: Actor, cycle: str, rep_id: str) -> list[tuple[str, str]]:
        """List where another rep is named in a review: the item, and who."""
        others = self.others(cycle, rep_id)
        return [
            (str(each.place), name)
            for each in read_entries(self.store, actor, cycle, rep_id).values()
            for name in others_named(each.value, others)
        ]

    def _standing(self, actor: Actor, cycle: str, rep_id: str) -> Standing:
        found = [
            s
            for s in standings(self.store, actor, cycle)
            if s.subject.is_one(rep_id, s.subject.rep_id)
        ]
        if not found:
            raise error(
                ParameterError, "plan-no-review", who=actor.person_id, rep=rep_id, cycle=cycle
            )
        return found[0]


def open_desk(workspace: Workspace, lang: Lang = "zh") -> Desk:
    """Open the desk of a workspace; its store is made when it is not there yet."""
    return Desk(workspace, store_of(workspace), lang)
